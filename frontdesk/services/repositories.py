"""What the services need of the database; storage implements it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from frontdesk.domain.articles import Article, ArticleChange
from frontdesk.domain.contacts import Contact
from frontdesk.domain.drafts import Draft
from frontdesk.domain.imports import ImportBatch, ImportKind
from frontdesk.domain.people import ContactFigures, Person
from frontdesk.domain.site import Site
from frontdesk.domain.staff import PinRecord, Staff

if TYPE_CHECKING:  # logging never needs these, and every start would pay for them
    from frontdesk.domain.answer_use import Fact, Mark, Suggestion, WordUse
    from frontdesk.domain.audit import AuditEvent
    from frontdesk.domain.chain import ChainedRow, ChainEntry, ChainHead, KeptHead, KeyPeriod
    from frontdesk.domain.merging import Merge
    from frontdesk.domain.similar_gaps import AskedGap
    from frontdesk.domain.synonyms import SynonymGroup
    from frontdesk.services.figures import FiguresRecord
    from frontdesk.services.promise_record import PromiseRecord
    from frontdesk.services.wanted_contacts import WantedContacts


@dataclass(frozen=True, slots=True)
class Titled:
    """An answer as a line of a list: its title, in English where it has no Thai one."""

    article_id: str
    title: str
    pinned: bool


class Articles(Protocol):
    """The answers on file. Archived ones are only returned where it says so."""

    def get(self, article_id: str) -> Article | None: ...
    def by_code(self, code: str) -> Article | None:
        """Find by code, archived ones too."""

    def by_ids(self, ids: Iterable[str]) -> dict[str, Article]: ...
    def by_codes(self, codes: Iterable[str]) -> dict[str, Article]:
        """Find by codes, archived ones too."""

    def all(self) -> Iterator[Article]: ...
    def pinned(self) -> list[Article]: ...
    def save(self, article: Article, by: str, batch: str = "") -> None:
        """Insert or replace by id, keep the earlier version, and note the change for the index."""

    def save_many(self, articles: Iterable[Article], by: str, batch: str = "") -> None:
        """Save each as ``save`` does, in one go."""

    def versions(self, article_id: str) -> list[tuple[datetime, str, Article]]:
        """Return earlier versions with when and by whom each was replaced, newest first."""

    def groups(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the categories and the departments that answers have, each once, in no order."""

    def titles_in(self, categories: Iterable[str], departments: Iterable[str]) -> list[Titled]:
        """Return the titles of any of these categories and of these departments; none of a kind means any."""

    def count(self) -> int: ...
    def revision(self) -> int:
        """Return a number that changes whenever any article changes."""

    def since(self, revision: int) -> Iterator[ArticleChange]:
        """Return the latest state of every article changed after a revision, in order."""


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
    def promises_of(self, person_id: str, limit: int) -> list[Contact]:
        """Return contacts with somebody that ended with a promise, the newest first."""

    def figures(self, person_id: str) -> ContactFigures: ...
    def containing(self, words: Iterable[str], limit: int) -> list[Contact]:
        """Return the newest contacts whose normalised topic and note hold every word."""

    def uses_since(self, code: str, since: datetime) -> int:
        """Count the contacts in which an answer was used."""

    def most_used(self, since: datetime, limit: int) -> list[str]:
        """Return the codes of the answers used in most contacts since then, the most used first."""

    def recent_articles(self, staff: str, limit: int) -> list[tuple[str, datetime]]:
        """Return the codes this member of staff used last, newest first, without repeats."""

    def last_contact_of(self, person_ids: Iterable[str]) -> dict[str, datetime]: ...
    def count(self) -> int: ...


class Browsing(Protocol):
    """The record as a list of any length, newest first. A place is the number by which a contact is known for good."""

    def places(self, wanted: "WantedContacts", after: int | None, limit: int | None) -> Sequence[int]:
        """Return the places of contacts that fit, from the one after ``after``; perhaps more than ``limit``."""

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

    def erase_people(self, person_ids: Sequence[str], by: str) -> None:
        """Take people off the file, with their earlier states."""


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


class Drafts(Protocol):
    """Contacts begun and not logged."""

    def save(self, draft: Draft) -> None: ...
    def drop(self, draft_id: str) -> None: ...
    def of_staff(self, staff: str) -> list[Draft]:
        """Return this one's drafts, oldest first."""

    def all(self) -> list[Draft]: ...


class StaffRegister(Protocol):
    """Who may sign in."""

    def get(self, staff_id: str) -> Staff | None: ...
    def by_code(self, code: str) -> Staff | None: ...
    def all(self) -> list[Staff]: ...
    def save(self, staff: Staff) -> None: ...
    def pin(self, staff_id: str) -> PinRecord | None: ...
    def set_pin(self, staff_id: str, record: PinRecord) -> None: ...


