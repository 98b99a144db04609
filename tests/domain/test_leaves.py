"""Days of leave as they are typed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.errors import DeskError
from frontdesk.domain.languages import Language
from frontdesk.domain.leaves import (
    LONGEST,
    leave_line,
    read_leave,
    read_leave_line,
    to_come,
    with_leave,
    without_next,
)
from frontdesk.domain.people import Leave, Person

TODAY = date(2026, 11, 20)


def day(text: str) -> date:
    """Return a day of 2026, or of another year where it is said."""
    return date.fromisoformat(text if text.count("-") == 2 else f"2026-{text}")


def leave(first: str, last: str, reason: str = "") -> Leave:
    return Leave(day(first), day(last), reason)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("วันนี้", "11-20", "11-20"),
        ("today", "11-20", "11-20"),
        ("ลาวันนี้", "11-20", "11-20"),
        ("พรุ่งนี้", "11-20", "11-21"),
        ("3 วัน", "11-20", "11-22"),
        ("3 days", "11-20", "11-22"),
        ("24 พ.ย.", "11-20", "11-24"),
        ("ลาถึง 24 พ.ย.", "11-20", "11-24"),
        ("until 24 Nov", "11-20", "11-24"),
        ("24/11/2569", "11-20", "11-24"),
        ("25-27 พ.ย.", "11-25", "11-27"),
        ("25–27 Nov", "11-25", "11-27"),
        ("๒๕ ถึง ๒๗ พ.ย. ๒๕๖๙", "11-25", "11-27"),
        ("25 พ.ย. - 2 ธ.ค.", "11-25", "12-02"),
        ("25 Nov to 2 Dec 2026", "11-25", "12-02"),
        ("พรุ่งนี้ถึง 27 พ.ย.", "11-21", "11-27"),
        ("2026-11-25..2026-11-27", "11-25", "11-27"),
        ("28 ธ.ค. - 3 ม.ค.", "12-28", "2027-01-03"),
    ],
)
def test_leave_is_read_in_thai_and_english(said: str, first: str, last: str) -> None:
    assert read_leave(said, TODAY) == leave(first, last)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("", "leave_unknown"),
        ("สัปดาห์หน้า", "leave_unknown"),
        ("27-25 พ.ย.", "leave_unknown"),
        ("15:00", "leave_unknown"),
        ("999 วัน", "leave_unknown"),
        ("0 วัน", "leave_unknown"),
        ("1-3 พ.ย.", "leave_past"),
    ],
)
def test_what_is_no_leave_is_said(said: str, code: str) -> None:
    with pytest.raises(DeskError) as raised:
        read_leave(said, TODAY)
    assert raised.value.code == code


def test_a_leave_takes_in_what_it_covers() -> None:
    person = Person("s", "S", "ก", leave=(leave("11-01", "11-02"), leave("11-24", "11-26"), leave("12-01", "12-01")))
    new = leave("11-20", "11-24")
    assert with_leave(person, new) == (leave("11-01", "11-02"), new, leave("12-01", "12-01"))


def test_the_leave_going_on_ends_yesterday() -> None:
    person = Person("s", "S", "ก", leave=(leave("11-18", "11-24", "ลาพักร้อน"), leave("12-01", "12-01")))
    assert without_next(person, TODAY) == (leave("11-18", "11-19", "ลาพักร้อน"), leave("12-01", "12-01"))


def test_else_the_next_one_goes_and_the_past_stays() -> None:
    person = Person("s", "S", "ก", leave=(leave("12-24", "12-26"), leave("11-01", "11-02"), leave("12-01", "12-01")))
    assert without_next(person, TODAY) == (leave("11-01", "11-02"), leave("12-24", "12-26"))
    past = Person("s", "S", "ก", leave=(leave("11-01", "11-02"),))
    assert without_next(past, TODAY) == past.leave
    assert (to_come(person, TODAY), to_come(past, TODAY)) == (True, False)


@given(st.text(max_size=40) | st.text(alphabet="0123456789-–/. ถึงพ.ย.ธ.ควันto", max_size=16))
def test_any_text_is_a_leave_or_an_error(said: str) -> None:
    try:
        read = read_leave(said, TODAY)
    except DeskError as error:
        assert error.code in ("leave_unknown", "leave_past")
    else:
        assert read.first <= read.last <= read.first + timedelta(days=LONGEST)
        assert read.last >= TODAY


@pytest.mark.parametrize(
    ("said", "first", "last", "reason"),
    [
        ("25-27 พ.ย. ลาพักร้อน", "11-25", "11-27", "ลาพักร้อน"),
        ("ลาพักร้อน 25-27 พ.ย.", "11-25", "11-27", "ลาพักร้อน"),
        ("ลา 25-27 พ.ย.", "11-25", "11-27", ""),
        ("24 พ.ย.", "11-24", "11-24", ""),
        ("พรุ่งนี้ ลากิจ", "11-21", "11-21", "ลากิจ"),
        ("ถึง 24 พ.ย. ลาป่วย", "11-20", "11-24", "ลาป่วย"),
        ("3 วัน อบรม", "11-20", "11-22", "อบรม"),
        ("25 Nov 2026 - 2 Dec 2026 on holiday", "11-25", "12-02", "on holiday"),
        ("1 พ.ย. 2569 - 27 พ.ย. 2569 ลาคลอด", "11-01", "11-27", "ลาคลอด"),
        ("25-27 พ.ย. ประชุม 3 วัน ที่ 2569", "11-25", "11-27", "ประชุม 3 วัน ที่ 2569"),
    ],
)
def test_days_and_why_stand_in_one_line(said: str, first: str, last: str, reason: str) -> None:
    assert read_leave_line(said, TODAY) == leave(first, last, reason)


@pytest.mark.parametrize(
    ("said", "code"), [("", "leave_unknown"), ("ลาพักร้อน", "leave_unknown"), ("1-3 พ.ย. ลาป่วย", "leave_past")]
)
def test_a_line_without_days_to_come_is_refused(said: str, code: str) -> None:
    with pytest.raises(DeskError, match=code):
        read_leave_line(said, TODAY)


REASONS = ("", "ลาพักร้อน", "อบรม 3 วัน", "sick leave", "ลา 2 วัน")


@pytest.mark.parametrize("language", list(Language))
@given(
    st.integers(-30, 400), st.integers(0, 60), st.sampled_from(("", "ลาพักร้อน", "อบรม 3 วัน", "sick leave", "ลา 2 วัน"))
)
def test_what_is_written_is_read_as_the_same(language: Language, ahead: int, days: int, reason: str) -> None:
    first = TODAY + timedelta(days=ahead)
    one = Leave(first, max(first, TODAY) + timedelta(days=days), reason)
    assert read_leave_line(leave_line(one, language), TODAY) == one
