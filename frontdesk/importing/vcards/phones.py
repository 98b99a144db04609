"""The numbers of a card as cells: what sort they are said in the text, where they reach somebody before it."""

import re
from collections.abc import Iterable

from frontdesk.domain.caller_ids import plain_number
from frontdesk.services.import_columns import PHONE_FIELDS

from .columns import USES
from .lines import Property

_PLAIN_LABELS = frozenset({"", "MOBILE", "MAIN", "OTHER", "IPHONE", "PHONE", "มือถือ", "โทรศัพท์", "อื่นๆ", "อื่น ๆ"})
_HOME, _WORK = frozenset({"HOME", "บ้าน"}), frozenset({"WORK", "OFFICE", "ที่ทำงาน", "สำนักงาน"})
_FAX = "FAX"
_FAX_WORD = re.compile("fax|แฟ|โทรสาร", re.IGNORECASE)
_SAYS_NOTHING = 101


def phone_cell(text: str, types: frozenset[str], label: str) -> str:
    """Write a number of another program: "+66812345678", "home: Fax 021234567", "081-234-5678 (แม่)".

    ``label`` is what Apple's telephones call the number.
    """
    number = plain_number(text).strip()
    kind = label.upper()
    fax, kind = kind.endswith(_FAX), kind.removesuffix(_FAX)
    kinds = types | {kind}
    if not number:
        return ""
    if (fax or _FAX in types) and not _FAX_WORD.search(number):
        number = f"Fax {number}"
    if kind not in _PLAIN_LABELS | _HOME | _WORK:
        number = f"{number} ({label})"
    return with_use(number, kinds)


def with_use(number: str, kinds: frozenset[str]) -> str:
    """Put before a number where it reaches somebody, if that is one place."""
    uses = [use for use, words in zip(USES, (_HOME, _WORK), strict=True) if kinds & words]
    return f"{uses[0]}: {number}" if len(uses) == 1 else number


def preference(prop: Property) -> int:
    """Return what goes first: 4.0 numbers it from 1, others say PREF; what says nothing goes last."""
    said = prop.said("PREF")
    return int(said) if said.isdecimal() and len(said) < 4 else 1 if "PREF" in prop.types else _SAYS_NOTHING


def phone_columns(numbers: Iterable[tuple[int, str]]) -> dict[str, str]:
    """Put each number in a column of its own, preferred ones first; those beyond the last join it."""
    texts = list(dict.fromkeys(text for _, text in sorted(numbers, key=lambda one: one[0])))
    last = len(PHONE_FIELDS) - 1
    return dict(zip(PHONE_FIELDS, [*texts[:last], "; ".join(texts[last:])], strict=False))
