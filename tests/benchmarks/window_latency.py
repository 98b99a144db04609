"""How fast the window answers a typist, on a desk of a given size.

    python -m tests.benchmarks.window_latency [--articles 5000 --people 20000 --contacts 20000]
        [--data DIR] [--runs 2]

``--data`` takes an existing desk, whatever it holds; where there is none, one of the given size is
made there. The index is brought up to date first.

Types Thai and English at 12 keys a second into the real window, with its real search process, and
logs a contact after every question. Printed in milliseconds:

- first row: from a key to the end of the repaint that shows a row for the words as they stand;
- settled: from a key to the end of the repaint with everything that the search process found, for
  the keys that no other key overtook;
- work of the window's thread: its processor time from one key to the next, painting included;
- tick: how late a 60 Hz timer of the window's thread is, idle and while typing; the ticks before
  which the window painted, and all others, stand apart too;
- last, where the system tells: what a key costs the search process, and the memory of it all.

Processor times mean the same on a busy machine; everything else wants a quiet one.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path
from time import perf_counter, thread_time

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from frontdesk.app import Desk
from frontdesk.domain.languages import Language
from frontdesk.domain.staff import Particle, Staff
from frontdesk.paths import resources
from frontdesk.search.process.worker import SearchProcess
from frontdesk.services.demo import RECEPTIONIST, DemoSize, make
from frontdesk.services.security import Security
from frontdesk.settings import Settings
from frontdesk.ui import memory
from frontdesk.ui.pages.desk.page import DeskPage
from frontdesk.ui.preferences import KeptSettings, Preferences, kit_for
from frontdesk.ui.workplace import Workplace
from tests.features.driver import send_keys
from tests.ui.keys import type_text

KEYS_A_SECOND = 12
TICK_MS = 16
IDLE_MS = 3_000
PATIENCE_MS = 120_000
SIZE = (1366, 768)
QUESTIONS = (
    "บัตรประจำตัวหาย", "ที่จอดรถอยู่ตรงไหน", "เวลาเยี่ยมผู้ป่วย", "visiting hours", "lost card", "สุดา ใจดี",
    "ค่าใช้จ่ายตรวจสุขภาพ", "ย้ายสิทธิบัตรทอง", "parking fee", "ใบรับรองแพทย์", "[y9iskp", "081-234-5678",
    "นัดหมอฟันต้องทำยังไง", "x-ray results", "ฉีดวัคซีนเด็ก", "คลินิกนอกเวลา", "ค่าห้องพิเศษคืนละเท่าไหร่", "สมชาย",
    "somchai", "0899998888", "ประเสริฐ วงศ์สุวรรณ", "คุณณัฐพงษ์", "ท.ร.14/1", "วันนี้หมอเด็กออกตรวจกี่โมงถึงกี่โมง",
)  # fmt: skip


@dataclass
class Figures:
    """Times in seconds, under the name of what was measured."""

    times: dict[str, list[float]] = field(default_factory=dict)

    def add(self, name: str, seconds: float) -> None:
        self.times.setdefault(name, []).append(seconds)

    def table(self) -> str:
        """Return one line a name: how many, and the percentiles in milliseconds."""
        lines = [f"{'':52}{'n':>7}{'p50':>9}{'p95':>9}{'p99':>9}{'max':>9}"]
        for name, times in self.times.items():
            shown = "".join(f"{percentile(times, part) * 1000:9.1f}" for part in (0.5, 0.95, 0.99, 1.0))
            lines.append(f"{name:52}{len(times):7}{shown}")
        return "\n".join(lines)


def percentile(times: Sequence[float], part: float) -> float:
    """Return the least time that at least this part of the times does not exceed."""
    return sorted(times)[max(0, ceil(part * len(times)) - 1)]


class Ticks(QObject):
    """A 60 Hz tick on the window's thread that notes how late it comes, and after a repaint or not."""

    def __init__(self, window: QWidget, figures: Figures) -> None:
        super().__init__()
        self._figures, self._name, self._last, self._painted = figures, "", 0.0, False
        window.installEventFilter(self)
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    @contextmanager
    def noted(self, name: str) -> Iterator[None]:
        """Note the ticks of this block."""
        self._name, self._last = name, perf_counter()
        self._timer.start()
        yield
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self._painted = self._painted or event.type() == QEvent.Type.UpdateRequest
        return False

    def _tick(self) -> None:
        now = perf_counter()
        late = max(0.0, now - self._last - TICK_MS / 1000)
        self._figures.add(self._name, late)
        self._figures.add(f"{self._name}, {'after a repaint' if self._painted else 'no repaint'}", late)
        self._last, self._painted = now, False


class Paints(QObject):
    """Notes for each key when the rows that belong to it have been painted.

    Rows that need no repaint, because they stand there already, count when that is known.
    A repaint is over when an event posted at its beginning comes through: whatever else the
    window painted with the list is counted in.
    """

    OVER = QEvent.Type(QEvent.registerEventType())

    def __init__(self, desk: DeskPage, figures: Figures) -> None:
        super().__init__()
        self._desk, self._figures = desk, figures
        self._without_rows: list[float] = []
        self._unsettled, self._in_memory = 0.0, False
        self._unpainted, self._began = False, 0.0
        desk.view.list.viewport().installEventFilter(self)
        desk.view.list.model().modelReset.connect(self._on_rows)
        desk.results.settled.connect(self._on_settled)

    def key(self, act: Callable[[], None]) -> None:
        """Press a key and wait for its rows."""
        pressed = perf_counter()
        self._without_rows.append(pressed)
        self._unsettled = pressed
        act()
        self._figures.add("key handled", perf_counter() - pressed)
        self._in_memory = bool(self._desk.results.titles.quick.find(self._desk.view.box.text(), 1))

    def forget(self) -> None:
        self._without_rows, self._unsettled = [], 0.0

    def _on_rows(self) -> None:
        self._unpainted = True

    def _on_settled(self) -> None:
        if not self._unpainted:
            self._note()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and (self._without_rows or self._unsettled):
            self._began = perf_counter()
            QCoreApplication.postEvent(self, QEvent(self.OVER), Qt.EventPriority.HighEventPriority.value)
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() != self.OVER:
            return super().event(event)
        self._unpainted = False
        self._figures.add("repaint of the window", perf_counter() - self._began)
        self._note()
        return True

    def _note(self) -> None:
        now, results = perf_counter(), self._desk.results
        if results.complete or self._in_memory:
            for pressed in self._without_rows:
                self._figures.add("first row painted after key", now - pressed)
            self._without_rows.clear()
        if results.complete and self._unsettled:
            self._figures.add("settled rows painted after key", now - self._unsettled)
            self._unsettled = 0.0


