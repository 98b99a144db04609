"""Starts a search process, prints its number, and ends without a word to it."""

import sys
from functools import partial
from pathlib import Path
from queue import Queue

from frontdesk.search.process.worker import SearchProcess
from tests.search.process.test_worker import SlowFinding


def main() -> None:
    states: Queue[str] = Queue()
    process = SearchProcess(partial(SlowFinding, Path(sys.argv[1])))
    process.start(lambda *_: None, states.put)
    while states.get() != "ready":
        pass
    sys.stdout.write(str(process.pid))


if __name__ == "__main__":
    main()
