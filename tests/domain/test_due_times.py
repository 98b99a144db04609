from datetime import datetime

import pytest

from frontdesk.domain.due_times import read_due, suggested_due
from frontdesk.domain.errors import DeskError
from frontdesk.domain.thai_dates import THAI_TIME
from frontdesk.domain.working_hours import WorkingHours, read_hours

FORMAT = "%a %Y-%m-%d %H:%M"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=THAI_TIME)


def office() -> WorkingHours:
    hours = read_hours("จ-ศ 08:30-16:30")
    assert hours is not None
    return hours


FRIDAY_MORNING = at("2026-11-20 10:42")
FRIDAY_EVENING = at("2026-11-20 17:30")


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("", "Fri 2026-11-20 16:30"),
        ("พรุ่งนี้ 15:00", "Sat 2026-11-21 15:00"),
        ("พรุ่งนี้", "Sat 2026-11-21 17:00"),
        ("พรุ่งนี้บ่าย 3", "Sat 2026-11-21 15:00"),
        ("พรุ่งนี้ 3", "Sat 2026-11-21 15:00"),
        ("พรุ่งนี้เช้า", "Sat 2026-11-21 12:00"),
        ("มะรืน 10 โมง", "Sun 2026-11-22 10:00"),
        ("ศุกร์นี้", "Fri 2026-11-20 16:30"),
        ("ศุกร์หน้า", "Fri 2026-11-27 16:30"),
        ("ภายในศุกร์นี้", "Fri 2026-11-20 16:30"),
        ("วันจันทร์", "Mon 2026-11-23 16:30"),
        ("จันทร์หน้า 9 โมง", "Mon 2026-11-23 09:00"),
        ("พฤหัส บ่าย 2 โมง", "Thu 2026-11-26 14:00"),
        ("วันศุกร์ที่ 27 พ.ย. 15:00 น.", "Fri 2026-11-27 15:00"),
        ("บ่าย 3", "Fri 2026-11-20 15:00"),
        ("๑๕:๐๐", "Fri 2026-11-20 15:00"),
        ("15.30", "Fri 2026-11-20 15:30"),
        ("3", "Fri 2026-11-20 15:00"),
        ("9.00", "Sat 2026-11-21 09:00"),
        ("2 ทุ่ม", "Fri 2026-11-20 20:00"),
        ("ก่อนเที่ยง", "Fri 2026-11-20 12:00"),
        ("เย็นนี้", "Fri 2026-11-20 18:00"),
        ("ก่อนเลิกงาน", "Fri 2026-11-20 16:30"),
        ("ก่อนปิด", "Fri 2026-11-20 16:30"),
        ("before closing", "Fri 2026-11-20 16:30"),
        ("ภายใน 2 ชั่วโมงทำการ", "Fri 2026-11-20 12:42"),
        ("อีก ๗ ชม.ทำการ", "Mon 2026-11-23 09:42"),
        ("in two working hours", "Fri 2026-11-20 12:42"),
        ("10 business hours", "Mon 2026-11-23 12:42"),
        ("3 วันทำการ", "Wed 2026-11-25 16:30"),
        ("2 working days", "Tue 2026-11-24 16:30"),
        ("30 นาที", "Fri 2026-11-20 11:12"),
        ("อีก ๒ ชั่วโมง", "Fri 2026-11-20 12:42"),
        ("ครึ่งชม.", "Fri 2026-11-20 11:12"),
        ("2 ชั่วโมงครึ่ง", "Fri 2026-11-20 13:12"),
        ("อีก 3 วัน", "Mon 2026-11-23 16:30"),
        ("สัปดาห์หน้า", "Fri 2026-11-27 16:30"),
        ("สิ้นเดือน", "Mon 2026-11-30 16:30"),
        ("24 พ.ย.", "Tue 2026-11-24 16:30"),
        ("24 พ.ย. 2569", "Tue 2026-11-24 16:30"),
        ("24 พ.ย. 15:00", "Tue 2026-11-24 15:00"),
        ("16/1/70", "Sat 2027-01-16 17:00"),
        ("in 2 hours", "Fri 2026-11-20 12:42"),
        ("half an hour", "Fri 2026-11-20 11:12"),
        ("in a week", "Fri 2026-11-27 16:30"),
        ("3pm tomorrow", "Sat 2026-11-21 15:00"),
        ("tomorrow at 3pm", "Sat 2026-11-21 15:00"),
        ("by friday", "Fri 2026-11-20 16:30"),
        ("next friday 14:00", "Fri 2026-11-27 14:00"),
        ("tonight", "Fri 2026-11-20 20:00"),
        ("24 Nov 2026", "Tue 2026-11-24 16:30"),
    ],
)
def test_times_as_people_say_them(text: str, due: str) -> None:
    assert read_due(text, FRIDAY_MORNING, office()).strftime(FORMAT) == due


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("เมื่อวาน", "due_past"),
        ("20 พ.ย. 2568", "due_past"),
        ("yesterday", "due_past"),
        ("ไม่รู้", "due_unknown"),
        ("99 โมง", "due_unknown"),
        ("soon", "due_unknown"),
        ("31/2", "due_unknown"),
    ],
)
def test_what_is_no_time_to_come_is_refused(text: str, code: str) -> None:
    with pytest.raises(DeskError) as caught:
        read_due(text, FRIDAY_MORNING, office())
    assert caught.value.code == code


@pytest.mark.parametrize("text", ["ศุกร์", "ศุกร์นี้", "friday"])
def test_a_day_of_the_week_that_is_over_is_the_next_one(text: str) -> None:
    assert read_due(text, FRIDAY_EVENING, office()).strftime(FORMAT) == "Fri 2026-11-27 16:30"


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-11-20 10:42", "Fri 2026-11-20 16:30"),
        ("2026-11-20 16:00", "Fri 2026-11-20 16:30"),
        ("2026-11-20 16:01", "Mon 2026-11-23 16:30"),
        ("2026-11-21 09:00", "Mon 2026-11-23 16:30"),
        ("2026-11-23 02:00", "Mon 2026-11-23 16:30"),
    ],
)
def test_the_end_of_a_working_day_is_suggested(now: str, due: str) -> None:
    assert suggested_due(at(now), office()).strftime(FORMAT) == due