class Typist:
    """Types questions into a window at an even pace."""

    def __init__(self, place: Workplace, figures: Figures) -> None:
        self._place, self._desk, self._figures = place, place.pages.desk, figures
        self._paints, self._ticks = Paints(self._desk, figures), Ticks(place.window, figures)

    def idle(self) -> None:
        with self._ticks.noted("tick late, idle"):
            pause(IDLE_MS)

    def type_all(self) -> None:
        """Ask every question."""
        with self._ticks.noted("tick late, typing"):
            for question in QUESTIONS:
                self._ask(question)
        self._paints.forget()

    def _ask(self, question: str) -> None:
        for letter in question:
            worked = thread_time()
            self._paints.key(lambda letter=letter: type_text(letter))  # type: ignore[misc]
            pause(1000 // KEYS_A_SECOND)
            self._figures.add("work of the window's thread per key", thread_time() - worked)
        wait_until(lambda: self._desk.results.complete)
        pause(200)
        self._paints.forget()
        send_keys("Return", "Ctrl+1")
        pause(300)
        self._desk.box.set_text("")


def pause(milliseconds: int) -> None:
    """Let the window work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_until(condition: Callable[[], bool]) -> None:
    limit = perf_counter() + PATIENCE_MS / 1000
    while not condition():
        if perf_counter() > limit:
            sys.exit("The window did not get there in time.")
        pause(20)


@dataclass(frozen=True, slots=True)
class ProcessCost:
    """What Linux tells of a process: its processor time and its memory; nothing is known elsewhere."""

    pid: int | str | None

    def seconds(self) -> float:
        fields = self._read("stat").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") if fields else 0.0

    def megabytes(self) -> float:
        fields = self._read("statm").split()
        return int(fields[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6 if fields else 0.0

    def _read(self, name: str) -> str:
        file = Path("/proc", str(self.pid), name)
        return file.read_text("ascii", "replace") if file.exists() else ""


def open_place(folder: Path) -> Workplace:
    """Open the window on a demo desk, and wait until everything is in memory and found."""
    settings = Settings(theme="light")
    kit = kit_for(settings)
    place = Workplace(kit, Desk(folder), Preferences(kit, KeptSettings(settings, lambda _: None)), folder)
    states: list[str] = []
    place.search.state.connect(states.append)
    receptionist = somebody(place.services.security)
    memory.settle()
    place.show(SIZE)
    place.window.activateWindow()
    place.sign_in(receptionist)
    wait_until(lambda: "ready" in states and len(place.pages.desk.results.titles.quick) > 0)
    return place


def measure(folder: Path, runs: int) -> Figures:
    """Open the window on a folder and type every question ``runs`` times."""
    figures = Figures()
    place = open_place(folder)
    typist = Typist(place, figures)
    typist.type_all()  # warms the index and the fonts, as the first calls of a day do
    figures.times = {f"first time: {name}": times for name, times in figures.times.items()}
    typist.idle()
    finder = place.services.finder_process
    search, window = ProcessCost(finder.pid if isinstance(finder, SearchProcess) else None), ProcessCost("self")
    before = search.seconds()
    for _ in range(runs):
        typist.type_all()
    each = (search.seconds() - before) / (runs * sum(map(len, QUESTIONS))) * 1000
    say(f"search process: {each:.1f} ms of work a key, {search.megabytes():.0f} MB")
    say(f"window: {window.megabytes():.0f} MB")
    place.close()
    return figures


def somebody(security: Security) -> Staff:
    """Return who types: the demo's receptionist, or whoever looks after the desk."""
    found = security.by_code(RECEPTIONIST) or next(iter(security.staff()), None)
    return found or security.add_first_supervisor("Benchmark", "918273", Language.TH, Particle.KHA)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=5_000)
    parser.add_argument("--people", type=int, default=20_000)
    parser.add_argument("--contacts", type=int, help="past contacts (default: ninety days of them)")
    parser.add_argument("--data", type=Path, help="use this demo desk, or make it here if it is not there")
    parser.add_argument("--runs", type=int, default=2)
    said = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as aside:
        folder = said.data or Path(aside)
        if not (folder / "frontdesk.db").exists():
            make_desk(folder, DemoSize(said.articles, said.people, said.contacts))
        bring_up_to_date(folder)
        say(measure(folder, said.runs).table())
    return 0


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def make_desk(folder: Path, size: DemoSize) -> None:
    desk = Desk(folder)
    made = make(desk, resources() / "demo", size)
    desk.close()
    say(f"{made.articles} answers, {made.people} people, {made.contacts} contacts")


def bring_up_to_date(folder: Path) -> None:
    """Let the index know every answer, so that building it is not measured."""
    desk = Desk(folder)
    desk.index.catch_up()
    desk.close()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    sys.exit(main(sys.argv[1:]))
