"""What opening a desk costs with so many people on file, each time in a program of its own."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_OPEN = """
import sys, time
began = time.perf_counter()
from pathlib import Path
from frontdesk.app import Desk
found = Desk(Path(sys.argv[1])).people.find(sys.argv[2])
print(time.perf_counter() - began, found.ready)
"""

_READY = """
import sys, time
from functools import partial
from pathlib import Path
from queue import Queue
from frontdesk.app import open_finder
from frontdesk.domain.finding import Question
from frontdesk.search.process.worker import SearchProcess

def main():
    began = time.perf_counter()
    replies, states = Queue(), Queue()
    process = SearchProcess(partial(open_finder, Path(sys.argv[1])))
    process.start(lambda number, found: replies.put((number, found)), states.put)
    asked = 0
    first = 0.0
    while True:
        asked += 1
        process.ask(asked, Question(sys.argv[2]))
        while replies.empty() or (heard := replies.get())[0] != asked:
            time.sleep(0.001)
        first = first or time.perf_counter() - began
        if heard[1].people.ready:
            break
        time.sleep(0.05)
    print(first, time.perf_counter() - began)
    process.close()

if __name__ == "__main__":
    main()
"""


@dataclass(frozen=True, slots=True)
class Opening:
    """Seconds from the start of Python's own work to what is told."""

    first_look_up: float
    first_guess: float
    process_replies: float
    process_guesses: float


def measure(root: Path, number: str, misspelt: str, times: int) -> Opening:
    """Open the desk some times and return the medians."""
    look_ups = [_seconds(_OPEN, root, number)[0] for _ in range(times)]
    guesses = [_seconds(_OPEN, root, misspelt)[0] for _ in range(times)]
    ready = [_seconds(_READY, root, misspelt) for _ in range(times)]
    return Opening(median(look_ups), median(guesses), median(one[0] for one in ready), median(one[1] for one in ready))


def _seconds(program: str, root: Path, text: str) -> list[float]:
    command = [sys.executable, "-c", program, str(root), text]
    said = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    return [float(word) for word in said.split() if word not in ("True", "False")]
