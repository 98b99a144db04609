"""Times of day as they are written and said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.clock_times import DAY, read_clock


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("08:30", "08:30"),
        ("8.30 น.", "08:30"),
        ("๘.๓๐ น.", "08:30"),
        ("0830", "08:30"),
        ("15", "15:00"),
        ("24:00", "24:00"),
        ("3pm", "15:00"),
        ("3:15 p.m.", "15:15"),
        ("12 am", "00:00"),
        ("noon", "12:00"),
        ("midnight", "00:00"),
        ("เที่ยง", "12:00"),
        ("เที่ยงครึ่ง", "12:30"),
        ("เที่ยงคืน", "00:00"),
        ("ตี 5", "05:00"),
        ("8 โมงเช้า", "08:00"),
        ("แปดโมงครึ่ง", "08:30"),
        ("บ่ายโมง", "13:00"),
        ("บ่ายโมงครึ่ง", "13:30"),
        ("บ่าย 3", "15:00"),
        ("บ่ายสาม", "15:00"),
        ("บ่าย 3 โมงครึ่ง", "15:30"),
        ("บ่าย 3.15", "15:15"),
        ("บ่าย 13:00", "13:00"),
        ("เย็น 5", "17:00"),
        ("5 โมงเย็น", "17:00"),
        ("2 ทุ่ม", "20:00"),
        ("สองทุ่มครึ่ง", "20:30"),
        ("ทุ่มครึ่ง", "19:30"),
        ("ทุ่มหนึ่ง", "19:00"),
        ("ทุ่มตรง", "19:00"),
        ("โมงครึ่ง", "13:30"),
        ("เก้าโมงครึ่ง", "09:30"),
        ("ห้าโมงเย็นครึ่ง", "17:30"),
        ("ตีห้าครึ่ง", "05:30"),
        ("บ่าย 2 โมง 15 นาที", "14:15"),
        ("2 ทุ่ม 45", "20:45"),
        ("9 โมง 05", "09:05"),
        ("half past nine", "09:30"),
        ("quarter to 9", "08:45"),
        ("9 o'clock", "09:00"),
    ],
)
def test_times_are_read_in_thai_and_english(text: str, said: str) -> None:
    time = read_clock(text)
    assert time is not None
    assert f"{time.minutes // 60:02}:{time.minutes % 60:02}" == said


@pytest.mark.parametrize(
    "text",
    [
        "",
        "25:00",
        "8:60",
        "0875",
        "13pm",
        "9 ทุ่ม",
        "ประชุม",
        "8:30-9:00",
        "3 4",
        "ตี 9",
        "โมง",
        "9 โมง 75",
        "half past 15",
        "13 o'clock",
    ],
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_clock(text) is None


@pytest.mark.parametrize(
    ("text", "bare"), [("9", True), ("9 o'clock", True), ("9:00", False), ("9 am", False), ("บ่าย 3", False)]
)
def test_an_hour_alone_is_bare(text: str, bare: bool) -> None:
    time = read_clock(text)
    assert time is not None
    assert time.bare is bare


@given(st.text(alphabet="0123456789:. ตีบ่ายโมงเที่ยงทุ่มครึ่งน.apm๐๙", max_size=30) | st.text(max_size=30))
def test_any_text_is_a_time_of_the_day_or_none(text: str) -> None:
    time = read_clock(text)
    assert time is None or 0 <= time.minutes <= DAY
