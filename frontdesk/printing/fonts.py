"""The shipped typeface in a PDF: its glyphs shaped by HarfBuzz, each with the letters it stands for."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import uharfbuzz
from reportlab.pdfbase.ttfonts import TTFont

from frontdesk.paths import resources

FILES = {"regular": "Sarabun-Regular.ttf", "bold": "Sarabun-Bold.ttf"}
MOST_KEPT = 50_000
"""Words whose shapes are remembered; papers say the same few thousand again and again."""

_FIRST_CODE = 0xE000
_NOTHING, _UNKNOWN = 0, "?"
_FEATURES = {"kern": True, "liga": True}
_CODE_LINE = re.compile(r"<(..)> <(....)>")


class Glyph(NamedTuple):
    """One glyph at its place; lengths are thousandths of the type size.

    ``code`` is the number by which the font is asked for it, ``width`` what the font says of it,
    ``advance`` how far the pen moves on, ``dx`` and ``dy`` how far it stands from the pen.
    """

    code: int
    width: int
    advance: int
    dx: int
    dy: int


@dataclass(frozen=True, slots=True)
class Shaped:
    """A stretch of text as it is drawn. ``plain`` tells that it is letters without marks, one glyph each."""

    text: str
    glyphs: tuple[Glyph, ...]
    width: int
    plain: bool


class Typeface(TTFont):  # type: ignore[misc] # ReportLab has no types
    """One weight of the typeface, embedded in one document.

    ReportLab asks a font for letters. Shaping also gives glyphs that are no letter of their own (a tone mark
    moved aside, both halves of SARA AM), so each of these gets a code of its own, and the text it stands for
    goes into the file's table of letters. A typeface belongs to one document: codes are given as they come.
    """

    def __init__(self, name: str, file: Path) -> None:
        super().__init__(name, str(file))
        self._hb_face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(file)))
        self._hb_font = uharfbuzz.Font(self._hb_face)
        self._letters: dict[int, str] = {}
        self._codes: dict[tuple[int, str], int] = {}
        self.shape = lru_cache(MOST_KEPT)(self._shape)

    def letters(self, code: int) -> str:
        """Return what a glyph's code stands for."""
        return self._letters.get(code, chr(code))

    def addObjects(self, doc: Any) -> None:  # noqa: N802 ReportLab's name
        """Write the font as ReportLab does, then put real letters into the tables of letters."""
        super().addObjects(doc)
        own = f"+{self.face.name.decode()}" if isinstance(self.face.name, bytes) else f"+{self.face.name}"
        for name, stream in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:") and name.endswith(own):
                stream.content = _CODE_LINE.sub(self._with_letters, stream.content)

    def _with_letters(self, line: re.Match[str]) -> str:
        letters = self.letters(int(line[2], 16))
        return f"<{line[1]}> <{letters.encode('utf-16-be').hex().upper()}>"

    def _shape(self, text: str) -> Shaped:
        buffer = uharfbuzz.Buffer()
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(text)
        buffer.direction = "ltr"
        buffer.script = "Thai" if "\u0e00" <= text[-1] <= "\u0e7f" else "Latn"
        uharfbuzz.shape(self._hb_font, buffer, _FEATURES)
        glyphs = self._glyphs(text, buffer)
        plain = len(glyphs) == len(text) and all(
            glyph.code == ord(letter) and glyph.advance for glyph, letter in zip(glyphs, text, strict=True)
        )
        return Shaped(text, glyphs, sum(glyph.advance for glyph in glyphs), plain)

    def _glyphs(self, text: str, buffer: Any) -> tuple[Glyph, ...]:
        infos, scale = buffer.glyph_infos, 1000 / self._hb_face.upem
        found = []
        for info, place, letters in zip(infos, buffer.glyph_positions, _letters_of(text, infos), strict=True):
            if info.codepoint == _NOTHING:
                found.append(self._unknown)
                continue
            sizes = (self._hb_font.get_glyph_h_advance(info.codepoint), place.x_advance, place.x_offset, place.y_offset)
            width, advance, dx, dy = (round(size * scale) for size in sizes)
            found.append(Glyph(self._code(info.codepoint, letters, width), width, advance, dx, dy))
        return tuple(found)

    @property
    def _unknown(self) -> Glyph:
        """A sign in place of a letter that the typeface lacks, lest it vanish; the letter can still be copied."""
        width = self.face.charWidths[ord(_UNKNOWN)]
        return Glyph(ord(_UNKNOWN), width, width, 0, 0)

    def _code(self, glyph: int, letters: str, width: int) -> int:
        """Return the letter itself where the font draws it so, else a code that stands for glyph and letters."""
        if len(letters) == 1 and self.face.charToGlyph.get(ord(letters)) == glyph:
            return ord(letters)
        code = self._codes.get((glyph, letters))
        return self._new_code(glyph, letters, width) if code is None else code

    def _new_code(self, glyph: int, letters: str, width: int) -> int:
        code = _FIRST_CODE + len(self._codes)
        self._codes[glyph, letters] = code
        self._letters[code] = letters
        self.face.charToGlyph[code] = glyph
        self.face.charWidths[code] = width
        return code


def _letters_of(text: str, infos: Any) -> list[str]:
    """Deal the letters of each cluster out to its glyphs, the last to the last.

    What is left over at the front, as the ring of SARA AM, stands for nothing: its letter comes with the second half.
    """
    starts = sorted({info.cluster for info in infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    dealt: list[str] = []
    for start in starts:
        count, letters = sum(info.cluster == start for info in infos), text[start : ends[start]]
        spare = max(0, len(letters) - count + 1)
        first = [letters[:spare]] if len(letters) >= count else [""] * (count - len(letters)) + [letters[:1]]
        dealt += [*first, *letters[max(spare, 1) :]][:count]
    return dealt


def load(folder: Path | None = None) -> dict[str, Typeface]:
    """Load the weights for one document."""
    files = folder or resources() / "fonts"
    return {name: Typeface(f"Sarabun-{name}", files / file) for name, file in FILES.items()}
