"""How the Log page does on a record of a given size, in the real window.

    python -m tests.benchmarks.log_page [--contacts 1000000] [--data DIR]

``--data`` takes a desk that this program has made before; where there is none, one is made there: a small
demo desk, and contacts put in by plain SQL (so its chain proves nothing). Printed, in milliseconds:

- for each filter: until the first rows stand there, until all are known, how many they are;
- jumps to the middle and the end, and single steps of a page: until every row in view has been read;
- how late a 60 Hz tick of the window's thread is meanwhile, beside an idle window;
- beside it, reading the same pages by LIMIT and OFFSET, as lists are mostly done;
- the memory of the window before the page is opened, and after.
"""

import argparse
import os
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from PySide6.QtWidgets import QApplication

from frontdesk.app import Desk
from frontdesk.domain.contact_filter import read_filter
from frontdesk.domain.contacts import Channel, Outcome
from frontdesk.services.demo import DemoSize
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
PART, STEPS = 20_000, 120
FILTERS = ("", "โทรศัพท์", "สายหลุด", "แฟกซ์", "วันนี้", "พ.ย. 2568", "ปี 2568", "โดย:อรอนงค์", "หัวข้อ:บัตร", "บัตรหาย",
           "ต่อ 8999", "คน:P-0001", "0800000500", "ตอบไม่ได้", "แก้ไขแล้ว", "โทรศัพท์ สายหลุด ปี 2568 บัตร")  # fmt: skip
TOPICS = ("บัตรประจำตัวผู้ป่วยหาย", "บัตรหาย", "ที่จอดรถและค่าจอด", "ขอใบรับรองแพทย์ย้อนหลัง", "เลื่อนนัดคลินิกกระดูก",
          "คิวคลินิกตา", "เวลาเยี่ยมผู้ป่วย", "ทางไปห้องยา")  # fmt: skip
CHANNELS = (Channel.PHONE,) * 6 + (Channel.WALK_IN,) * 3 + (Channel.LINE, Channel.EMAIL, Channel.OTHER)
OUTCOMES = (Outcome.ANSWERED,) * 14 + (Outcome.TRANSFERRED,) * 3 + (Outcome.PROMISED, Outcome.MESSAGE, Outcome.DROPPED)
CONTACT = (
    "INSERT INTO contacts (id, at, started_at, channel, outcome, staff, number, digits, person_id, person_name, topic,"
    " note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
WORDS = "INSERT INTO contact_words (contact_id, words) VALUES (?, ?)"
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
    desk.close()


def _rows(
    numbers: range, staff: Sequence[str], people: Sequence[tuple[str, str]], chance: random.Random
) -> Iterator[tuple[str, ...]]:
    for n in numbers:
        at = (BEGIN + n * APART).isoformat(timespec="microseconds")
        number, (person, name) = f"08{n % 100_000_000:08d}", people[n % len(people)] if n % 3 else ("", "")
        yield (
            f"{n:08x}-0000-7000-8000-{n:012x}", at, at, chance.choice(CHANNELS), chance.choice(OUTCOMES),
            staff[n % len(staff)], number, number, person, name, chance.choice(TOPICS),
            f"สอบถามเรื่องที่ {n % 1000} ต่อ {n % 9000}",
        )  # fmt: skip


class Reader:
    """Works the Log page of a window and takes the times."""

    def __init__(self, place: Workplace, figures: Figures) -> None:
        self._place, self._figures = place, figures
        self.page = place.pages.log
        self._ticks = Ticks(place.window, figures)

    def idle(self) -> None:
        with self._ticks.noted("tick late, idle"):
            pause(IDLE_MS)

    def open(self) -> None:
        with self._ticks.noted("tick late, opening"):
            self._place.window.open_page("log")
            wait_until(lambda: self.page.model.complete)

    def filter(self, text: str) -> str:
        """Want something; return a line that says how long it took."""
        page, today = self.page, self._place.services.clock.today()
        resets = list[float]()
        page.model.modelReset.connect(lambda: resets.append(perf_counter()))
        began, worked = perf_counter(), process_time()
        with self._ticks.noted("tick late, filtering"):
            page.bar.show_filter(read_filter(text, today))
            wait_until(lambda: bool(resets) and page.model.complete)
        whole, work = perf_counter() - began, process_time() - worked
        first = resets[0] - began
        times = "".join(f"{seconds * 1000:9.0f}" for seconds in (first, whole, work))
        return f"{text or 'everything':44}{times}{page.model.rowCount():11,}"

    def scroll(self) -> None:
        """Go by pages from the middle, then jump about."""
        bar = self.page.table.verticalScrollBar()
        with self._ticks.noted("tick late, scrolling"):
            for name, value in (("jump to the middle", bar.maximum() // 2), ("jump to the end", bar.maximum())):
                self._go(name, value)
            for step in range(STEPS):
                self._go("a page further", bar.maximum() // 3 + step * 14)
            chance = random.Random(6)
            for _ in range(STEPS):
                self._go("jump anywhere", chance.randrange(bar.maximum()))

    def _go(self, name: str, value: int) -> None:
        table, model, began = self.page.table, self.page.model, perf_counter()
        table.verticalScrollBar().setValue(value)
        table.viewport().repaint()
        rows = range(table.rowAt(0), int(table.rowAt(table.viewport().height() - 41)) + 1)
        while any(model.contact(row) is None for row in rows):
            QApplication.processEvents()
        self._figures.add(name, perf_counter() - began)


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


def measure(folder: Path) -> Figures:
    figures, window = Figures(), ProcessCost("self")
    place = open_place(folder)
    reader = Reader(place, figures)
    reader.idle()
    before = window.megabytes()
    reader.open()
    say(f"{'filter':44}{'first':>9}{'all':>9}{'work':>9}{'contacts':>11}")
    for text in FILTERS:
        say(reader.filter(text))
    reader.filter("")
    reader.scroll()
    say(f"window: {before:.0f} MB before the page, {window.megabytes():.0f} MB with it")
    place.close()
    by_offset(folder, figures)
    return figures


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--contacts", type=int, default=1_000_000)
    parser.add_argument("--data", type=Path, help="use this desk, or make it here if it is not there")
    said = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as aside:
        folder = said.data or Path(aside)
        if not (folder / "frontdesk.db").exists():
            make_desk(folder, DemoSize(200, 2_000, 0))
            fill(folder, said.contacts)
        bring_up_to_date(folder)
        say(measure(folder).table())
    return 0


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    sys.exit(main(sys.argv[1:]))
