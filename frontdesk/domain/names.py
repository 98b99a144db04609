"""Names of people in Thailand, and the keys by which they and their codes are found."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from .plates import is_plate, plate_keys
from .thai_text import normalise

_GLUED = ["นางสาว", "นาย", "นาง", "คุณ", "เด็กชาย", "เด็กหญิง", "อาจารย์", "ว่าที่ร้อยตรี", "หมอ"]
_SPACED = ["นส", "ดช", "ดญ", "ดร", "นพ", "พญ", "ทพ", "ทพญ", "ภก", "ภญ", "รศ", "ผศ", "ครู", "ป้า", "ลุง", "พี่", "น้อง"]
_LATIN = ["mr", "mrs", "ms", "miss", "mister", "dr", "prof", "khun", "dek-chai", "dek-ying", "col", "capt", "lt"]


def _any_of(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_LETTER = "[ก-ฮเ-ไ]"
_TITLE = re.compile(
    rf"\s*(?:(?P<glued>{_any_of(_GLUED)})\s*(?={_LETTER}{{2}}|[ก-ฮ][ก-ฮะ-์])"
    rf"|(?:ว่าที่\s*)?(?:[ก-ฮ]{{1,4}}\.\s*){{1,5}}(?={_LETTER}|[a-z])"
    rf"|(?:{_any_of(_SPACED)})\s+(?=\S)"
    rf"|(?:{_any_of(_LATIN)})(?:\.\s*|\s+)(?=\w))",
    re.IGNORECASE,
)
_SPOKEN = re.compile(rf"^\s*(?:พี่|น้อง|ป้า|ลุง|น้า|อา|ครู|เจ๊|เฮีย)\s*(?={_LETTER}[ก-๎])")
_ASIDE = re.compile(r"\([^)]*\)?")
_MAY_BE_PLATE = re.compile(r"[ก-ฮ][^\d]*\d|\d[^ก-ฮ]*[ก-ฮ]")
_BETWEEN = re.compile(r"[\s.\-'\"_,()/·]+")
_LATIN_ACCENTS = re.compile("[\u0300-\u036f]")

REMEMBERED = 4_096
"""Names whose keys are kept: with every key that is typed much the same people are compared again."""


@dataclass(frozen=True, slots=True)
class FullName:
    """A name taken apart; any part may be empty."""

    title: str = ""
    given: str = ""
    family: str = ""


def split_name(text: str) -> FullName:
    """Take a name written in one piece apart: title, first word, all the rest."""
    title, rest = split_title(text)
    given, _, family = " ".join(rest.split()).partition(" ")
    return FullName(title, given, family)


def split_title(text: str) -> tuple[str, str]:
    """Part all titles from the name behind them; a name is never taken for a title as a whole."""
    end = 0
    while found := _TITLE.match(text, end):
        end = found.end()
    return " ".join(text[:end].split()), text[end:].strip()


def strip_title(text: str) -> str:
    """Return the name without นาย, นางสาว, คุณ, ดร., Mr and the like."""
    return split_title(text)[1]


def name_readings(text: str) -> tuple[str, ...]:
    """Return what may be the name in a text as spoken: without title, as it stands, without พี่ or ครู."""
    plain = _ASIDE.sub(" ", text).strip() or text
    return tuple(dict.fromkeys((strip_title(plain), plain, strip_title(_SPOKEN.sub("", plain)))))


@lru_cache(REMEMBERED)
def name_key(text: str) -> str:
    """Return what a name, a nickname or a part of one is compared by: normalised, in one piece."""
    joined = _BETWEEN.sub("", normalise(text))
    if joined.isascii():
        return joined
    plain = _LATIN_ACCENTS.sub("", unicodedata.normalize("NFD", joined))
    return unicodedata.normalize("NFC", plain)


def look_up_key(text: str) -> str:
    """Return what a code, plate, LINE name or e-mail is found by: case, spaces and province play no part.

    A plate is that in any order of its parts.
    """
    if _MAY_BE_PLATE.search(text) and is_plate(text):
        return plate_keys(text)[0]
    return "".join(normalise(text).split()).removeprefix("@")
