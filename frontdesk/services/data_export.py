"""Taking a site's data out, in the columns by which it comes in again."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path

from frontdesk.domain.articles import Article
from frontdesk.domain.audit import AuditEvent, AuditKind
from frontdesk.domain.contacts import Contact
from frontdesk.domain.errors import DeskError
from frontdesk.domain.ids import new_id, now
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import HandleKind, PartialDate, Person, PhoneNumber

from .card_cells import CARD_COLUMNS, FORMER, HANDLE_COLUMNS, card_cells, handles_in_cell
from .clock import SITE_ZONE
from .contact_lines import ContactLines
from .contact_report import may_see_all
from .contact_sheet import ChosenContacts, ContactSheet, SheetOrder
from .import_columns import PHONE_FIELDS
from .import_referrers import REFERRER
from .ports import Progress, SheetLook, TableWriter
from .repositories import Repositories, Storage
from .visit_sheet import VISIT_COLUMNS, visit_rows

Cells = list[str]
CARDS = ".vcf"
PART_ROWS = 500
TOLD_EVERY = 500
PERSONAL = ("people", "contacts", "visits")
Days = tuple[date | None, date | None]

_CONTACT_COLUMNS = ("id", "at", "channel", "outcome", "number", "person", "person_name", "topic", "articles",
                    "queries", "note", "unanswered", "flagged", "feedback", "staff",
                    "transfer_to", "transfer_reason")  # fmt: skip
_ARTICLE_COLUMNS = ("code", "title", "title_en", "say", "say_en", "body", "body_en", "category", "keywords",
                    "department", "owner", "deputy", "verified_on", "verified_by", "review_by", "pinned")  # fmt: skip
_PERSON_COLUMNS = ("code", "title", "given_name", "family_name", "nickname", "romanised", "kind", "organisation",
                   "department", "hours", "email", "line", "birthday", "aliases", "note", "plate")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table on its way out."""

    columns: tuple[str, ...]
    rows: Iterator[Cells]


class DataExport:
    """Exports to CSV, XLSX and vCards. Archived answers and people, and withdrawn contacts, stay inside."""

    def __init__(self, storage: Storage, writer: TableWriter) -> None:
        self._storage = storage
        self._writer = writer

    def export(
        self, kind: str, path: Path, by: str = "", version: str = "", chosen: ChosenContacts | None = None,
        progress: Progress | None = None, days: Days = (None, None),
    ) -> int:  # fmt: skip
        """Write "contacts", "people", "articles" or "visits" to a file, return how many; who took people out is noted.

        ``version`` is that of vCards, which hold people only. ``chosen`` reads those contacts that are wanted,
        ``days`` are the first and the last day of visits.
        Where ``progress`` stops the work, there is no file, and nothing is noted.
        """
        if kind != "people" and path.suffix.lower() == CARDS:
            raise DeskError("cards_people_only")
        with self._storage.read() as repos:
            sheet = _sheet(repos, kind, chosen, days)
            rows = self._writer.write(path, sheet.columns, _told(sheet.rows, progress), version, SheetLook(kind))
        if kind in PERSONAL:
            self._note(AuditKind.EXPORT, kind, rows, by)
        return rows

    def contact_sheet(self, path: Path, order: SheetOrder, by: str, progress: Progress | None = None) -> int:
        """Write contacts to a table in a language, return how many, and note who took them out.

        Only a supervisor gets numbers in full: ``DeskError`` not_allowed for the others.
        """
        with self._storage.read() as repos:
            staff = {one.id: one for one in repos.staff.all()}
            if order.full_numbers and not may_see_all(staff.get(by)):
                raise DeskError("not_allowed")
            sheet = ContactSheet(order, ContactLines(staff, order.language, order.full_numbers))
            rows = sheet.rows(_wanted(repos, order.chosen))
            count = self._writer.write(path, sheet.columns, _told(rows, progress), look=sheet.look)
        self._note(AuditKind.EXPORT_FULL if order.full_numbers else AuditKind.EXPORT, "contacts", count, by)
        return count

    def _note(self, kind: AuditKind, what: str, rows: int, by: str) -> None:
        with self._storage.write() as repos:
            repos.audit.add(AuditEvent(new_id(), now(), by, kind, detail=f"{what} {rows}"))


