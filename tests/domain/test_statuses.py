"""Until when a status holds: what is typed, and what is taken where nothing is."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.errors import DeskError
from frontdesk.domain.people import Person, PersonKind
from frontdesk.domain.statuses import Status, read_until, split_status, usual_until
from frontdesk.domain.thai_dates import THAI_TIME

SOMCHAI = Person("s", "S-1", "สมชาย", kind=PersonKind.STAFF, hours="จ-ศ 08:30-16:30", lunch="12:00-13:00")


def at(text: str) -> datetime:
    """Return a moment of November 2026: "20 10:42" is a Friday."""
    day, clock = text.split()
    return datetime.fromisoformat(f"2026-11-{int(day):02}T{clock}").replace(tzinfo=THAI_TIME)


@pytest.mark.parametrize(
    ("said", "now", "until"),
    [
        ("15", "20 10:42", "20 15:00"),
        ("15:00", "20 10:42", "20 15:00"),
        ("๑๕.๐๐ น.", "20 10:42", "20 15:00"),
        ("ถึง 15:00", "20 10:42", "20 15:00"),
        ("until 3pm", "20 10:42", "20 15:00"),
        ("บ่าย 3", "20 10:42", "20 15:00"),
        ("ถึงบ่ายสามโมงครึ่ง", "20 10:42", "20 15:30"),
        ("3", "20 10:42", "20 15:00"),
        ("3:30", "20 10:42", "20 15:30"),
        ("11", "20 10:42", "20 11:00"),
        ("เที่ยง", "20 10:42", "20 12:00"),
        ("เที่ยงคืน", "20 10:42", "21 00:00"),
        ("ถึงเย็น", "20 10:42", "20 16:30"),
        ("evening", "21 10:42", "21 17:00"),
        ("เย็น", "21 18:42", "22 00:00"),
        ("ทั้งวัน", "20 10:42", "21 00:00"),
        ("today", "20 10:42", "21 00:00"),
        ("พรุ่งนี้", "20 10:42", "22 00:00"),
        ("24 พ.ย.", "20 10:42", "25 00:00"),
        ("24 Nov", "20 10:42", "25 00:00"),
        ("24/11/2569", "20 10:42", "25 00:00"),
        ("24 Nov 2026", "20 10:42", "25 00:00"),
        ("30 นาที", "20 10:42", "20 11:12"),
        ("ครึ่งชั่วโมง", "20 10:42", "20 11:12"),
        ("อีก 2 ชม.", "20 10:42", "20 12:42"),
        ("2h", "20 10:42", "20 12:42"),
        ("06:00", "20 22:00", "21 06:00"),
        ("6", "20 22:00", "21 06:00"),
    ],
)
def test_times_are_taken_as_they_are_typed(said: str, now: str, until: str) -> None:
    assert read_until(said, SOMCHAI, at(now)) == at(until)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("", "status_time_unknown"),
        ("เดี๋ยวมา", "status_time_unknown"),
        ("25:00", "status_time_unknown"),
        ("999 ชม.", "status_time_unknown"),
        ("0 นาที", "status_time_unknown"),
        ("08:00", "status_time_past"),
        ("8", "status_time_past"),
        ("9 am", "status_time_past"),
        ("เมื่อวาน", "status_time_past"),
        ("19 พ.ย. 2569", "status_time_past"),
        ("19 พ.ย.", "status_time_past"),
        ("29 ก.พ.", "status_time_unknown"),
    ],
)
def test_what_cannot_be_taken_is_said(said: str, code: str) -> None:
    with pytest.raises(DeskError) as raised:
        read_until(said, SOMCHAI, at("20 10:42"))
    assert raised.value.code == code


@pytest.mark.parametrize(
    ("status", "changes", "now", "until"),
    [
        (Status.MEETING, {}, "20 10:42", "20 11:45"),
        (Status.LUNCH, {}, "20 11:50", "20 13:00"),
        (Status.LUNCH, {"lunch": "11.30-12.30"}, "20 11:20", "20 12:30"),
        (Status.LUNCH, {"lunch": ""}, "20 11:50", "20 13:00"),
        (Status.LUNCH, {}, "20 14:00", "20 15:00"),
        (Status.OUT, {}, "20 10:42", "20 16:30"),
        (Status.OUT, {"hours": ""}, "20 10:42", "20 17:00"),
        (Status.LEAVE, {}, "20 10:42", "21 00:00"),
        (Status.NO_CALLS, {}, "20 10:42", "20 11:45"),
        (Status.AWAY, {}, "20 10:42", "20 11:15"),
    ],
)
def test_every_status_has_a_usual_end(status: Status, changes: dict[str, str], now: str, until: str) -> None:
    person = replace(SOMCHAI, **changes)  # type: ignore[arg-type]
    assert usual_until(status, person, at(now)) == at(until)


def test_a_day_without_a_year_may_be_in_the_next() -> None:
    assert read_until("5 ม.ค.", SOMCHAI, at("20 10:42")) == datetime(2027, 1, 6, tzinfo=THAI_TIME)


@given(st.text(max_size=40) | st.text(alphabet="0123456789:. ถึงบ่ายโมงเย็นนาทีชม", max_size=12), st.integers(0, 1_439))
def test_any_text_is_a_later_moment_or_an_error(said: str, minute: int) -> None:
    now = at("20 00:00") + timedelta(minutes=minute)
    try:
        until = read_until(said, SOMCHAI, now)
    except DeskError as error:
        assert error.code in ("status_time_unknown", "status_time_past")
    else:
        assert until > now


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ประชุมถึง 23:30", ("ประชุม", "23:30")),
        ("ประชุม จนถึง บ่าย 3", ("ประชุม", "บ่าย 3")),
        ("ไปถึงลูกค้าถึง 15:00", ("ไปถึงลูกค้า", "15:00")),
        ("In a meeting until 3 pm", ("In a meeting", "3 pm")),
        ("ถึง 15:00", ("", "15:00")),
        ("15:00", ("", "15:00")),
        ("", ("", "")),
    ],
)
def test_a_status_is_parted_from_its_time(text: str, parts: tuple[str, str]) -> None:
    assert split_status(text) == parts
