"""What the services need of the database about contacts; storage implements it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from frontdesk.domain.contacts import Contact
from frontdesk.domain.drafts import Draft
from frontdesk.domain.people import ContactFigures

if TYPE_CHECKING:  # logging never needs these, and every start would pay for them
    from frontdesk.domain.chain import ChainedRow, ChainEntry, ChainHead, KeptHead, KeyPeriod
    from frontdesk.domain.similar_gaps import AskedGap
    from frontdesk.services.wanted_contacts import WantedContacts


class Contacts(Protocol):
    """The record of contacts. Rows are only ever added."""

    def add(self, contact: Contact) -> bool:
        """Add a contact; a second one with the same id is ignored and False returned."""

    def add_many(self, items: Iterable[Contact]) -> int:
        """Add many at once, each as ``add`` does; return how many were new."""

    def withdraw(self, contact_id: str, by: str, at: datetime) -> None:
        """Append the mark that a contact was taken back right after it was logged."""

    def correct(self, contact_id: str, fields: Mapping[str, Any], by: str, at: datetime) -> Contact | None:
        """Append new values (``corrections.CORRECTABLE``); return the contact as it stands, None if there is none."""

    def withdrawn(self, contact_id: str) -> bool: ...
    def erased(self, contact_id: str) -> bool:
        """Tell whether its person was erased."""

    def get(self, contact_id: str) -> Contact | None: ...
    def between(self, start: datetime | None, end: datetime | None) -> Iterator[Contact]:
        """Return contacts that were not withdrawn, oldest first, ``start <= at < end``."""

    def latest(self, limit: int, offset: int = 0) -> list[Contact]: ...
    def of_person(self, person_id: str, limit: int) -> list[Contact]: ...
    def of_digits(self, digits: str, limit: int) -> list[Contact]: ...
    def figures(self, person_id: str) -> ContactFigures: ...
    def containing(self, words: Iterable[str], limit: int) -> list[Contact]:
        """Return the newest contacts whose normalised topic and note hold every word."""

    def praising(self, limit: int) -> list[str]:
        """Return for whom the newest compliments count, each once; those of nobody are left out."""

    def uses_since(self, code: str, since: datetime) -> int:
        """Count the contacts in which an answer was used."""

    def most_used(self, since: datetime, limit: int) -> list[str]:
        """Return the codes of the answers used in most contacts since then, the most used first."""

    def recent_articles(self, staff: str, limit: int) -> list[tuple[str, datetime]]:
        """Return the codes this member of staff used last, newest first, without repeats."""

    def last_contact_of(self, person_ids: Iterable[str]) -> dict[str, datetime]: ...
    def count(self) -> int: ...


class Browsing(Protocol):
    """The record as a list of any length, newest first. A place is the number of a contact's row."""

    def beginning(self, wanted: "WantedContacts", least: int) -> tuple[Sequence[int], bool]:
        """Return the first places that fit as fast as may be, and whether these are all.

        Where they are not all, there are some at least, mostly ``least``.
        """

    def places(self, wanted: "WantedContacts", after: int | None, limit: int | None) -> Sequence[int]:
        """Return the places that fit from the one after ``after``; where not just ``limit``, these were the last."""

    def layout(self) -> int:
        """Return what changes when the file is rewritten: places known until then mean nothing any more."""

    def contacts(self, places: Sequence[int]) -> list[Contact]: ...
    def stream(self, places: Sequence[int]) -> Iterator[Contact]:
        """Read contacts from the last place to the first: oldest first."""

    def in_order(self, places: Sequence[int]) -> Sequence[int]:
        """Return places that are in any order newest first."""

    def touched(self, since: int) -> dict[str, int]:
        """Return the contacts, with their places, that entries of the chain after so many are about."""

    def fitting(self, wanted: "WantedContacts", ids: Sequence[str]) -> Sequence[int]:
        """Return the places of those of these contacts that fit."""

    def newer(self, places: Sequence[int], than: int | None) -> Sequence[int]: ...
    def topics(self, limit: int) -> list[str]:
        """Return the topics of the newest contacts."""


class Chain(Protocol):
    """The chain over contacts, corrections, withdrawals and erasures."""

    def head(self) -> "ChainHead":
        """Return how many entries there are, and the last link; its ``printed`` form goes on paper."""

    def numbers(self, contact_ids: Sequence[str]) -> dict[str, int]:
        """Return the running numbers under which contacts were written down, by their ids."""


class Erasures(Protocol):
    """Taking people out of everything. It cannot be undone."""

    def contact_ids(self, person_ids: Sequence[str]) -> list[str]:
        """Return the ids of all contacts that are or were with any of these, erased ones left out."""

    def erase_contacts(self, contact_ids: Iterable[str], by: str, reason: str, at: datetime) -> None:
        """Take everything personal out of contacts; the chain holds."""

    def erase_people(self, person_ids: Sequence[str], digits: Sequence[str], by: str) -> None:
        """Take people off the file, with their earlier states, and out of what is owed to them or to these numbers."""


class Drafts(Protocol):
    """Contacts begun and not logged."""

    def save(self, draft: Draft) -> None: ...
    def drop(self, draft_id: str) -> None: ...
    def of_staff(self, staff: str) -> list[Draft]:
        """Return this one's drafts, oldest first."""

    def all(self) -> list[Draft]: ...


class Gaps(Protocol):
    """Questions without an answer."""

    def asked_since(self, since: datetime) -> "list[AskedGap]":
        """Return those of contacts since then, oldest first, in the caller's words, else those searched last."""


class ChainRecord(Protocol):
    """The chain with all that it commits to, in one consistent view: what proving it reads."""

    @property
    def kept_head(self) -> "KeptHead":
        """What the head file said when the view was opened."""

    @property
    def has_keys(self) -> bool:
        """Whether the key file is there and holds a key."""

    def periods(self) -> "list[KeyPeriod]":
        """Return which key was used from which entry on, the first first."""

    def head(self) -> "ChainHead": ...
    def link_at(self, seq: int) -> bytes | None: ...
    def rows(self) -> "Iterator[ChainedRow]":
        """Yield the entries in order with what they commit to, whatever harm they came to."""

    def entries(self) -> "Iterator[ChainEntry]": ...
    def known_heads(self) -> "dict[int, ChainHead | None]":
        """Return by the numbers of gaps and of restored copies the head that was known then, None for none."""

    def unchained(self) -> str:
        """Return the kind of rows that have no entry, "" if there are none."""

    def derived_wrong(self) -> int:
        """Return the number of the first contact that is searched by other values than its own, 0 for none."""

    def number_of(self, link: bytes) -> int:
        """Return the number of the entry whose link begins so, 0 for none."""
