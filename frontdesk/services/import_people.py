"""A row of a file as a person."""

import re
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from frontdesk.domain.errors import DeskError
from frontdesk.domain.names import split_name
from frontdesk.domain.numbers import parse_numbers
from frontdesk.domain.people import NumberUse, Person, PersonKind, PhoneNumber
from frontdesk.domain.thai_dates import parse_partial_date

from .card_cells import card_changes, handle_changes
from .import_columns import PHONE_FIELDS
from .import_referrers import REFERRER, Referrers
from .import_row import ImportRow

_TEXTS = ("title", "given_name", "family_name", "nickname", "romanised", "organisation", "department", "hours", "note")
_KINDS = {
    PersonKind.CUSTOMER: "ลูกค้า ผู้รับบริการ ผู้ใช้บริการ ผู้ป่วย สมาชิก client member patient",
    PersonKind.STAFF: "พนักงาน เจ้าหน้าที่ บุคลากร ข้าราชการ employee officer",
    PersonKind.DEPARTMENT: "แผนก ฝ่าย หน่วยงาน กอง กลุ่มงาน dept division unit",
    PersonKind.PARTNER: "คู่ค้า ผู้ขาย ผู้จำหน่าย ผู้รับเหมา supplier vendor contractor",
    PersonKind.VISITOR: "ผู้มาติดต่อ ผู้มาเยือน ผู้เยี่ยม แขก guest",
}
_KIND_WORDS = {word: kind for kind, words in _KINDS.items() for word in (kind.value, *words.split())}
_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+")
_USED = re.compile(r"(?:^|(?<=; ))(home|work): ")
_DAMAGED = re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
_NO_NUMBER = frozenset({"-", "--", "–", "—", ".", "ไม่มี", "ไม่ระบุ", "ไม่ทราบ", "none", "n/a", "na", "null"})


def person_from(row: ImportRow, old: Person | None, today: date, now: datetime, referrers: Referrers) -> Person:
    """Make the person that a row says; fields without a column stay as they were. New ones are of ``now``."""
    changes = _changes(row, old) | card_changes(row, today)
    if row.has(REFERRER):
        changes[REFERRER] = referrers.sender_of(row)
    if old is not None:
        person = replace(old, archived=False, **changes)
    else:
        code = row.text("code")
        person = Person(id=referrers.id_of(code), code=code, updated_at=now, **({"given_name": ""} | changes))
    if person.referred_by == person.id:
        row.wrong(REFERRER, "refers_self")
    if not (person.name or person.organisation or person.numbers):
        row.wrong("given_name" if row.has("given_name") else "name", "name_or_number_missing")
    return person


def _changes(row: ImportRow, old: Person | None) -> dict[str, Any]:
    changes: dict[str, Any] = _whole_name(row)
    for name in row.those_of(_TEXTS):
        if (text := row.text(name)) or name not in changes:
            changes[name] = text
    if row.has("kind"):
        changes["kind"] = row.read("kind", _kind, PersonKind.CUSTOMER)
    if row.has("birthday"):
        changes["birthday"] = row.read("birthday", parse_partial_date, None)
    if row.has("aliases"):
        changes["aliases"] = row.parts("aliases")
    return (
        changes | handle_changes(row, old.handles if old else (), _handle) | _numbers(row, old.numbers if old else ())
    )


def _whole_name(row: ImportRow) -> dict[str, str]:
    """Take apart a name written in one column."""
    if not row.text("name"):
        return {}
    name = split_name(row.text("name"))
    parts = {"given_name": name.given, "family_name": name.family}
    return parts | ({"title": name.title} if name.title else {})


def _numbers(row: ImportRow, kept: tuple[PhoneNumber, ...]) -> dict[str, Any]:
    """Read the number columns; numbers beyond as many as there are columns stay on the person."""
    columns = row.those_of(PHONE_FIELDS)
    if not columns:
        return {}
    none: tuple[PhoneNumber, ...] = ()
    read = [number for field in columns for number in row.read(field, _phones, none)]
    return {"numbers": _each_once([*_with_uses(read, kept), *kept[len(columns) :]])}


def _with_uses(numbers: list[PhoneNumber], kept: tuple[PhoneNumber, ...]) -> list[PhoneNumber]:
    """Keep where a number reaches somebody if that is known and the file does not say."""
    known = {_same(number): number.use for number in kept if number.use}
    return [replace(one, use=one.use or known.get(_same(one), one.use)) for one in numbers] if known else numbers


def _each_once(numbers: list[PhoneNumber]) -> tuple[PhoneNumber, ...]:
    """Keep the first of the ways in which one number is written."""
    kept: dict[tuple[str, str, str], PhoneNumber] = {}
    for number in numbers:
        kept.setdefault(_same(number), number)
    return tuple(kept.values())


def _same(number: PhoneNumber) -> tuple[str, str, str]:
    known = bool(number.digits or number.extension)
    return number.digits, number.extension, "" if known else number.raw


def _phones(text: str) -> tuple[PhoneNumber, ...]:
    parts = text.split("; ") if _USED.search(text) else [text]
    found = tuple(number for part in parts for number in _used(part))
    if any(_DAMAGED.fullmatch(number.raw.strip()) and not number.digits for number in found):
        raise DeskError("phone_damaged")
    if not found and text.casefold() not in _NO_NUMBER:
        raise DeskError("bad_phone")
    return found


def _used(text: str) -> tuple[PhoneNumber, ...]:
    """Read "home: 02-123-4567", as an export says what the number itself does not."""
    said = _USED.match(text)
    if not said:
        return parse_numbers(text)
    use = NumberUse(said[1])
    return tuple(replace(number, use=use) for number in parse_numbers(text[said.end() :]))


def _kind(text: str) -> PersonKind:
    kind = _KIND_WORDS.get(text.casefold())
    if kind is None:
        raise DeskError("bad_kind")
    return kind


def _handle(column: str, text: str) -> str:
    if column == "email" and not _EMAIL.fullmatch(text):
        raise DeskError("bad_email")
    return text