def _sheet(repos: Repositories, kind: str, chosen: ChosenContacts | None, days: Days) -> Sheet:
    if kind == "contacts":
        return _contacts(repos, chosen)
    if kind == "visits":
        return Sheet(VISIT_COLUMNS, visit_rows(repos.visits.between(*days)))
    return _SHEETS[kind](repos)


def _told(rows: Iterator[Cells], progress: Progress | None) -> Iterator[Cells]:
    """Say now and then how many rows are done."""
    for done, row in enumerate(rows):
        if progress is not None and not done % TOLD_EVERY:
            progress(done, 0)
        yield row


def _articles(repos: Repositories) -> Sheet:
    return Sheet(_ARTICLE_COLUMNS, (_cells(article, _ARTICLE_COLUMNS) for article in repos.articles.all()))


def _people(repos: Repositories) -> Sheet:
    """Lay people out with as many number columns as anybody needs."""
    most = max((len(person.numbers) for person in repos.people.all()), default=0)
    phones = PHONE_FIELDS[: max(2, most)]
    columns = (*_PERSON_COLUMNS, *CARD_COLUMNS, REFERRER, FORMER, *phones)
    return Sheet(columns, _person_rows(repos, len(phones)))


def _person_rows(repos: Repositories, phones: int) -> Iterator[Cells]:
    everybody = repos.people.all()
    while some := list(islice(everybody, PART_ROWS)):
        senders = repos.people.by_ids({one.referred_by for one in some if one.referred_by})
        for one in some:
            sender = senders.get(one.referred_by)
            code = sender.code if sender and not sender.archived else ""
            yield _person_cells(one, code, phones)


def _person_cells(person: Person, sender: str, phones: int) -> Cells:
    """Write a person's numbers one a column; what is beyond the last column joins it."""
    raw = [_number_text(number) for number in person.numbers]
    columns = [*raw[: phones - 1], "; ".join(raw[phones - 1 :])]
    cells = [_person_text(person, name) for name in _PERSON_COLUMNS]
    former = "; ".join(one.value for one in person.handles if one.kind is HandleKind.CODE)
    return [*cells, *card_cells(person), sender, former, *columns, *[""] * (phones - len(columns))]


def _number_text(number: PhoneNumber) -> str:
    """Write a number as it was typed, after where it reaches somebody if it does not say so itself."""
    said = not number.use or parse_number(number.raw).use is number.use
    return number.raw if said else f"{number.use}: {number.raw}"


def _person_text(person: Person, name: str) -> str:
    text = _text(getattr(person, name))
    return handles_in_cell(text, person, HANDLE_COLUMNS[name]) if name in HANDLE_COLUMNS else text


def _contacts(repos: Repositories, chosen: ChosenContacts | None) -> Sheet:
    staff = {one.id: one.code for one in repos.staff.all()}
    return Sheet(_CONTACT_COLUMNS, (_contact_cells(one, staff) for one in _wanted(repos, chosen)))


def _wanted(repos: Repositories, chosen: ChosenContacts | None) -> Iterable[Contact]:
    return chosen(repos) if chosen is not None else repos.contacts.between(None, None)


def _contact_cells(contact: Contact, staff: dict[str, str]) -> Cells:
    passed = contact.transfer
    other = {
        "person": contact.person_code,
        "staff": staff.get(contact.staff, contact.staff),
        "transfer_to": " · ".join(filter(None, (passed.to_text, passed.to_place))) if passed else "",
        "transfer_reason": passed.reason.value if passed else "",
    }
    return [other[name] if name in other else _text(getattr(contact, name)) for name in _CONTACT_COLUMNS]


def _cells(item: Article | Person, columns: tuple[str, ...]) -> Cells:
    return [_text(getattr(item, name)) for name in columns]


def _text(value: object) -> str:
    """Write a value so that reading it again gives the same."""
    if isinstance(value, str):
        return str(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, tuple):
        return ";".join(value)
    return _moment(value)


def _moment(value: object) -> str:
    if isinstance(value, PartialDate):
        year = "-" if value.year is None else f"{value.year:04}"
        return f"{year}-{value.month:02}-{value.day:02}"
    if isinstance(value, datetime):
        return value.astimezone(SITE_ZONE).isoformat(" ", "seconds")
    return value.isoformat() if isinstance(value, date) else str(value)


_SHEETS: dict[str, Callable[[Repositories], Sheet]] = {
    "articles": _articles,
    "people": _people,
}
