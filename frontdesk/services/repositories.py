"""What the services need of the database; storage implements it."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from frontdesk.domain.articles import Article, ArticleChange
from frontdesk.domain.imports import ImportBatch, ImportKind
from frontdesk.domain.site import Site
from frontdesk.domain.staff import PinRecord, Staff

from .contact_repositories import Browsing, Chain, ChainRecord, Contacts, Drafts, Erasures, Gaps
from .people_repositories import Attributions, Merges, People

if TYPE_CHECKING:  # logging never needs these, and every start would pay for them
    from frontdesk.domain.answer_use import Fact, Mark, Suggestion, WordUse
    from frontdesk.domain.audit import AuditEvent
    from frontdesk.domain.synonyms import SynonymGroup
    from frontdesk.services.evacuation_record import EvacuationRecord
    from frontdesk.services.figures import FiguresRecord
    from frontdesk.services.hand_over_record import HandOverRecord
    from frontdesk.services.notice_record import NoticeRecord
    from frontdesk.services.promise_record import PromiseRecord
    from frontdesk.services.visit_record import CardRecord, ShiftLogRecord, VisitDrafts, VisitRecord
    from frontdesk.services.watch_record import WatchRecord


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


class AuditRecord(Protocol):
    """Who looked at personal data. Rows are only ever added."""

    def add(self, event: "AuditEvent") -> None: ...
    def latest(
        self, limit: int, start: datetime | None = None, end: datetime | None = None, staff: str = ""
    ) -> "list[AuditEvent]":
        """Return events, newest first, ``start <= at < end``, of one member of staff or of all."""


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
    @property
    def hand_overs(self) -> "HandOverRecord": ...
    @property
    def watch(self) -> "WatchRecord": ...
    @property
    def notices(self) -> "NoticeRecord": ...
    @property
    def visits(self) -> "VisitRecord": ...
    @property
    def visit_drafts(self) -> "VisitDrafts": ...
    @property
    def cards(self) -> "CardRecord": ...
    @property
    def shift_log(self) -> "ShiftLogRecord": ...
    @property
    def evacuations(self) -> "EvacuationRecord": ...


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
