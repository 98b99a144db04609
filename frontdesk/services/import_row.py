"""One row of a file as tidy texts by field, and what was found wrong with it."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from frontdesk.domain.errors import DeskError
from frontdesk.domain.imports import RowError

from .import_columns import SHORTEST_LIMIT, Field

Value = TypeVar("Value")

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Control signs, and signs that turn the direction of writing: they can make one name look like another."""
_SPACES = re.compile(r"\s+")
_SHOWN = 60


def tidy(text: str, lines: bool = False) -> str:
    """Return a text without control signs and outer blanks, its lines ended by LF or joined by blanks."""
    if text.isprintable() and "  " not in text:  # nearly every cell, and quick to tell
        return text.strip()
    plain = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return plain.strip() if lines else _SPACES.sub(" ", plain).strip()


class ImportRow:
    """The fields of one row. Reading what is wrong notes an error and goes on, so that all are told."""

    def __init__(self, line: int, texts: Mapping[str, str], columns: Mapping[str, str]) -> None:
        self.line = line
        self.errors: list[RowError] = []
        self._texts = texts
        self._columns = columns

    def has(self, field: str) -> bool:
        """Tell whether the file has a column for this field."""
        return field in self._texts

    def column(self, field: str) -> str:
        """Return what the file calls a field."""
        return self._columns.get(field, field)

    def those_of(self, fields: Iterable[str]) -> tuple[str, ...]:
        """Return those of some fields that the file has a column for."""
        return tuple(filter(self._texts.__contains__, fields))

    def text(self, field: str) -> str:
        """Return a field's text; empty where there is none."""
        return self._texts.get(field, "")

    def parts(self, field: str) -> tuple[str, ...]:
        """Return a list written with semicolons, each part once."""
        return tuple(dict.fromkeys(part for part in map(str.strip, self.text(field).split(";")) if part))

    def wrong(self, field: str, code: str, /, **data: Any) -> None:
        """Note what is wrong with a field."""
        self.errors.append(RowError(self.line, self.column(field), code, data))

    def read(self, field: str, parse: Callable[[str], Value], empty: Value) -> Value:
        """Read a field by a rule that may raise ``DeskError``."""
        text = self.text(field)
        if not text:
            return empty
        try:
            return parse(text)
        except DeskError as error:
            self.wrong(field, error.code, **(error.data | {"value": text[:_SHOWN]}))
            return empty

    def check_lengths(self, fields: Mapping[str, Field]) -> None:
        """Note every text that is too long for its field."""
        if max(map(len, self._texts.values()), default=0) <= SHORTEST_LIMIT:
            return
        for name, text in self._texts.items():
            if len(text) > fields[name].limit:
                self.wrong(name, "value_too_long", limit=fields[name].limit)
