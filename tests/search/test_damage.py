"""Every file of the index in every state that it may be in, while it is open and before it is opened."""

import os
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from queue import Queue
from random import Random

import pytest

from frontdesk.domain.articles import Answer, Answers
from frontdesk.domain.finding import Found, Question
from frontdesk.domain.people import Matches
from frontdesk.search.article_index import ArticleIndex
from frontdesk.search.process.worker import SearchProcess
from frontdesk.services.ports import Progress

from .feed import SITE, MemoryFeed, article

NEW = article("vaccine", "วัคซีนไข้หวัดใหญ่", "ฉีดฟรีทุกวันพุธ", "Flu vaccine")
WAIT = 60.0


def replaced(file: Path, content: bytes) -> None:
    """Put another file in a file's place; what is open stays open, as when a backup is laid over it."""
    beside = file.with_name("beside")
    beside.write_bytes(content)
    beside.replace(file)


def emptied(file: Path) -> None:
    replaced(file, b"")


def cut(file: Path) -> None:
    replaced(file, file.read_bytes()[: file.stat().st_size // 2])


def flipped(file: Path) -> None:
    content = bytearray(file.read_bytes())
    if content:
        content[Random(file.name).randrange(len(content))] ^= 0x10
    replaced(file, bytes(content))


def noise(file: Path) -> None:
    replaced(file, Random(1).randbytes(max(1, file.stat().st_size)))


def a_folder(file: Path) -> None:
    file.unlink()
    (file / "inside").mkdir(parents=True)


HARMS: dict[str, Callable[[Path], None]] = {
    "deleted": Path.unlink, "emptied": emptied, "cut": cut, "bit flipped": flipped, "noise": noise,
    "a folder": a_folder,
}  # fmt: skip


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many files an index has."""
    index = ArticleIndex(tmp_path_factory.mktemp("count"), MemoryFeed(SITE))
    index.catch_up()
    root = index._folder.root
    index.close()
    return len(files_of(root))


def files_of(root: Path) -> list[Path]:
    """Return every file of an index, those of its build by their kind: names differ from build to build."""
    return sorted((file for file in root.rglob("*") if file.is_file()), key=lambda file: (file.suffix, file.name))


def check_mended(index: ArticleIndex, word: str, wanted: str) -> None:
    index.catch_up()
    assert index.search(word, 1).hits[0].article_id == wanted
    assert index.state()["intact"]
    assert not index.catch_up()


@pytest.mark.parametrize("harm", HARMS)
def test_each_file_before_it_is_opened(tmp_path: Path, kinds: int, harm: str) -> None:
    for which in range(kinds):
        root, feed = tmp_path / str(which), MemoryFeed(SITE)
        index = ArticleIndex(root, feed)
        index.catch_up()
        index.close()
        HARMS[harm](files_of(root)[which])
        again = ArticleIndex(root, feed)
        again.search("บัตรประชาชน wifi 305", 5)
        check_mended(again, "บัตรประชาชน", "id-card")
        again.close()


@pytest.mark.skipif(os.name == "nt", reason="open files cannot be replaced there")
@pytest.mark.parametrize("harm", HARMS)
def test_each_file_while_it_is_open(tmp_path: Path, kinds: int, harm: str) -> None:
    for which in range(kinds):
        root, feed = tmp_path / str(which), MemoryFeed(SITE)
        index = ArticleIndex(root, feed)
        index.catch_up()
        HARMS[harm](files_of(root)[which])
        assert index.search("wifi", 1).hits[0].article_id == "wifi"
        check_mended(index, "บัตรประชาชน", "id-card")
        feed.put(NEW)
        check_mended(index, "วัคซีน", "vaccine")
        index.close()


class SiteFinding:
    """The answers of the small site, without a database."""

    def __init__(self, folder: Path, _: Progress) -> None:
        self._articles = {one.id: one for one in SITE}
        self._index = ArticleIndex(folder, MemoryFeed(SITE))

    def find(self, question: Question) -> Found:
        ranking = self._index.search(question.text, question.limit)
        answers = tuple(Answer(self._articles[hit.article_id], hit.score, hit.marks) for hit in ranking.hits)
        return Found(question.text, Answers(question.text, answers, ready=ranking.ready), Matches(question.text))

    def catch_up(self) -> bool:
        return self._index.catch_up()

    def close(self) -> None:
        self._index.close()


def cut_in_place(file: Path) -> None:
    """Take bytes away from a file that is mapped: whoever reads there is ended by the system."""
    os.truncate(file, file.stat().st_size // 2)


def scribbled_in_place(file: Path) -> None:
    with file.open("rb+") as content:
        content.write(Random(1).randbytes(file.stat().st_size))


IN_PLACE: dict[str, Callable[[Path], None]] = {
    "cut": cut_in_place,
    "scribbled": scribbled_in_place,
    "deleted": Path.unlink,
}


@pytest.mark.skipif(os.name == "nt", reason="open files cannot be changed there")
@pytest.mark.parametrize("harm", IN_PLACE)
def test_the_process_mends_what_is_damaged_under_it(tmp_path: Path, harm: str) -> None:
    """It may be ended by that, once; then it starts again, builds, and answers right."""
    replies: Queue[Found] = Queue()
    states: Queue[str] = Queue()
    process = SearchProcess(partial(SiteFinding, tmp_path))
    process.start(lambda _, found: replies.put(found), states.put)
    try:
        until_right(process, replies)
        for file in files_of(tmp_path):
            if file.suffix in {".seg", ".arrays", ".toc", ".json"}:
                IN_PLACE[harm](file)
        for number in range(30):
            process.ask(100 + number, Question("บัตรประชาชนหาย", 3))
        until_right(process, replies)
        again = ArticleIndex(tmp_path, MemoryFeed(SITE))
        assert not again.catch_up()
        assert again.state()["intact"]
        again.close()
    finally:
        process.close()
    assert list(states.queue).count("restarted") <= 1
    assert "failed" not in states.queue


def until_right(process: SearchProcess, replies: "Queue[Found]") -> None:
    """Ask until the right answer comes from an index that stays as it is."""
    right, pause = 0, threading.Event()
    for number in range(1_000_000, 1_000_000 + int(WAIT / 0.05)):
        process.ask(number, Question("บัตรประชาชนหาย", 3))
        pause.wait(0.05)
        found = replies.get(timeout=WAIT)
        codes = [answer.article.id for answer in found.answers.answers]
        right = right + 1 if codes[:1] == ["id-card"] else 0
        if right == 20:
            return
    pytest.fail("no right answer came")
