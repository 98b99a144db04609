"""What strangers may read of somebody's data on a screen: enough to tell people apart, not enough to use."""

import re

from .languages import Language
from .national_id import masked as without_ids
from .numbers import fold_number, mask, mask_addresses_in, parse_numbers
from .people import NumberKind

DOTS = "•••"
SHOWN, SHOWN_OF_NOTE, OF_PLATE = 2, 24, 2
"""Letters shown of an address and of a note, and figures at the end of a plate."""

_RUN = re.compile(r"(?:\+\s*)?\(?\d(?:[ \-.()]*\d){6,}")
_TORN = re.compile(r"(?:[ก-ฮ]|[เ-ไ][ก-ฮ]?)[ะ-ฺ็-๎]*\Z")
"""The last letter of a text that may go on with marks."""

_PRIVATE = {NumberKind.MOBILE, NumberKind.LANDLINE, NumberKind.FAX, NumberKind.FOREIGN}
_NATIONAL_ID_DIGITS = 13


def mask_numbers_in(text: str, language: Language = Language.TH) -> str:
    """Return a text in which every whole telephone number, e-mail address and likely identity number is masked."""
    plain = without_ids(mask_addresses_in(text))
    return _RUN.sub(lambda found: _masked(found[0], language), plain)


def mask_address(address: str) -> str:
    """Return an e-mail address or a LINE name with all but its first letters hidden; the place of an address stays."""
    name, at, place = address.partition("@")
    if not address:
        return ""
    if not name:  # as a LINE name may be written
        return f"@{place[:SHOWN]}{DOTS}" if place else ""
    return f"{name[:SHOWN]}{DOTS}{at}{place}"


def mask_plate(plate: str) -> str:
    """Return a licence plate with the first figures of its number hidden; letters and province stay."""
    runs = re.findall(r"\d+", plate)
    if not runs:
        return plate
    hidden = f"{'x' * max(1, len(runs[-1]) - OF_PLATE)}{runs[-1][-OF_PLATE:] if len(runs[-1]) > OF_PLATE else ''}"
    head, _, tail = plate.rpartition(runs[-1])
    return f"{head}{hidden}{tail}"


def shorten(note: str) -> str:
    """Return the beginning of a note, up to a space where there is one near; no Thai letter is torn apart."""
    line = " ".join(note.split())
    if len(line) <= SHOWN_OF_NOTE:
        return line
    words = line[: SHOWN_OF_NOTE + 1].rpartition(" ")[0]
    return f"{words if len(words) > SHOWN_OF_NOTE // 2 else _TORN.sub('', line[:SHOWN_OF_NOTE])} …"


def hidden_note(note: str) -> str:
    """Return what strangers read of a note: its beginning, and never more than half of it."""
    line = " ".join(note.split())
    if len(line) > 2 * SHOWN_OF_NOTE:
        return shorten(line)
    return f"{_TORN.sub('', line[: len(line) // 2])} …".strip() if line else ""


def _masked(run: str, language: Language) -> str:
    numbers = parse_numbers(run)
    if any(number.kind in _PRIVATE for number in numbers):
        return " ".join(mask(number, language) for number in numbers)
    digits = sum(c.isdigit() for c in fold_number(run))
    return mask(run, language) if digits == _NATIONAL_ID_DIGITS else run
