"""Finding answers beside tantivy and SQLite FTS5: quality, speed and cost, as tables for the README.

    python -m tests.benchmarks.search_peers [--quality] [--speed] [--cost] [--sizes 1000,25000,100000]
        [--data FOLDER] [--cache FOLDER] [--stock] [--queries 100] [--by-language] [--processor]

All three parts unless some are named. FOLDER holds corpus_5k.csv.gz, scale_20k.csv.gz and queries.jsonl.
The peers come with ``pip install -e .[bench]``; they are fed our tokens and asked what our planner plans,
each with a planner of its own, whose time counts. Building 100,000 articles takes many minutes: ``--cache``
keeps the indexes until the articles or their tokens change. Quality is only measured at sizes that hold the
right answers and nothing made up: 5,000 to 25,000. ``--processor`` takes times that other programs on the
machine disturb less, but not those that a person waits.
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from frontdesk.search.building.analyzer import version as analyzer_version
from tests.benchmarks.search.builds import prepare
from tests.benchmarks.search.corpus import LARGEST_REAL, SMALLEST_WHOLE, Corpus, missing, read_questions
from tests.benchmarks.search.cost import Cost, cost, cost_tables
from tests.benchmarks.search.engines import OURS, PEERS, STOCK, installed, version_of
from tests.benchmarks.search.quality import quality, quality_table
from tests.benchmarks.search.speed import ROUNDS, speed, speed_table
from tests.benchmarks.search.timed import mixed, timed_rows, warm_up

BESIDE = Path(__file__).parents[3] / "shared" / "eval" / "search"

_QUALITY_SIZES = (SMALLEST_WHOLE, LARGEST_REAL)
_OTHER_SIZES = (1_000, LARGEST_REAL, 100_000)
_ANSWERED = 300


def main() -> None:
    """Measure what was asked for; leave with a clear word where the data is not there."""
    chosen = _chosen()
    engines = [OURS, *filter(installed, PEERS), *([STOCK] if chosen.stock else [])]
    everything = not (chosen.quality or chosen.speed or chosen.cost)
    print(_surroundings(), flush=True)
    with ExitStack() as stack:
        cache = chosen.cache or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        if chosen.quality or everything:
            for size in chosen.sizes or _QUALITY_SIZES:
                print_quality(Corpus(chosen.data, size), cache, engines)
        others = [Corpus(chosen.data, size) for size in chosen.sizes or _OTHER_SIZES]
        if chosen.speed or everything:
            for corpus in others:
                print_speed(corpus, cache, engines, chosen)
        if chosen.cost or everything:
            print_cost(others, cache, engines)


def print_quality(corpus: Corpus, cache: Path, engines: Sequence[str]) -> None:
    """Build, ask and print one size, if it holds the right answers."""
    if not SMALLEST_WHOLE <= corpus.size <= LARGEST_REAL:
        return
    place = prepare(corpus, cache, engines)
    means = quality(place, read_questions(corpus.folder), engines)
    print(f"\n### Quality at {corpus.size:,} articles: MRR@10 x100\n\n{quality_table(means)}", flush=True)


def print_speed(corpus: Corpus, cache: Path, engines: Sequence[str], chosen: argparse.Namespace) -> None:
    """Build, ask in rounds and print one size."""
    place = prepare(corpus, cache, engines)
    rows = timed_rows(read_questions(corpus.folder), chosen.queries, chosen.by_language)
    speeds = speed(place, rows, warm_up(corpus.articles()), engines, chosen.processor)
    clock = ", processor time" if chosen.processor else ""
    title = f"### Speed at {corpus.size:,} articles: median of {ROUNDS} rounds{clock}"
    print(f"\n{title}\n\n{speed_table(speeds, rows)}", flush=True)


def print_cost(corpora: Sequence[Corpus], cache: Path, engines: Sequence[str]) -> None:
    """Build, open and print all sizes."""
    costs: dict[int, Cost] = {}
    for corpus in corpora:
        place = prepare(corpus, cache, engines)
        costs[corpus.size] = cost(place, mixed(read_questions(corpus.folder), _ANSWERED), engines)
    print(f"\n### Cost\n\n{cost_tables(costs, engines)}", flush=True)


def leave_without_data(folder: Path) -> None:
    """End the program if the folder lacks what is measured with."""
    if lacking := missing(folder):
        sys.exit(f"nothing measured: {', '.join(lacking)} not in {folder}")


def _surroundings() -> str:
    peers = ", ".join(filter(None, map(version_of, PEERS)))
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
    return f"Analyzer {analyzer_version()}; {peers or 'no peers installed'}; {machine}"


def _chosen() -> argparse.Namespace:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    for part in ("--quality", "--speed", "--cost"):
        options.add_argument(part, action="store_true")
    options.add_argument("--sizes", type=_sizes, help="numbers of articles, with commas")
    options.add_argument("--data", type=Path, default=BESIDE)
    options.add_argument("--cache", type=Path)
    options.add_argument("--stock", action="store_true", help="Whoosh as it comes beside them")
    options.add_argument("--queries", type=int, default=100, help="timed queries of each language and kind")
    options.add_argument("--by-language", action="store_true", help="times of Thai and English in rows apart")
    options.add_argument("--processor", action="store_true", help="times of the processor, not of the clock")
    chosen = options.parse_args()
    leave_without_data(chosen.data)
    return chosen


def _sizes(text: str) -> list[int]:
    return [int(size) for size in text.split(",")]


if __name__ == "__main__":
    main()
