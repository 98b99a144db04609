"""The words of opening hours: days, spans of time, and what opens or takes away."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from .clock_times import CLOCK, DAY, NOON, ClockTime, clock_of, plain

WEEK = 7


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Minutes of a day; ``end`` is past 1440 where it goes on over midnight."""

    start: int
    end: int


class Sort(StrEnum):
    """What a word of opening hours is."""

    DAYS = "days"
    SPAN = "span"
    OFFICE = "office"
    CLOSED = "closed"
    EXCEPT = "except"
    BREAK = "break"
    OPEN = "open"
    HOLIDAY = "holiday"
    COMMA = "comma"
    DASH = "dash"


@dataclass(frozen=True, slots=True)
class Word:
    """One word, or a range put together from three."""

    sort: Sort
    days: frozenset[int] = frozenset()
    span: Span | None = None


WORKDAYS = frozenset(range(5))
ALL_DAY, OFFICE_HOURS = Span(0, DAY), Span(8 * 60 + 30, 16 * 60 + 30)
"""``OFFICE_HOURS`` are those of every government office: เวลาราชการ."""

_SETS = {"every": frozenset(range(WEEK)), "workdays": WORKDAYS, "weekend": frozenset((5, 6))}
_NAMES = (
    ("จันทร์", "จ", r"mon(?:days?)?"),
    ("อังคาร", "อ", r"tue(?:s|sdays?)?"),
    ("พุธ", "พ", r"wed(?:nesdays?)?"),
    ("พฤหัส(?:บดี|ฯ)?", "พฤ", r"thu(?:rs?|rsdays?)?"),
    ("ศุกร์", "ศ", r"fri(?:days?)?"),
    ("เสาร์", "ส", r"sat(?:urdays?)?"),
    ("อาทิตย์", "อา", r"sun(?:days?)?"),
)
_ALONE = "(?:\\.|(?![\u0e01-\u0e3a\u0e40-\u0e4e]))"
_DAYS = "|".join(
    rf"(?P<day{n}>(?:วัน)?{thai}|(?:วัน)?{short}{_ALONE}|{english}\b\.?)"
    for n, (thai, short, english) in sorted(enumerate(_NAMES), key=lambda day: -len(day[1][1]))
)
_LEXER = re.compile(
    "|".join(
        (
            r"(?P<always>(?:ตลอด\s*)?24\s*(?:ชั่วโมง|ชม\.?|hours?\b|hrs?\b\.?|h\b|/\s*7\b)|ตลอดเวลา|all day\b)",
            r"(?P<office>(?:ใน)?(?:วัน)?(?:และ)?เวลาราชการ)",
            r"(?P<holiday>(?:วัน)?(?:หยุดราชการ|หยุดนักขัตฤกษ์|หยุดทำการ|นักขัตฤกษ์)|วันหยุด|(?:public )?holidays?\b)",
            r"(?P<every>ทุกวัน|every ?day\b|daily\b)",
            r"(?P<workdays>(?:ใน)?วัน(?:ทำการ|ธรรมดา|ราชการ|ทำงาน)|weekdays?\b|working days?\b)",
            r"(?P<weekend>สุดสัปดาห์|weekends?\b)",
            r"(?P<break>(?:หยุด|ปิด)?พัก(?:เที่ยง|กลางวัน)?|lunch(?: break)?\b|break\b)",
            r"(?P<except>ยกเว้น|เว้น|except\b)",
            r"(?P<closed>ปิด(?:ทำการ|บริการ)?|หยุด|closed?\b)",
            r"(?P<open>เปิด|open\b)",
            _DAYS,
            r"(?P<dash>-|~|จนถึง|ถึง|to\b|until\b|till\b|through\b)",
            rf"(?P<clock>(?:{CLOCK})\s*(?:น\.|น(?![\u0e01-\u0e4e])|นาฬิกา|hrs?\b\.?)?)",
            r"(?P<comma>[,;/|·()]|และ|กับ|and\b|&|\+)",
            r"(?P<noise>เวลา|ทำการ|ให้บริการ|บริการ|ตั้งแต่|ช่วง|วัน|from\b|hours\b|[:.])",
        )
    )
)


def hours_words(text: str) -> list[Word] | None:
    """Take a text apart; None where any of it is not understood."""
    at, text, found = 0, plain(text), list[Word | ClockTime]()
    while at < len(text):
        match = _LEXER.match(text, at + (text[at] == " "))
        word = _word(match.groupdict()) if match else None
        if match is None or word is None:
            return None
        found.extend(word)
        at = match.end()
    return _ranged(found)


def _word(groups: dict[str, str | None]) -> tuple[Word | ClockTime, ...] | None:
    """Return the word that stands here, nothing for noise, or None for a time that there is not."""
    if groups["clock"] is not None:
        time = clock_of(groups)
        return None if time is None else (time,)
    if groups["always"] is not None:
        return (Word(Sort.SPAN, span=ALL_DAY),)
    days = next((days for name, days in _SETS.items() if groups[name] is not None), None)
    days = days or next((frozenset((n,)) for n in range(WEEK) if groups[f"day{n}"] is not None), None)
    if days is not None:
        return (Word(Sort.DAYS, days),)
    return tuple(Word(sort) for sort in Sort if groups.get(sort.value) is not None)


def _ranged(found: Sequence[Word | ClockTime]) -> list[Word] | None:
    """Put together what a dash joins; a dash or a time on its own is not understood."""
    words, at = list[Word](), 0
    while at < len(found):
        first, joined = found[at], at + 2 < len(found) and found[at + 1] == Word(Sort.DASH)
        word = _range(first, found[at + 2]) if joined else first
        if not isinstance(word, Word) or word.sort is Sort.DASH:
            return None
        words.append(word)
        at += 3 if joined else 1
    return words


def _range(first: Word | ClockTime, last: Word | ClockTime) -> Word | None:
    if isinstance(first, ClockTime) and isinstance(last, ClockTime):
        return Word(Sort.SPAN, span=span_of(first, last))
    if isinstance(first, Word) and isinstance(last, Word) and len(first.days) == len(last.days) == 1:
        (begin,), (end,) = first.days, last.days
        return Word(Sort.DAYS, frozenset((begin + n) % WEEK for n in range((end - begin) % WEEK + 1)))
    return None


def span_of(first: ClockTime, last: ClockTime) -> Span:
    """Put two times together: 9-5 ends in the afternoon, 1-4 pm begins there, 22-6 goes over midnight."""
    start, end = first.minutes, last.minutes
    if first.bare and last.half_day == "p" and start + NOON < end:
        start += NOON
    morning = first.bare and last.bare and 6 * 60 <= start <= NOON
    if end <= start < end + NOON and not last.half_day and (morning or first.half_day == "p"):
        end += NOON
    return Span(start, end if end > start else end + DAY)
