"""Text in lines of a given width: Thai breaks between words, never inside one that fits."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from frontdesk.domain.segmentation import with_breaks

from .fonts import Shaped, Typeface

_BREAK = "\u200b"
_UNPRINTABLE = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
_NEW_LINES = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_SCRIPT_BORDER = re.compile("(?<=[\u0e01-\u0e4e])(?=[A-Za-z])|(?<=[A-Za-z])(?=[\u0e01-\u0e2e\u0e40-\u0e44])")
_HYPHEN = re.compile("(?<=[A-Za-z]{3}-)(?=[A-Za-z]{3})")
_WORD = re.compile(f"([^ {_BREAK}]+)( *)")
_SCRIPTS = re.compile("[\u0e00-\u0e7f]+|[^\u0e00-\u0e7f]+")
_CLUSTER = re.compile("[\u0e40-\u0e44]*[^\u0300-\u036f\u0e31\u0e33-\u0e3a\u0e45\u0e47-\u0e4e]?"
                      "[\u0300-\u036f\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]*")  # fmt: skip


class Word(NamedTuple):
    """What no line break divides, and the spaces behind it."""

    parts: tuple[Shaped, ...]
    width: int
    space: Shaped | None


@dataclass(frozen=True, slots=True)
class Line:
    """A line as drawn: its stretches, the spaces at its end among them, and its width without these."""

    parts: tuple[Shaped, ...]
    width: int


def printable(text: str) -> str:
    """Return a text without what has no shape: controls, marks of direction, halves of characters.

    This is all that is ever done to typed text. There is no markup in papers, so nothing needs escaping.
    """
    return "".join(" " if c == "\t" else c for c in text if c == "\t" or unicodedata.category(c) not in _UNPRINTABLE)


def lines_of(text: str, face: Typeface, width: float, size: float, *, hyphens: bool = False) -> list[Line]:
    """Set a text, in points, in lines no wider than ``width``; a line feed begins another line.

    With ``hyphens`` a line may end in a hyphen of the text, which some readers then leave out when it is copied.
    """
    limit = width * 1000 / size
    found: list[Line] = []
    for paragraph in _NEW_LINES.split(text):
        found += _filled(_words(printable(paragraph).strip(), face, hyphens), limit, face) or [Line((), 0)]
    return found


def width_of(text: str, face: Typeface, size: float) -> float:
    """Measure a text on one line, in points."""
    return max((line.width for line in lines_of(text, face, 1e6, size)), default=0) * size / 1000


def widest_word(text: str, face: Typeface, size: float) -> float:
    """Measure the widest of what neither spaces nor hyphens nor Thai words divide, in points."""
    return max((word.width for word in _words(printable(text), face, hyphens=True)), default=0) * size / 1000


def _words(text: str, face: Typeface, hyphens: bool) -> Iterator[Word]:
    joined = with_breaks(text.replace(" ๆ", "\u00a0ๆ"))
    joined = _SCRIPT_BORDER.sub(_BREAK, joined)
    for word, spaces in _WORD.findall(_HYPHEN.sub(_BREAK, joined) if hyphens else joined):
        yield _word(word, spaces, face)


def _word(text: str, spaces: str, face: Typeface) -> Word:
    parts = tuple(face.shape(run) for run in _SCRIPTS.findall(text))
    return Word(parts, sum(part.width for part in parts), face.shape(spaces) if spaces else None)


def _filled(words: Iterator[Word], limit: float, face: Typeface) -> list[Line]:
    lines: list[Line] = []
    parts: list[Shaped] = []
    inked = pen = 0
    for word in (piece for whole in words for piece in _fitting(whole, limit, face)):
        if parts and pen + word.width > limit:
            lines.append(Line(tuple(parts), inked))
            parts, pen = [], 0
        parts += word.parts
        inked = pen = pen + word.width
        if word.space is not None:
            parts.append(word.space)
            pen += word.space.width
    return [*lines, Line(tuple(parts), inked)] if parts else lines


def _fitting(word: Word, limit: float, face: Typeface) -> Iterator[Word]:
    """Divide a word that is wider than a whole line, between letters with their marks."""
    if word.width <= limit:
        yield word
        return
    taken, width = "", 0
    for cluster in filter(None, _CLUSTER.findall("".join(part.text for part in word.parts))):
        step = face.shape(cluster).width
        if taken and width + step > limit:
            yield _word(taken, "", face)
            taken, width = "", 0
        taken, width = taken + cluster, width + step
    yield _word(taken, "", face)._replace(space=word.space)
