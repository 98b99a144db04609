"""The search process for real: spawned, asked, killed, restarted, ended."""

import errno
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from queue import Queue

import pytest

from frontdesk.domain.articles import Answer, Answers
from frontdesk.domain.errors import DeskError
from frontdesk.domain.finding import Found, Question
from frontdesk.domain.people import Matches
from frontdesk.search.article_index import ArticleIndex
from frontdesk.search.process.worker import SearchProcess
from frontdesk.services.ports import Progress
from tests.search.feed import SITE, MemoryFeed

WAIT = 30.0


class IndexFinding:
    """The answers of the small site, without a database."""

    def __init__(self, folder: Path, tell: Progress) -> None:
        self._articles = {one.id: one for one in SITE}
        self._index = ArticleIndex(folder, MemoryFeed(SITE))

    def find(self, question: Question) -> Found:
        text = question.text
        if text == "die":
            os._exit(3)
        if text == "busy":
            raise DeskError("database_busy")
        hits = self._index.search(text, question.limit, literal=question.literal).hits
        answers = tuple(Answer(self._articles[hit.article_id], hit.score, hit.marks) for hit in hits)
        return Found(text, Answers(text, answers), Matches(text))

    def catch_up(self) -> bool:
        return self._index.catch_up()

    def close(self) -> None:
        self._index.close()


class SlowFinding:
    """Says when it begins, and goes on when the test lets it."""

    def __init__(self, folder: Path, tell: Progress) -> None:
        self._gate = folder / "gate"

    def find(self, question: Question) -> Found:
        text = question.text
        waiting = threading.Event()
        while text == "slow" and not self._gate.exists():
            waiting.wait(0.01)
        return Found(text, Answers(text), Matches(text))

    def catch_up(self) -> bool:
        return (self._gate.parent / "changed").exists()

    def close(self) -> None:
        (self._gate.parent / "closed").touch()


class BuildingFinding(SlowFinding):
    """Is at a long build until the test lets it end."""

    def __init__(self, folder: Path, tell: Progress) -> None:
        super().__init__(folder, tell)
        self._tell = tell

    def catch_up(self) -> bool:
        waiting = threading.Event()
        while not self._gate.exists():
            waiting.wait(0.01)
            self._tell(7, 25)
        return False


class FailingFinding(SlowFinding):
    """Has no room for its index until the test makes some."""

    def catch_up(self) -> bool:
        with (self._gate.parent / "tries").open("a") as tries:
            tries.write("x")
        if not self._gate.exists():
            raise OSError(errno.ENOSPC, "full")
        return True


class Desk:
    """What the window would hear."""

    def __init__(self, process: SearchProcess) -> None:
        self.process = process
        self.replies: Queue[tuple[int, Found]] = Queue()
        self.states: Queue[str] = Queue()
        self.steps: Queue[tuple[int, int]] = Queue()
        process.start(
            lambda number, found: self.replies.put((number, found)),
            self.states.put,
            lambda done, total: self.steps.put((done, total)),
        )

    def until(self, state: str) -> list[str]:
        heard = [self.states.get(timeout=WAIT)]
        while heard[-1] != state:
            heard.append(self.states.get(timeout=WAIT))
        return heard

    def answer(self) -> tuple[int, list[str]]:
        number, found = self.replies.get(timeout=WAIT)
        return number, [answer.article.id for answer in found.answers.answers]


Open = Callable[..., Desk]


@pytest.fixture
def open_desk(tmp_path: Path) -> Iterator[Open]:
    desks: list[Desk] = []

    def begin(finding: type = IndexFinding, restart_pause: float = 60.0) -> Desk:
        index = ArticleIndex(tmp_path, MemoryFeed(SITE))
        index.catch_up()
        index.close()
        desks.append(Desk(SearchProcess(partial(finding, tmp_path), restart_pause)))
        return desks[-1]

    threads = threading.active_count()
    yield begin
    for desk in desks:
        desk.process.close()
    assert threading.active_count() == threads
    assert multiprocessing.active_children() == []


def test_it_starts_answers_and_ends(open_desk: Open) -> None:
    desk = open_desk()
    assert desk.until("ready") == ["starting", "ready"]
    desk.process.ask(1, Question("บัตรประชาชนหาย", 3))
    number, codes = desk.answer()
    assert (number, codes[0]) == (1, "id-card")
    pid = desk.process.pid
    assert pid
    desk.process.close()
    assert desk.process.pid is None
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_question_before_it_is_ready_waits(open_desk: Open) -> None:
    desk = open_desk()
    desk.process.ask(1, Question("wi", 3))
    desk.process.ask(2, Question("wifi", 3))
    number, codes = desk.answer()
    assert (number, codes[0]) == (2, "wifi")
    assert desk.replies.empty()


def test_the_newest_waiting_question_wins(open_desk: Open, tmp_path: Path) -> None:
    desk = open_desk(SlowFinding)
    desk.until("ready")
    desk.process.ask(1, Question("slow", 3))
    for number in range(2, 9):
        desk.process.ask(number, Question("next", 3))
    (tmp_path / "gate").touch()
    assert [desk.answer()[0] for _ in range(2)] == [1, 8]
    assert desk.replies.empty()


