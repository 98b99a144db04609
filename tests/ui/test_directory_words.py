"""How it stands with somebody, in words: Thai beside English."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtWidgets import QApplication

from frontdesk.domain.coverage import coverage_of
from frontdesk.domain.languages import Language
from frontdesk.domain.people import Leave, Person, PersonKind
from frontdesk.domain.thai_dates import THAI_TIME
from frontdesk.ui.directory_words import back_word, presence_word, status_word, when_word
from frontdesk.ui.words import Words

SOMCHAI = Person("s", "S-1", "สมชาย", kind=PersonKind.STAFF, hours="จ-ศ 08:30-16:30", lunch="12:00-13:00")
UNIT = replace(SOMCHAI, kind=PersonKind.DEPARTMENT, lunch="")


def at(text: str) -> datetime:
    """Return a moment of November 2026: "20 10:42" is a Friday."""
    day, clock = text.split()
    return datetime.fromisoformat(f"2026-11-{int(day):02}T{clock}").replace(tzinfo=THAI_TIME)


NOW = at("20 10:42")
LEAVE = (Leave(date(2026, 11, 20), date(2026, 11, 24)),)


@pytest.fixture(params=[Language.TH, Language.EN])
def words(qapp: QApplication, request: pytest.FixtureRequest) -> Words:
    return Words(request.param)


def pick(words: Words, thai: str, english: str) -> str:
    return thai if words.language is Language.TH else english


@pytest.mark.parametrize(
    ("moment", "thai", "english"),
    [
        ("20 15:00", "15:00", "15:00"),
        ("21 08:30", "ส. 08:30", "Sat 08:30"),
        ("23 08:30", "จ. 08:30", "Mon 08:30"),
        ("26 08:30", "พฤ. 08:30", "Thu 08:30"),
        ("27 08:30", "27 พ.ย.", "27 Nov"),
    ],
)
def test_moments_are_as_short_as_they_are_clear(words: Words, moment: str, thai: str, english: str) -> None:
    assert when_word(words, at(moment), NOW) == pick(words, thai, english)


@pytest.mark.parametrize(
    ("person", "moment", "thai", "english"),
    [
        (SOMCHAI, "20 10:42", "อยู่ถึง 16:30", "in until 16:30"),
        (SOMCHAI, "20 12:10", "พักถึง 13:00", "at lunch until 13:00"),
        (SOMCHAI, "20 17:00", "นอกเวลา กลับมา จ. 08:30", "off duty until Mon 08:30"),
        (UNIT, "20 10:42", "เปิดถึง 16:30", "open until 16:30"),
        (UNIT, "20 17:00", "ปิด เปิดอีก จ. 08:30", "closed until Mon 08:30"),
        (replace(UNIT, hours="ทุกวัน 24 ชม."), "20 10:42", "เปิด 24 ชม.", "open 24 hours"),
        (replace(UNIT, hours="โทรถามก่อน"), "20 10:42", "", ""),
        (replace(SOMCHAI, leave=LEAVE), "20 10:42", "ลาถึง 24 พ.ย.", "on leave until 24 Nov"),
        (replace(SOMCHAI, leave=LEAVE), "24 10:42", "ลาวันนี้", "on leave today"),
        (replace(SOMCHAI, status="ประชุม", status_until=at("20 15:00")), "20 10:42", "ประชุมถึง 15:00",
         "In a meeting until 15:00"),
        (replace(SOMCHAI, status="In a meeting", status_until=at("20 15:00")), "20 10:42", "ประชุมถึง 15:00",
         "In a meeting until 15:00"),
        (replace(SOMCHAI, status="ลา", status_until=at("21 00:00")), "20 10:42", "ลาวันนี้", "On leave today"),
        (replace(SOMCHAI, status="ลา", status_until=at("25 00:00")), "20 10:42", "ลาถึง 24 พ.ย.",
         "On leave until 24 Nov"),
        (replace(SOMCHAI, status="สอนนักศึกษา"), "20 10:42", "สอนนักศึกษา", "สอนนักศึกษา"),
    ],
)  # fmt: skip
def test_presence_is_said_in_the_language_of_the_screen(
    words: Words, person: Person, moment: str, thai: str, english: str
) -> None:
    now = at(moment)
    assert presence_word(words, person, coverage_of(person, now), now) == pick(words, thai, english)


def test_the_usual_words_are_turned_and_others_are_left(words: Words) -> None:
    assert status_word(words, "พักเที่ยง") == pick(words, "พักเที่ยง", "At lunch")
    assert status_word(words, "ขับรถ") == "ขับรถ"


def test_when_somebody_is_back_may_not_be_known(words: Words) -> None:
    assert back_word(words, at("23 08:30"), NOW) == pick(words, "รับได้ จ. 08:30", "from Mon 08:30")
    assert back_word(words, None, NOW) == pick(words, "ไม่ทราบเวลากลับ", "return not known")
