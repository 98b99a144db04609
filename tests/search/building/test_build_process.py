"""Whole builds in a process of their own: told about, given up, killed, and never left running."""

import errno
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from frontdesk.domain.articles import Article
from frontdesk.domain.errors import DeskError
from frontdesk.search.article_index import ArticleIndex
from frontdesk.search.building.build_process import BuildProcess, fill
from frontdesk.search.lookup.folder import is_sound, read_about
from frontdesk.services.ports import Cancelled
from tests.search.feed import SITE, MemoryFeed, article

MANY = 1000


def site_feed() -> MemoryFeed:
    return MemoryFeed(SITE)


def many_feed() -> MemoryFeed:
    return MemoryFeed(article(f"a{number}", f"เรื่องที่ {number}") for number in range(MANY))


class HangingFeed(MemoryFeed):
    """Notes in which process it is read, and never ends."""

    def __init__(self, note: Path) -> None:
        super().__init__(SITE)
        self._told = note

    def everything(self) -> Iterator[Article]:
        yield SITE[0]
        beside = self._told.with_suffix(".new")
        beside.write_text(str(os.getpid()), encoding="utf-8")
        beside.replace(self._told)
        threading.Event().wait()


class FullFeed(MemoryFeed):
    def everything(self) -> Iterator[Article]:
        raise OSError(errno.ENOSPC, "full")


class BusyFeed(MemoryFeed):
    def last_seq(self) -> int:
        raise DeskError("database_busy")


def gone(pid: int) -> bool:
    """Tell whether a process has ended, or is about to be taken down by the system."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z"


def quiet(done: int, total: int) -> None:
    """Hear nothing."""


def test_it_builds_the_same_and_tells_how_far_it_is(tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    here, apart = tmp_path / "here", tmp_path / "apart"
    here.mkdir()
    apart.mkdir()
    fill(many_feed(), here)
    BuildProcess(many_feed(), many_feed, lambda done, total: steps.append((done, total)))(apart)
    made, wanted = read_about(apart), read_about(here)
    assert made
    assert wanted
    assert is_sound(apart, made)
    assert (made.version, made.stamp, made.seq, made.base) == (wanted.version, wanted.stamp, wanted.seq, wanted.base)
    assert steps[0] == (0, 0)
    assert (MANY, MANY) in steps
    assert steps == sorted(steps)


def test_an_index_built_apart_answers(tmp_path: Path) -> None:
    index = ArticleIndex(tmp_path / "index", site_feed(), builder=BuildProcess(site_feed(), site_feed, quiet, worth=0))
    assert index.catch_up()
    assert index.search("wifi", 1).hits[0].article_id == "wifi"
    heard: list[int] = []
    index.rebuild(lambda done, _: heard.append(done))
    assert heard
    assert index.search("wifi", 1).hits[0].article_id == "wifi"
    index.close()


def test_a_small_site_is_built_here(tmp_path: Path) -> None:
    """Another process would take longer to start."""
    steps: list[tuple[int, int]] = []
    BuildProcess(site_feed(), FullFeed, lambda done, total: steps.append((done, total)))(tmp_path)
    assert steps == [(done, len(SITE)) for done in range(1, len(SITE) + 1)]
    assert read_about(tmp_path)


@pytest.mark.parametrize(
    ("make", "number"), [(FullFeed, errno.ENOSPC), (BusyFeed, errno.EIO)], ids=["full disk", "busy database"]
)
def test_its_fault_is_raised_here(tmp_path: Path, make: Callable[[], MemoryFeed], number: int) -> None:
    with pytest.raises(OSError, match=r".") as raised:
        BuildProcess(site_feed(), make, quiet, worth=0)(tmp_path)
    assert raised.value.errno == number


@pytest.mark.parametrize("end", ["given up", "killed"])
def test_a_build_that_ends_early_leaves_the_old_index(tmp_path: Path, end: str) -> None:
    note = tmp_path / "pid"

    def watch(done: int, total: int) -> None:
        if note.exists() and end == "given up":
            raise Cancelled
        if note.exists():
            os.kill(int(note.read_text()), signal.SIGTERM)

    root = tmp_path / "index"
    before = ArticleIndex(root, site_feed())
    before.catch_up()
    before.close()
    index = ArticleIndex(root, site_feed(), builder=BuildProcess(site_feed(), partial(HangingFeed, note), quiet, 0))
    with pytest.raises(Cancelled if end == "given up" else OSError):
        index.rebuild(watch)
    assert gone(int(note.read_text()))
    assert index.search("wifi", 1).hits[0].article_id == "wifi"
    assert len(list(root.glob("build-*"))) == 1
    index.close()


def test_it_ends_when_whoever_asked_is_killed(tmp_path: Path) -> None:
    """Nobody can tell it so: it has to see that the pipe has no other end any more."""
    note = tmp_path / "pid"
    asker = multiprocessing.get_context("spawn").Process(target=ask, args=(tmp_path, note))
    asker.start()
    pause = threading.Event()
    while not note.exists():
        assert asker.is_alive()
        pause.wait(0.05)
    asker.kill()
    asker.join()
    builder = int(note.read_text())
    for _ in range(200):
        if gone(builder):
            return
        pause.wait(0.05)
    os.kill(builder, signal.SIGKILL)
    pytest.fail("it went on alone")


def ask(build: Path, note: Path) -> None:
    BuildProcess(site_feed(), partial(HangingFeed, note), quiet, worth=0)(build)
