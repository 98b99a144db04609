"""Notices: what everybody at the desk should know, until when, and who has read it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from .errors import DeskError
from .languages import Language
from .staff import Role, Staff
from .thai_dates import THAI_TIME

LONGEST_TITLE, LONGEST_NOTICE = 80, 500


@dataclass(frozen=True, slots=True)
class Wording:
    """What a notice says: a title, more of it, and both in English if somebody wrote that too."""

    title: str = ""
    text: str = ""
    title_en: str = ""
    text_en: str = ""

    def said(self, language: Language) -> tuple[str, str]:
        """Return title and text in a language, each in the other one where only that was written."""
        pairs = (self.title, self.title_en), (self.text, self.text_en)
        first = 1 if language is Language.EN else 0
        title, text = (pair[first] or pair[1 - first] for pair in pairs)
        return title, text

    def in_one_line(self, language: Language) -> str:
        return " · ".join(filter(None, self.said(language)))

    def checked(self) -> "Wording":
        """Return it without needless room. Raise ``DeskError`` notice_empty or notice_too_long."""
        words = [" ".join(words.split()) for words in (self.title, self.text, self.title_en, self.text_en)]
        if not any(words):
            raise DeskError("notice_empty")
        for said, most in zip(words, (LONGEST_TITLE, LONGEST_NOTICE) * 2, strict=True):
            if len(said) > most:
                raise DeskError("notice_too_long", most=most)
        return Wording(*words)


@dataclass(frozen=True, slots=True)
class Terms:
    """Until when a notice stands (None while nobody takes it off), and whether each one has to read it.

    ``role`` is whose work it is meant for, None for everybody.
    """

    until: datetime | None = None
    must_read: bool = False
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice as it was posted (times in UTC); it goes from shift to shift until it is over.

    ``wording_id`` is the notice that first said these words: whoever has read that one need not read this one.
    ``replaces`` is the notice in whose place it came.
    """

    id: str
    wording: Wording
    made_at: datetime
    made_by: str
    terms: Terms = field(default_factory=Terms)
    wording_id: str = ""
    replaces: str = ""

    def stands(self, now: datetime) -> bool:
        return self.terms.until is None or now < self.terms.until

    def concerns(self, staff: Staff) -> bool:
        """Tell whether somebody has to read it."""
        meant = self.terms.role is None or self.terms.role is staff.role
        return self.terms.must_read and meant and not staff.archived


@dataclass(frozen=True, slots=True)
class Posted:
    """A notice that stands, and who has read it when (UTC), by the id of staff."""

    notice: Notice
    read_at: Mapping[str, datetime] = field(default_factory=dict)

    def waits_for(self, staff: Staff) -> bool:
        """Tell whether somebody still has to read it."""
        return self.notice.concerns(staff) and staff.id not in self.read_at

    def unread_by(self, staff: Iterable[Staff]) -> list[Staff]:
        return [one for one in staff if self.waits_for(one)]


def end_of_day(day: date) -> datetime:
    """Return the moment at which a day in Thailand is over."""
    return datetime.combine(day + timedelta(days=1), time(), THAI_TIME)


def last_day(until: datetime) -> date:
    """Return the last day in Thailand on which something stands that is over at a moment."""
    return (until - timedelta.resolution).astimezone(THAI_TIME).date()


def ends_with_its_day(until: datetime) -> bool:
    """Tell whether a moment is the very end of a day, so that the day alone says it all."""
    return until.astimezone(THAI_TIME).time() == time()
