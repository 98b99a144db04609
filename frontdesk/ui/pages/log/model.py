"""The record as a table of any length: where each row stands is known, what stands there is read when looked at."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from datetime import date
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from frontdesk.domain.contact_filter import ContactFilter
from frontdesk.domain.contacts import Contact
from frontdesk.domain.staff import Staff
from frontdesk.domain.thai_dates import THAI_TIME, DateStyle, format_date, format_time
from frontdesk.services.contact_browser import ContactBrowser, News, Opening, Places
from frontdesk.services.wanted_contacts import WantedContacts
from frontdesk.ui.contact_words import caller_word, channel_word, matter_word, outcome_word, staff_name
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.words import Words

PAGE, KEPT = 100, 2_000
"""Rows that are read at once, and the most that are remembered."""
CONTACT, PLACE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
NEWS, ROWS = "log news", "log rows"
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_EVERYTHING = ContactFilter()


class Column(IntEnum):
    """The columns from left to right."""

    TIME = 0
    CHANNEL = 1
    CALLER = 2
    TOPIC = 3
    OUTCOME = 4
    STAFF = 5


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
        self._kept: dict[int, Contact] = {}
        self._said: dict[tuple[str, int], str] = {}
        self._staff: dict[str, Staff] = {}
        self._sought = WantedContacts()
        self._entries, self._number = 0, 0
        self._opened = self._waiting = self._again = False
        self._missing: set[int] = set()
        self._looked_at: list[int] = []
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._ask)
        words.changed.connect(self._said.clear)

    def show(self, wanted: ContactFilter) -> None:
        """List what fits a filter; only the newest wish counts."""
        self.filter = wanted
        self._read_anew()

    def refresh(self) -> None:
        """Take in what has happened since; nothing that is looked at moves."""
        if not self._opened:
            self._read_anew()
            return
        if self._waiting:  # what the list begins with is not known yet
            self._again = True
            return
        sought, entries, newest = self._sought, self._entries, self._places[0] if self._places else None
        number = self._number
        self._tasks.run(
            lambda: self._browser.news(sought, entries, newest),
            lambda news: self._take_news(news, number),
            latest=NEWS,
        )

    def contact(self, row: int) -> Contact | None:
        """Return the contact of a row, or None while it has not been read."""
        return self._kept.get(self._places[row]) if 0 <= row < len(self._places) else None

    def places(self, rows: Iterable[int]) -> list[int]:
        """Return the places of rows."""
        return [self._places[row] for row in rows]

    def staff_word(self, contact: Contact) -> str:
        """Return how the one who wrote a contact is called."""
        return self.name_of(contact.staff)

    def name_of(self, staff_id: str) -> str:
        one = self._staff.get(staff_id)
        return staff_name(self._words, one) if one else staff_id

    def staff(self) -> list[Staff]:
        return list(self._staff.values())

    def begins_day(self, row: int) -> bool:
        """Tell whether a row is of another day than the one above; not while either has not been read."""
        contact, above = self.contact(row), self.contact(row - 1)
        return contact is not None and above is not None and _day(contact) != _day(above)

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        contact = self.contact(index.row())
        if contact is None:
            self._want(index.row())
            return None
        if role == CONTACT:
            return contact
        if role == Qt.ItemDataRole.DisplayRole:
            return self._remembered(contact, index)
        return self._spoken(contact) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return self._words(f"log.column_{Column(section).name.lower()}")

    def _remembered(self, contact: Contact, index: Index) -> str:
        """Return a cell's words; to mask the numbers in a note anew for every paint would be felt."""
        key = (contact.id, index.column())
        if key not in self._said:
            self._said[key] = self._word(contact, Column(index.column()))
        return self._said[key]

    def _word(self, contact: Contact, column: Column) -> str:
        match column:
            case Column.TIME:
                return format_time(contact.at)
            case Column.CHANNEL:
                return channel_word(self._words, contact)
            case Column.CALLER:
                later = self._words("attaching.later") if contact.attributed else ""
                return " · ".join(filter(None, (caller_word(self._words, contact), later)))
            case Column.TOPIC:
                return matter_word(self._words, contact)
            case Column.OUTCOME:
                return outcome_word(self._words, contact)
            case Column.STAFF:
                return self.staff_word(contact)

    def _spoken(self, contact: Contact) -> str:
        day = format_date(contact.at, self._words.language, DateStyle.NORMAL)
        return ", ".join((day, *filter(None, (self._word(contact, column) for column in Column))))

    def _want(self, row: int) -> None:
        """Note a row that is looked at; all of one paint are asked for together."""
        self._missing.add(row)
        if not self._asking.isActive():
            self._asking.start()

    def _ask(self) -> None:
        missing, self._missing = self._missing, set()
        if missing:
            first, last = max(0, min(missing) - PAGE // 4), max(missing) + PAGE // 4
            rows = range(first, last) if last - first <= 2 * PAGE else sorted(missing)[-2 * PAGE :]
            self._looked_at = [row for row in rows if row < len(self._places)]
            self._read_rows()

    def _read_rows(self) -> None:
        places, number = self.places(self._looked_at), self._number
        self._tasks.run(
            lambda: self._browser.contacts(places), lambda found: self._take(places, found, number), latest=ROWS
        )

    def _take(self, places: Sequence[int], found: Sequence[Contact], number: int) -> None:
        if number != self._number or len(found) != len(places):
            return
        changed = any(self._kept.get(place) != one for place, one in zip(places, found, strict=True))
        self._keep(places, found)
        if changed and self._looked_at:
            first, last = self._looked_at[0], min(self._looked_at[-1], len(self._places) - 1)
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    def _keep(self, places: Sequence[int], found: Sequence[Contact]) -> None:
        if len(self._said) > KEPT * len(Column) or any(self._kept.get(place) not in (None, one)
                                                       for place, one in zip(places, found, strict=False)):  # fmt: skip
            self._said.clear()
        self._kept.update(zip(places, found, strict=False))
        while len(self._kept) > KEPT:
            del self._kept[next(iter(self._kept))]

    def _read_anew(self) -> None:
        self._number += 1
        self._opened = self._waiting = True
        self._again = False
        self._tasks.forget(NEWS)
        number, wanted = self._number, self.filter
        self.searching.emit(True)
        self._tasks.aside(lambda: self._browser.open(wanted), lambda opening: self._take_opening(opening, number))

    def _take_opening(self, opening: Opening, number: int) -> None:
        if number != self._number:
            return
        self._waiting = False
        self.beginResetModel()
        self._places = array("q", opening.places)
        self._sought, self._entries, self._staff = opening.wanted, opening.entries, opening.staff
        self._kept, self._missing, self.complete = {}, set(), opening.whole
        self._said.clear()
        self._keep(opening.places, opening.contacts)
        self._looked_at = list(range(len(opening.contacts)))
        self.endResetModel()
        if not opening.whole:
            self._tasks.aside(
                lambda: self._browser.rest(opening.wanted, opening.places, lambda: self._going(number)),
                lambda rest: self._take_rest(rest, number),
            )
        self.searching.emit(not opening.whole)
        self.counted.emit()
        if self._again:
            self._again = False
            self.refresh()

    def _going(self, number: int) -> bool:
        return number == self._number and self._tasks.open

    def _take_rest(self, rest: Places | None, number: int) -> None:
        if rest is None or number != self._number:
            return
        if rest:
            first = len(self._places)
            self.beginInsertRows(QModelIndex(), first, first + len(rest) - 1)
            self._places.extend(rest)
            self.endInsertRows()
        self.complete = True
        self.searching.emit(False)
        self.counted.emit()

    def _take_news(self, news: News, number: int) -> None:
        if number != self._number:
            return
        if news.anew or (news.gone and not self.complete):
            self._read_anew()
            return
        known = set(self._places[:PAGE]) if news.changed else set()
        if news.entries != self._entries and any(self._unknown(place, known) for place in news.changed):
            self._read_anew()  # one came in further down: it was not written in the order of time
            return
        self._entries = news.entries
        self._put_above(news.above)
        for place in news.gone:
            self._take_out(place)
        if news.above or news.gone:
            self.counted.emit()
        self._read_rows()

    def _unknown(self, place: int, near: set[int]) -> bool:
        return self.complete and place not in near and place not in self._kept and place not in self._places

    def _put_above(self, above: Sequence[int]) -> None:
        if not above:
            return
        self.beginInsertRows(QModelIndex(), 0, len(above) - 1)
        self._places[:0] = array("q", above)
        self.endInsertRows()
        at_top = [] if self._looked_at and self._looked_at[0] else range(len(above))
        self._looked_at = [*at_top, *(row + len(above) for row in self._looked_at)][: 2 * PAGE]
        self.arrived.emit(len(above))

    def _take_out(self, place: int) -> None:
        self._kept.pop(place, None)
        if place not in self._places:
            return
        row = self._places.index(place)
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._places[row]
        self.endRemoveRows()
        self._looked_at = [row for row in self._looked_at if row < len(self._places)]


def _day(contact: Contact) -> date:
    return contact.at.astimezone(THAI_TIME).date()
