"""A LINE name and a licence plate that stand in a line among other words."""

import re

from .plates import is_plate
from .provinces import province_of

LABELS = (
    r"ไลน์(?:\s*ไอดี)?|(?<![^\W\d_])line(?:\s*id)?(?![^\W\d_])"
    r"|(?:เลข|ป้าย)?ทะเบียน(?:รถ)?|(?<![^\W\d_])plate(?![^\W\d_])"
)
"""Words that only say what comes behind them."""

_LINE = re.compile(
    r"(?:ไลน์(?:\s*ไอดี|\s*id)?\s*[:=]?|(?<![^\W\d_])line\s*(?:id\s*[:=]?|[:=]|(?=@)))\s*@?"
    r"(?=[\w.\-]*[a-z])([a-z0-9._\-]{2,40})(?![^\W_])",
    re.IGNORECASE | re.ASCII,
)
_PLATE = re.compile(
    r"(?:((?:เลข|ป้าย)?ทะเบียน(?:รถ)?|(?<![^\W\d_])plate)\s*[:.]?\s*|(?<![\dก-๎]))"
    r"((\d)?\s?[ก-ฮ]{1,3}[ -]?\d{1,4})(?!\d)(?:\s+([ก-๎]+))?",
    re.IGNORECASE,
)


def cut_line_name(text: str) -> tuple[str, str]:
    """Return the LINE name of a text, which must say that it is one, and the rest."""
    found = _LINE.search(text)
    return (found[1], _without(text, found.start(), found.end())) if found else ("", text)


def cut_plate(text: str) -> tuple[str, str]:
    """Return the plate of a text and the rest. Letters and a number alone may be anything: a figure before them, a
    province behind them or the word for it has to say so.
    """
    for found in _PLATE.finditer(text):
        province = province_of(found[4]) if found[4] else ""
        end = found.end(4) if province else found.end(2)
        plate = " ".join(text[found.start(2) : end].split())
        if (found[1] or found[3] or province) and is_plate(plate):
            return plate, _without(text, found.start(), end)
    return "", text


def _without(text: str, start: int, end: int) -> str:
    return f"{text[:start]} {text[end:]}"
