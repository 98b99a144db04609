"""Order as in a Thai dictionary: by consonant first, tone marks only between otherwise equal words."""

import re
import unicodedata

SortKey = tuple[str, str, str]

_LEADING_VOWEL = re.compile(r"([เ-ไ])([ก-ฮ])")
_MARKS = "็่้๊๋์ํ๎"
_NO_MARKS = str.maketrans("", "", _MARKS)


def sort_key(text: str) -> SortKey:
    """Return the key that sorts texts, Thai after Latin, without regard to case or width."""
    folded = unicodedata.normalize("NFKC", text).replace("ํา", "ำ").casefold()
    swapped = _LEADING_VOWEL.sub(r"\2\1", folded)
    return swapped.translate(_NO_MARKS), _marks(swapped), text


def _marks(text: str) -> str:
    """Return a plain weight for every letter and the mark itself for every mark."""
    return "".join(sign if sign in _MARKS else " " for sign in text)
