"""The program is killed in the middle of a word; the next start brings the contact back."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from time import monotonic

from tests.features.conftest import OpenDesk
from tests.features.gate_guard import Guard
from tests.features.gate_typing_program import BELONGINGS, HOST, VISITOR
from tests.features.small_desk import LOST_CARD, ORN, SUDA, SUDAS_NUMBER
from tests.features.terminal import PATIENCE, environment
from tests.features.typing_program import NOTE, QUERY

KEYS_BEFORE_THE_CRASH = 35
LOST_AT_MOST = 1.0


@dataclass
class Typed:
    """What the program said it had typed, and when that was heard."""

    search_pid: int = 0
    notes: list[tuple[float, str]] = field(default_factory=list)
    enough: Event = field(default_factory=Event)

    def listen(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        self.search_pid = int(process.stdout.readline())
        for line in process.stdout:
            self.notes.append((monotonic(), line.removesuffix("\n")))
            if len(self.notes) == KEYS_BEFORE_THE_CRASH:
                self.enough.set()

    def until(self, moment: float) -> str:
        """Return the note as it stood at a moment."""
        return next((note for at, note in reversed(self.notes) if at <= moment), "")


@contextmanager
def typing_program(folder: Path, name: str) -> Iterator[subprocess.Popen[str]]:
    """Run the window in a process of its own; it is killed at the end."""
    command = [sys.executable, "-m", f"tests.features.{name}", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment()) as process:
        try:
            yield process
        finally:
            process.kill()


def type_and_kill(folder: Path, name: str = "typing_program") -> tuple[Typed, float]:
    """Let the program type for a while and kill it; return what it typed and when it died."""
    typed = Typed()
    with typing_program(folder, name) as process:
        listener = Thread(target=typed.listen, args=(process,))
        listener.start()
        assert typed.enough.wait(PATIENCE), "the program did not type"
        killed = monotonic()
        process.kill()
        process.wait(PATIENCE)
        listener.join(PATIENCE)
    return typed, killed


def test_every_word_but_the_last_second_comes_back_with_the_caller(open_desk: OpenDesk, folder: Path) -> None:
    typed, killed = type_and_kill(folder)

    driver = open_desk(folder)
    driver.sit_down(ORN)

    driver.wait_for(lambda: driver.caller == "สุดา ใจดี")
    draft, view = driver.draft, driver.desk.view
    assert typed.notes[-1][1].startswith(draft.note)
    assert draft.note.startswith(typed.until(killed - LOST_AT_MOST))
    assert len(draft.note) > len(NOTE) // 3
    assert (draft.query, draft.queries, draft.articles) == (QUERY, (QUERY,), (LOST_CARD,))
    assert (draft.number, draft.person_id, draft.staff) == (SUDAS_NUMBER, f"id-{SUDA}", ORN.id)
    assert (view.box.text(), view.strip.note.text()) == (QUERY, draft.note)
    assert driver.record == []
    driver.press("Ctrl+1")
    assert driver.wait_for_record(1).note == draft.note
    assert driver.keys == 1
    driver.wait_for(lambda: not _runs(typed.search_pid))


def test_an_arrival_half_typed_at_the_gate_comes_back(open_desk: OpenDesk, folder: Path) -> None:
    typed, killed = type_and_kill(folder, "gate_typing_program")

    driver = open_desk(folder)
    driver.sit_down(ORN)
    guard = Guard(driver)
    guard.press("Ins")

    form = guard.forms.form
    guard.driver.wait_for(lambda: form.name.text() == VISITOR)
    belongings = form.plain["belongings"].text()
    assert typed.notes[-1][1].startswith(belongings)
    assert belongings.startswith(typed.until(killed - LOST_AT_MOST))
    assert len(belongings) > len(BELONGINGS) // 3
    assert (form.host.field.text(), form.host.host_id) == (HOST, "id-S-MRD-1")
    assert guard.board.people == 0
    guard.press("Ctrl+Return")
    guard.wait_until_closed()
    (visit,) = guard.board.inside
    assert (visit.name, visit.host, visit.belongings) == (VISITOR, HOST, belongings.strip())
    assert guard.driver.keys == 2
    driver.wait_for(lambda: not _runs(typed.search_pid))


def _runs(pid: int) -> bool:
    """Tell whether a process lives; one that has ended and waits to be counted does not."""
    status = Path(f"/proc/{pid}/status")
    try:
        return "\nState:\tZ" not in status.read_text("utf-8")
    except FileNotFoundError:
        return False
