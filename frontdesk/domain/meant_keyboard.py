"""A line about somebody that was typed with the English keyboard on, and meant in Thai."""

import re

from .keyboard_layout import to_thai
from .thai_text import has_thai

_THAI_WORD = re.compile("(?:[เ-ไ]?[ก-ฮ][ัิ-ู็]?[่-์]?[ะาำ]{0,2}ๆ?)+")
"""Letters and marks as they can follow each other."""

_LATIN = re.compile("[A-Za-z]")
_NO_LATIN_WORD = re.compile(r"\d[A-Za-z]|[,;\[\]\\=`](?=\S)|^\.\S|[A-Za-z]'$")
"""What stands in no name in Latin letters: "l6fk", ".0fu", ",kou"."""

_FIRM = re.compile(r"(?<![^\W_])(?:co|ltd|inc|corp|company|limited)(?![^\W_])", re.IGNORECASE)


def meant_line(line: str) -> str:
    """Return the line with its words in Thai where the other keyboard was on; numbers and addresses stay."""
    words = line.split()
    typed = [word for word in words if _LATIN.search(word) and "@" not in word and ":" not in word]
    if has_thai(line) or any(map(_FIRM.search, typed)) or not any(map(_NO_LATIN_WORD.search, typed)):
        return line
    meant = {word: to_thai(word) for word in typed}
    if not all(map(_THAI_WORD.fullmatch, meant.values())):
        return line
    return " ".join(meant.get(word, word) for word in words)
