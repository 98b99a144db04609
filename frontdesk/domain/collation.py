"""Order as in a Thai dictionary: by consonant first, tone marks only between otherwise equal words."""

import re
import unicodedata

SortKey = tuple[str, str, str]

_LEADING_VOWEL = re.compile(r"([เ-ไ])([ก-ฮ])")
_MARKS = "็่้๊๋์ํ๎"
_NO_MARKS = str.maketrans("", "", _MARKS)


class _OnlyMarks(dict[int, str]):
    """Translates every letter into a plain weight and every mark into itself, letters as they are met."""

    def __missing__(self, letter: int) -> str:
        self[letter] = " "
        return " "


_ONLY_MARKS = _OnlyMarks({ord(mark): mark for mark in _MARKS})


def sort_key(text: str) -> SortKey:
    """Return the key that sorts texts, Thai after Latin, without regard to case or width."""
    folded = unicodedata.normalize("NFKC", text).replace("ํา", "ำ").casefold()
    swapped = _LEADING_VOWEL.sub(r"\2\1", folded)
    return swapped.translate(_NO_MARKS), swapped.translate(_ONLY_MARKS), text
