"""The index of answers as a cache of the database: it mends itself, and old rows answer meanwhile."""

import logging
import pickle
import struct
import threading
import zlib
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from whoosh import index as whoosh_index
from whoosh import reading as whoosh_reading

from frontdesk.domain.articles import ArticleChange
from frontdesk.services.ports import ArticleFeed, Progress, Ranking, Scopes

from .building.analyzer import version
from .building.build_process import Builder, fill
from .building.writing import write_changes
from .lookup.folder import About, IndexFolder, Soundness, explained, is_sound, note, read_about
from .query.synonyms import LiveSynonyms, SynonymSource
from .snapshot import Snapshot

_log = logging.getLogger(__name__)

DAMAGE = (
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ImportError,
    AssertionError,
    OverflowError,
    EOFError,
    struct.error,
    zlib.error,
    pickle.UnpicklingError,
    whoosh_index.IndexError,
    whoosh_reading.CorruptIndexError,
    whoosh_reading.ReaderClosed,
)
"""What reading files of other content than expected raises."""

_FEW_CHANGES = 200
_SMALL_SHARE = 0.1
_PATIENCE = 3.0
"""How many seconds whoever has nothing to answer from waits for another process to finish writing."""


class ArticleIndex:
    """The ranked index of answers in one folder, fed from the database.

    ``search`` may run in one thread while ``catch_up`` or ``rebuild`` runs in another. ``builder``, if
    given, makes the whole builds.
    """

    def __init__(
        self, folder: Path, feed: ArticleFeed, synonyms: SynonymSource | None = None, builder: Builder | None = None
    ) -> None:
        self._folder, self._feed, self._synonyms = IndexFolder(folder), feed, LiveSynonyms(synonyms)
        self._fill = builder or partial(fill, feed)
        self._answering, self._writing = threading.Lock(), threading.Lock()
        self._snapshot: Snapshot | None = None
        self._soundness = Soundness()
        self._swept = False
        self._reopen()

    def search(self, query: str, limit: int, *, literal: bool = False, scopes: Scopes = ()) -> Ranking:
        """Rank; any text of any length gets an answer or none, never an error."""
        with self._answering:
            if self._snapshot is None:
                return Ranking(ready=False)
            try:
                return self._snapshot.search(query, limit, literal, scopes)
            except DAMAGE as damage:
                _log.warning("answer index unreadable: %s", type(damage).__name__)
                self._soundness.forget()
                self._drop()
                return Ranking(ready=False)

    def catch_up(self) -> bool:
        """Take in what changed since the index was written; tell whether anything had.

        An index that is missing, damaged or of other rules or another database is built anew. While
        another process writes, nothing is done: what is there goes on answering. Raises OSError where nothing
        can be written; that, too, leaves what is there.
        """
        renewed = self._synonyms.refresh()
        if self._is_current():
            self._sweep_once()
            return renewed
        with self._writing, self._folder.writing(0.0 if self._snapshot else _PATIENCE) as mine:
            moved = self._reopen()
            if self._is_current():
                return moved
            return self._take_in() if mine else moved

    def rebuild(self, progress: Progress | None = None) -> None:
        """Build the index anew from the feed while the old one answers, then swap.

        Does nothing while another process writes. ``Cancelled`` leaves the old index as it was, and so
        does a full disk or a folder that cannot be written (``DeskError``).
        """
        with self._writing, explained(self._folder.root), self._folder.writing() as mine:
            if mine:
                self._build(progress)

    def state(self) -> Mapping[str, object]:
        """Describe the index for ``doctor``."""
        snapshot = self._snapshot
        about = snapshot.about if snapshot else None
        return {
            "intact": snapshot is not None and is_sound(snapshot.build, snapshot.about),
            "articles": snapshot.articles if snapshot else 0,
            "version": about.version if about else "",
            "last_change": about.seq if about else 0,
            "behind": max(0, self._feed.last_seq() - about.seq) if about else None,
        }

    def close(self) -> None:
        """Stop answering and let go of the files."""
        with self._answering:
            self._drop()

    def _is_current(self) -> bool:
        snapshot = self._snapshot
        return (
            snapshot is not None
            and self._is_there(snapshot)
            and self._trusted(snapshot)
            and snapshot.about.seq == self._feed.last_seq()
        )

    def _sweep_once(self) -> None:
        """Drop what a process that was killed has left, which nothing else may ever replace."""
        if self._swept:
            return
        with self._writing, self._folder.writing() as mine:
            if mine:
                self._folder.sweep()
                self._swept = True

    def _is_there(self, snapshot: Snapshot) -> bool:
        """Tell whether what is open is what the folder holds."""
        return snapshot.build == self._folder.current() and snapshot.about == read_about(snapshot.build)

    def _trusted(self, snapshot: Snapshot) -> bool:
        about = snapshot.about
        made_here = about.version == version() and about.stamp == self._feed.stamp()
        if not made_here or about.seq > self._feed.last_seq():
            return False
        return self._soundness.of(snapshot.build, about)

    def _take_in(self) -> bool:
        snapshot = self._snapshot
        if snapshot is None or not self._is_there(snapshot) or not self._trusted(snapshot):
            self._stop_if_spoilt()
            self._build()
            return True
        changes = list(self._feed.since(snapshot.about.seq))
        if self._too_many(changes, snapshot):
            self._build()
        else:
            self._apply(changes, snapshot)
        return True

    def _too_many(self, changes: list[ArticleChange], snapshot: Snapshot) -> bool:
        base = snapshot.about.base
        return len(changes) + snapshot.size - base > max(_FEW_CHANGES, _SMALL_SHARE * base)

    def _apply(self, changes: list[ArticleChange], snapshot: Snapshot) -> None:
        about = snapshot.about
        last = max((change.seq for change in changes), default=self._feed.last_seq())
        try:
            if changes:
                write_changes(snapshot.build, changes)
            note(snapshot.build, replace(about, seq=last))
        except whoosh_index.LockError:
            return
        except DAMAGE:
            self._build()
        self._reopen()

    def _build(self, progress: Progress | None = None) -> None:
        build = self._folder.new_build()
        try:
            self._fill(build, progress)
        except BaseException:
            self._folder.discard(build)
            raise
        self._folder.publish(build)
        self._reopen()

    def _reopen(self) -> bool:
        """Open what the folder holds now if it is another state; tell whether it is.

        Where nothing can be opened, what is open goes on answering: the files may be gone, or another
        process is about to write its note.
        """
        build = self._folder.current()
        about = read_about(build) if build else None
        old = self._snapshot
        if not build or not about or (old and (build, about) == (old.build, old.about)):
            return False
        opened = self._opened(build, about)
        if opened:
            with self._answering:
                self._drop()
                self._snapshot = opened
        return opened is not None

    def _opened(self, build: Path, about: About) -> Snapshot | None:
        try:
            return Snapshot(build, about, self._synonyms)
        except DAMAGE:
            return None

    def _stop_if_spoilt(self) -> None:
        """Answer no more from files whose content has changed: better no answer than a wrong one."""
        snapshot = self._snapshot
        if snapshot and self._soundness.spoilt(snapshot.build, snapshot.about):
            self.close()

    def _drop(self) -> None:
        if self._snapshot is not None:
            self._snapshot.close()
            self._snapshot = None
