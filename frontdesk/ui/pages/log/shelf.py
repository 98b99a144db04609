"""The rows that are looked at, and those around them: read on the data thread before they are needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.errors import DeskError
from frontdesk.services.contact_browser import ContactBrowser
from frontdesk.ui.pages.log.row_words import LogRow, RowWords
from frontdesk.ui.tasks import Tasks

KEPT = 2_000
"""Rows that are remembered."""

ROWS, AGAIN = "log rows", "log rows again"
T = TypeVar("T")


class RowShelf(QObject):
    """Keeps rows by the places of their contacts.

    One reading is under way at a time, and what it brings is kept whatever was scrolled to meanwhile; then comes
    the newest wish. ``came`` carries the places read, ``moved`` says that places mean nothing any more.
    """

    came = Signal(object)
    moved = Signal()

    def __init__(self, browser: ContactBrowser, tasks: Tasks, words: RowWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._browser, self._tasks, self._words = browser, tasks, words
        self._rows: dict[int, LogRow] = {}
        self._wishes: tuple[Sequence[int], ...] = ()
        self._layout, self._busy = 0, False

    def begin(self, layout: int, places: Sequence[int], rows: Sequence[LogRow]) -> None:
        """Forget everything but these rows; places are of this layout."""
        for channel in (ROWS, AGAIN):
            self._tasks.forget(channel)
        self._layout, self._busy, self._wishes = layout, False, ()
        self._rows = dict(zip(places, rows, strict=False))

    def row(self, place: int) -> LogRow | None:
        return self._rows.get(place)

    def holds(self, places: Sequence[int]) -> bool:
        """Tell whether all of these are here."""
        return all(place in self._rows for place in places)

    def forget(self, place: int) -> None:
        self._rows.pop(place, None)

    def want(self, *wishes: Sequence[int]) -> None:
        """Read what is missing of these, the first wish first; earlier wishes are dropped."""
        self._wishes = wishes
        if not self._busy:
            self._next()

    def renew(self, places: Sequence[int]) -> None:
        """Read rows again that may have changed; until then they stay as they are."""
        if places:
            self._read(places, AGAIN)

    def say_anew(self, places: Sequence[int]) -> None:
        """Let rows speak the language of the moment, and forget the others."""
        kept = {place: row.contact for place in places if (row := self._rows.get(place)) is not None}
        self._rows = dict(zip(kept, self._words.rows(kept.values()), strict=True))

    def _next(self) -> None:
        for wish in self._wishes:
            missing = [place for place in wish if place not in self._rows]
            if missing:
                self._busy = True
                self._read(missing, ROWS)
                return

    def _read(self, places: Sequence[int], channel: str) -> None:
        layout, manner = self._layout, self._words.manner
        work = unless_moved(lambda: self._words.rows(self._browser.contacts(places, layout)))
        self._tasks.run(work, partial(self._take, channel, places, manner), latest=channel)

    def _take(self, channel: str, places: Sequence[int], manner: object, rows: Sequence[LogRow] | None) -> None:
        self._busy = self._busy and channel != ROWS
        if rows is None or len(rows) != len(places):
            self.moved.emit()
            return
        if manner != self._words.manner:
            rows = self._words.rows(row.contact for row in rows)
        for place, row in zip(places, rows, strict=True):
            self._rows.pop(place, None)
            self._rows[place] = row
        while len(self._rows) > KEPT:
            del self._rows[next(iter(self._rows))]
        self.came.emit(places)
        if not self._busy:
            self._next()


def unless_moved(work: Callable[[], T]) -> Callable[[], T | None]:
    """Return work that gives None where the places it was given mean nothing any more."""

    def tried() -> T | None:
        try:
            return work()
        except DeskError as error:
            if error.code != "places_moved":
                raise
            return None

    return tried
