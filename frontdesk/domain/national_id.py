"""Thai national identity numbers inside other text: found by their check digit, and masked.

The desk has no need of them; what is found is offered for masking, never stored apart.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

DIGITS = 13

_D = "[0-9๐-๙０-９]"
_SIGN = r"[ \u00a0\u202f]?[-‐‑‒–—−.]?[ \u00a0\u202f]?"
_GROUPED = rf"{_D}{_SIGN}{_D}{{4}}{_SIGN}{_D}{{5}}{_SIGN}{_D}{{2}}{_SIGN}{_D}"
_FOUND = re.compile(
    rf"(?<![0-9A-Za-z๐-๙０-９+])(?<!{_D}[-‐‑‒–—−./]){_GROUPED}(?![0-9A-Za-z๐-๙０-９])(?!(?:[-‐‑‒–—−/]|\.){_D})"
)
_ABROAD = re.compile(r"(?:\+|(?<!\d)00[1-9]?)[ -]?\(?\Z")
_LONGEST_PREFIX = 6
_HYPHEN = re.compile(r"[-‐‑‒–—−]")
_WEIGHTS = range(13, 1, -1)
_OFFICES = range(10, 97)
"""The second and third digit: the province of the office that gave the number."""


@dataclass(frozen=True, slots=True)
class NationalId:
    """A national ID as it stands in a text, from ``start`` up to ``end``; ``digits`` are thirteen of 0-9."""

    start: int
    end: int
    digits: str

    @property
    def masked(self) -> str:
        """The number with all but its last three digits hidden: no more than tells two of one family apart."""
        return f"x-xxxx-xxxxx-{self.digits[10:12]}-{self.digits[12]}"


def national_ids(text: str) -> tuple[NationalId, ...]:
    """Find every national ID in a text, in order; telephone numbers and others of 13 digits are none."""
    return tuple(_ids(text))


def masked(text: str) -> str:
    """Return a text with its national IDs masked; all the rest stays as it is."""
    if sum(map(str.isdecimal, text)) < DIGITS:  # nearly every text, and quick to tell
        return text
    shown, end = [], 0
    for found in national_ids(text):
        shown += [text[end : found.start], found.masked]
        end = found.end
    return "".join([*shown, text[end:]])


def is_national_id(digits: str) -> bool:
    """Tell whether thirteen digits 0-9 are a national ID by the check digit and the office."""
    if len(digits) != DIGITS or not (digits.isascii() and digits.isdigit()):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits[:12], strict=True))
    issued = int(digits[1:3]) in _OFFICES or digits[0] in "067"
    return issued and digits[0] != "9" and (11 - total % 11) % 10 == int(digits[12])


def _ids(text: str) -> Iterator[NationalId]:
    end = 0
    while found := _FOUND.search(text, end):
        digits = "".join(str(unicodedata.decimal(sign)) for sign in found[0] if sign.isdecimal())
        if is_national_id(digits) and not _dialled(text, found, digits):
            yield NationalId(found.start(), found.end(), digits)
            end = found.end()
        else:
            end = found.start() + 1


def _dialled(text: str, found: re.Match[str], digits: str) -> bool:
    """Tell whether the digits are those of a call abroad, or begin with 0 and are not grouped like an ID."""
    if _ABROAD.search(text[max(found.start() - _LONGEST_PREFIX, 0) : found.start()]):
        return True
    return digits[0] == "0" and len(_HYPHEN.findall(found[0])) < 4
