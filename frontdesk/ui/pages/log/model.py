"""The record as a table of any length: where each row stands is known, what stands there is read when looked at."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from frontdesk.domain.contact_filter import ContactFilter
from frontdesk.domain.contacts import Contact
from frontdesk.domain.staff import Staff
from frontdesk.domain.thai_dates import THAI_TIME, DateStyle, format_date
from frontdesk.services.contact_browser import ContactBrowser, More, News, Opening, Places
from frontdesk.ui.pages.log.places import row_of, rows_of
from frontdesk.ui.pages.log.row_words import Column, LogRow, RowWords
from frontdesk.ui.pages.log.shelf import RowShelf, unless_moved
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.words import Words

AROUND = 20
"""Rows read around one that somebody else than the table asks for."""
NEWS = "log news"
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_EVERYTHING = ContactFilter()


class LogModel(QAbstractTableModel):
    """Contacts that fit a filter, newest first.

    ``counted`` follows whenever there are more or fewer. ``arrived`` carries how many new ones stand above what
    stood first. ``searching`` tells whether a list is on its way; the old one stays until then.
    """

    counted = Signal()
    arrived = Signal(int)
    searching = Signal(bool)

    def __init__(self, browser: ContactBrowser, tasks: Tasks, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._browser, self._tasks, self._words = browser, tasks, words
        self.filter, self.complete = _EVERYTHING, False
        self._places: Places = array("q")
        self._said = RowWords(words)
        self._shelf = RowShelf(browser, tasks, self._said, self)
        self._opening: Opening | None = None
        self._entries, self._number = 0, 0
        self._opened = self.waiting = self._again = False
        self._looked_at = range(0)
        self._shelf.came.connect(self._on_rows)
        self._shelf.moved.connect(self._read_anew)
        words.changed.connect(lambda: self._shelf.say_anew(rows_of(self._places, self._looked_at)))

    def show(self, wanted: ContactFilter) -> None:
        """List what fits a filter; only the newest wish counts."""
        self.filter = wanted
        self._read_anew()

    def refresh(self) -> None:
        """Take in what has happened since; nothing that is looked at moves."""
        opening = self._opening
        if not self._opened:
            self._read_anew()
            return
        if self.waiting or opening is None:  # what the list begins with is not known yet
            self._again = True
            return
        entries, newest, number = self._entries, self._places[0] if self._places else None, self._number
        self._tasks.run(
            unless_moved(lambda: self._browser.news(opening.wanted, entries, opening.layout, newest)),
            lambda news: self._take_news(news, number),
            latest=NEWS,
        )

    def row(self, number: int) -> LogRow | None:
        """Return a row, or None while it has not been read."""
        return self._shelf.row(self._places[number]) if 0 <= number < len(self._places) else None

    def contact(self, row: int) -> Contact | None:
        """Return the contact of a row, or None while it has not been read."""
        found = self.row(row)
        return found.contact if found is not None else None

    def look_at(self, first: int, last: int) -> None:
        """Have the rows in view read, then those that come into view next."""
        count, span, back = len(self._places), last - first + 1, first < self._looked_at.start
        view = range(max(0, first), min(last + 1, count))
        self._looked_at = view
        ahead = range(max(0, view.start - 1 - span * (1 + back)), min(count, view.stop + span * (2 - back)))
        near = range(max(0, view.start - span // 2), min(count, view.stop + span // 2))
        seen, close = rows_of(self._places, view), rows_of(self._places, near)
        if not self._shelf.holds(seen) or not self._shelf.holds(close):
            self._shelf.want(seen, rows_of(self._places, ahead))

    def places(self, runs: Iterable[range]) -> Places:
        """Return the places of runs of rows."""
        found: Places = array("q")
        for run in runs:
            found.extend(rows_of(self._places, run))
        return found

    @property
    def layout_seen(self) -> int:
        """How the file was laid out when the list was read."""
        return self._opening.layout if self._opening is not None else 0

    def name_of(self, staff_id: str) -> str:
        """Return how somebody of the staff is called."""
        return self._said.name_of(staff_id)

    def staff(self) -> list[Staff]:
        return list(self._said.staff.values())

    def begins_day(self, row: int) -> bool:
        """Tell whether a row is of another day than the one above; not while either has not been read."""
        contact, above = self.contact(row), self.contact(row - 1)
        return contact is not None and above is not None and _day(contact) != _day(above)

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self.row(index.row())
        if row is None:
            self.look_at(index.row() - AROUND // 2, index.row() + AROUND // 2)
            return None
        return row.cells[index.column()] if role == Qt.ItemDataRole.DisplayRole else self._spoken(row)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return self._words(f"log.column_{Column(section).name.lower()}")

    def _spoken(self, row: LogRow) -> str:
        day = format_date(row.contact.at, self._words.language, DateStyle.NORMAL)
        return ", ".join((day, *filter(None, row.cells)))

    def _on_rows(self, places: Sequence[int]) -> None:
        view = self._looked_at
        if not set(places).isdisjoint(rows_of(self._places, view)):
            last = min(view.stop, len(self._places)) - 1
            self.dataChanged.emit(self.index(view.start, 0), self.index(last, len(Column) - 1))

    def _read_anew(self) -> None:
        self._number += 1
        self._opened = self.waiting = True
        self._again = False
        self._tasks.forget(NEWS)
        number, wanted = self._number, self.filter
        self.searching.emit(True)
        self._tasks.aside(lambda: self._open(wanted), lambda found: self._take_opening(*found, number))

    def _open(self, wanted: ContactFilter) -> tuple[Opening, RowWords, list[LogRow]]:
        """Read the beginning of a list, on another thread."""
        opening, said = self._browser.open(wanted), RowWords(self._words)
        said.staff = opening.staff
        return opening, said, said.rows(opening.contacts)

    def _take_opening(self, opening: Opening, said: RowWords, rows: Sequence[LogRow], number: int) -> None:
        if number != self._number:
            return
        self.waiting = False
        self.beginResetModel()
        self._places = array("q", opening.places)
        self._opening, self._entries, self.complete = opening, opening.entries, opening.whole
        self._said.staff = said.staff
        self._shelf.begin(opening.layout, opening.places, rows)
        self._looked_at = range(len(rows))
        self.endResetModel()
        self._read_more(opening, number)
        self.searching.emit(not opening.whole)
        self.counted.emit()
        if self._again:
            self._again = False
            self.refresh()

    def _read_more(self, opening: Opening, number: int) -> None:
        if not self.complete:
            last = self._places[-1]
            self._tasks.aside(
                unless_moved(lambda: self._browser.more(opening.wanted, last, opening.layout)),
                lambda more: self._take_more(more, opening, number),
            )

    def _take_more(self, more: More | None, opening: Opening, number: int) -> None:
        if number != self._number:
            return
        if more is None:
            self._read_anew()
            return
        if more.places:
            first = len(self._places)
            self.beginInsertRows(QModelIndex(), first, first + len(more.places) - 1)
            self._places.extend(more.places)
            self.endInsertRows()
        self.complete = more.whole
        self._read_more(opening, number)
        if self.complete:
            self.searching.emit(False)
        self.counted.emit()

    def _take_news(self, news: News | None, number: int) -> None:
        if number != self._number:
            return
        if news is None or news.anew or (news.gone and not self.complete):
            self._read_anew()
            return
        if news.entries != self._entries and any(self._unknown(place) for place in news.changed):
            self._read_anew()  # one came in further down: it was not written in the order of time
            return
        self._entries = news.entries
        self._put_above(news.above)
        for place in news.gone:
            self._take_out(place)
        if news.above or news.gone:
            self.counted.emit()
        self._shelf.renew(rows_of(self._places, self._looked_at))

    def _unknown(self, place: int) -> bool:
        return self.complete and self._shelf.row(place) is None and row_of(self._places, place) is None

    def _put_above(self, above: Sequence[int]) -> None:
        if not above:
            return
        self.beginInsertRows(QModelIndex(), 0, len(above) - 1)
        self._places[:0] = array("q", above)
        self.endInsertRows()
        view = self._looked_at
        self._looked_at = range(view.start and view.start + len(above), view.stop + len(above))
        self.arrived.emit(len(above))

    def _take_out(self, place: int) -> None:
        self._shelf.forget(place)
        row = row_of(self._places, place)
        if row is not None:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._places[row]
            self.endRemoveRows()


def _day(contact: Contact) -> date:
    return contact.at.astimezone(THAI_TIME).date()
