"""A fresh process that opens our index and answers: what it takes. Run by ``cost``.

python -m tests.benchmarks.search.footprint FOLDER STAMP < QUERIES.json > FIGURES.json
"""

import json
import sys
import time
from pathlib import Path

import psutil

from .engines import SHOWN, Place, open_index


def main() -> None:
    """Answer the queries given and print megabytes and seconds."""
    place, texts, process = Place(Path(sys.argv[1]), sys.argv[2]), json.load(sys.stdin), psutil.Process()
    bare = process.memory_info().rss
    began = time.perf_counter()
    index = open_index(place)
    index.search(texts[0], SHOWN)
    opened, alive = time.perf_counter() - began, time.time() - process.create_time()
    for text in texts:
        index.search(text, SHOWN)
    full = process.memory_info().rss
    json.dump({"bare_mb": bare / 1e6, "full_mb": full / 1e6, "opened": opened, "alive": alive}, sys.stdout)


if __name__ == "__main__":
    main()
