"""How the gate feels in the real window, and how soon another window shows the same.

    python -m tests.benchmarks.gate_window --data DIR [--each 40]

``--data`` is a desk that ``tests.benchmarks.gate --data DIR`` has made. Two windows of it are open, as at a gate and at
reception of one computer. Printed, in milliseconds:

- the first window: from F4 to the board on the screen, and again later;
- from a typed key to what it finds, drawn: a name, a plate, the last digits of a number, letter by letter;
- Enter: from the key until the band says that somebody is in, who is safely on the disk then;
- from that moment until the board of the other window shows it;
- how late a 60 Hz tick of the windows' thread is meanwhile.
"""

import argparse
import os
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from frontdesk.app import Desk
from frontdesk.domain.visits import Visit
from frontdesk.settings import Settings
from frontdesk.ui.pages.gate.page import GatePage
from frontdesk.ui.preferences import KeptSettings, Preferences, kit_for
from frontdesk.ui.windows import Windows
from frontdesk.ui.workplace import Workplace
from tests.benchmarks.window_latency import PATIENCE_MS, Figures, Ticks, pause, say, somebody
from tests.features.driver import send_keys
from tests.ui.keys import type_text

SIZE = (1366, 768)
APART_MS = 120
"""Between two keys: a quick typist."""


class Gates:
    """Two windows on the gate of one desk."""

    def __init__(self, folder: Path, figures: Figures) -> None:
        settings = Settings(theme="light")
        kit = kit_for(settings)
        self._figures, self._desk = figures, Desk(folder)
        self._staff = somebody(self._desk.security)
        kept = KeptSettings(settings, lambda _: None)
        self._windows = Windows(kit, self._desk, Preferences(kit, kept), folder)
        self.first = self._shown(self._windows.open_first())
        with self._timed("the board after F4, first"):
            self._on_gate(self.first)
        self._windows.open_another(self.first)
        self.other = self._shown(self._windows.places[-1])
        self._on_gate(self.other)
        self.first.come_forward()
        wait(self.first.window.isActiveWindow)

    @property
    def page(self) -> GatePage:
        return self.first.pages.gate

    def expected(self) -> Sequence[Visit]:
        """Return who is expected today."""
        with self._desk.storage.read() as repos:
            return repos.visits.expected(self._desk.visits.today())

    def ask(self, name: str, text: str) -> None:
        """Type a text letter by letter, each key followed to what it finds."""
        for end, letter in enumerate(text, start=1):
            typed, pressed = text[:end].strip(), perf_counter()
            type_text(letter)
            wait(lambda typed=typed: self.page.results.rows_for == typed)  # type: ignore[misc]
            QApplication.processEvents()  # what was found is drawn now
            self._figures.add(f"{name}: from key to what is found", perf_counter() - pressed)
            pause(APART_MS)

    def let_in(self, visit: Visit) -> None:
        """Let in whoever stands in the band, and wait for the other window."""
        wait(lambda: self.page.results.complete)
        with self._timed("an arrival, from Enter to the word"):
            send_keys("Return")
            wait(lambda: not self.page.hand.typed and _inside(self.page, visit))
        with self._timed("the other window shows it after"):
            wait(lambda: _inside(self.other.pages.gate, visit))

    def close(self) -> None:
        self._windows.close()

    def ticks(self) -> Ticks:
        return Ticks(self.first.window, self._figures)

    def _shown(self, place: Workplace) -> Workplace:
        place.show(SIZE)
        place.come_forward()
        place.sign_in(self._staff)
        wait(lambda: place.pages.desk.session.staff == self._staff.id)
        return place

    def _on_gate(self, place: Workplace) -> None:
        wait(place.window.isActiveWindow)
        send_keys("F4")
        wait(lambda: place.pages.gate.board.board is not None)
        QApplication.processEvents()

    @contextmanager
    def _timed(self, name: str) -> Iterator[None]:
        before = perf_counter()
        yield
        self._figures.add(name, perf_counter() - before)


def _inside(page: GatePage, visit: Visit) -> bool:
    board = page.board.board
    return board is not None and any(one.id == visit.id for one in board.inside)


def wait(condition: Callable[[], object]) -> None:
    """Let the windows work until something holds."""
    limit = perf_counter() + PATIENCE_MS / 1000
    while not condition():
        if perf_counter() > limit:
            sys.exit("The window did not get there in time.")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)


def measure(folder: Path, each: int) -> Figures:
    """Work at the gate: find visitors, let them in."""
    figures, chance = Figures(), random.Random(8)
    gates = Gates(folder, figures)
    pause(3_000)  # the search process reads what it needs meanwhile, as in the first seconds of a shift
    ticks = gates.ticks()
    with ticks.noted("tick late, at work"):
        for visit in chance.sample(list(gates.expected()), each):
            gates.ask("a name", visit.name)
            send_keys("Esc")
            if visit.plate:
                gates.ask("a plate", visit.plate.replace(" ", ""))
                send_keys("Esc")
            if visit.digits:
                gates.ask("the end of a number", visit.digits[-4:])
                send_keys("Esc")
            gates.ask("a scanned badge", visit.token)
            gates.let_in(visit)
    gates.close()
    return figures


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--each", type=int, default=40)
    said = parser.parse_args(arguments)
    say(measure(said.data, said.each).table())
    return 0


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    sys.exit(main(sys.argv[1:]))
