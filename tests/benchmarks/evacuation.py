"""From the chord to a roll on disk: ``python -m tests.benchmarks.evacuation [PEOPLE ...]``.

Prints percentiles of seconds by the clock for invented people inside, each roll made as the program makes it: a
process is started, told who is inside, and writes the file. ``stood by`` is with a process that was started ahead,
as while the gate is open; ``drawing`` is what drawing alone takes in a process that has drawn before.
"""

import io
import random
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import quantiles
from time import perf_counter, sleep

from frontdesk.printing.papers import draw
from frontdesk.printing.process import ProcessPrinter
from frontdesk.services.gate_reports import EvacuationRoll
from tests.printing.gate_samples import roll

FIRST = "สุ วิ ณัฐ กิตติ พร ศิริ ธน อรุณ ปิย จิรา นภา ภัทร".split()  # noqa: SIM905 easier to read
LAST = "ดา ชัย พงษ์ วัฒน์ รัตน์ ภรณ์ เดช สิทธิ์ พันธุ์ ศักดิ์ ลักษณ์ มงคล น้ำทิพย์ เจริญ".split()  # noqa: SIM905
COUNTS, ROUNDS = (50, 500, 2_000), 20
PERCENTILES, STANDING = (50, 95), 1.5


def varied(count: int) -> EvacuationRoll:
    """Return a roll on which nobody has the name of another."""
    chance = random.Random(7)
    names = (f"{chance.choice(FIRST)}{chance.choice(LAST)} {''.join(chance.choices(LAST, k=2))}" for _ in range(count))
    report = roll(count)
    return replace(report, rows=tuple(replace(row, name=name) for row, name in zip(report.rows, names, strict=True)))


def seconds(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started


def after_waiting(printer: ProcessPrinter, report: EvacuationRoll, path: Path) -> float:
    """Return how long a roll takes of a child that has stood by for long enough to load everything."""
    printer.stand_by()
    sleep(STANDING)
    return seconds(partial(printer.make, report, path))


def row(name: str, lines: int, taken: Sequence[float], pages: int) -> str:
    cuts = quantiles(taken, n=100, method="inclusive")
    figures = "".join(f"{cuts[one - 1]:8.2f}" for one in PERCENTILES)
    return f"{name:<10}{lines:7,}{figures}{max(taken):8.2f}{pages:7}"


def main() -> None:
    """Print three rows for each count."""
    print(f"{'':<10}{'rows':>7}{'p50':>8}{'p95':>8}{'worst':>8}{'pages':>7}")
    with tempfile.TemporaryDirectory() as folder:
        for count in map(int, sys.argv[1:] or COUNTS):
            report, path = varied(count), Path(folder) / "roll.pdf"
            made = [seconds(partial(ProcessPrinter().make, report, path)) for _ in range(ROUNDS)]
            ready = ProcessPrinter()
            waited = [after_waiting(ready, report, path) for _ in range(ROUNDS)]
            ready.close()
            pages = draw(report, io.BytesIO(), lambda _: None)
            drawn = [seconds(partial(draw, report, io.BytesIO(), lambda _: None)) for _ in range(ROUNDS)]
            print(row("whole", count, made, pages))
            print(row("stood by", count, waited, pages))
            print(row("drawing", count, drawn, pages), flush=True)


if __name__ == "__main__":
    main()
