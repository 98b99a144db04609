"""How the Log page does on a record of a given size, in the real window.

    python -m tests.benchmarks.log_page [--contacts 1000000] [--data DIR] [--pairs]

``--data`` takes a desk that this program has made before; where there is none, one is made there: a small
demo desk, and contacts put in by plain SQL (so its chain proves nothing). Printed, in milliseconds:

- for each filter: until the first rows stand there, until all are known, the work of this whole process and of the
  window's thread alone, how many fit; with ``--pairs`` also the first rows of every two filters together;
- Page Down, Page Up, Home, End, dragging: from the key to the end of the repaint that shows every row in view, and the
  processor time of the window's thread meanwhile;
- how late a 60 Hz tick of the window's thread is meanwhile, beside an idle window;
- the same while everything is exported;
- beside it, reading the same pages by LIMIT and OFFSET, as lists are mostly done;
- the memory of the window before the page is opened, and after;
- how busy the rest of the machine was: processor times mean the same then, everything else does not.
"""

import argparse
import os
import random
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path
from time import perf_counter, process_time, thread_time
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from frontdesk.app import Desk
from frontdesk.domain.contact_filter import read_filter
from frontdesk.domain.contacts import Channel, Outcome
from frontdesk.services.demo import DemoSize
from frontdesk.ui.pages.log.page import LogPage
from frontdesk.ui.workplace import Workplace
from tests.benchmarks.window_latency import (
    IDLE_MS,
    Figures,
    ProcessCost,
    Ticks,
    bring_up_to_date,
    make_desk,
    open_place,
    pause,
    say,
    wait_until,
)

BEGIN, APART = datetime(2021, 1, 1, 1, tzinfo=UTC), timedelta(seconds=180)
PART, STEPS, PACE_MS = 20_000, 120, 33
FILTERS = ("", "โทรศัพท์", "สายหลุด", "แฟกซ์", "วันนี้", "พ.ย. 2568", "ปี 2568", "โดย:อรอนงค์", "หัวข้อ:บัตร", "บัตรหาย",
           "ต่อ 8999", "รถ", "คน:P-0001", "0800000500", "4471", "ตอบไม่ได้", "คำชม", "แก้ไขแล้ว",
           "โทรศัพท์ สายหลุด ปี 2568 บัตร")  # fmt: skip
PAIRED = ("โทรศัพท์", "แฟกซ์", "LINE", "สายหลุด", "ผิดที่", "วันนี้", "ปี 2565", "โดย:อรอนงค์", "หัวข้อ:บัตร", "หัวข้อ:ไม่มี",
          "บัตรหาย", "สอบถาม", "ต่อ 8999", "ไม่มีคำนี้", "คน:P-0001", "ตอบไม่ได้", "ร้องเรียน", "แก้ไขแล้ว")  # fmt: skip
TOPICS = ("บัตรประจำตัวผู้ป่วยหาย", "บัตรหาย", "ที่จอดรถและค่าจอด", "ขอใบรับรองแพทย์ย้อนหลัง", "เลื่อนนัดคลินิกกระดูก",
          "คิวคลินิกตา", "เวลาเยี่ยมผู้ป่วย", "ทางไปห้องยา")  # fmt: skip
