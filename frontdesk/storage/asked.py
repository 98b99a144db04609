"""Queries that are asked with every key that is typed: put into words once, and answered in plain tuples.

SQLAlchemy takes longer over preparing a query and its answer than SQLite over finding it.
"""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Select
from sqlalchemy.dialects.sqlite import dialect

from .columns import storable

_LIST = re.compile(r"__\[POSTCOMPILE_(\w+)\]")


class Asked:
    """A query; where it takes a list of values, any number may be given."""

    def __init__(self, query: Select[Any]) -> None:
        self.query = query
        self._texts: dict[tuple[int, ...], str] = {}

    def rows(self, connection: Connection, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Return the rows as stored, for texts, numbers and lists of them."""
        return list(self.stream(connection, values).fetchall())

    def stream(self, connection: Connection, values: Mapping[str, Any]) -> Any:
        """Return the driver's cursor, which gives the rows one by one."""
        words, names, usual = self._words
        lengths: list[int] = []
        given: list[Any] = []
        for name in names:
            value = values.get(name, usual[name])
            if isinstance(value, list):
                filled = _filled_up(_all_stored(value))
                lengths.append(len(filled))
                given += filled
            else:
                given.append(_stored(value))
        driver: Any = connection.connection.driver_connection
        return driver.execute(self._with_places(tuple(lengths)) if lengths else words, given)

    def _with_places(self, lengths: tuple[int, ...]) -> str:
        """Return the query with as many places in each list, in their order."""
        if lengths not in self._texts:
            places = iter(lengths)
            self._texts[lengths] = _LIST.sub(lambda _: ",".join("?" * next(places)), self._words[0])
        return self._texts[lengths]

    @cached_property
    def _words(self) -> tuple[str, tuple[str, ...], Mapping[str, Any]]:
        compiled = self.query.compile(dialect=dialect())
        return str(compiled), tuple(compiled.positiontup or ()), compiled.params


def _filled_up(values: list[Any]) -> list[Any]:
    """Repeat the last value up to a power of two: a few lengths are a few queries, which the driver keeps prepared."""
    return values + values[-1:] * ((1 << (len(values) - 1).bit_length()) - len(values)) if values else values


def _all_stored(values: list[Any]) -> list[Any]:
    """Make values storable; looking at all names at once is far faster than at each."""
    try:
        "".join(values).encode()
    except (TypeError, UnicodeEncodeError):
        return [_stored(value) for value in values]
    return values


def _stored(value: Any) -> Any:
    return storable(value) if isinstance(value, str) else value
