"""Somebody in the list of people."""

from dataclasses import dataclass

from frontdesk.domain.people import MatchReason, Person


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
        person = self.person
        parts = (
            person.name or person.code,
            person.nickname,
            person.romanised,
            person.organisation or person.department,
        )
        return ", ".join(filter(None, parts))
