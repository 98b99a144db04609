"""Days and times as lists of visitors give them."""

from datetime import date, datetime

import pytest

from frontdesk.domain.errors import DeskError
from frontdesk.domain.visit_times import parted_day, read_span, read_until, read_visit_day
from frontdesk.services.clock import SITE_ZONE
from frontdesk.services.site_hours import USUAL, read

NOW = datetime(2026, 11, 20, 10, 42, tzinfo=SITE_ZONE)
HOURS, TODAY = read(USUAL), NOW.date()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("20/11/2569", date(2026, 11, 20)), ("20 พ.ย. 69", date(2026, 11, 20)), ("พรุ่งนี้", date(2026, 11, 21)),
        ("tomorrow", date(2026, 11, 21)), ("1 ธ.ค.", date(2026, 12, 1)), ("2026-11-25", date(2026, 11, 25)),
        ("19/11/2569", date(2026, 11, 19)), ("ศุกร์หน้า", date(2026, 11, 27)), ("๒๑/๑๑/๒๕๖๙", date(2026, 11, 21)),
    ],
)  # fmt: skip
def test_days(text: str, day: date) -> None:
    assert read_visit_day(text, NOW, HOURS) == day


@pytest.mark.parametrize(("text", "code"), [("ไม่แน่", "date_unknown"), ("31/2/2570", "date_unknown"),
                                            ("20/11/2579", "visit_day_far")])  # fmt: skip
def test_days_that_cannot_be(text: str, code: str) -> None:
    with pytest.raises(DeskError, match=code):
        read_visit_day(text, NOW, HOURS)


@pytest.mark.parametrize(
    ("text", "due", "until"),
    [
        ("10:30", "20 10:30", ""), ("10.30 น.", "20 10:30", ""), ("บ่ายสอง", "20 14:00", ""), ("2pm", "20 14:00", ""),
        ("10:30-12:00", "20 10:30", "20 12:00"), ("9.00 น. ถึง 10.30 น.", "20 09:00", "20 10:30"),
        ("9-5", "20 09:00", "20 17:00"), ("from", None, None), ("9 to 10:15", "20 09:00", "20 10:15"),
        ("22:00–02:00", "20 22:00", "21 02:00"), ("03:30", "20 03:30", ""), ("3", "20 15:00", ""),
        ("10:30:00", "20 10:30", ""), ("1899-12-31 10:30:00", "20 10:30", ""), ("เที่ยงวัน", "20 12:00", ""),
        ("", "", ""), ("ทั้งวัน", "", ""), ("-", "", ""), ("24:00", None, None), ("25:00", None, None),
    ],
)  # fmt: skip
def test_spans(text: str, due: str | None, until: str | None) -> None:
    if due is None:
        with pytest.raises(DeskError, match="visit_time_unknown"):
            read_span(text, TODAY, NOW)
        return
    assert tuple(f"{one:%d %H:%M}" if one else "" for one in read_span(text, TODAY, NOW)) == (due, until)


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("12:00", "20 12:00"), ("บ่ายสาม", "20 15:00"), ("09:00", "21 09:00"), ("2026-11-22 08:00", "22 08:00"),
        ("22/11/2569 18:00", "22 18:00"), ("", ""), ("24:00", "21 00:00"),
    ],
)  # fmt: skip
def test_until(text: str, until: str) -> None:
    due = NOW.replace(hour=10, minute=0)
    found = read_until(text, TODAY, due, NOW, HOURS)
    assert (f"{found:%d %H:%M}" if found else "") == until


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2026-12-22 10:00", "stay_long"),
        ("2026-11-19 10:00", "visit_time_unknown"),
        ("นาน ๆ", "visit_time_unknown"),
    ],
)
def test_until_that_cannot_be(text: str, code: str) -> None:
    with pytest.raises(DeskError, match=code):
        read_until(text, TODAY, NOW, NOW, HOURS)


def test_a_cell_may_hold_day_and_time() -> None:
    assert parted_day("2026-11-20 09:15:00") == ("2026-11-20", "09:15")
    assert parted_day("20/11/2569 9:15") == ("20/11/2569", "9:15")
    assert parted_day(" พรุ่งนี้ ") == ("พรุ่งนี้", "")
