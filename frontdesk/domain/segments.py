"""How well the desk knows somebody: counted from contacts, from whom they sent, and from purchases if known."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .errors import DeskError
from .people import ContactFigures

MOST = 9999


class Segment(StrEnum):
    """How well the desk knows a caller."""

    FIRST_TIME = "first-time"
    REPEAT = "repeat"
    ADVOCATE = "advocate"
    DORMANT = "dormant"


class Ground(StrEnum):
    """What a segment was decided by."""

    NEVER = "never"
    CONTACTS = "contacts"
    PURCHASES = "purchases"
    REFERRALS = "referrals"
    COMPLIMENTS = "compliments"
    DAYS_AWAY = "days-away"


@dataclass(frozen=True, slots=True)
class SegmentRules:
    """From which count on somebody is a regular or an advocate, and after how many days long away.

    One that was in contact, or bought something, less often than ``repeat_from`` is new. For an advocate any one
    of the three counts is enough; 0 lets a count not matter.
    """

    repeat_from: int = 2
    advocate_referrals: int = 2
    advocate_compliments: int = 2
    advocate_purchases: int = 10
    dormant_days: int = 365

    def check(self) -> None:
        """Raise ``DeskError`` bad_rule, with the field and its limits, for a count that makes no sense."""
        for name, least in (("repeat_from", 1), ("dormant_days", 1), ("advocate_referrals", 0),
                            ("advocate_compliments", 0), ("advocate_purchases", 0)):  # fmt: skip
            if not least <= getattr(self, name) <= MOST:
                raise DeskError("bad_rule", field=name, least=least, most=MOST)


@dataclass(frozen=True, slots=True)
class Purchases:
    """How often somebody bought something, and when last; the desk knows it from imports, if at all."""

    count: int = 0
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """What can be counted of somebody at once: not yet what merges and corrections change, and no compliments."""

    person_id: str
    figures: ContactFigures
    sent: int
    purchases: Purchases


@dataclass(frozen=True, slots=True)
class Standing:
    """A segment, and what decided it: ``ground`` counted ``count``."""

    segment: Segment
    ground: Ground
    count: int = 0


def segment_of(
    figures: ContactFigures, referrals: int, purchases: Purchases, rules: SegmentRules, today: date
) -> Standing:
    """Say how well somebody is known. Long away comes first: whoever has not come for so long is an advocate no more.

    ``figures`` hold the contacts on record, ``referrals`` how many people this one sent.
    """
    last = max(filter(None, (figures.last and figures.last.date(), purchases.last)), default=None)
    if last is not None and (away := (today - last).days) > rules.dormant_days:
        return Standing(Segment.DORMANT, Ground.DAYS_AWAY, away)
    for ground, count, least in (
        (Ground.REFERRALS, referrals, rules.advocate_referrals),
        (Ground.COMPLIMENTS, figures.compliments, rules.advocate_compliments),
        (Ground.PURCHASES, purchases.count, rules.advocate_purchases),
    ):
        if 0 < least <= count:
            return Standing(Segment.ADVOCATE, ground, count)
    return _by_visits(figures.total, purchases.count, rules.repeat_from)


def _by_visits(contacts: int, purchases: int, repeat_from: int) -> Standing:
    ground, count = (Ground.PURCHASES, purchases) if purchases > contacts else (Ground.CONTACTS, contacts)
    if not count:
        return Standing(Segment.FIRST_TIME, Ground.NEVER)
    return Standing(Segment.REPEAT if count >= repeat_from else Segment.FIRST_TIME, ground, count)
