"""Thai licence plates, typed in any order and spacing, and the keys by which they are found.

A plate has one to three letters, before them at most one figure, behind them a number of up to four,
and a province. What is none of the sort (military, diplomatic, foreign) is kept as plain text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .provinces import province_of
from .thai_text import normalise

LONGEST_TEXT = 200
MOST_PLATES = 10

_SEVERAL = re.compile(r"[,;/|\n]|(?:^|\s)(?:และ|กับ|and)(?=\s)")
_SAID = re.compile(
    r"(?:เลข|ป้าย)?ทะเบียน(?:รถ|ที่|เลขที่)?|ป้าย(?:รถ)?|หมวด(?:อักษร)?|(?<![ก-๎])รถ(?![ก-๎])|plate|reg(?:istration)?|[.:\-()'\"]"
)
_USUAL = re.compile(r"([0-9]?)([ก-ฮ]{1,3})[ -]?([0-9]{1,4})(?: ([ก-๎]+))?")
_TOKEN = re.compile(r"\d+|[ก-๎]+|[a-z]+")
_LETTERS = re.compile("[ก-ฮ]{1,3}")
_LORRY = re.compile(r"(\d{2})(\d{4})")
_MOST_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Plate:
    """A plate taken apart. ``figure`` stands before the letters; a lorry has two of them and no letters.

    ``plain`` holds what could not be taken apart, and the rest is empty then.
    """

    figure: str = ""
    letters: str = ""
    number: str = ""
    province: str = ""
    plain: str = ""

    def __str__(self) -> str:
        """The plate as it is written on the car: 1กก 1234 กรุงเทพมหานคร."""
        if self.plain:
            return self.plain
        front = f"{self.figure}{self.letters} " if self.letters else f"{self.figure}-"
        return f"{front}{self.number} {self.province}".strip()

    @property
    def key(self) -> str:
        """What the plate is compared by, without its province."""
        return f"{self.figure}{self.letters}{self.number}" or "".join(_TOKEN.findall(normalise(self.plain)))


def read_plates(text: str) -> tuple[Plate, ...]:
    """Read every plate of a field."""
    parts = [part.strip() for part in _SEVERAL.split(text[:LONGEST_TEXT])]
    return tuple(_plate(part) for part in parts[:MOST_PLATES] if part)


def is_plate(text: str) -> bool:
    """Tell whether a text is nothing but one Thai plate, with or without its province."""
    read = read_plates(text)
    return len(read) == 1 and bool(read[0].letters)


def show_plate(text: str) -> str:
    """Return plates as they are written on cars; plain text as it was typed."""
    return ", ".join(str(plate) for plate in read_plates(text))


def plate_keys(text: str) -> tuple[str, ...]:
    """Return all that a person with these plates is found by, the fullest first.

    Figure, letters and number; letters and number; the last four digits alone. For a text that is
    typed to look somebody up, the first key is the one to look for.
    """
    return tuple(dict.fromkeys(key for plate in read_plates(text) for key in _keys(plate) if key))


def _keys(plate: Plate) -> Iterator[str]:
    yield plate.key
    if plate.letters:
        yield plate.letters + plate.number
    digits = re.findall(r"\d+", plate.number or normalise(plate.plain))
    if digits and len(digits[-1]) > 1:
        yield digits[-1][-_MOST_DIGITS:]


def _plate(text: str) -> Plate:
    usual = _USUAL.fullmatch(text)
    province = province_of(usual[4] or "") if usual else ""
    if usual and bool(province) == bool(usual[4]):
        return Plate(usual[1], usual[2], usual[3], province)
    return _in_any_order(text)


def _in_any_order(text: str) -> Plate:
    tokens = _TOKEN.findall(_SAID.sub(" ", normalise(text)))
    readings = [plate for start, end in _runs(tokens) if (plate := _with_letters(tokens, start, end))]
    best = max(readings, key=lambda plate: bool(plate.province), default=None)
    return best or _lorry(tokens) or Plate(plain=" ".join(text.split()))


def _runs(tokens: list[str]) -> Iterator[tuple[int, int]]:
    """Yield where one to three letters stand, be there blanks between them."""
    for start in range(len(tokens)):
        for end in range(min(start + 3, len(tokens)), start, -1):
            if _LETTERS.fullmatch("".join(tokens[start:end])):
                yield start, end


def _with_letters(tokens: list[str], start: int, end: int) -> Plate | None:
    """Read a plate whose letters stand there; None if the rest is no number and province."""
    before, behind = tokens[:start], tokens[end:]
    figures = _figures([t for t in before if t.isdigit()], [t for t in behind if t.isdigit()])
    words = "".join(t for t in (*before, *behind) if not t.isdigit())
    province = province_of(words)
    if figures is None or (words and not province):
        return None
    return Plate(figures[0], "".join(tokens[start:end]), figures[1], province)


def _figures(before: list[str], behind: list[str]) -> tuple[str, str] | None:
    """Tell the figure before the letters from the number, whichever was typed first."""
    if before and behind:
        figure, number = "".join(before), "".join(behind)
        if len(figure) > 1 and len(number) == 1:
            figure, number = number, figure
    else:
        figure, number = _figure_and_number(before, reverse=True) if before else _figure_and_number(behind)
    fits = len(figure) <= 1 and 1 <= len(number) <= _MOST_DIGITS
    return (figure, number) if fits else None


def _figure_and_number(groups: list[str], reverse: bool = False) -> tuple[str, str]:
    """Read digits that all stand on one side: "1234 1กก", or "1 2 3 4" as one number."""
    joined = "".join(groups)
    if len(groups) == 2 and (len(joined) > _MOST_DIGITS or reverse):
        single = [group for group in groups if len(group) == 1]
        if single:
            groups.remove(single[-1])
            return single[-1], groups[0]
    return "", joined


def _lorry(tokens: list[str]) -> Plate | None:
    """Read "70-1234 นครปฐม"."""
    found = _LORRY.fullmatch("".join(t for t in tokens if t.isdigit()))
    words = "".join(t for t in tokens if not t.isdigit())
    province = province_of(words)
    if not found or (words and not province):
        return None
    return Plate(found[1], "", found[2], province)
