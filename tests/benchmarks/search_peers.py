"""Finding answers beside tantivy and SQLite FTS5: quality, speed and cost, as tables for the README.

    python -m tests.benchmarks.search_peers [--quality] [--speed] [--cost] [--sizes 1000,25000,100000]
        [--data FOLDER] [--cache FOLDER] [--stock]

All three parts unless some are named. FOLDER holds corpus_5k.csv.gz, scale_20k.csv.gz and queries.jsonl.
The peers come with ``pip install -e .[bench]``; they are fed our tokens and asked what our planner plans,
each with a planner of its own, whose time counts. Building 100,000 articles takes many minutes: ``--cache``
keeps the indexes until the articles or their tokens change.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from tests.benchmarks.search.builds import prepare
from tests.benchmarks.search.corpus import LARGEST_REAL, SMALLEST_WHOLE, Corpus, missing, read_questions
from tests.benchmarks.search.engines import OURS, PEERS, STOCK, installed
from tests.benchmarks.search.quality import quality, quality_table

BESIDE = Path(__file__).parents[3] / "shared" / "eval" / "search"


def main() -> None:
    """Measure what was asked for; leave with a clear word where the data is not there."""
    chosen = _chosen()
    engines = [OURS, *filter(installed, PEERS), *([STOCK] if chosen.stock else [])]
    with ExitStack() as stack:
        cache = chosen.cache or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        for size in (SMALLEST_WHOLE, LARGEST_REAL):
            print_quality(Corpus(chosen.data, size), cache, engines)


def print_quality(corpus: Corpus, cache: Path, engines: Sequence[str]) -> None:
    """Build, ask and print one size."""
    place = prepare(corpus, cache, engines)
    means = quality(place, read_questions(corpus.folder), engines)
    print(f"\n### Quality at {corpus.size:,} articles: MRR@10 x100\n\n{quality_table(means)}", flush=True)


def leave_without_data(folder: Path) -> None:
    if lacking := missing(folder):
        sys.exit(f"nothing measured: {', '.join(lacking)} not in {folder}")


def _chosen() -> argparse.Namespace:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--data", type=Path, default=BESIDE)
    options.add_argument("--cache", type=Path)
    options.add_argument("--stock", action="store_true", help="Whoosh as it comes beside them")
    chosen = options.parse_args()
    leave_without_data(chosen.data)
    return chosen


if __name__ == "__main__":
    main()
