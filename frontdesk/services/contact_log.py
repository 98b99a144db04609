"""The record: drafts while a contact lasts, one unchangeable row when it ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from frontdesk.domain.contacts import Channel, Contact, Outcome
from frontdesk.domain.drafts import Draft, finished
from frontdesk.domain.errors import DeskError
from frontdesk.domain.ids import new_id
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.staff import Staff
from frontdesk.services.survivors import survivor_of

if TYPE_CHECKING:
    from frontdesk.services.ports import Clock
    from frontdesk.services.repositories import Repositories, Storage

OWING = (Outcome.PROMISED, Outcome.MESSAGE, Outcome.DROPPED)
"""Outcomes after which the desk may owe something."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A contact as the command line or another program reports it; codes, not ids."""

    channel: Channel
    outcome: Outcome
    number: str = ""
    person: str = ""
    articles: tuple[str, ...] = ()
    unanswered: bool = False
    note: str = ""


class ContactLog:
    """Every contact on the record."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._storage = storage
        self._clock = clock

    def log(self, draft: Draft, outcome: Outcome) -> Contact:
        """Finish a draft: the contact is added and the draft dropped in one transaction."""
        contact = finished(draft, outcome, self._clock.now())
        with self._storage.write() as repos:
            contact = _completed(repos, contact)
            if repos.contacts.add(contact):
                _follow(repos, contact, draft.continues)
            repos.drafts.drop(draft.id)
        return contact

    def enter(self, entry: Entry, by: str) -> Contact:
        """Add a contact that had no draft. Raise ``DeskError`` for an unknown code."""
        at = self._clock.now()
        contact = Contact(
            id=new_id(), at=at, started_at=at, channel=entry.channel, outcome=entry.outcome, staff=by,
            number=entry.number, note=entry.note, articles=entry.articles, unanswered=entry.unanswered,
        )  # fmt: skip
        with self._storage.write() as repos:
            contact = _completed(repos, _named(repos, contact, entry))
            repos.contacts.add(contact)
            _settle(repos, contact)
        return contact

    def correct(self, contact_id: str, changes: Mapping[str, Any], by: str) -> Contact:
        """Put a contact right: the new values are appended, the old ones stay on the record beside them.

        ``changes`` are new values by the names of the fields: channel, outcome, number, person_id, topic, note,
        unanswered, feedback, articles; others raise ValueError. One that was taken back stays taken back.
        Raise ``DeskError``: contact_gone, contact_erased, person_gone, unknown_article.
        """
        from frontdesk.services.correcting import correct  # here: logging never needs it

        with self._storage.write() as repos:
            return correct(repos, contact_id, changes, by, self._clock.now())

    def withdraw(self, contact_id: str, by: str) -> None:
        """Take back a contact right after it was logged; the row stays, marked."""
        from frontdesk.services.owing import unsettle  # here: the command line takes nothing back

        with self._storage.write() as repos:
            repos.contacts.withdraw(contact_id, by, self._clock.now())
            repos.answer_words.take_back(contact_id)
            unsettle(repos, contact_id, by, self._clock.now())

    def save_draft(self, draft: Draft) -> Draft:
        """Store what is typed so far; a blank draft is not kept."""
        stored = replace(draft, updated_at=self._clock.now())
        with self._storage.write() as repos:
            if stored.blank:
                repos.drafts.drop(stored.id)
            else:
                repos.drafts.save(stored)
        return stored

    def drop_draft(self, draft_id: str) -> None:
        with self._storage.write() as repos:
            repos.drafts.drop(draft_id)

    def drafts(self, staff: str = "") -> list[Draft]:
        """Return open drafts, of one member of staff or of all, oldest first."""
        with self._storage.read() as repos:
            return repos.drafts.of_staff(staff) if staff else repos.drafts.all()

    @contextmanager
    def between(self, start: datetime | None, end: datetime | None) -> Iterator[Iterator[Contact]]:
        """Stream contacts, oldest first, while the block lasts."""
        with self._storage.read() as repos:
            yield repos.contacts.between(start, end)

    def latest(self, limit: int = 200, offset: int = 0) -> list[Contact]:
        with self._storage.read() as repos:
            return repos.contacts.latest(limit, offset)

    def count(self) -> int:
        """Count the contacts on the record, without those that were taken back."""
        with self._storage.read() as repos:
            return repos.contacts.count()

    def staff_names(self) -> dict[str, Staff]:
        """Return staff by id, to name who wrote a contact."""
        with self._storage.read() as repos:
            return {staff.id: staff for staff in repos.staff.all()}


def _follow(repos: Repositories, contact: Contact, continues: str) -> None:
    """Do what a contact brings with it."""
    if contact.articles:
        _learn(repos, contact)
    _settle(repos, contact, continues)


def _settle(repos: Repositories, contact: Contact, continues: str = "") -> None:
    """Write down what is owed now; somebody unknown who was helped at once never was and is owed anything."""
    if continues or contact.digits or contact.person_id or contact.outcome in OWING:
        from frontdesk.services.owing import settle  # here: most that the command line logs needs nothing of it

        settle(repos, contact, continues)


def _learn(repos: Repositories, contact: Contact) -> None:
    """Let the words typed count for the answers used."""
    from frontdesk.services.learning import learn  # here: the command line types no words

    learn(repos, (contact,))


def _named(repos: Repositories, contact: Contact, entry: Entry) -> Contact:
    """Resolve the codes of an entry; a code nobody has is refused."""
    found = repos.articles.by_codes(entry.articles)
    for code in entry.articles:
        if code not in found:
            raise DeskError("unknown_article", value=code)
    topic = next((found[code].title or found[code].title_en for code in entry.articles), "")
    if not entry.person:
        return replace(contact, topic=topic)
    person = survivor_of(repos, repos.people.by_code(entry.person))
    if person is None:
        raise DeskError("unknown_person", value=entry.person)
    return replace(contact, topic=topic, person_id=person.id)


def _completed(repos: Repositories, contact: Contact) -> Contact:
    """Add what follows from the number and the person: digits, code and name as of now."""
    parsed = parse_number(contact.number) if contact.number else None
    digits = (parsed.digits or parsed.extension) if parsed else ""
    person = survivor_of(repos, repos.people.get(contact.person_id)) if contact.person_id else None
    if person is None:
        return replace(contact, digits=digits, person_id="")
    return replace(contact, digits=digits, person_id=person.id, person_code=person.code, person_name=person.name)
