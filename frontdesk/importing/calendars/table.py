"""An .ics file as a table of visits, read in a child process like every file that nobody vouches for."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from frontdesk.domain.errors import DeskError
from frontdesk.domain.invitations import ONLY, Invitation, Scope
from frontdesk.importing.encodings import known_encoding
from frontdesk.importing.letter_tables import LetterTable, open_letters
from frontdesk.importing.sandbox import Letters, Limits, Packet, Row, Rows

from .letters import Letter, read_letter
from .meetings import Meeting, Moment, at_site, read_meeting
from .occasions import starts_of

COLUMNS = ("date", "time", "until", "name", "visitors", "host", "place", "purpose", "invitation")
MAX_BYTES = 20_000_000
MOST_EVENTS, MOST_ROWS, MOST_GUESTS = 5_000, 10_000, 50_000
MOST_DAYS = 31
"""Whole days of one event."""
BATCH_ROWS = 500
SECONDS = 20
HEADER_LINE = 1
_ANSWERS = ("REPLY", "COUNTER", "REFRESH", "DECLINECOUNTER")
_OF_CALENDARS = {"workbook_too_large": "calendar_too_large", "workbook_too_slow": "calendar_too_slow",
                 "workbook_damaged": "calendar_damaged"}  # fmt: skip


def open_calendar(
    path: Path, today: date, encoding: str = "", limits: Limits | None = None
) -> AbstractContextManager[LetterTable]:
    """Open an .ics file; ``DeskError`` for what is too large, or asks nobody to come from ``today`` on."""
    chosen = known_encoding(encoding) if encoding else ""
    source = partial(read_calendar, today=today, encoding=chosen)
    return open_letters(source, path, limits or Limits(SECONDS), _OF_CALENDARS)


def read_calendar(path: Path, today: date, encoding: str = "") -> Iterator[Packet]:
    """Read a whole file, as an event may stand for an occasion of one before it. It runs in the child."""
    letter = read_letter(_bytes(path), encoding)
    book = _Book(today)
    for meetings in _series(_meetings(letter, path.name)).values():
        book.add(meetings)
        if len(book.rows) > MOST_ROWS or book.guests > MOST_GUESTS:
            raise DeskError("calendar_too_large", file=path.name)
    if not book.rows:
        raise DeskError("calendar_over", file=path.name)
    rows = sorted(book.rows, key=lambda row: (row[0], row[1][0], row[1][1]))
    yield Letters(letter.encoding, letter.replaced, book.faults)
    yield Rows([(HEADER_LINE, COLUMNS)])
    for start in range(0, len(rows), BATCH_ROWS):
        yield Rows(rows[start : start + BATCH_ROWS])


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise DeskError("file_unreadable", file=path.name) from error
    if len(data) > MAX_BYTES:
        raise DeskError("calendar_too_large", file=path.name)
    return data


def _meetings(letter: Letter, file: str) -> Iterator[Meeting]:
    """Yield the events in the order of the file."""
    from icalendar import Calendar

    if not letter.begins:
        raise DeskError("calendar_empty", file=file)
    if len(letter.begins) > MOST_EVENTS:
        raise DeskError("calendar_too_large", file=file)
    try:
        parts: list[Any] = Calendar.from_ical(letter.text, multiple=True)
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
        raise DeskError("calendar_damaged", file=file) from error
    lines = iter(letter.begins)
    for part in parts:
        method = str(part.get("METHOD", "")).strip().upper()
        if method in _ANSWERS:
            raise DeskError("calendar_answer", file=file)
        for event in part.walk("VEVENT"):
            yield read_meeting(event, next(lines, HEADER_LINE + 1), method == "CANCEL")


def _series(meetings: Iterator[Meeting]) -> dict[str, list[Meeting]]:
    """Return events by their UID, of each occasion the newest."""
    newest: dict[tuple[str, date | None], Meeting] = {}
    for one in meetings:
        key = (one.uid, one.original)
        if key not in newest or (newest[key].revision, newest[key].stamp) <= (one.revision, one.stamp):
            newest[key] = one
    found: dict[str, list[Meeting]] = {}
    for one in newest.values():
        found.setdefault(one.uid, []).append(one)
    return found


@dataclass(slots=True)
class _Book:
    """The rows so far."""

    today: date
    rows: list[Row] = field(default_factory=list)
    faults: list[tuple[int, str, dict[str, object]]] = field(default_factory=list)
    guests: int = 0

    def add(self, meetings: list[Meeting]) -> None:
        """Take in the events of one UID: the series, and occasions that are unlike it."""
        whole = next((one for one in meetings if one.original is None), None)
        unlike = {one.original: one for one in meetings if one.original}
        if whole is not None:
            self._add_whole(whole, unlike)
        for day, one in unlike.items():
            if one.cancelled:
                self._put_off(one, f"{day}", Scope.OFF)
            else:
                self._put(one, one.start, f"{day}", Scope.WHOLE if whole else Scope.ONE)

    def _add_whole(self, whole: Meeting, unlike: dict[date, Meeting]) -> None:
        before = len(self.rows)
        if whole.cancelled:
            self._put_off(whole, ONLY, Scope.OFF)
            return
        try:
            starts = starts_of(whole, self.today)
        except DeskError as error:
            self._fault(whole, error.code)
            return
        if not starts and whole.start is None:
            self._fault(whole, "calendar_no_start")
            return
        repeats = whole.rule is not None or bool(whole.more)
        for start in starts:
            for day in _days(whole, start):
                if at_site(day).date() not in unlike:
                    alone = not repeats and len(_days(whole, start)) == 1
                    self._put(whole, day, ONLY if alone else f"{at_site(day).date()}", Scope.WHOLE)
        if len(self.rows) == before and (repeats or whole.revision):
            self._put_off(whole, ONLY, Scope.OFF)  # nothing of it is left to come

    def _put(self, meeting: Meeting, start: Moment | None, occasion: str, scope: Scope) -> None:
        if start is None:
            self._fault(meeting, "calendar_no_start")
        elif at_site(start).date() >= self.today:
            invitation = Invitation(meeting.uid, meeting.revision, occasion, scope)
            self.guests += len(meeting.guests) + 1
            self.rows.append((meeting.line, _cells(meeting, start, invitation)))

    def _put_off(self, meeting: Meeting, occasion: str, scope: Scope) -> None:
        invitation = Invitation(meeting.uid, meeting.revision, occasion, scope)
        nothing = replace(meeting, guests=(), asked=True)
        self.rows.append((meeting.line, _cells(nothing, self.today, invitation)))

    def _fault(self, meeting: Meeting, code: str) -> None:
        self.rows.append((meeting.line, ("",) * len(COLUMNS)))
        self.faults.append((meeting.line, code, {}))


def _days(meeting: Meeting, start: Moment) -> list[Moment]:
    """Return each day of an event that takes whole days, else only its beginning."""
    if isinstance(start, datetime):
        return [start]
    count = min(max(meeting.length.days, 1), MOST_DAYS)
    return [start + timedelta(days=ahead) for ahead in range(count)]


def _cells(meeting: Meeting, start: Moment, invitation: Invitation) -> tuple[str, ...]:
    begins, ends = at_site(start), ""
    timed = isinstance(start, datetime)
    if timed and meeting.length:
        length = min(meeting.length, timedelta(days=MOST_DAYS))
        ends = f"{begins + length:%Y-%m-%d %H:%M}"
    named = meeting.asked
    return (
        f"{begins:%Y-%m-%d}", f"{begins:%H:%M}" if timed else "", ends, "" if named else meeting.subject,
        "\n".join(meeting.guests), meeting.organiser, meeting.place, meeting.subject if named else "", str(invitation),
    )  # fmt: skip
