"""A row of a file as what it says of a visit."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from frontdesk.domain.errors import DeskError
from frontdesk.domain.national_id import national_ids
from frontdesk.domain.numbers import parse_numbers
from frontdesk.domain.plates import show_plate
from frontdesk.domain.visit_times import parted_day, read_span, read_until, read_visit_day
from frontdesk.domain.visit_typing import Moment, read_party

from .import_row import ImportRow

_WORDS = ("organisation", "place", "purpose", "belongings", "note")
_GUARDED = ("name", "phone", "host", *_WORDS, "group")
_NONE = frozenset({"-", "--", "–", "—", "ไม่มี", "ไม่ระบุ", "ไม่ทราบ", "none", "n/a", "na"})
_DAMAGED = re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
_ID_DIGITS = 13


@dataclass(frozen=True, slots=True)
class VisitSaid:
    """What a row says: day and times, and the other fields that it speaks of by their names in ``Visit``.

    ``host`` and ``group`` are as written; ``id`` is that of a visit on file where the row came from here. Of a row with
    an id an empty cell empties the field, of any other it leaves the field as it is.
    """

    line: int
    day: date
    due: datetime | None
    until: datetime | None
    name: str = ""
    host: str = ""
    group: str = ""
    email: str = ""
    id: str = ""
    visitors: str = ""
    invitation: str = ""
    words: dict[str, Any] = field(default_factory=dict)


def visit_said(row: ImportRow, at: Moment) -> VisitSaid | None:
    """Read a row; what is wrong with it is noted there, and None returned."""
    _refuse_national_ids(row)
    day, due, until = _when(row, at)
    if not (row.text("name") or row.text("visitors") or row.text("invitation")):
        row.wrong("name", "visit_name_missing")
    words = _words(row, keep_empty=bool(row.text("id")))
    if row.errors or day is None:
        return None
    named = {name: row.text(name) for name in ("name", "host", "group", "email", "id", "visitors", "invitation")}
    return VisitSaid(row.line, day, due, until, words=words, **named)


def _when(row: ImportRow, at: Moment) -> tuple[date | None, datetime | None, datetime | None]:
    day_said, time_said = parted_day(row.text("date"))
    if not day_said:
        row.wrong("date", "visit_day_missing")
        return None, None, None
    day = row.read("date", lambda _: read_visit_day(day_said, at.now, at.hours), None)
    if day is None:
        return None, None, None
    time_said = row.text("time") or time_said
    due, until = _read(row, "time", lambda: read_span(time_said, day, at.now), (None, None))
    if row.text("until"):
        until = row.read("until", lambda text: read_until(text, day, due, at.now, at.hours), None)
    return day, due, until


def _read(row: ImportRow, name: str, parse: Any, empty: Any) -> Any:
    try:
        return parse()
    except DeskError as error:
        row.wrong(name, error.code, **error.data)
        return empty


def _words(row: ImportRow, keep_empty: bool) -> dict[str, Any]:
    """Read the fields that need no day; an empty cell counts only where it is meant."""
    said: dict[str, Any] = {name: row.text(name) for name in row.those_of(_WORDS)}
    if row.has("phone"):
        said["number"] = row.read("phone", _number, "")
    if row.has("plate"):
        said["plate"] = show_plate(row.text("plate")) if row.text("plate").casefold() not in _NONE else ""
    if row.has("party") and (row.text("party") or keep_empty):
        said["party"] = row.read("party", read_party, 1)
    return {name: value for name, value in said.items() if value or keep_empty}


def _number(text: str) -> str:
    """Take a number as it is written; several stay together, and the first is the one that is looked up."""
    if text.casefold() in _NONE:
        return ""
    found = parse_numbers(text)
    if any(_DAMAGED.fullmatch(one.raw.strip()) and not one.digits for one in found):
        raise DeskError("phone_damaged")
    if not any(one.digits or one.extension for one in found):
        raise DeskError("no_number_in")
    return text


def _refuse_national_ids(row: ImportRow) -> None:
    """Numbers of documents are never kept of visitors."""
    for name in row.those_of(_GUARDED):
        text = row.text(name)
        if sum(map(str.isdecimal, text)) >= _ID_DIGITS and national_ids(text):
            row.wrong(name, "visit_national_id")
