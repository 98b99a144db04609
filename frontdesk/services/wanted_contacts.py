"""A filter of contacts with everything in it looked up: who is meant by a name, which moments by a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from frontdesk.domain.contact_filter import ContactFilter
from frontdesk.domain.contacts import Channel, Feedback, Outcome
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.staff import Staff
from frontdesk.services.clock import SITE_ZONE

if TYPE_CHECKING:
    from frontdesk.services.people_lookup import PeopleLookup
    from frontdesk.services.repositories import Repositories

MOST_PEOPLE = 100
"""People who may be meant by one name."""

LEAST_DIGITS = 4
"""Digits that a word needs to be looked for among the numbers."""


@dataclass(frozen=True, slots=True)
class Whose:
    """Contacts that count for any of these people, or came from this number: its digits, or its last ones."""

    people: tuple[str, ...] = ()
    digits: str = ""
    whole: bool = True

    @property
    def anybody(self) -> bool:
        """Whether anybody is meant at all."""
        return bool(self.people or self.digits)


@dataclass(frozen=True, slots=True)
class WantedContacts:
    """What the database looks for; ``start <= at < end``. None of ``staff`` or ``person`` means any.

    ``words`` stand in topic or note, or all of them together say ``named``.
    """

    start: datetime | None = None
    end: datetime | None = None
    channels: tuple[Channel, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    topic: str = ""
    staff: tuple[str, ...] | None = None
    person: Whose | None = None
    words: tuple[str, ...] = ()
    named: Whose = Whose()
    unanswered: bool = False
    corrected: bool = False
    feedback: Feedback | None = None


def look_up(wanted: ContactFilter, today: date, repos: Repositories, people: PeopleLookup) -> WantedContacts:
    """Find out who and when is meant."""
    days = wanted.period.days(today)
    return WantedContacts(
        start=_start_of(days.first), end=_start_of(days.last and days.last + timedelta(days=1)),
        channels=wanted.channels, outcomes=wanted.outcomes, topic=wanted.topic,
        staff=_staff(repos.staff.all(), wanted.staff) if wanted.staff else None,
        person=_whose(wanted.person, people) if wanted.person else None,
        words=wanted.words, named=_whose(" ".join(wanted.words), people) if wanted.words else NOBODYS,
        unanswered=wanted.unanswered, corrected=wanted.corrected, feedback=wanted.feedback,
    )  # fmt: skip


NOBODYS = Whose()


def _start_of(day: date | None) -> datetime | None:
    return datetime.combine(day, time.min, SITE_ZONE) if day else None


def _staff(everybody: Iterable[Staff], text: str) -> tuple[str, ...]:
    """Return whose code this is, or else in whose name it stands."""
    known, said = list(everybody), text.casefold()
    coded = tuple(one.id for one in known if one.code.casefold() == said)
    return coded or tuple(one.id for one in known if said in f"{one.name} {one.name_en}".casefold())


def _whose(text: str, people: PeopleLookup) -> Whose:
    """Return who is certainly meant, and the number that it may be."""
    found = people.find(text, MOST_PEOPLE, around=False).people
    certain = tuple(one.person.id for one in found if not one.guess)
    digits = "".join(letter for letter in text if letter.isdecimal())
    if len(digits) < LEAST_DIGITS or any(letter.isalpha() for letter in text):
        return Whose(certain)
    parsed = parse_number(text)
    return Whose(certain, parsed.digits or parsed.extension or digits, len(digits) >= 9)
