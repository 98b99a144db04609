"""The data thread: order, newest only, faults, and a clean end."""

from collections.abc import Iterator
from functools import partial
from threading import Event, current_thread

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.domain.errors import DeskError
from frontdesk.ui.data_thread import DataThread
from frontdesk.ui.tasks import Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


def test_result_comes_back_on_the_calling_thread(tasks: Tasks, qtbot: QtBot) -> None:
    seen: list[tuple[str, str]] = []
    tasks.run(lambda: current_thread().name, lambda name: seen.append((name, current_thread().name)))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [("desk-data", current_thread().name)]


def test_older_answers_of_a_channel_are_dropped(tasks: Tasks, qtbot: QtBot) -> None:
    gate, seen = Event(), list[str]()
    tasks.run(gate.wait, lambda _: None)
    for word in ("บัตร", "บัตรหาย", "lost card"):
        tasks.run(partial(str, word), seen.append, latest="find")
    tasks.run(lambda: "other", seen.append, latest="card")
    gate.set()
    qtbot.waitUntil(lambda: "other" in seen)
    assert seen == ["lost card", "other"]


def test_forgotten_channel_gives_nothing(tasks: Tasks, qtbot: QtBot) -> None:
    gate, seen = Event(), list[str]()
    tasks.run(lambda: f"late {gate.wait()}", seen.append, latest="card")
    tasks.forget("card")
    tasks.run(lambda: "end", seen.append)
    gate.set()
    qtbot.waitUntil(lambda: "end" in seen)
    assert seen == ["end"]


def test_expected_fault_goes_to_its_caller(tasks: Tasks, qtbot: QtBot) -> None:
    seen: list[DeskError] = []

    def refuse() -> None:
        raise DeskError("disk_full")

    tasks.run(refuse, lambda _: None, seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0].code == "disk_full"


def test_a_bug_is_reported_and_the_thread_goes_on(tasks: Tasks, qtbot: QtBot) -> None:
    seen: list[int] = []

    with qtbot.waitSignal(tasks.reported) as reported:
        tasks.run(lambda: 1 // 0, seen.append, lambda error: None)
    assert isinstance(reported.args[0], ZeroDivisionError)
    tasks.run(lambda: 5, seen.append)
    qtbot.waitUntil(lambda: seen == [5])


def test_fault_without_a_handler_is_reported(tasks: Tasks, qtbot: QtBot) -> None:
    def refuse() -> None:
        raise DeskError("read_only")

    with qtbot.waitSignal(tasks.reported) as reported:
        tasks.run(refuse, lambda _: None)
    assert reported.args[0].code == "read_only"


def test_closing_writes_what_waits_skips_reads_and_ends_the_thread(tasks: Tasks, qtbot: QtBot) -> None:
    gate, started, written = Event(), Event(), list[str]()

    def first() -> None:
        started.set()
        gate.wait()
        written.append("first")

    tasks.run(first, lambda _: None)
    tasks.run(lambda: written.append("second"), lambda _: None)
    tasks.run(lambda: written.append("read"), lambda _: None, latest="find")
    started.wait()
    gate.set()
    tasks.close()
    assert written[:2] == ["first", "second"]
    assert not tasks.running
    tasks.run(lambda: written.append("after"), lambda _: None)
    assert "after" not in written


@pytest.fixture
def thread() -> Iterator[DataThread]:
    made = DataThread()
    yield made
    made.close()
    assert not made.alive


def test_two_windows_share_a_thread_and_no_channel(thread: DataThread, qtbot: QtBot) -> None:
    gate, seen = Event(), list[str]()
    reception, booth = Tasks(thread=thread), Tasks(thread=thread)
    reception.run(gate.wait, lambda _: None)
    reception.run(lambda: f"reception {current_thread().name}", seen.append, latest="card")
    booth.run(lambda: f"booth {current_thread().name}", seen.append, latest="card")
    gate.set()
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == ["reception desk-data", "booth desk-data"]
    for tasks in (reception, booth):
        tasks.close()


def test_a_window_that_ends_has_written_and_leaves_the_thread_to_the_other(thread: DataThread, qtbot: QtBot) -> None:
    leaver, stayer, written, seen = Tasks(thread=thread), Tasks(thread=thread), list[str](), list[str]()
    gate, started = Event(), Event()
    stayer.run(started.set, lambda _: None)
    stayer.run(gate.wait, lambda _: None)
    started.wait()
    leaver.run(lambda: written.append("last word"), lambda _: seen.append("told"))
    leaver.run(lambda: written.append("read"), lambda _: None, latest="find")
    gate.set()
    leaver.close()
    assert written[:1] == ["last word"]
    assert stayer.running
    stayer.run(lambda: "goes on", seen.append)
    qtbot.waitUntil(lambda: "goes on" in seen)
    assert seen == ["goes on"]
    stayer.close()


def test_a_thread_that_has_ended_keeps_nobody_waiting() -> None:
    thread = DataThread()
    thread.close()
    thread.drain()
    assert not thread.alive
