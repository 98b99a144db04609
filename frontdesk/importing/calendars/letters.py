"""The lines of an invitation as text: long ones joined again, broken ones mended, and only what a visit needs."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from frontdesk.importing.encodings import REPLACEMENT

MOST_VALUE = 4_096
"""Characters of a line that are read; nobody's name is longer."""
_LINE_END = re.compile(rb"\r\n|\n|\r")
_NAME = re.compile(rb"([A-Za-z][A-Za-z0-9-]*)(?:;[^:]*)?:|([A-Za-z][A-Za-z0-9-]*);")
_KEPT = frozenset(
    b"VERSION PRODID METHOD UID SEQUENCE DTSTAMP SUMMARY DTSTART DTEND DURATION ORGANIZER ATTENDEE LOCATION "
    b"RRULE RDATE EXDATE RECURRENCE-ID STATUS TZID TZOFFSETFROM TZOFFSETTO TZNAME".split()
)
_PARTS = frozenset((b"VCALENDAR", b"VEVENT", b"VTIMEZONE", b"STANDARD", b"DAYLIGHT"))
_MARKS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"), (codecs.BOM_UTF8, "utf-8-sig"))


@dataclass(frozen=True, slots=True)
class Letter:
    """An invitation's text, the lines of the file on which its events begin, and how it was read."""

    text: str
    begins: tuple[int, ...]
    encoding: str
    replaced: int


def read_letter(data: bytes, encoding: str = "") -> Letter:
    """Read the bytes of a file; an encoding that is not said is found out."""
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    wide = marked if marked == "utf-16" else encoding if encoding.startswith("utf-16") else ""
    plain = data.decode(wide, "replace").encode() if wide else data.removeprefix(codecs.BOM_UTF8)
    kept, begins = _kept(plain)
    joined = b"\r\n".join(kept)
    found = "utf-8" if wide or marked else encoding or _guessed(joined)
    text = joined.decode(found, "replace")
    return Letter(text, begins, wide or found, text.count(REPLACEMENT))


def _kept(data: bytes) -> tuple[list[bytes], tuple[int, ...]]:
    """Return the lines that matter, and where events begin. A line that begins with no name goes on the one before."""
    reading, goes_on = _Reading(), False
    for number, line in _joined(data):
        found = _NAME.match(line)
        if found is not None:
            goes_on = reading.take((found[1] or found[2]).upper(), line[: 4 * MOST_VALUE], number)
        elif goes_on and line.strip():
            reading.lines[-1] = (reading.lines[-1] + line)[: 4 * MOST_VALUE]
    return reading.end(), tuple(reading.begins)


class _Reading:
    """The lines kept so far. Parts that are not read, such as alarms, are left out; those that never end are ended."""

    def __init__(self) -> None:
        self.lines: list[bytes] = []
        self.begins: list[int] = []
        self._open: list[bytes] = []
        self._skipped: list[bytes] = []

    def take(self, name: bytes, line: bytes, number: int) -> bool:
        """Take a line in; tell whether it was kept."""
        part = line.partition(b":")[2].strip().upper()
        if name == b"BEGIN":
            return self._begin(part, number)
        if name == b"END":
            self._end(part)
            return False
        if self._skipped or name not in _KEPT:
            return False
        self.lines.append(line)
        return True

    def end(self) -> list[bytes]:
        """Return all lines, every part ended."""
        while self._open:
            self.lines.append(b"END:" + self._open.pop())
        return self.lines

    def _close(self, part: bytes) -> None:
        """End a part, and those inside it that were not ended."""
        while part in self._open:
            self.lines.append(b"END:" + self._open.pop())

    def _begin(self, part: bytes, number: int) -> bool:
        if part == b"VEVENT":
            self._skipped.clear()  # no part of an event holds another one: what stands open was never ended
        elif self._skipped or part not in _PARTS:
            self._skipped.append(part)
            return False
        self._close(part)
        if part == b"VEVENT":
            self.begins.append(number)
        self._open.append(part)
        self.lines.append(b"BEGIN:" + part)
        return False

    def _end(self, part: bytes) -> None:
        if part in self._skipped:
            del self._skipped[self._skipped.index(part) :]
        elif part in self._open:
            self._skipped.clear()
            self._close(part)


def _joined(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield lines with the numbers on which they begin; those that were folded are one."""
    number = 1
    parts: list[bytes] = []
    for place, line in enumerate(_LINE_END.split(data), 1):
        if line[:1] in (b" ", b"\t") and parts:
            parts.append(line[1:])
            continue
        if parts:
            yield number, b"".join(parts)
        number, parts = place, [line]
    if parts:
        yield number, b"".join(parts)


def _guessed(data: bytes) -> str:
    """UTF-8, in which a letter lost here and there does not matter, or else Thai Windows."""
    text = data.decode("utf-8", "replace")
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    return "utf-8" if text.count(REPLACEMENT) * 100 <= foreign else "cp874"
