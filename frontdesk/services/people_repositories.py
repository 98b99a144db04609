"""What the services need of the database about people; storage implements it."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from frontdesk.domain.contacts import Contact
from frontdesk.domain.people import Person, PersonKind

if TYPE_CHECKING:  # logging never needs these, and every start would pay for them
    from frontdesk.domain.merging import Merge
    from frontdesk.domain.segments import Counted


class People(Protocol):
    """The people on file, and the keys they are found by."""

    def get(self, person_id: str) -> Person | None: ...
    def by_code(self, code: str) -> Person | None: ...
    def by_ids(self, ids: Iterable[str]) -> dict[str, Person]: ...
    def by_codes(self, codes: Iterable[str]) -> dict[str, Person]: ...
    def all(self) -> Iterator[Person]: ...
    def save(self, person: Person, by: str, batch: str = "") -> None:
        """Insert or replace by id with all look-up keys, and keep the earlier version."""

    def save_many(self, people: Iterable[Person], by: str, batch: str = "") -> None:
        """Save each as ``save`` does, in one go."""

    def filling(self, count: int) -> AbstractContextManager[None]:
        """Make room for so many new people who are saved inside the block: far faster where they are very many."""

    def versions(self, person_id: str) -> list[tuple[datetime, str, Person]]: ...
    def count(self) -> int: ...

    def ids_by_digits(self, digits: str, limit: int) -> list[str]:
        """Find people one of whose numbers (national digits, or extension) starts with these."""

    def ids_by_digits_end(self, digits: str, limit: int) -> list[str]:
        """Find by the last digits of a number, those in contact last first."""

    def ids_by_digits_inside(self, digits: str, limit: int) -> list[str]: ...
    def ids_by_exact_number(self, digits: str, extension: str = "") -> list[str]: ...
    def ids_by_names(self, given: Iterable[str], family: Iterable[str], limit: int) -> list[str]:
        """Find people by any of these normalised given and any of these family names."""

    def called(self, given: Iterable[str], family: Iterable[str], limit: int) -> list[tuple[str, str, str]]:
        """Return ids with the given and family name as normalised, by any of these of each; last contacts first."""

    def ids_by_given(self, names: Iterable[str], limit: int) -> list[str]:
        """Find by whole names, those in contact last first; likewise by family names and by beginnings."""

    def ids_by_family(self, names: Iterable[str], limit: int) -> list[str]: ...
    def ids_by_name_prefix(self, given: str, family: str, limit: int) -> list[str]:
        """Find by beginnings of the normalised given and family name; either may be empty."""

    def ids_by_joined_prefix(self, joined: str, limit: int) -> list[str]:
        """Find by the beginning of given and family name written together, in either order."""

    def ids_by_alias(self, prefix: str, limit: int) -> list[str]:
        """Find by nickname, former name or romanised name, normalised, by its beginning."""

    def aliases(self, prefix: str, limit: int) -> list[tuple[str, str]]:
        """Return ids with the other name or nickname that begins so, as normalised, in order."""

    def keyed(self, key: str, limit: int) -> list[tuple[str, str]]:
        """Return ids with the code, plate, LINE name or e-mail that begins so, as normalised, in order."""

    def ids_by_alias_and(self, alias: str, family: str, limit: int) -> list[str]:
        """Find people by the beginnings of another name or nickname and of the family name."""

    def ids_by_key(self, key: str, limit: int) -> list[str]:
        """Find by code, plate, LINE name or e-mail, normalised as ``names.look_up_key`` does."""

    def ids_by_organisation(self, words: Iterable[str], limit: int) -> list[str]: ...
    def ids_by_card_words(self, words: Iterable[str], limit: int) -> list[str]:
        """Find people whose note, quick facts, room or status hold every word; none for words of a letter or two."""

    def referred_by(self, person_id: str) -> list[Person]:
        """Return those whom somebody sent."""

    def ids_sent_by(self, senders: Iterable[str], limit: int) -> list[str]:
        """Find whom any of these sent, those in contact last first."""

    def senders(self, least: int, limit: int, greatest: int = ...) -> list[str]:
        """Find who sent at least and at most so many, those included who are archived by now."""

    def sent_counts(self, senders: Iterable[str]) -> dict[str, int]:
        """Return how many each of these sent; those who sent nobody are left out."""

    def ids_in_contact(self, limit: int, before: datetime | None = None) -> list[str]:
        """Return who was in contact, the last one first, and if asked only whose last contact was before a moment."""

    def ids_bought_before(self, before: date, limit: int) -> list[str]:
        """Return some who bought something, and neither bought nor were in contact since a day."""

    def counted(self, ids: Iterable[str], without: Iterable[PersonKind]) -> "list[Counted]":
        """Return what is counted of people, those in contact last first; archived ones and some kinds are left out."""

    def newest(self, limit: int) -> list[str]:
        """Return who came on file last."""

    def ids_of_kind(self, kind: PersonKind, limit: int) -> list[str]:
        """Return people of a kind: those in contact lately, then some of the newest and of the oldest on file."""

    def deputised_by(self, names: Iterable[str]) -> list[Person]:
        """Return those whose deputy is written as one of these codes or names."""

    def ids_by_given_and(self, given: Iterable[str], family: str, limit: int) -> list[str]:
        """Find people by any of these whole given names and the beginning of the family name."""

    def ids_by_family_and(self, family: Iterable[str], given: str, limit: int) -> list[str]:
        """Find people by any of these whole family names and the beginning of the given name."""

    def last_contacts(self, ids: Iterable[str]) -> dict[str, datetime]:
        """Return when people were in contact last; those who never were are left out."""

    def ids_by_numbers(self, digits: Iterable[str], limit: int) -> list[str]:
        """Find people by any of these whole numbers."""

    def ids_in_organisations(self, ids: Iterable[int], limit: int) -> list[str]: ...
    def organisation_keys(self) -> list[tuple[int, str]]:
        """Return every organisation's id with its normalised name."""

    def distinct_digits(self) -> Iterator[str]:
        """Return the national digits of every number on file, each once."""

    def distinct_names(self) -> tuple[list[str], list[str], list[str]]:
        """Return the distinct normalised given names, family names and romanised names."""

    def revision(self) -> int:
        """Return a number that changes whenever any person changes."""

    def changed_since(self, revision: int, limit: int) -> list[str]:
        """Return the ids of people saved after a revision, at most so many."""


