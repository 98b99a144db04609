"""The log of contacts as PDF, made as the window makes it: ``python -m tests.benchmarks.report_pdf [COUNT ...]``.

Prints seconds by the clock and of work in the child, its greatest memory, pages and size, for invented
contacts whose notes all differ. The child's start is included.
"""

import random
import resource
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from frontdesk.printing.process import ProcessPrinter
from frontdesk.services.reports import ContactLine
from tests.printing.sample_papers import contact_log, lines

COUNTS = (1_000, 5_000, 20_000)
SAID = ("ผู้ติดต่อ แจ้งว่า บัตรหาย ตั้งแต่ เมื่อวาน ขอให้ โทรกลับ ก่อน บ่ายสาม น้ำท่วม ที่จอดรถ ไม่พบ ชื่อ ในระบบ "
         "แพทย์ เลื่อนนัด คลินิก กระดูก ชั้น 3 อาคาร A will call again")  # fmt: skip
WORDS = SAID.split()


def varied(count: int) -> Iterator[ContactLine]:
    """Yield contacts with names and notes of 0 to 40 words."""
    chance = random.Random(5)
    for line in lines(count):
        note = "".join(chance.choices(WORDS, k=chance.choice((0, 0, 8, 15, 40))))
        yield replace(line, note=note, caller="".join(chance.choices(WORDS, k=3)))


def main() -> None:
    """Print a row for each count."""
    print(f"{'contacts':>9}{'seconds':>9}{'work':>8}{'MB':>6}{'pages':>7}{'file KB':>9}")
    with tempfile.TemporaryDirectory() as folder:
        for count in map(int, sys.argv[1:] or COUNTS):
            before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
            started = perf_counter()
            printed = ProcessPrinter().make(replace(contact_log(count), lines=varied(count)), Path(folder) / "log.pdf")
            taken, usage = perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
            size = printed.path.stat().st_size // 1024
            print(f"{count:9,}{taken:9.1f}{usage.ru_utime - before:8.1f}{usage.ru_maxrss // 1024:6}"
                  f"{printed.pages:7,}{size:9,}")  # fmt: skip


if __name__ == "__main__":
    main()
