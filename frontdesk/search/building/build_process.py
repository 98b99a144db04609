"""A whole build, made here or by a process of its own, so that answering never waits for its turn."""

import errno
import multiprocessing
import os
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from frontdesk.domain.errors import DeskError
from frontdesk.search.lookup.folder import About, note
from frontdesk.services.ports import ArticleFeed, Progress

from .analyzer import version
from .writing import write_build

Builder = Callable[[Path, Progress | None], None]
"""Fills an empty folder with a build and its note; raises OSError, or what the progress raises."""

WORTH_A_PROCESS = 300
"""Answers; fewer are built here sooner than another process has started."""

_SPAWN = multiprocessing.get_context("spawn")
_LOW_PRIORITY = 5
_TELL_EVERY = 100
_LOOK_SECONDS = 0.1


def fill(feed: ArticleFeed, build: Path, progress: Progress | None = None) -> None:
    """Write everything that a feed holds into an empty folder."""
    stamp, seq, total = feed.stamp(), feed.last_seq(), feed.count()

    def tell(done: int, _: int) -> None:
        if progress:
            progress(done, total)

    base = write_build(build, feed.everything(), tell)
    note(build, About(version(), stamp, seq, base, {}))


class BuildProcess:
    """Fills folders in a process of low priority, which ends when this one does.

    ``make_feed`` is called in that process, so it must be picklable; it makes the like of ``feed``. Whoever
    gives no progress of his own is told by ``tell``.
    """

    def __init__(
        self, feed: ArticleFeed, make_feed: Callable[[], ArticleFeed], tell: Progress, worth: int = WORTH_A_PROCESS
    ) -> None:
        self._feed, self._make_feed, self._tell, self._worth = feed, make_feed, tell, worth

    def __call__(self, build: Path, progress: Progress | None = None) -> None:
        if self._feed.count() < self._worth:
            fill(self._feed, build, progress or self._tell)
        else:
            self._fill_apart(build, progress or self._tell)

    def _fill_apart(self, build: Path, progress: Progress) -> None:
        ours, theirs = _SPAWN.Pipe()
        arguments = (theirs, self._make_feed, build)
        process = _SPAWN.Process(target=_run, args=arguments, name="frontdesk-index", daemon=True)
        process.start()
        theirs.close()
        try:
            _follow(ours, progress)
        finally:
            process.kill()
            process.join()
            process.close()
            ours.close()


def _follow(pipe: Connection, tell: Progress) -> None:
    """Pass on the progress until the build is whole; raise what went wrong as OSError."""
    done, total = 0, 0
    while True:
        tell(done, total)
        if not pipe.poll(_LOOK_SECONDS):
            continue
        try:
            message = pipe.recv()
        except EOFError as error:
            raise OSError("the index process has ended") from error
        if message is None:
            return
        if isinstance(message, int):
            raise OSError(message, os.strerror(message))
        done, total = message


def _run(pipe: Connection, make_feed: Callable[[], ArticleFeed], build: Path) -> None:
    """Build, telling how far it is; None is the end, a number the fault that the system gave."""
    threading.Thread(target=_end_with, args=(pipe,), name="watch-asker", daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(_LOW_PRIORITY)

    def tell(done: int, total: int) -> None:
        if done % _TELL_EVERY == 0:
            pipe.send((done, total))

    try:
        fill(make_feed(), build, tell)
        outcome = None
    except (OSError, DeskError) as error:
        outcome = getattr(error, "errno", None) or errno.EIO
    with suppress(OSError):
        pipe.send(outcome)


def _end_with(pipe: Connection) -> None:
    """End this process at once when nobody waits for it any more: nothing it wrote is believed."""
    with suppress(OSError, EOFError):
        pipe.recv()
    os._exit(1)
