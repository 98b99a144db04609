"""Search processes that are started before anybody knows what they are for."""

import multiprocessing
import subprocess
import sys
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path
from queue import Queue

import pytest

from frontdesk.app import Desk
from frontdesk.domain.finding import Found, Question
from frontdesk.search.process.spawning import Spawner
from frontdesk.search.process.worker import SearchProcess
from tests.search.process.test_worker import WAIT, SlowFinding


def answers(process: SearchProcess) -> int:
    """Start a process, ask it, and return the number of the system's process that answered."""
    replies: Queue[Found] = Queue()
    process.start(lambda _, found: replies.put(found), lambda _: None)
    process.ask(1, Question("บัตรหาย"))
    assert replies.get(timeout=WAIT).query == "บัตรหาย"
    assert process.pid
    return process.pid


def only_child() -> BaseProcess:
    (child,) = multiprocessing.active_children()
    return child


def test_the_process_started_ahead_is_the_one_that_answers(tmp_path: Path) -> None:
    prepared = tmp_path / "prepared"
    spawner = Spawner(prepared.touch)
    spawner.start_ahead()
    pid = only_child().pid
    process = SearchProcess(partial(SlowFinding, tmp_path), spawner=spawner)
    assert answers(process) == pid
    assert prepared.exists()
    process.close()
    assert multiprocessing.active_children() == []


def test_the_one_after_it_is_prepared_too(tmp_path: Path) -> None:
    prepared = tmp_path / "prepared"
    process = SearchProcess(partial(SlowFinding, tmp_path), spawner=Spawner(prepared.touch))
    answers(process)
    assert prepared.exists()
    process.close()


def test_one_that_died_before_it_was_wanted_is_replaced(tmp_path: Path) -> None:
    spawner = Spawner()
    spawner.start_ahead()
    ahead = only_child()
    pid = ahead.pid
    ahead.kill()
    ahead.join()
    process = SearchProcess(partial(SlowFinding, tmp_path), spawner=spawner)
    assert answers(process) != pid
    process.close()


def test_one_that_nobody_wants_is_ended() -> None:
    spawner = Spawner()
    spawner.start_ahead()
    spawner.close()
    assert multiprocessing.active_children() == []


def test_one_whose_window_is_gone_ends_by_itself() -> None:
    spawned = Spawner().take()
    spawned.pipe.close()
    spawned.process.join(WAIT)
    assert spawned.process.exitcode == 0
    spawned.process.close()


@pytest.mark.parametrize("asked", ["บัตรหาย", "lost card", "081"])
def test_all_that_the_first_question_takes_is_loaded_ahead(tmp_path: Path, asked: str) -> None:
    desk = Desk(tmp_path)
    desk.index.catch_up()
    desk.close()
    command = [sys.executable, "-m", "tests.search.process.late_modules", str(tmp_path), asked]
    late = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60, check=True).stdout
    assert late == ""
