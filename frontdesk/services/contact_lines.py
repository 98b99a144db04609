"""Contacts as lines of a paper: who is named how, and which numbers are masked."""

from collections.abc import Iterable, Iterator, Mapping

from frontdesk.domain.contacts import Channel, Contact, Correction, Outcome
from frontdesk.domain.languages import Language
from frontdesk.domain.masking import mask_numbers_in
from frontdesk.domain.numbers import display, mask, parse_number
from frontdesk.domain.staff import Staff

from .reports import ContactLine, CorrectedLine, Said

TOLD = ("channel", "outcome", "number", "person_name", "topic", "note")
"""Fields whose corrections are printed: those that the paper shows."""


class ContactLines:
    """Turns contacts into lines in one language, with numbers masked or in full."""

    def __init__(self, staff: Mapping[str, Staff], language: Language, full_numbers: bool) -> None:
        self._staff, self._language, self._full = staff, language, full_numbers

    def of(self, contacts: Iterable[Contact]) -> Iterator[ContactLine]:
        """Yield lines, numbered from 1."""
        return (self.line(number, contact) for number, contact in enumerate(contacts, start=1))

    def whole_name(self, staff_id: str) -> str:
        """Return a member of staff's name; empty for whoever has none, as the command line."""
        one = self._staff.get(staff_id)
        if one is None or one.name == one.code:
            return ""
        return one.name_en if self._language is Language.EN and one.name_en else one.name

    def line(self, number: int, contact: Contact) -> ContactLine:
        """Return one contact as a line with this number."""
        return ContactLine(
            number=number, at=contact.at, channel=contact.channel, outcome=contact.outcome,
            caller=contact.person_name, phone=self._phone(contact.number), topic=self.told(contact.topic),
            note=self.told(contact.note), staff=self.first_name(contact.staff), asked=self._asked(contact),
            corrections=tuple(filter(None, map(self._corrected, contact.corrections))),
        )  # fmt: skip

    def _corrected(self, correction: Correction) -> CorrectedLine | None:
        before = tuple((one.field, self._before(one.field, one.old)) for one in correction.changes if one.field in TOLD)
        return CorrectedLine(correction.at, self.first_name(correction.by), before) if before else None

    def _before(self, field: str, value: object) -> Said:
        if isinstance(value, Channel | Outcome):
            return value
        return self._phone(str(value)) if field == "number" else self.told(str(value))

    def _asked(self, contact: Contact) -> str:
        told = contact.topic or contact.note
        return "" if told else " · ".join(f"“{self.told(query)}”" for query in contact.queries)

    def _phone(self, text: str) -> str:
        if not text:
            return ""
        number = parse_number(text)
        return display(number, self._language) if self._full else mask(number, self._language)

    def told(self, text: str) -> str:
        """Return what somebody wrote, with the numbers in it as those of callers."""
        return text if self._full else mask_numbers_in(text, self._language)

    def first_name(self, staff_id: str) -> str:
        """Return the first name of a member of staff, or else their code."""
        name = self.whole_name(staff_id)
        one = self._staff.get(staff_id)
        return name.split()[0] if name.strip() else (one.code if one else staff_id)
