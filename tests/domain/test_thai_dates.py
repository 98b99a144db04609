"""Dates in two eras."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.errors import DeskError
from frontdesk.domain.languages import Language
from frontdesk.domain.people import PartialDate
from frontdesk.domain.thai_dates import (
    DateStyle,
    format_date,
    format_moment,
    format_partial_date,
    format_time,
    parse_date,
    parse_partial_date,
)

TODAY = date(2026, 11, 20)
JANUARY = date(2009, 1, 16)


@pytest.mark.parametrize(
    ("style", "thai", "english"),
    [
        (DateStyle.SHORT, "20 พ.ย.", "20 Nov"),
        (DateStyle.NORMAL, "20 พ.ย. 2569", "20 Nov 2026"),
        (DateStyle.WEEKDAY, "ศ. 20 พ.ย. 2569", "Fri 20 Nov 2026"),
        (DateStyle.FULL, "วันศุกร์ที่ 20 พฤศจิกายน 2569", "Friday 20 November 2026"),
        (DateStyle.NUMERIC, "20/11/2569", "20/11/2026"),
    ],
)
def test_styles(style: DateStyle, thai: str, english: str) -> None:
    assert format_date(TODAY, Language.TH, style) == thai
    assert format_date(TODAY, Language.EN, style) == english


def test_a_moment_is_shown_in_thai_time() -> None:
    late = datetime(2026, 11, 19, 18, 5, tzinfo=UTC)
    assert format_moment(late, Language.TH, DateStyle.WEEKDAY) == "ศ. 20 พ.ย. 2569 · 01:05"
    assert format_date(late, Language.EN) == "20 Nov 2026"
    assert format_time(late) == "01:05"


@pytest.mark.parametrize(
    "text",
    [
        "16/1/52",
        "16/1/09",
        "16/01/2552",
        "16/1/2009",
        "16-1-2552",
        "16.1.2552",
        "16 1 2552",
        "๑๖/๑/๒๕๕๒",
        "16 ม.ค. 2552",
        "16 ม.ค.2552",
        "16 มค 52",
        "16 มกราคม 2552",
        "16 มกราคม พ.ศ. 2552",
        "16 ม.ค. ค.ศ. 2009",
        "ศ. 16 ม.ค. 2552",
        "วันศุกร์ที่ 16 มกราคม 2552",
        "16 Jan 2009",
        "16 January 2009",
        "16Jan2009",
        "16-Jan-09",
        "Jan 16, 2009",
        "Fri 16 Jan 2009",
        "16 Jan BE 2552",
        "2009-01-16",
        "2552-01-16",
        "2009/01/16",
        "2009-01-16 00:00:00",
        "2009-01-16T10:20:00",
        "  16/1/2552  ",
    ],
)
def test_one_day_in_every_form(text: str) -> None:
    assert parse_date(text, TODAY) == JANUARY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("วันนี้", date(2026, 11, 20)),
        ("เมื่อวาน", date(2026, 11, 19)),
        ("เมื่อวานนี้", date(2026, 11, 19)),
        ("พรุ่งนี้", date(2026, 11, 21)),
        ("Today", date(2026, 11, 20)),
        ("yesterday", date(2026, 11, 19)),
        ("29/2/2567", date(2024, 2, 29)),
        ("20/11/69", date(2026, 11, 20)),
        ("20/11/26", date(2026, 11, 20)),
        ("1900-01-01", date(1900, 1, 1)),
        ("2399-12-31", date(2399, 12, 31)),
        ("2400-01-01", date(1857, 1, 1)),
    ],
)
def test_days_near_and_far(text: str, day: date) -> None:
    assert parse_date(text, TODAY) == day


@pytest.mark.parametrize("text", ["16/1/35", "16/1/80", "16 ม.ค. 35", "16/1", "16 ม.ค.", "16 Jan"])
def test_an_ambiguous_year_is_asked(text: str) -> None:
    with pytest.raises(DeskError) as caught:
        parse_date(text, TODAY)
    assert (caught.value.code, caught.value.data) == ("date_ambiguous", {"value": text})


@pytest.mark.parametrize(
    "text",
    ["", "เมื่อไร", "abc", "30/2/2567", "29/2/2566", "1/16/2009", "0/1/2552", "16 ฟฟ 2552", "16/1/1", "9999-01-01"],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(DeskError) as caught:
        parse_date(text, TODAY)
    assert caught.value.code == "date_unknown"


@pytest.mark.parametrize(
    ("text", "birthday"),
    [
        ("12 พ.ย.", PartialDate(11, 12)),
        ("12 พฤศจิกายน", PartialDate(11, 12)),
        ("12/11", PartialDate(11, 12)),
        ("12 Nov", PartialDate(11, 12)),
        ("Nov 12", PartialDate(11, 12)),
        ("--11-12", PartialDate(11, 12)),
        ("29/2", PartialDate(2, 29)),
        ("12 พ.ย. 2526", PartialDate(11, 12, 1983)),
        ("1983-11-12", PartialDate(11, 12, 1983)),
        ("12/11/1983", PartialDate(11, 12, 1983)),
    ],
)
def test_birthdays(text: str, birthday: PartialDate) -> None:
    assert parse_partial_date(text) == birthday


def test_a_birth_year_of_two_digits_is_asked() -> None:
    with pytest.raises(DeskError) as caught:
        parse_partial_date("12/11/26")
    assert caught.value.code == "date_ambiguous"


def test_birthdays_are_shown_with_their_year_only_if_known() -> None:
    assert format_partial_date(PartialDate(2, 29), Language.TH) == "29 ก.พ."
    assert format_partial_date(PartialDate(11, 12, 1983), Language.TH) == "12 พ.ย. 2526"
    assert format_partial_date(PartialDate(11, 12, 1983), Language.EN) == "12 Nov 1983"


@given(
    st.dates(date(1900, 1, 1), date(2399, 12, 31)),
    st.sampled_from(Language),
    st.sampled_from([style for style in DateStyle if style is not DateStyle.SHORT]),
)
def test_a_date_shown_is_read_as_the_same_date(day: date, language: Language, style: DateStyle) -> None:
    assert parse_date(format_date(day, language, style), TODAY) == day


@given(st.dates(date(1900, 1, 1), date(2399, 12, 31)))
def test_iso_dates_are_of_the_common_era(day: date) -> None:
    assert parse_date(day.isoformat(), TODAY) == day


@given(st.text(max_size=100))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        parse_date(text, TODAY)
    except DeskError as error:
        assert error.code in ("date_unknown", "date_ambiguous")
