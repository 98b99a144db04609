"""Noticing that the other keyboard was on, by how usual the letters are in this site's own answers."""

import re
from collections.abc import Callable

import numpy as np

from frontdesk.domain.keyboard_layout import to_english, to_thai
from frontdesk.domain.thai_text import has_thai, normalise
from frontdesk.search.lookup.remembering import remember
from frontdesk.search.lookup.trigrams import LayeredTrigrams, codes_of

_FAR_BETTER = 1.25
_SURELY_OTHER = 3.0
_MIXED_BETTER = 1.1
_LIKELY_TEXT = 0.12
_LIKELY_CHUNK = 0.25
_BLANK = 0.02

_SPACES = re.compile(r"(\s+)")
_DIGITS = re.compile(r"(\d{2,})")


class LayoutReader:
    """Reads a text as if the other keyboard had been on."""

    def __init__(self, trigrams: LayeredTrigrams) -> None:
        self._trigrams = trigrams
        self._familiar: dict[str, float] = {}
        self._most = float(np.log1p(max(1, trigrams.size)))

    def other_reading(self, typed: str) -> str:
        """Return the text as meant on the other keyboard if that reads far better, else nothing.

        Digits may have been meant as digits, and one word of a text as it stands.
        """
        swap = to_english if has_thai(typed) else to_thai
        whole = max((swap(typed), _with_digits(typed, swap)), key=self.familiarity)
        mixed = "".join(self._chunk(chunk, swap) for chunk in _SPACES.split(typed))
        better = self.familiarity(mixed) > _MIXED_BETTER * self.familiarity(whole)
        reading = (mixed if better else whole).strip()
        return reading if self._convinces(reading, typed) else ""

    def familiarity(self, text: str) -> float:
        """Say how usual the runs of letters in a text are here: 0 for none known, 0.5 for plain text."""
        if text not in self._familiar:
            remember(self._familiar, text, self._familiarity(text))
        return self._familiar[text]

    def _familiarity(self, text: str) -> float:
        letters = len("".join(text.split()))
        if not letters:
            return 0.0
        counts = self._trigrams.frequencies(codes_of(normalise(text)))
        return float(np.log1p(counts).sum()) / self._most / letters

    def _chunk(self, chunk: str, swap: Callable[[str], str]) -> str:
        swapped = swap(chunk)
        likely = self.familiarity(swapped)
        return swapped if likely > max(_LIKELY_CHUNK, _SURELY_OTHER * self.familiarity(chunk)) else chunk

    def _convinces(self, reading: str, typed: str) -> bool:
        if reading == typed.strip() or not any(map(str.isalpha, reading)):
            return False
        likely = self.familiarity(reading)
        return likely > _LIKELY_TEXT and likely > _FAR_BETTER * (self.familiarity(typed) + _BLANK)


def _with_digits(typed: str, swap: Callable[[str], str]) -> str:
    return "".join(part if part.isdigit() else swap(part) for part in _DIGITS.split(typed))
