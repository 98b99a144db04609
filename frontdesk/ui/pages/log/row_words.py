"""What the cells of a row say. Made where contacts are read, not where they are painted: masking takes its time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from frontdesk.domain.contacts import Contact
from frontdesk.domain.staff import Staff
from frontdesk.domain.thai_dates import format_time
from frontdesk.ui.contact_words import caller_word, channel_word, matter_word, outcome_word, staff_name
from frontdesk.ui.words import Words


class Column(IntEnum):
    """The columns from left to right."""

    TIME = 0
    CHANNEL = 1
    CALLER = 2
    TOPIC = 3
    OUTCOME = 4
    STAFF = 5


@dataclass(frozen=True, slots=True)
class LogRow:
    """A contact with what its cells say, by ``Column``."""

    contact: Contact
    cells: tuple[str, ...]

    @property
    def asked(self) -> bool:
        """Whether the topic's cell says only what was asked."""
        return not (self.contact.topic or self.contact.note) and bool(self.contact.queries)


class RowWords:
    """Makes rows; may be used from any thread."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self.staff: Mapping[str, Staff] = {}

    @property
    def manner(self) -> object:
        """What differs when the same row is said in another way."""
        return self._words.language, self._words.discreet

    def rows(self, contacts: Iterable[Contact]) -> list[LogRow]:
        return [LogRow(one, tuple(self._cell(one, column) for column in Column)) for one in contacts]

    def name_of(self, staff_id: str) -> str:
        """Return how somebody of the staff is called."""
        one = self.staff.get(staff_id)
        return staff_name(self._words, one) if one else staff_id

    def _cell(self, contact: Contact, column: Column) -> str:
        match column:
            case Column.TIME:
                return format_time(contact.at)
            case Column.CHANNEL:
                return channel_word(self._words, contact)
            case Column.CALLER:
                later = self._words("attaching.later") if contact.attributed else ""
                return " · ".join(filter(None, (caller_word(self._words, contact), later)))
            case Column.TOPIC:
                return " ".join(matter_word(self._words, contact).split())
            case Column.OUTCOME:
                return outcome_word(self._words, contact)
            case Column.STAFF:
                return self.name_of(contact.staff)
