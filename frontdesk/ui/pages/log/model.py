"""The record as a table: only the rows that are looked at are ever read."""

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from frontdesk.domain.contacts import Contact
from frontdesk.domain.staff import Staff
from frontdesk.domain.thai_dates import format_time
from frontdesk.services.contact_log import ContactLog
from frontdesk.ui.contact_words import caller_word, channel_word, day_word, matter_word, outcome_word, staff_name
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.words import Words

PAGE = 100
CONTACT = Qt.ItemDataRole.UserRole
NEWS, ROWS = "log news", "log rows"
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
News = tuple[int, list[Contact], dict[str, Staff]]


class Column(IntEnum):
    """The columns from left to right."""

    TIME = 0
    CHANNEL = 1
    CALLER = 2
    TOPIC = 3
    OUTCOME = 4
    STAFF = 5


class LogModel(QAbstractTableModel):
    """All contacts, newest first. ``counted`` carries how many there are, also after a change."""

    counted = Signal(int)

    def __init__(self, log: ContactLog, tasks: Tasks, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log, self._tasks, self._words = log, tasks, words
        self._total = 0
        self._rows: dict[int, Contact] = {}
        self._staff: dict[str, Staff] = {}
        self._missing: set[int] = set()
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(0)
        self._asking.timeout.connect(self._ask)

    def refresh(self) -> None:
        """Read how many there are and the newest ones; new rows come in above the others."""
        self._tasks.run(self._news, self._take_news, latest=NEWS)

    def contact(self, row: int) -> Contact | None:
        """Return the contact of a row, or None while it has not been read."""
        return self._rows.get(row)

    def staff_word(self, contact: Contact) -> str:
        """Return how the one who wrote a contact is called."""
        one = self._staff.get(contact.staff)
        return staff_name(self._words, one) if one else contact.staff

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        contact = self._rows.get(index.row())
        if contact is None:
            self._want(index.row())
            return None
        if role == CONTACT:
            return contact
        if role == Qt.ItemDataRole.DisplayRole:
            return self._word(contact, Column(index.column()))
        return self._spoken(contact) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return self._words(f"log.column_{Column(section).name.lower()}")

    def _word(self, contact: Contact, column: Column) -> str:
        match column:
            case Column.TIME:
                return f"{day_word(self._words, contact)}  {format_time(contact.at)}"
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
        return ", ".join(filter(None, (self._word(contact, column) for column in Column)))

    def _want(self, row: int) -> None:
        """Note a row that is looked at; all of one paint are asked for together."""
        self._missing.add(row)
        if not self._asking.isActive():
            self._asking.start()

    def _ask(self) -> None:
        missing, self._missing = self._missing, set()
        first = min(missing) // PAGE * PAGE
        count = max(missing) - first + PAGE
        self._tasks.run(lambda: self._log.latest(count, first), lambda found: self._take(first, found), latest=ROWS)

    def _take(self, first: int, found: list[Contact]) -> None:
        self._rows.update(enumerate(found[: self._total - first], first))
        last = min(first + len(found), self._total) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    def _news(self) -> News:
        return self._log.count(), self._log.latest(PAGE), self._log.staff_names()

    def _take_news(self, news: News) -> None:
        total, newest, self._staff = news
        self._tasks.forget(ROWS)
        grown = self._grown(total, newest)
        if grown is None:
            self._start_over(total, newest)
        elif grown:
            self._put_above(grown, newest)
        elif any(self._rows.get(row) != contact for row, contact in enumerate(newest)):
            self._put_anew(newest)
        self.counted.emit(total)

    def _grown(self, total: int, newest: list[Contact]) -> int | None:
        """Return how many rows came in at the top, or None when anything else has changed."""
        grown = total - self._total
        known = [self._rows[row].id for row in range(len(newest) - grown) if row in self._rows] if grown >= 0 else []
        same = [contact.id for contact in newest[grown:]] == known
        return grown if self._total and grown >= 0 and known and same else None

    def _put_anew(self, newest: list[Contact]) -> None:
        """Show what changed in rows that stay: whom they count for. Those further down are read when looked at."""
        self._rows = dict(enumerate(newest))
        self.dataChanged.emit(self.index(0, 0), self.index(self._total - 1, len(Column) - 1))

    def _put_above(self, grown: int, newest: list[Contact]) -> None:
        self.beginInsertRows(QModelIndex(), 0, grown - 1)
        self._rows = {row + grown: contact for row, contact in self._rows.items()}
        self._rows.update(enumerate(newest))
        self._total += grown
        self.endInsertRows()

    def _start_over(self, total: int, newest: list[Contact]) -> None:
        self.beginResetModel()
        self._total, self._rows = total, dict(enumerate(newest))
        self.endResetModel()
