"""Quality of finding answers beside Whoosh as it comes and the peers that are installed, in one run.

    python -m tests.benchmarks.search_quality [FOLDER] [--with-scale] [--cache FOLDER]

At 5,000 articles, or at 25,000 with ``--with-scale``. Speed and cost: ``tests.benchmarks.search_peers``.
"""

import argparse
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.benchmarks.search.corpus import LARGEST_REAL, SMALLEST_WHOLE, Corpus
from tests.benchmarks.search.engines import OURS, PEERS, STOCK, installed
from tests.benchmarks.search_peers import BESIDE, leave_without_data, print_quality


def main() -> None:
    """Run the comparison; leave with a clear word where the data is not there."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("folder", nargs="?", type=Path, default=BESIDE)
    options.add_argument("--with-scale", action="store_true")
    options.add_argument("--cache", type=Path)
    chosen = options.parse_args()
    leave_without_data(chosen.folder)
    corpus = Corpus(chosen.folder, LARGEST_REAL if chosen.with_scale else SMALLEST_WHOLE)
    with ExitStack() as stack:
        cache = chosen.cache or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        print_quality(corpus, cache, [OURS, *filter(installed, PEERS), STOCK])


if __name__ == "__main__":
    main()
