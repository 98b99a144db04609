"""The header line of a table: the delimiter it shows, and the names of the columns."""

import re
from collections.abc import Iterable

from frontdesk.domain.errors import DeskError

DELIMITERS = (",", ";", "\t", "|")
MAX_COLUMNS = 200

_QUOTED = re.compile(r'"[^"]*"?')
_SAID = re.compile(r"sep=(.)\s*")


def said_delimiter(line: str) -> str:
    """Return the delimiter of a "sep=;" line, which spreadsheets write above the header, or nothing."""
    found = _SAID.fullmatch(line.lstrip("\ufeff"))
    return found[1] if found else ""


def delimiter_of(line: str) -> str:
    """Return the delimiter that the header line has most of, outside quotes; a comma if it has none."""
    bare = _QUOTED.sub("", line)
    return max(DELIMITERS, key=bare.count)


def checked_delimiter(delimiter: str) -> str:
    """Return the delimiter that a person asked for if it can be one."""
    if delimiter not in DELIMITERS:
        raise DeskError("delimiter_not_offered")
    return delimiter


def column_names(cells: Iterable[str]) -> tuple[str, ...]:
    """Return the columns' names: tidy, none empty, none twice; empty columns at the end are left out."""
    names = [" ".join(cell.replace("\ufeff", "").split()) for cell in cells]
    while names and not names[-1]:
        names.pop()
    if not names:
        raise DeskError("header_missing")
    if len(names) > MAX_COLUMNS:
        raise DeskError("too_many_columns", limit=MAX_COLUMNS)
    return _unlike(names)


def _unlike(names: list[str]) -> tuple[str, ...]:
    seen: dict[str, int] = {}
    unlike = []
    for place, name in enumerate(names, 1):
        name = name or f"#{place}"
        seen[name] = seen.get(name, 0) + 1
        unlike.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(unlike)
