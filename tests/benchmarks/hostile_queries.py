"""How long hostile texts keep the box waiting, and which ones longest.

    python -m tests.benchmarks.hostile_queries FOLDER [--each 200] [--worst 15] [--seed 1]

Asks the desk in FOLDER for texts of every family in tests/search/hostile_texts.py, each as typed and
literally: the index alone, and everything that the box finds. Printed in milliseconds of processor time,
which other programs do not lengthen; then the texts that took longest.
"""

import argparse
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from random import Random

from frontdesk.app import Desk
from frontdesk.domain.finding import Question
from frontdesk.search.article_index import ArticleIndex
from frontdesk.services.finding import Finder
from tests.search.hostile_texts import PASTE, some_of_each

BOUND_MS = 100.0


@dataclass(frozen=True, slots=True)
class Asked:
    """One text and what it cost, in milliseconds of processor time."""

    part: str
    family: str
    text: str
    literal: bool
    ms: float


def timed(act: Callable[[], object]) -> float:
    began = time.process_time()
    act()
    return 1000 * (time.process_time() - began)


def ask(finder: Finder, family: str, text: str) -> list[Asked]:
    """Ask the index and the box for a text, both ways."""
    asked = []
    for literal in (False, True):
        index_ms = timed(lambda: finder.index.search(text, 36, literal=literal))  # noqa: B023
        box_ms = timed(lambda: finder.find(Question(text, literal=literal)))  # noqa: B023
        asked += [Asked("index", family, text, literal, index_ms), Asked("box", family, text, literal, box_ms)]
    return asked


def figures(times: list[float]) -> str:
    ordered = sorted(times)
    p50, p95, p99 = (ordered[ceil(share * len(ordered)) - 1] for share in (0.5, 0.95, 0.99))
    return f"{p50:9.1f}{p95:9.1f}{p99:9.1f}{ordered[-1]:9.1f}{sum(ms > BOUND_MS for ms in ordered):9}{len(ordered):7}"


def report(asked: list[Asked], worst: int) -> None:
    print(f"{'ms of processor time':34}      p50      p95      p99      max  > {BOUND_MS:.0f} ms      n")
    for part in ("index", "box"):
        by_family = defaultdict(list)
        for one in asked:
            if one.part == part:
                by_family[one.family].append(one.ms)
        print(f"{part + ': all':34}{figures([ms for times in by_family.values() for ms in times])}")
        for family, times in by_family.items():
            print(f"  {family:32}{figures(times)}")
    for part in ("index", "box"):
        slowest = sorted((one for one in asked if one.part == part), key=lambda one: -one.ms)[:worst]
        for one in slowest:
            print(f"{part} {one.ms:8.1f} {one.family}{' (literal)' if one.literal else ''}: {one.text[:100]!a}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--each", type=int, default=200)
    parser.add_argument("--worst", type=int, default=15)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    desk = Desk(options.folder)
    with tempfile.TemporaryDirectory() as folder:
        index = ArticleIndex(Path(folder) / "index", desk.storage.feed())
        index.catch_up()
        desk.index = index
        finder = Finder(desk.storage, index, desk.answering, desk.people, desk.storage.close)
        finder.find(Question("บัตร"))
        chance, asked = Random(options.seed), list[Asked]()
        for family, text in some_of_each(options.each, chance, PASTE):
            asked += ask(finder, family, text)
        report(asked, options.worst)
        sys.stdout.flush()
        desk.close()


if __name__ == "__main__":
    main()
