"""The operators of PDF that draw shaped text, and tell which text it is."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from .fonts import Glyph, Shaped, Typeface


def phrases(parts: Sequence[Shaped]) -> Iterator[list[Shaped]]:
    """Yield what stands between spaces, together with the spaces behind it."""
    phrase: list[Shaped] = []
    for part in parts:
        phrase.append(part)
        if part.text.startswith(" "):
            yield phrase
            phrase = []
    if phrase:
        yield phrase


def actual_text(phrase: Sequence[Shaped]) -> list[str]:
    """Begin a span that says which text its glyphs stand for; nothing where they are that text.

    Readers of PDF guess words from gaps and lose marks and spaces beside shaped glyphs, so a whole phrase is told.
    """
    if all(part.plain for part in phrase):
        return []
    letters = "".join(part.text for part in phrase).replace("\u00a0", " ")
    return [f"/Span<</ActualText<FEFF{letters.encode('utf-16-be').hex().upper()}>>>BDC"]


def operators(face: Typeface, part: Shaped, size: float, document: Any) -> Iterator[tuple[int, str]]:
    """Yield how a stretch is drawn, glyphs of one subset of the font and at one height together.

    With each comes the number of the subset that must be chosen before.
    """
    placed = [(*face.splitString(chr(glyph.code), document)[0], glyph) for glyph in part.glyphs]
    for (subset, rise), run in groupby(placed, lambda item: (item[0], item[2].dy)):
        shown = _shown([(byte, glyph) for _, byte, glyph in run])
        yield subset, f"{rise * size / 1000:g} Ts {shown} 0 Ts" if rise else shown


def _shown(glyphs: Sequence[tuple[bytes, Glyph]]) -> str:
    """Write the operator that shows glyphs, with the steps between them where these are not the font's own."""
    behind, letters = 0, bytearray()
    parts: list[str] = []
    for byte, glyph in glyphs:
        step = behind - glyph.dx
        if step:
            parts += [f"<{letters.hex()}>"] * bool(letters) + [str(step)]
            letters.clear()
        letters += byte
        behind = glyph.width - glyph.advance + glyph.dx
    parts += [f"<{letters.hex()}>", *([str(behind)] if behind else [])]
    return f"{parts[0]}Tj" if len(parts) == 1 else f"[{''.join(parts)}]TJ"
