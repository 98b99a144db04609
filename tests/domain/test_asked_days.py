"""Periods, relative and fixed, in both eras and languages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.asked_days import Days, Period, Stretch, days_text, period_text, read_period
from frontdesk.domain.languages import Language

TODAY = date(2026, 11, 20)
"""A Friday."""


def nov(first: int, last: int) -> Period:
    return Period(None, date(2026, 11, first), date(2026, 11, last))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("วันนี้", date(2026, 11, 20), date(2026, 11, 20)),
        ("เมื่อวาน", date(2026, 11, 19), date(2026, 11, 19)),
        ("สัปดาห์นี้", date(2026, 11, 16), date(2026, 11, 22)),
        ("สัปดาห์ก่อน", date(2026, 11, 9), date(2026, 11, 15)),
        ("อาทิตย์ที่แล้ว", date(2026, 11, 9), date(2026, 11, 15)),
        ("เดือนนี้", date(2026, 11, 1), date(2026, 11, 30)),
        ("เดือนก่อน", date(2026, 10, 1), date(2026, 10, 31)),
        ("ปีนี้", date(2026, 1, 1), date(2026, 12, 31)),
        ("ปีที่แล้ว", date(2025, 1, 1), date(2025, 12, 31)),
        ("today", date(2026, 11, 20), date(2026, 11, 20)),
        ("This  Week", date(2026, 11, 16), date(2026, 11, 22)),
        ("last month", date(2026, 10, 1), date(2026, 10, 31)),
    ],
)
def test_stretches_move_with_today(text: str, first: date, last: date) -> None:
    period = read_period(text, TODAY)
    assert period is not None and period.stretch is not None
    assert period.days(TODAY) == Days(first, last)


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (date(2026, 1, 31), date(2025, 12, 1), date(2025, 12, 31)),
        (date(2028, 3, 5), date(2028, 2, 1), date(2028, 2, 29)),
    ],
)
def test_last_month_over_a_year_and_in_a_leap_year(today: date, first: date, last: date) -> None:
    assert Period(Stretch.LAST_MONTH).days(today) == Days(first, last)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("1-15 พ.ย. 2569", nov(1, 15)),
        ("1–15 พ.ย. 2569", nov(1, 15)),
        ("1 - 15 พฤศจิกายน 2569", nov(1, 15)),
        ("๑-๑๕ พ.ย. ๒๕๖๙", nov(1, 15)),
        ("1-15 พ.ย.", nov(1, 15)),
        ("1-15 Nov 2026", nov(1, 15)),
        ("1 พ.ย. 2569 ถึง 15 พ.ย. 2569", nov(1, 15)),
        ("1 พ.ย. – 15 พ.ย. 2569", nov(1, 15)),
        ("1/11/2569 - 15/11/2569", nov(1, 15)),
        ("1/11/2569-15/11/2569", nov(1, 15)),
        ("๑/๑๑/๒๕๖๙-๑๕/๑๑/๒๕๖๙", nov(1, 15)),
        ("1/11/69-15/11/69", nov(1, 15)),
        ("12-11-2569", nov(12, 12)),
        ("2026-11-01..2026-11-15", nov(1, 15)),
        ("1 Nov to 15 Nov 2026", nov(1, 15)),
        ("28 ธ.ค. – 3 ม.ค. 2569", Period(None, date(2025, 12, 28), date(2026, 1, 3))),
        ("12 พ.ย. 2569", nov(12, 12)),
        ("12/11/69", nov(12, 12)),
        ("2026-11-12", nov(12, 12)),
        ("12 พ.ย.", nov(12, 12)),
        ("25 ธ.ค.", Period(None, date(2025, 12, 25), date(2025, 12, 25))),
        ("พ.ย. 2569", nov(1, 30)),
        ("พฤศจิกายน 2569", nov(1, 30)),
        ("Nov 2026", nov(1, 30)),
        ("ปี 2569", Period(None, date(2026, 1, 1), date(2026, 12, 31))),
        ("ตั้งแต่ 12 พ.ย. 2569", Period(first=date(2026, 11, 12))),
        ("until 12 Nov 2026", Period(last=date(2026, 11, 12))),
    ],
)
def test_fixed_days(text: str, period: Period) -> None:
    assert read_period(text, TODAY) == period


@pytest.mark.parametrize(
    "text",
    ["", "บัตรหาย", "15-1 พ.ย. 2569", "31-32 พ.ย. 2569", "30 ก.พ. 2569", "12 30", "5-10", "1133", "2569", "081-234-5678",
     "วันนี้ เมื่อวาน", "- –", "ถึง", "1 พ.ย. 99999", "ปี 0001", "x" * 5000],
)  # fmt: skip
def test_what_is_no_period(text: str) -> None:
    assert read_period(text, TODAY) is None


@pytest.mark.parametrize(
    ("period", "thai", "english"),
    [
        (nov(1, 20), "1–20 พ.ย. 2569", "1–20 Nov 2026"),
        (nov(20, 20), "20 พ.ย. 2569", "20 Nov 2026"),
        (Period(None, date(2026, 10, 28), date(2026, 11, 3)), "28 ต.ค. 2569 – 3 พ.ย. 2569", "28 Oct 2026 – 3 Nov 2026"),
        (Period(first=TODAY), "ตั้งแต่ 20 พ.ย. 2569", "since 20 Nov 2026"),
        (Period(last=TODAY), "จนถึง 20 พ.ย. 2569", "until 20 Nov 2026"),
        (Period(Stretch.LAST_WEEK), "สัปดาห์ก่อน", "last week"),
        (Period(), "", ""),
    ],
)
def test_written(period: Period, thai: str, english: str) -> None:
    assert period_text(period, Language.TH) == thai
    assert period_text(period, Language.EN) == english


def test_one_day_is_said_with_its_weekday() -> None:
    assert days_text(Days(TODAY, TODAY), Language.TH) == "ศ. 20 พ.ย. 2569"
    assert days_text(Days(None, None), Language.EN) == ""


DAYS = st.none() | st.dates(date(1950, 1, 1), date(2300, 12, 31))
FIXED = st.builds(Period, st.none(), DAYS, DAYS).filter(
    lambda one: not one.first or not one.last or one.first <= one.last
)


@given(FIXED | st.sampled_from(Stretch).map(Period), st.sampled_from(Language))
def test_what_is_written_reads_back(period: Period, language: Language) -> None:
    text = period_text(period, language)
    assert read_period(text, TODAY) == (period if text else None)


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    read_period(text, TODAY)
