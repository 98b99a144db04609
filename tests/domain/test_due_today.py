"""Words of today are never read as tomorrow; parts of the day stand with times and with words for by."""

from datetime import datetime

import pytest

from frontdesk.domain.due_times import read_due
from frontdesk.domain.errors import DeskError
from frontdesk.domain.thai_dates import THAI_TIME
from frontdesk.domain.working_hours import WorkingHours, read_hours

FORMAT = "%d %H:%M"
MORNING, EVENING = "2026-11-20 10:42", "2026-11-20 20:30"
"""Of a Friday."""


def office() -> WorkingHours:
    hours = read_hours("จ-ศ 08:30-16:30")
    assert hours is not None
    return hours


def read(text: str, now: str) -> str:
    """Return what a text means at a time, or the code of its refusal."""
    try:
        return read_due(text, datetime.fromisoformat(now).replace(tzinfo=THAI_TIME), office()).strftime(FORMAT)
    except DeskError as error:
        return error.code


@pytest.mark.parametrize(
    "text",
    [
        "เช้านี้", "สายนี้", "สาย ๆ นี้", "เที่ยงนี้", "บ่ายนี้", "เย็นนี้", "เย็น ๆ นี้", "หัวค่ำนี้", "ค่ำนี้", "คืนนี้", "this morning",
        "this afternoon", "this evening", "tonight", "by tonight", "before this evening", "ภายในเย็นนี้", "ก่อนเที่ยงนี้",
        "เช้านี้ 11 โมง", "11 โมงเช้านี้", "บ่ายนี้ 3 โมง", "บ่ายสามนี้", "เย็นนี้ห้าโมง", "ห้าโมงเย็นนี้", "ทุ่มครึ่งนี้", "คืนนี้ทุ่มครึ่ง",
        "tonight at 8", "8 tonight", "this afternoon at 3", "3 this afternoon", "this evening at 6",
        "today before noon", "วันนี้ก่อนเที่ยง", "today by noon", "วันนี้ทุ่มครึ่ง", "วันนี้สาย ๆ", "today 7", "วันนี้ 7",
        "later today", "สิ้นวันนี้", "20 พ.ย.", "วันศุกร์ที่ 20 พ.ย.", "this week", "ภายในสัปดาห์นี้",
    ],
)  # fmt: skip
def test_what_is_said_of_today_is_over_when_its_time_is_over(text: str) -> None:
    assert read(text, MORNING).startswith("20 ")
    assert read(text, EVENING) == "due_past"


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("เช้านี้", "20 12:00"),
        ("สาย ๆ นี้", "20 12:00"),
        ("tonight", "20 20:00"),
        ("เช้านี้ 11 โมง", "20 11:00"),
        ("เย็นนี้ 5 โมง", "20 17:00"),
        ("tonight at 9", "20 21:00"),
        ("คืนนี้สามทุ่ม", "20 21:00"),
        ("คืนนี้ตีสอง", "21 02:00"),
        ("เที่ยงคืนนี้", "21 00:00"),
        ("วันนี้เที่ยงคืน", "21 00:00"),
        ("midnight tonight", "21 00:00"),
        ("ทุ่มครึ่ง", "20 19:30"),
        ("ทุ่มหนึ่ง", "20 19:00"),
        ("วันนี้โมงครึ่ง", "20 13:30"),
        ("พรุ่งนี้สาย ๆ", "21 12:00"),
        ("สายๆ พรุ่งนี้", "21 12:00"),
        ("จันทร์สาย ๆ", "23 12:00"),
        ("พรุ่งนี้กลางวัน", "21 12:00"),
        ("พรุ่งนี้เย็น ๆ", "21 18:00"),
        ("พรุ่งนี้เช้า 9 โมง", "21 09:00"),
        ("พรุ่งนี้เช้าเก้าโมงครึ่ง", "21 09:30"),
        ("พรุ่งนี้บ่ายสามโมง", "21 15:00"),
        ("พรุ่งนี้ค่ำสองทุ่ม", "21 20:00"),
        ("tomorrow morning at 9", "21 09:00"),
        ("tomorrow at 3 in the afternoon", "21 15:00"),
        ("today before noon", "20 12:00"),
        ("tomorrow before noon", "21 12:00"),
        ("monday by 3pm", "23 15:00"),
        ("today until 5pm", "20 17:00"),
        ("วันนี้ภายใน 5 โมง", "20 17:00"),
        ("พรุ่งนี้ไม่เกินเที่ยง", "21 12:00"),
        ("พรุ่งนี้ราว ๆ 10 โมง", "21 10:00"),
        ("monday before closing", "23 16:30"),
        ("วันนี้ก่อนเลิก", "20 16:30"),
        ("in the evening", "20 18:00"),
        ("half past 3", "20 15:30"),
        ("tomorrow at half past nine", "21 09:30"),
        ("quarter to 4", "20 15:45"),
        ("3 o'clock", "20 15:00"),
        ("บ่าย 2 โมง 15 นาที", "20 14:15"),
        ("2 ทุ่ม 45", "20 20:45"),
        ("ภายในสัปดาห์นี้", "20 16:30"),
        ("later today", "20 16:30"),
    ],
)  # fmt: skip
def test_parts_of_the_day_with_days_and_times(text: str, due: str) -> None:
    assert read(text, MORNING) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("เช้า", "21 12:00"),
        ("เย็น", "21 18:00"),
        ("ค่ำ", "21 20:00"),
        ("morning", "21 12:00"),
        ("9 in the morning", "21 09:00"),
        ("ทุ่มครึ่ง", "21 19:30"),
        ("tonight at 9", "20 21:00"),
        ("คืนนี้ตีสอง", "21 02:00"),
        ("ศุกร์เช้า", "27 12:00"),
    ],
)
def test_a_word_without_a_day_means_the_next_such_time(text: str, due: str) -> None:
    assert read(text, EVENING) == due


@pytest.mark.parametrize("text", ["เช้านี้ 3 ทุ่ม", "tomorrow morning 15:00", "พรุ่งนี้คืนนี้", "เมื่อคืนนี้", "นี้", "this"])
def test_what_contradicts_itself_is_not_understood(text: str) -> None:
    assert read(text, MORNING) == "due_unknown"
