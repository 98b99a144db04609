"""How long the figures of a month and of a year take on a record of a million contacts, and how much memory.

    python -m tests.benchmarks.figures [contacts] [years]

Contacts are spread evenly over so many years; each figure is counted beside the one of the period before.
"""

import gc
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from frontdesk.domain.contacts import Channel, Contact, Outcome
from frontdesk.domain.counted_days import CountedDays, Span, days_of
from frontdesk.program import STARTING_OBJECTS
from frontdesk.services.clock import SystemClock
from frontdesk.services.figures import DeskFigures
from frontdesk.storage.database import Database, open_database

TOPICS = [f"{word} {number}" for word in ("นัดหมาย", "สิทธิการรักษา", "visiting hours", "ที่จอดรถ") for number in range(250)]
PEOPLE, STAFF = 200_000, 12
OUTCOMES = [*[Outcome.ANSWERED] * 14, *[Outcome.TRANSFERRED] * 3, *list(Outcome)]
CODES = [f"K-{number}" for number in range(500)]


def contacts(count: int, years: int, now: datetime) -> Iterator[Contact]:
    dice, step = random.Random(1), timedelta(days=365 * years) / count
    channels = list(Channel)
    for number in range(count):
        at = now - step * (count - number)
        who = dice.randrange(PEOPLE)
        known = dice.random() < 0.7
        yield Contact(
            f"{number:036}", at, at - timedelta(seconds=dice.randrange(20, 400)), dice.choice(channels),
            dice.choice(OUTCOMES), f"s{dice.randrange(STAFF)}", digits=f"08{who:08}",
            person_id=f"p{who}" if known else "", topic=dice.choice(TOPICS), articles=(dice.choice(CODES),),
            unanswered=dice.random() < 0.02, answered_at=at - timedelta(seconds=dice.randrange(1, 19)),
        )  # fmt: skip


def fill(storage: Database, count: int, years: int) -> None:
    with storage.write() as repos:
        repos.contacts.add_many(contacts(count, years, datetime.now(UTC)))


def measure(figures: DeskFigures, name: str, days: CountedDays) -> None:
    cpu, wall = time.process_time(), time.perf_counter()
    found = figures.overview(days)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    counted = f"{found.now.total.contacts:,} beside {found.then.total.contacts:,}"
    print(f"{name:6} {counted:24} cpu {cpu:6.2f} s  wall {wall:6.2f} s  peak {peak} MB", flush=True)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    years = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    gc.set_threshold(STARTING_OBJECTS)  # as the program does
    with tempfile.TemporaryDirectory() as folder:
        storage = open_database(Path(folder) / "frontdesk.db", Path(folder))
        begun = time.perf_counter()
        fill(storage, count, years)
        print(f"{count:,} contacts over {years} years, filled in {time.perf_counter() - begun:.0f} s", flush=True)
        clock = SystemClock()
        today = clock.today()
        figures = DeskFigures(storage, clock)
        last = days_of(Span.MONTH, today.replace(day=1) - timedelta(days=1), today)
        for name, days in (
            ("day", days_of(Span.DAY, today, today)),
            ("month", last),
            ("year", CountedDays(today - timedelta(days=364), today)),
        ):
            measure(figures, name, days)
        storage.close()


if __name__ == "__main__":
    main()
