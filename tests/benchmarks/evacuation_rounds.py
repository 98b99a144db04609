"""The rounds of ``evacuation_chord``: each an evacuation, begun and ended in a real window on its own desk.

Prints percentiles of seconds by the clock from the chord: ``shown`` is the list painted, ``made`` the PDF whole on
the disk, ``sent`` its last page handed to the printer (a file here).
"""

import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from frontdesk.app import Desk
from frontdesk.domain.evacuation import Purpose
from frontdesk.domain.staff import Role, Staff
from frontdesk.domain.visits import Visit
from frontdesk.settings import Settings
from frontdesk.ui.preferences import KeptSettings, Preferences, kit_for
from frontdesk.ui.workplace import Workplace

PEOPLE, ROUNDS, PATIENCE, PERCENTILES = 500, 20, 60.0, (50, 95)
NAMES = ("สมศรี บุญมา", "ธนากร วงศ์ชัย", "Peter Brown", "มาลี พูลสุข", "ปรีชา มั่นคง", "นงนุช แสงทอง", "ณัฐพล ศรีสุข")
GUARD = Staff("s-guard", "somporn", "สมพร ยามดี", role=Role.GUARD)


def filled(folder: Path, people: int) -> Desk:
    """Make a desk with so many people inside, at 40 places."""
    desk = Desk(folder)
    with desk.storage.write() as repos:
        repos.staff.save(GUARD)
    for n in range(people):
        name, place = f"{NAMES[n % len(NAMES)]} {n}", f"ตึก {n % 40 // 8 + 1} ชั้น {n % 8 + 1}"
        desk.visits.walk_in(Visit("", desk.visits.today(), name, place=place, host="วรรณา ศรีสุข"), GUARD.id)
    return desk


class Round:
    """One evacuation; times are seconds since the chord."""

    def __init__(self, place: Workplace, file: Path) -> None:
        self._place, self._page, self.took, self._began = place, place.pages.alarm.page, dict[str, float](), 0.0

        def printer() -> QPrinter:
            made = QPrinter(QPrinter.PrinterMode.HighResolution)
            made.setOutputFileName(str(file))
            return made

        self._page.printing._find = printer

    def run(self, people: int) -> dict[str, float]:
        page = self._page
        told = {page.printing.made: partial(self._on, "made"), page.printing.printed: partial(self._on, "sent")}
        for signal, note in told.items():
            signal.connect(note)
        self._began = perf_counter()
        QTest.keyClick(self._place.window, Qt.Key.Key_F12, Qt.KeyboardModifier.ShiftModifier)
        _until(lambda: page.session.roll is not None and page.session.roll.people == people and page.list.items)
        page.repaint()
        QApplication.processEvents()
        self._note("shown")
        _until(lambda: {"made", "sent"} <= set(self.took) and page.session.begun_here)
        for signal, note in told.items():
            signal.disconnect(note)
        page.session.end(Purpose.DRILL, lambda error: sys.exit(error.code))
        _until(lambda: page.session.lasting is None)
        return self.took

    def _on(self, name: str, _: int) -> None:
        self._note(name)

    def _note(self, name: str) -> None:
        self.took.setdefault(name, perf_counter() - self._began)


def _until(ready: Callable[[], object]) -> None:
    limit = perf_counter() + PATIENCE
    while not ready():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        if perf_counter() > limit:
            sys.exit("nothing happened for a minute")


def main() -> None:
    """Print a row for each moment."""
    given = [int(one) for one in sys.argv[1:3]]
    people, rounds = [*given, *(PEOPLE, ROUNDS)[len(given) :]]
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        root, settings = Path(folder) / "desk", Settings(theme="light")
        desk, kit = filled(root, people), kit_for(settings)
        place = Workplace(kit, desk, Preferences(kit, KeptSettings(settings, lambda _: None)), root)
        place.show((1366, 768))
        place.sign_in(GUARD)
        _until(lambda: place.pages.alarm.page.session.muster is not None)
        taken = [Round(place, Path(folder) / "sent.pdf").run(people) for _ in range(rounds)]
        place.close()
    print(f"{'':<8}{'people':>7}{'p50':>8}{'p95':>8}{'worst':>8}")
    for name in ("shown", "made", "sent"):
        values = [one[name] for one in taken]
        cuts = quantiles(values, n=100, method="inclusive")
        figures = "".join(f"{cuts[one - 1]:8.2f}" for one in PERCENTILES)
        print(f"{name:<8}{people:7,}{figures}{max(values):8.2f}")
    del app


if __name__ == "__main__":
    main()
