"""What was typed in the gate's box before somebody new was asked for, each part where it belongs."""

import re

from .numbers import digits_of, looks_like_number
from .plates import is_plate, show_plate
from .typed_visits import TypedVisit

_PLATE = re.compile(r"(?<![\wก-๎])[0-9๐-๙]?[ก-ฮ]{1,3}[ -]?[0-9๐-๙]{1,4}(?![\wก-๎])")
_NUMBER = re.compile(r"(?<!\d)\+?\d(?:[ \-.]?\d){8,13}(?!\d)")
_PARTY = re.compile(r"(?<![\w-])(\d{1,3})\s*(?:คน|ท่าน|people|persons|pax)(?![\wก-๎])", re.IGNORECASE)
_EDGE = " \t,;·/-"
LONGEST_LINE = 200


def read_line(text: str) -> TypedVisit:
    """Part a line such as "1กก 1234 สมชาย ใจดี 3 คน" into fields. Never fails; nothing typed is lost."""
    line = " ".join(text.split())[:LONGEST_LINE]
    if is_plate(line):
        return TypedVisit(plate=show_plate(line))
    if looks_like_number(line) and len(digits_of(line)) > 1:
        return TypedVisit(number=line)
    number, rest = _cut(_NUMBER, line)
    party, rest = _cut(_PARTY, rest)
    plate, rest = _cut(_PLATE, rest)
    return TypedVisit(rest.strip(_EDGE), number=number, plate=show_plate(plate), party=digits_of(party))


def _cut(pattern: re.Pattern[str], line: str) -> tuple[str, str]:
    """Return what a pattern finds, and the line without it."""
    found = pattern.search(line)
    if found is None:
        return "", line
    return found.group(), f"{line[: found.start()]} {line[found.end() :]}".strip()
