"""The part of a text whose letters, not only its words, are worth looking up."""

from collections.abc import Sequence

from frontdesk.domain.common_words import commonness
from frontdesk.domain.segmentation import Piece

_ASKING = (
    "อะไร ใคร อย่างไร ยังไง ทำไม เมื่อไร เมื่อไหร่ เท่าไร เท่าไหร่ ไหน ที่ไหน ใด ไหม มั้ย หรือเปล่า กี่ "
    "what who whom whose which how when where why"
)
ASKING = frozenset(_ASKING.split())
"""Words that make a question. They are rare in answers, which does not make them tell what is asked about."""

_COMMON = 300
"""Times in a million words from which a word is too common for its trigrams to tell anything."""


def without_common(text: str, whole: Sequence[Piece]) -> str:
    """Blank the common English words of a text, unless there are no others.

    Their trigrams stand in half of all English words. Thai ones are left: they are rarer, and run on
    into the words beside them.
    """
    rest = text
    for piece in whole:
        if piece.text.isascii() and piece.text.isalpha() and commonness(piece.text) >= _COMMON:
            rest = rest[: piece.start] + " " * (piece.end - piece.start) + rest[piece.end :]
    return rest if any(map(str.isalnum, rest)) else text