CHANNELS = (Channel.PHONE,) * 6 + (Channel.WALK_IN,) * 3 + (Channel.LINE, Channel.EMAIL, Channel.OTHER)
OUTCOMES = (Outcome.ANSWERED,) * 14 + (Outcome.TRANSFERRED,) * 3 + (Outcome.PROMISED, Outcome.MESSAGE, Outcome.DROPPED)
CONTACT = (
    "INSERT INTO contacts (id, at, started_at, channel, outcome, staff, number, digits, person_id, person_name, topic,"
    " note, unanswered, feedback) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
WORDS = "INSERT INTO contact_words (contact_id, words) VALUES (?, ?)"
CORRECTED, RARE = 2_000, 20_000
"""Contacts that are corrected, and of how many one came by fax to the wrong place."""
BY_OFFSET = "SELECT * FROM contacts WHERE {} ORDER BY at DESC, id DESC LIMIT 40 OFFSET {}"


def fill(folder: Path, count: int) -> None:
    """Put contacts into a desk, three minutes apart."""
    desk, chance = Desk(folder), random.Random(5)
    with desk.storage.read() as repos:
        staff = [one.id for one in repos.staff.all()]
        people = [(one.id, one.name) for one in repos.people.all()]
    for first in range(0, count, PART):
        rows = list(_rows(range(first, min(count, first + PART)), staff, people, chance))
        with desk.storage.write() as repos:
            driver: Any = repos.connection  # below the port
            driver.exec_driver_sql(CONTACT, rows)
            driver.exec_driver_sql(WORDS, [(row[0], f"{row[10]}\n{row[11]}") for row in rows])
    with desk.storage.write() as repos:
        for number in chance.sample(range(count), min(count // 10, CORRECTED)):
            repos.contacts.correct(_id(number), {"outcome": Outcome.OTHER, "note": "แก้ไขบันทึก"}, staff[0], BEGIN)
    desk.close()


def _id(number: int) -> str:
    return f"{number:08x}-0000-7000-8000-{number:012x}"


def _rows(
    numbers: range, staff: Sequence[str], people: Sequence[tuple[str, str]], chance: random.Random
) -> Iterator[tuple[object, ...]]:
    for n in numbers:
        at = (BEGIN + n * APART).isoformat(timespec="microseconds")
        number, (person, name) = f"08{n % 100_000_000:08d}", people[n % len(people)] if n % 3 else ("", "")
        rare = n % RARE == 7
        channel, outcome = chance.choice(CHANNELS), chance.choice(OUTCOMES)
        note = f"สอบถามเรื่องที่ {n % 1000} ต่อ {n % 9000}"
        if n % 4 == 0:
            note += f" ฝากให้เจ้าหน้าที่โทรกลับที่ 08{n % 10}-345-{n % 9000:04} ภายในช่วงบ่าย เพราะยังรอผลตรวจอยู่"
        yield (
            _id(n), at, at, Channel.FAX if rare else channel, Outcome.WRONG_PLACE if rare else outcome,
            staff[n % len(staff)], number, number, person, name, chance.choice(TOPICS),
            note, chance.random() < 0.005, "complaint" if n % 900 == 3 else None,
        )  # fmt: skip


class Shown(QObject):
    """Tells when every row in view has been read and painted, with whatever was painted along."""

    OVER = QEvent.Type(QEvent.registerEventType())

    def __init__(self, page: LogPage, figures: Figures) -> None:
        super().__init__()
        self._figures, self._worked = figures, 0.0
        self._page, self._loop, self._limit = page, QEventLoop(), QTimer(self, singleShot=True, interval=1_000)
        self._limit.timeout.connect(self._loop.quit)
        page.table.viewport().installEventFilter(self)

    def wait(self) -> None:
        self._limit.start()
        self._loop.exec()
        self._limit.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._worked = thread_time()
            QCoreApplication.postEvent(self, QEvent(self.OVER), Qt.EventPriority.HighEventPriority.value)
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() != self.OVER:
            return super().event(event)
        self._figures.add("one repaint: work of the window's thread", thread_time() - self._worked)
        table, model = self._page.table, self._page.model
        last = table.rowAt(table.viewport().height() - 1)
        rows = range(table.rowAt(0), (last if last >= 0 else model.rowCount() - 1) + 1)
        if all(model.contact(row) is not None for row in rows):
            self._loop.quit()
        return True


class Reader:
    """Works the Log page of a window and takes the times."""

    def __init__(self, place: Workplace, figures: Figures) -> None:
        self._place, self._figures = place, figures
        self.page = place.pages.log
        self._ticks, self._shown = Ticks(place.window, figures), Shown(self.page, figures)

    def idle(self) -> None:
        with self._ticks.noted("tick late, idle"):
            pause(IDLE_MS)

    def open(self) -> None:
        with self._ticks.noted("tick late, opening"):
            self._place.window.open_page("log")
            wait_until(lambda: self.page.model.complete)

    def filter(self, text: str, whole: bool = True) -> str:
        """Want something; return a line that says how long it took."""
        page, today = self.page, self._place.services.clock.today()
        resets = list[float]()
        noted = page.model.modelReset.connect(lambda: resets.append(perf_counter()))
        began, worked, mine = perf_counter(), process_time(), thread_time()
        with self._ticks.noted("tick late, filtering"):
            page.bar.show_filter(read_filter(text, today))
            wait_until(lambda: bool(resets) and (page.model.complete or not whole))
        times = resets[0] - began, perf_counter() - began, process_time() - worked, thread_time() - mine
        page.model.modelReset.disconnect(noted)
        self._figures.add("first rows of a filter" if whole else "first rows of two filters", times[0])
        shown = "".join(f"{seconds * 1000:9.0f}" for seconds in times)
        return f"{text or 'everything':44}{shown}{page.model.rowCount():11,}"

    def scroll(self, under: str = "") -> None:
        """Go by pages, to the ends, and drag."""
        table, chance = self.page.table, random.Random(6)
        bar, keys = table.verticalScrollBar(), Qt.Key
        table.setFocus()
        with self._ticks.noted(f"tick late, scrolling{under}"):
            self._step(f"jump to the middle{under}", lambda: bar.setValue(bar.maximum() // 2))
            for name, key, count in (("Page Down", keys.Key_PageDown, STEPS), ("Page Up", keys.Key_PageUp, STEPS)):
                self._press(f"{name}{under}", key, count)
            for _ in range(10):
                self._press(f"End{under}", keys.Key_End, 1)
                self._press(f"Home{under}", keys.Key_Home, 1)
            self._press(f"Down{under}", keys.Key_Down, STEPS)
            bar.setSliderDown(True)
            for _ in range(STEPS):
                self._step(f"dragging{under}", lambda: bar.setSliderPosition(chance.randrange(bar.maximum())))
            bar.setSliderDown(False)

    def export(self, folder: Path) -> None:
        """Scroll while everything goes out."""
        self.page.out.export(folder / "out.csv")
        self.scroll(", exporting")
        self.page.out.stop()

    def _press(self, name: str, key: Qt.Key, count: int) -> None:
        for _ in range(count):
            self._step(name, lambda: QTest.keyClick(self.page.table, key))
            pause(PACE_MS)

    def _step(self, name: str, act: Callable[[], object]) -> None:
        began, worked = perf_counter(), thread_time()
        act()
        self._shown.wait()
        self._figures.add(name, perf_counter() - began)
        self._figures.add(f"{name}: work of the window's thread", thread_time() - worked)


class Machine:
    """How busy the machine was beside this process."""

    def __init__(self) -> None:
        self._began, self._others = perf_counter(), self._busy() - process_time()

    def said(self) -> str:
        apart = perf_counter() - self._began
        others = (self._busy() - process_time() - self._others) / apart
        load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
        return f"other work kept {others:.2f} of {os.cpu_count()} cores busy{load}"

    def _busy(self) -> float:
        """Return seconds of work on all cores since the start, where Linux tells."""
        file = Path("/proc/stat")
        if not file.exists():
            return 0.0
        numbers = [int(one) for one in file.read_text().split("\n", 1)[0].split()[1:]]
        return (sum(numbers[:3]) + sum(numbers[5:8])) / os.sysconf("SC_CLK_TCK")


def by_offset(folder: Path, figures: Figures) -> None:
    """Read the same places by LIMIT and OFFSET."""
    desk = Desk(folder)
    with desk.storage.read() as repos:
        driver: Any = repos.connection  # below the port
        count = driver.exec_driver_sql("SELECT count(*) FROM contacts").scalar()
        for name, condition in (("everything", "1"), ("by phone", "channel = 'phone'")):
            for part, offset in (("middle", count // 2), ("end", count - 40)):
                offset = offset if condition == "1" else offset // 2
                for _ in range(3):
                    began = perf_counter()
                    driver.exec_driver_sql(BY_OFFSET.format(condition, offset)).all()
                    figures.add(f"OFFSET, {name}, {part}", perf_counter() - began)
    desk.close()


def measure(folder: Path, pairs: bool) -> Figures:
    figures, window, machine = Figures(), ProcessCost("self"), Machine()
    place = open_place(folder)
    reader = Reader(place, figures)
    reader.idle()
    before = window.megabytes()
    reader.open()
    say(f"{'filter':44}{'first':>9}{'all':>9}{'work':>9}{'window':>9}{'contacts':>11}")
    for text in FILTERS:
        say(reader.filter(text))
    for one, other in combinations(PAIRED, 2) if pairs else ():
        say(reader.filter(f"{one} {other}", whole=False))
    reader.filter("")
    reader.scroll()
    with tempfile.TemporaryDirectory() as aside:
        reader.export(Path(aside))
    say(machine.said())
    say(f"window: {before:.0f} MB before the page, {window.megabytes():.0f} MB with it")
    place.close()
    by_offset(folder, figures)
    return figures


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--contacts", type=int, default=1_000_000)
    parser.add_argument("--data", type=Path, help="use this desk, or make it here if it is not there")
    parser.add_argument("--pairs", action="store_true", help="also every two filters together")
    said = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as aside:
        folder = said.data or Path(aside)
        if not (folder / "frontdesk.db").exists():
            make_desk(folder, DemoSize(200, 2_000, 0))
            fill(folder, said.contacts)
        bring_up_to_date(folder)
        say(measure(folder, said.pairs).table())
    return 0


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    sys.exit(main(sys.argv[1:]))
