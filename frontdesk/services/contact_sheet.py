"""Contacts as a table for people to work with: said in one language, with the numbers that a paper would show."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from frontdesk.domain.contacts import Contact
from frontdesk.domain.languages import Language
from frontdesk.domain.thai_dates import format_date

from .clock import SITE_ZONE
from .contact_lines import ContactLines
from .ports import SheetLook
from .repositories import Repositories

ChosenContacts = Callable[[Repositories], Iterable[Contact]]
"""Reads contacts, oldest first, in the transaction that it is given."""

Say = Callable[[str, str], str]
"""Says a code of some sort: a column, channel, outcome, reason or feedback, an answer (yes), or the sheet's title."""

DAY, AT = "day", "at"
WIDTHS = {
    DAY: 14, AT: 17, "channel": 10, "outcome": 14, "caller": 24, "code": 11, "phone": 16, "topic": 30, "note": 44,
    "asked": 24, "to": 28, "reason": 18, "answers": 14, "unanswered": 10, "feedback": 11, "staff": 20,
}  # fmt: skip
"""The columns from left to right, and how many letters wide they are."""


@dataclass(frozen=True, slots=True)
class SheetOrder:
    """A table to be made. ``chosen`` reads those contacts that are wanted, by default all."""

    language: Language
    say: Say
    full_numbers: bool = False
    chosen: ChosenContacts | None = None


class ContactSheet:
    """Lays contacts out in columns. In Thai a day of the Buddhist Era stands beside the moment a program sorts by."""

    def __init__(self, order: SheetOrder, lines: ContactLines) -> None:
        self._language, self._say, self._lines = order.language, order.say, lines
        self._names = tuple(name for name in WIDTHS if name != DAY or order.language is Language.TH)

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(self._say("column", name) for name in self._names)

    @property
    def look(self) -> SheetLook:
        widths = tuple(WIDTHS[name] for name in self._names)
        return SheetLook(self._say("title", "title"), widths, frozenset({self._names.index(AT)}))

    def rows(self, contacts: Iterable[Contact]) -> Iterator[list[str]]:
        """Yield the cells of each contact."""
        for contact in contacts:
            cells = self._cells(contact)
            yield [cells[name] for name in self._names]

    def _cells(self, contact: Contact) -> dict[str, str]:
        line, lines, passed = self._lines.line(0, contact), self._lines, contact.transfer
        to = (passed.to_text, passed.to_place) if passed else ()
        return {
            DAY: format_date(contact.at, self._language),
            AT: f"{contact.at.astimezone(SITE_ZONE):%Y-%m-%d %H:%M}",
            "channel": self._say("channel", contact.channel.value),
            "outcome": self._say("outcome", contact.outcome.value),
            "caller": line.caller,
            "code": contact.person_code,
            "phone": line.phone,
            "topic": line.topic or line.asked,
            "note": line.note,
            "asked": " · ".join(map(lines.told, contact.queries)),
            "to": lines.told(" · ".join(filter(None, to))),
            "reason": self._say("reason", passed.reason.value) if passed else "",
            "answers": "; ".join(contact.articles),
            "unanswered": self._say("answer", "yes") if contact.unanswered else "",
            "feedback": self._say("feedback", contact.feedback.value) if contact.feedback else "",
            "staff": lines.whole_name(contact.staff) or line.staff,
        }