class Imports(Protocol):
    """Past imports, so that the last one can be undone."""

    def add(self, batch: ImportBatch) -> None: ...
    def last(self, kind: ImportKind | None = None) -> ImportBatch | None:
        """Return the newest batch that was not undone."""

    def undo(self, batch_id: str, by: str) -> int:
        """Put back every row the batch replaced, archive those it made; return how many."""


class SiteRecord(Protocol):
    """The site's own settings."""

    def get(self) -> Site: ...
    def save(self, site: Site) -> None: ...


class AnswerWords(Protocol):
    """What using answers taught: made of the contacts, and decisions about it."""

    def add(self, facts: Iterable["Fact"]) -> None:
        """Take in facts of contacts that are not in yet, and count them."""

    def known(self, contact_ids: Sequence[str]) -> set[str]:
        """Return which of these contacts are in."""

    def take_back(self, contact_id: str) -> None:
        """Remove what a contact taught."""

    def strongest(self, words: Sequence[str]) -> list["WordUse"]:
        """Return for each word that was ever used the answers with a share of it worth naming."""

    def of_article(self, article_id: str, code: str) -> list["WordUse"]:
        """Return all words that led to an answer, those used most and last first."""

    def missed(self, code: str = "") -> dict[str, list["Suggestion"]]:
        """Return words tried in vain by the code of the answer that then helped, of one answer or of all."""

    def mark(self, mark: "Mark") -> None:
        """Append a decision."""

    def marks(self, codes: Iterable[str]) -> list["Mark"]:
        """Return the decisions about answers, oldest first."""

    def forget(self, code: str) -> None:
        """Remove all words that led to an answer so far."""

    def clear(self) -> None:
        """Remove everything that can be made again of the contacts."""

    def names_on_file(self, keys: Iterable[str]) -> set[str]:
        """Return which of these keys are somebody's given, family or romanised name."""

    def rules(self) -> str:
        """Return the rules by which everything here was made, "" while it is not complete."""

    def set_rules(self, rules: str) -> None: ...


class SynonymRecord(Protocol):
    """The site's own groups of words that mean the same."""

    def all(self) -> tuple["SynonymGroup", ...]: ...
    def count(self) -> int: ...
    def save(self, group: "SynonymGroup") -> None: ...
    def remove(self, group_id: str) -> None: ...
    def revision(self) -> int:
        """Return a number that grows with every change."""


class SiteRules(Protocol):
    """Rules that a site set for itself, each as text by its name."""

    def get(self, name: str) -> str:
        """Return a rule, "" where the site set none."""

    def put(self, name: str, value: str) -> None: ...
    def drop(self, name: str) -> None:
        """Go back to the rule that comes with the program."""


class Gaps(Protocol):
    """Questions without an answer."""

    def asked_since(self, since: datetime) -> "list[AskedGap]":
        """Return those of contacts since then, oldest first, in the caller's words, else those searched last."""


class AuditRecord(Protocol):
    """Who looked at personal data. Rows are only ever added."""

    def add(self, event: "AuditEvent") -> None: ...
    def latest(
        self, limit: int, start: datetime | None = None, end: datetime | None = None, staff: str = ""
    ) -> "list[AuditEvent]":
        """Return events, newest first, ``start <= at < end``, of one member of staff or of all."""


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


class Repositories(Protocol):
    """Everything that one transaction can reach."""

    @property
    def articles(self) -> Articles: ...
    @property
    def people(self) -> People: ...
    @property
    def contacts(self) -> Contacts: ...
    @property
    def browsing(self) -> Browsing: ...
    @property
    def chain(self) -> Chain: ...
    @property
    def erasures(self) -> Erasures: ...
    @property
    def merges(self) -> Merges: ...
    @property
    def promises(self) -> "PromiseRecord": ...
    @property
    def attributions(self) -> Attributions: ...
    @property
    def drafts(self) -> Drafts: ...
    @property
    def staff(self) -> StaffRegister: ...
    @property
    def imports(self) -> Imports: ...
    @property
    def site(self) -> SiteRecord: ...
    @property
    def answer_words(self) -> AnswerWords: ...
    @property
    def synonyms(self) -> SynonymRecord: ...
    @property
    def audit(self) -> AuditRecord: ...
    @property
    def gaps(self) -> Gaps: ...
    @property
    def rules(self) -> SiteRules: ...
    @property
    def figures(self) -> "FiguresRecord": ...


class Storage(Protocol):
    """The database. Acknowledge to a person only after the ``with`` block of ``write`` has ended."""

    def read(self) -> AbstractContextManager[Repositories]:
        """Open a consistent view."""

    def write(self) -> AbstractContextManager[Repositories]:
        """Open a write transaction at once (BEGIN IMMEDIATE); commit at the end of the block."""

    def proving(self) -> AbstractContextManager[ChainRecord]:
        """Open a consistent view of the chain and of what it commits to."""

    def data_version(self) -> int:
        """Return a number that changes when any process has committed to the database."""

    def close(self) -> None: ...