class Merges(Protocol):
    """People who proved to be one, and whose contacts count for whom because of it."""

    def add(self, merge: "Merge") -> None: ...
    def get(self, merge_id: str) -> "Merge | None": ...
    def into(self, person_id: str) -> "list[Merge]":
        """Return the merges into somebody that were not undone, newest first."""

    def latest(self, limit: int) -> "list[Merge]":
        """Return merges that were not undone, newest first."""

    def mark_undone(self, merge_id: str, by: str, at: datetime) -> None: ...
    def put_under(self, person_ids: Sequence[str], into_id: str) -> None:
        """Let the contacts of these count for another from now on."""

    def release(self, person_ids: Sequence[str]) -> None:
        """Let the contacts of these count for themselves again."""

    def members(self, into_id: str) -> list[str]:
        """Return the ids of all whose contacts count for somebody."""

    def survivors(self, person_ids: Iterable[str]) -> dict[str, str]:
        """Return for those of these who were merged into whom."""


class Attributions(Protocol):
    """Contacts with a number nobody was known by, and whose it proved to be."""

    def nobodys(self, digits: str) -> list[Contact]:
        """Return the contacts with a number that count for nobody, newest first; withdrawn ones are left out."""

    def add(self, contact_ids: Sequence[str], person_id: str, by: str, at: datetime) -> None: ...
    def take_back(self, contact_ids: Sequence[str]) -> None: ...
