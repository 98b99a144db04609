"""A workbook's cells as the texts that a person sees in them."""

import re
from datetime import date, datetime, time
from typing import Protocol

_SIGNS = re.compile(r'[-\s()."\\]')
_ZEROS = re.compile(r"0+")


class Cell(Protocol):
    """What is read of a cell."""

    @property
    def value(self) -> object: ...
    @property
    def number_format(self) -> str: ...


def cell_text(cell: Cell) -> str:
    """Return a cell as text: whole numbers without ".0", dates in ISO, zeros that its format shows."""
    value = cell.value
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number_text(value, cell.number_format)
    return _moment_text(value)


def _number_text(value: float, number_format: str) -> str:
    if value != value or value in (float("inf"), float("-inf")):
        return ""
    if value != int(value):
        return repr(value)
    zeros = _ZEROS.fullmatch(_SIGNS.sub("", number_format))
    return str(int(value)).zfill(len(zeros[0]) if zeros else 0)


def _moment_text(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "seconds")
    if isinstance(value, date):
        return value.isoformat()
    return value.isoformat("minutes") if isinstance(value, time) else str(value)