def test_of_several_who_ask_each_gets_its_newest_answered(open_desk: Open, tmp_path: Path) -> None:
    """While one types on, the others wait for one question of each at most, and none is dropped for another's."""
    desk = open_desk(SlowFinding)
    desk.until("ready")
    desk.process.ask(1, Question("slow", 3), asker=1)
    for number, asker in ((2, 1), (3, 2), (4, 1), (5, 3), (6, 2), (7, 1)):
        desk.process.ask(number, Question("next", 3), asker)
    (tmp_path / "gate").touch()
    assert [desk.answer()[0] for _ in range(4)] == [1, 7, 6, 5]
    assert desk.replies.empty()


def test_who_asks_again_and_again_waits_behind_who_asked_before(open_desk: Open, tmp_path: Path) -> None:
    desk, heard = open_desk(SlowFinding), list[int]()
    desk.until("ready")
    desk.process.ask(1, Question("slow", 3), asker=1)
    desk.process.ask(2, Question("next", 3), asker=1)
    desk.process.ask(100, Question("next", 3), asker=2)
    (tmp_path / "gate").touch()
    while 100 not in heard:
        heard.append(desk.answer()[0])
        desk.process.ask(2 + len(heard), Question("next", 3), asker=1)  # as fast as answers come
    assert len(heard) <= 3


@pytest.mark.parametrize("end", ["killed", "died of a question"])
def test_a_process_that_dies_is_started_again(open_desk: Open, end: str) -> None:
    desk = open_desk()
    desk.until("ready")
    first = desk.process.pid
    assert first
    if end == "killed":
        os.kill(first, signal.SIGKILL)
    else:
        desk.process.ask(1, Question("die", 3))
    assert desk.until("ready") == ["restarted", "ready"]
    desk.process.ask(2, Question("wifi", 3))
    number, codes = desk.answer()
    assert (number, codes[0]) == (2, "wifi")
    assert desk.process.pid != first


def test_one_that_dies_again_at_once_has_to_rest(open_desk: Open) -> None:
    desk = open_desk(restart_pause=60.0)
    desk.until("ready")
    desk.process.ask(1, Question("die", 3))
    desk.until("ready")
    desk.process.ask(2, Question("die", 3))
    assert desk.until("failed") == ["failed"]
    desk.process.close()


def test_after_its_rest_it_is_started_again(open_desk: Open) -> None:
    desk = open_desk(restart_pause=1.0)
    desk.until("ready")
    for number in range(3):
        desk.process.ask(number, Question("die", 3))
        desk.until("ready")
    desk.process.ask(9, Question("wifi", 3))
    assert desk.answer()[0] == 9


def test_a_busy_database_costs_one_reply_only(open_desk: Open) -> None:
    desk = open_desk()
    desk.until("ready")
    desk.process.ask(1, Question("busy", 3))
    desk.process.ask(2, Question("wifi", 3))
    assert desk.answer()[0] == 2


def test_it_says_when_it_took_in_a_change(open_desk: Open, tmp_path: Path) -> None:
    desk = open_desk(SlowFinding)
    desk.until("ready")
    (tmp_path / "changed").touch()
    desk.process.refresh()
    assert desk.until("ready") == ["ready"]


def test_it_lets_go_of_everything_when_it_ends(open_desk: Open, tmp_path: Path) -> None:
    desk = open_desk(SlowFinding)
    desk.until("ready")
    desk.process.close()
    assert (tmp_path / "closed").exists()


def test_it_can_be_closed_before_it_is_ready(open_desk: Open) -> None:
    open_desk().process.close()


def test_closing_does_not_wait_for_a_question(open_desk: Open) -> None:
    desk = open_desk(SlowFinding)
    desk.until("ready")
    desk.process.ask(1, Question("slow", 3))
    desk.process.close()
    assert desk.process.pid is None


def test_it_says_how_far_a_build_is_and_answers_meanwhile(open_desk: Open, tmp_path: Path) -> None:
    desk = open_desk(BuildingFinding)
    assert desk.until("indexing") == ["starting", "ready", "indexing"]
    assert desk.steps.get(timeout=WAIT) == (7, 25)
    desk.process.ask(1, Question("wifi", 3))
    assert desk.answer()[0] == 1
    (tmp_path / "gate").touch()
    assert desk.until("ready") == ["ready"]


def test_a_build_under_way_is_given_up_at_the_end(open_desk: Open, tmp_path: Path) -> None:
    desk = open_desk(BuildingFinding)
    desk.until("indexing")
    desk.process.close()
    assert (tmp_path / "closed").exists()


def test_what_cannot_be_written_is_tried_again_when_asked(open_desk: Open, tmp_path: Path) -> None:
    desk = open_desk(FailingFinding)
    desk.until("ready")
    desk.process.ask(1, Question("wifi", 3))
    assert desk.answer()[0] == 1
    (tmp_path / "gate").touch()
    desk.process.refresh()
    assert desk.until("ready") == ["ready"]
    assert (tmp_path / "tries").read_text() == "xx"


def test_a_window_that_never_closes_it_can_end(tmp_path: Path) -> None:
    """The process is no daemon, so the end of the program must end it."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.search.process.careless_window", str(tmp_path)],
        capture_output=True,
        timeout=60,
        check=True,
    )
    with pytest.raises(ProcessLookupError):
        os.kill(int(ended.stdout), 0)
