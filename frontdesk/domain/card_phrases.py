"""What a card says that no field of the person holds, as it is typed into the box.

Who sent whom, how well somebody is known, what they are, how often they bought: the words of the card in both
languages.
"""

import re
from dataclasses import dataclass

from .languages import Language
from .people import PersonKind
from .segments import Segment
from .thai_text import normalise

TH, EN = Language.TH, Language.EN

SEGMENTS: dict[Language, dict[Segment, str]] = {
    TH: {
        Segment.FIRST_TIME: "มาใหม่",
        Segment.REPEAT: "มาประจำ",
        Segment.ADVOCATE: "ช่วยบอกต่อ",
        Segment.DORMANT: "ไม่ได้มานาน",
    },
    EN: {
        Segment.FIRST_TIME: "New",
        Segment.REPEAT: "Regular",
        Segment.ADVOCATE: "Advocate",
        Segment.DORMANT: "Long away",
    },
}
KINDS: dict[Language, dict[PersonKind, str]] = {
    TH: {
        PersonKind.CUSTOMER: "ผู้รับบริการ",
        PersonKind.STAFF: "เจ้าหน้าที่",
        PersonKind.DEPARTMENT: "หน่วยงาน",
        PersonKind.PARTNER: "คู่ค้า",
        PersonKind.VISITOR: "ผู้มาเยือน",
    },
    EN: {
        PersonKind.CUSTOMER: "Customer",
        PersonKind.STAFF: "Staff",
        PersonKind.DEPARTMENT: "Department",
        PersonKind.PARTNER: "Partner",
        PersonKind.VISITOR: "Visitor",
    },
}


@dataclass(frozen=True, slots=True)
class SentBy:
    """Those whom somebody sent, by the sender's name, code or number."""

    sender: str


@dataclass(frozen=True, slots=True)
class SenderOf:
    """Who sent these, by their names."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SentSoMany:
    """Those who sent so many."""

    count: int


@dataclass(frozen=True, slots=True)
class Bought:
    """Those who bought so often."""

    count: int


CardPhrase = Segment | PersonKind | SentBy | SenderOf | SentSoMany | Bought

_COUNT = r"(\d[\d,]{0,8})"
_SENT_BY = re.compile(r"(?:แนะนำ(?:มา)?โดย|ส่งมาโดย|ผู้แนะนำ|sent by|referred by)\s*:?\s*(\S.*)")
_SENT_SO_MANY = re.compile(rf"(?:แนะนำต่อ|แนะนำคนอื่นมา|sent)\s*{_COUNT}\s*(?:คน|(?:other )?people|others?)")
_SENDER_OF = re.compile(r"(?:แนะนำต่อ\s*:?|sent\s*:)\s*(\S.*)")
_BOUGHT = re.compile(rf"(?:ซื้อ(?:หรือใช้บริการ)?|purchases?|bought)\s*:?\s*{_COUNT}\s*(?:ครั้ง|times)?|{_COUNT}\s*purchases?")


def read_card_phrase(text: str) -> CardPhrase | None:
    """Return what a text says in the words of a card, or None for any other text."""
    said = " ".join(normalise(text).split())
    return _LABELS.get(said) or _sent(said) or _bought(said)


def bought_words(count: int | None = None) -> str:
    """Return how often somebody bought, as it stands among the words of a card: no other count looks like it.

    Without a count, return what stands there of everybody who bought anything.
    """
    return "ซื้อหรือใช้บริการ" if count is None else f"ซื้อ {count} ครั้ง"


def _sent(said: str) -> CardPhrase | None:
    if found := _SENT_SO_MANY.fullmatch(said):
        return SentSoMany(_number(found[1]))
    if found := _SENT_BY.fullmatch(said):
        return SentBy(found[1])
    found = _SENDER_OF.fullmatch(said)
    names = tuple(filter(None, (name.strip(" …") for name in found[1].split(",")))) if found else ()
    return SenderOf(names) if names else None


def _bought(said: str) -> CardPhrase | None:
    found = _BOUGHT.fullmatch(said)
    return Bought(_number(found[1] or found[2])) if found else None


def _number(digits: str) -> int:
    return int(digits.replace(",", ""))


_LABELS: dict[str, Segment | PersonKind] = {
    normalise(word): meant for table in (SEGMENTS, KINDS) for words in table.values() for meant, word in words.items()
}
