"""What the chain over the record costs, and how long proving it takes.

    python -m tests.benchmarks.chain [CONTACTS]

Logs contacts one by one on a real desk, with the chain and without, in turns; then fills a desk with so many
contacts (a million unless said otherwise), proves it in a process of its own, and says how long and how much
memory that took. Times are of the processor, so that other work on the machine counts less.
"""

import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from frontdesk.domain.contacts import Channel, Contact, Outcome
from frontdesk.domain.ids import new_id
from frontdesk.services.verification import Verification
from frontdesk.storage.chain import SqlChain
from frontdesk.storage.database import Database, open_database

BEGINNING = datetime(2020, 1, 1, tzinfo=UTC)
TURNS, LOGGED = 5, 200
MILLION = 1_000_000


def contacts(count: int) -> Iterator[Contact]:
    """Yield contacts three minutes apart, as ordinary as they come."""
    for number in range(count):
        at = BEGINNING + timedelta(minutes=3 * number)
        digits = f"08{number % 50_000:08}"
        yield Contact(
            new_id(), at, at, Channel.PHONE, Outcome.ANSWERED, "s-1", digits, digits, topic="บัตรประชาชนหาย",
            note="ขอให้โทรกลับช่วงบ่าย", articles=(f"A{number % 500}",), queries=("บัตรหาย",),
        )  # fmt: skip


def logging_cost(database: Database) -> tuple[float, float]:
    """Log contacts one by one; return the medians of processor and clock time, in milliseconds."""
    spent: list[tuple[float, float]] = []
    for contact in contacts(LOGGED):
        began, clock = process_time(), perf_counter()
        with database.write() as repos:
            repos.contacts.add(contact)
        spent.append((process_time() - began, perf_counter() - clock))
    return median(one for one, _ in spent) * 1000, median(one for _, one in spent) * 1000


def without_chain(database: Database) -> tuple[float, float]:
    """Log contacts with the chain switched off."""
    append, keep = SqlChain.append, SqlChain.keep_head
    SqlChain.append, SqlChain.keep_head = lambda *_: None, lambda *_: None  # type: ignore[method-assign]
    try:
        return logging_cost(database)
    finally:
        SqlChain.append, SqlChain.keep_head = append, keep  # type: ignore[method-assign]


def compare(folder: Path) -> None:
    """Log with and without the chain, in turns."""
    with closing(open_database(folder / "frontdesk.db")) as database:
        logging_cost(database)
        for turn in range(1, TURNS + 1):
            (cpu, clock), (bare_cpu, bare_clock) = logging_cost(database), without_chain(database)
            extra = cpu - bare_cpu
            print(f"turn {turn}: {cpu:.2f} ms a contact, {bare_cpu:.2f} without ({extra:+.2f}); "
                  f"by the clock {clock:.2f} and {bare_clock:.2f}", flush=True)  # fmt: skip


def fill(folder: Path, count: int) -> None:
    """Fill a desk with contacts."""
    began = process_time()
    with closing(open_database(folder / "frontdesk.db")) as database, database.write() as repos:
        repos.contacts.add_many(contacts(count))
    print(f"{count:,} contacts written and chained in {process_time() - began:.1f} s", flush=True)


def prove(folder: Path) -> None:
    """Prove a desk; called in a process of its own."""
    began, clock = process_time(), perf_counter()
    with closing(open_database(folder / "frontdesk.db")) as database:
        report = Verification(database).verify()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    spent, waited = process_time() - began, perf_counter() - clock
    print(f"{report.head.count:,} entries proved in {spent:.1f} s ({waited:.1f} s by the clock), "
          f"{memory:.0f} MB, sound: {report.sound}")  # fmt: skip


def main() -> None:
    """Run both."""
    if sys.argv[1:2] == ["--prove"]:
        prove(Path(sys.argv[2]))
        return
    with tempfile.TemporaryDirectory() as folder:
        compare(Path(folder) / "logging")
        fill(Path(folder) / "filled", int(sys.argv[1]) if sys.argv[1:] else MILLION)
        subprocess.run([sys.executable, "-m", __spec__.name, "--prove", f"{folder}/filled"], check=True)


if __name__ == "__main__":
    main()
