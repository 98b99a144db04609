"""Somebody in the list of people."""

from dataclasses import dataclass

from frontdesk.domain.people import MatchReason, Person
from frontdesk.ui.pages.people.person_words import shown_name


@dataclass(frozen=True, slots=True)
class PersonItem:
    """A person; ``marks`` are normalised words to show bold, ``reason`` is why a guess is here."""

    person: Person
    marks: tuple[str, ...] = ()
    guess: bool = False
    reason: MatchReason | None = None

    @property
    def key(self) -> str:
        return self.person.id

    @property
    def spoken(self) -> str:
        parts = (shown_name(self.person), self.person.nickname, self.person.organisation or self.person.department)
        return ", ".join(filter(None, parts))
