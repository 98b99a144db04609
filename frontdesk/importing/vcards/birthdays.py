"""A birthday on a card, of which the year or more may be missing."""

import re

_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?")
_NO_YEAR = re.compile(r"--(\d{2})-?(\d{2})(?:T.*)?")
_LESS = re.compile(r"\d{4}(?:-?\d{2})?|---?\d{2}")
_YEARS_FOR_NONE = frozenset({"0000", "0001", "1604"})
"""What telephones write for a year that nobody told them."""


def birthday_of(written: str) -> str:
    """Return a day as the import reads it: 1985-04-12, --04-12, or what was written if it is no day at all."""
    without_year = _NO_YEAR.fullmatch(written)
    if without_year:
        return f"--{without_year[1]}-{without_year[2]}"
    whole = _DAY.fullmatch(written)
    if not whole:
        return written
    return f"{'-' if whole[1] in _YEARS_FOR_NONE else whole[1]}-{whole[2]}-{whole[3]}"


def is_less_than_a_day(written: str) -> bool:
    """Tell whether only a year, a year and month, a month or a day of any month is known."""
    return _LESS.fullmatch(written) is not None
