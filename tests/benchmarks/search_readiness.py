"""How soon the search process is ready: at its start, after an edit, and while the index is built anew.

    python -m tests.benchmarks.search_readiness FOLDER [--starts 5] [--edits 10] [--no-rebuild]

Works on a copy of the desk in FOLDER, whose index is brought up to date first. Printed in milliseconds:

- start: from ``SearchProcess.start`` to "ready", and to the reply to a question that waited for it; once with
  nothing done ahead, once as in the program, whose process has loaded what it needs before the window is made;
- edit: from before ``Knowledge.save`` here to the first reply of the process that has the new words,
  and the replies to other questions in the three seconds after that;
- rebuild: the replies to questions typed at twelve keys a second while the index is built anew (at most
  for two minutes), and those before it.
"""

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from math import ceil
from pathlib import Path
from queue import Queue

from frontdesk.app import Desk, open_finder, prepare_finder
from frontdesk.domain.finding import Found, Question
from frontdesk.search.process.spawning import Spawner
from frontdesk.search.process.worker import SearchProcess

KEY_SECONDS = 1 / 12
AFTER_EDIT_SECONDS = 3.0
PATIENCE = 300.0
REBUILD_SECONDS = 120.0
QUESTIONS = (
    "บัตรประจำตัวหาย", "ที่จอดรถอยู่ตรงไหน", "how to apply for a visa", "ค่าใช้จ่ายตรวจสุขภาพ", "[y9iskp",
    "ทะเบียนราษฎร", "interest rate of loans", "ภาษีป้าย",
)  # fmt: skip


@dataclass
class Listener:
    """What the window would hear from its search process, with when it came."""

    process: SearchProcess
    replies: Queue[tuple[float, int, Found]] = field(default_factory=Queue)
    states: Queue[tuple[float, str]] = field(default_factory=Queue)
    number: int = 0

    def start(self) -> None:
        self.process.start(
            lambda number, found: self.replies.put((time.perf_counter(), number, found)),
            lambda state: self.states.put((time.perf_counter(), state)),
        )

    def until(self, state: str) -> float:
        """Return when a state was reported."""
        while True:
            at, heard = self.states.get(timeout=PATIENCE)
            if heard == state:
                return at

    def said(self, state: str) -> bool:
        """Tell whether a state was reported since somebody last looked."""
        heard = []
        while not self.states.empty():
            heard.append(self.states.get()[1])
        return state in heard

    def ask(self, text: str) -> tuple[float, Found]:
        """Ask, wait for the reply, and return the seconds that took with it."""
        began = time.perf_counter()
        self.number += 1
        self.process.ask(self.number, Question(text))
        while True:
            at, number, found = self.replies.get(timeout=PATIENCE)
            if number == self.number:
                return at - began, found


def typed() -> Iterator[str]:
    """Yield the beginnings of the questions over and over, as a typist makes them."""
    while True:
        for question in QUESTIONS:
            yield from (question[:end] for end in range(1, len(question) + 1))


@contextmanager
def running(root: Path, spawner: Spawner | None = None) -> Iterator[Listener]:
    listener = Listener(SearchProcess(partial(open_finder, root), spawner=spawner))
    listener.start()
    try:
        yield listener
    finally:
        listener.process.close()


def prepare_and_say(said: Path) -> None:
    prepare_finder()
    said.touch()


def measure_start(root: Path, ahead: bool) -> tuple[float, float]:
    """Return the seconds to "ready" and to the first full reply."""
    said = root / "prepared"
    said.unlink(missing_ok=True)
    spawner = Spawner(partial(prepare_and_say, said))
    if ahead:
        spawner.start_ahead()
        while not said.exists():
            time.sleep(0.01)
    began = time.perf_counter()
    with running(root, spawner) as listener:
        _, found = listener.ask(QUESTIONS[0])
        replied = time.perf_counter() - began
        assert found.answers.ready, "the first reply was without the index"
        return listener.until("ready") - began, replied


def measure_edit(desk: Desk, listener: Listener, number: int, others: list[float]) -> float:
    """Save an answer with a new word; return the seconds until a reply has it."""
    word = f"zq{number}{time.monotonic_ns() % 10**6}x"
    articles = [hit.article for hit in listener.ask(QUESTIONS[number % len(QUESTIONS)])[1].answers.answers]
    began = time.perf_counter()
    desk.knowledge.save(replace(articles[0], keywords=(*articles[0].keywords, word)), "benchmark")
    while word not in (keyword for keyword in _keywords(listener.ask(word)[1])):
        time.sleep(0.01)
    seconds = time.perf_counter() - began
    others += replies_for(listener, AFTER_EDIT_SECONDS)
    return seconds


def _keywords(found: Found) -> Iterator[str]:
    return (word for answer in found.answers.answers for word in answer.article.keywords)


def replies_for(listener: Listener, seconds: float) -> list[float]:
    """Type for some seconds; return how long each reply took."""
    until, taken = time.perf_counter() + seconds, list[float]()
    for text in typed():
        if time.perf_counter() >= until:
            return taken
        taken.append(listener.ask(text)[0])
        time.sleep(max(0.0, KEY_SECONDS - taken[-1]))
    return taken


def measure_rebuild(root: Path, listener: Listener) -> tuple[list[float], float]:
    """Make the index out of date and type until it is built anew; return the replies and the seconds."""
    about = next((root / "index").glob("build-*/about.json"))
    about.write_text(about.read_text("utf-8").replace('"version": "', '"version": "0'), "utf-8")
    listener.said("")  # what was reported before
    began, taken = time.perf_counter(), list[float]()
    listener.process.refresh()
    for text in typed():
        taken.append(listener.ask(text)[0])
        time.sleep(max(0.0, KEY_SECONDS - taken[-1]))
        seconds = time.perf_counter() - began
        if listener.said("ready") or seconds > REBUILD_SECONDS:
            return taken, seconds
    return taken, 0.0


def line(name: str, seconds: Sequence[float]) -> str:
    """Return one row of figures in milliseconds."""
    ordered = sorted(seconds)
    p50, p95, p99 = (1000 * ordered[ceil(share * len(ordered)) - 1] for share in (0.5, 0.95, 0.99))
    return f"{name:34}{p50:9.1f}{p95:9.1f}{p99:9.1f}{1000 * ordered[-1]:9.1f}{len(ordered):7}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--starts", type=int, default=5)
    parser.add_argument("--edits", type=int, default=10)
    parser.add_argument("--no-rebuild", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "desk"
        shutil.copytree(options.folder, root)
        desk = Desk(root)
        desk.index.catch_up()
        print(f"{desk.index.state()['articles']} articles\n{'ms':34}      p50      p95      p99      max      n")
        for ahead, how in ((False, "start"), (True, "start, loaded ahead")):
            starts = [measure_start(root, ahead) for _ in range(options.starts)]
            print(line(f"{how}: ready", [ready for ready, _ in starts]))
            print(line(f"{how}: first full reply", [reply for _, reply in starts]))
        sys.stdout.flush()
        with running(root) as listener:
            listener.until("ready")
            replies_for(listener, 3.0)
            print(line("reply: nothing else going on", replies_for(listener, 10.0)))
            others: list[float] = []
            edits = [measure_edit(desk, listener, number, others) for number in range(options.edits)]
            print(line("edit: found after", edits))
            print(line("edit: replies in the 3 s after", others))
            sys.stdout.flush()
            if not options.no_rebuild:
                taken, seconds = measure_rebuild(root, listener)
                print(line(f"rebuild ({seconds:.0f} s): replies", taken))
        desk.close()


if __name__ == "__main__":
    main()
