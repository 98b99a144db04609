"""Working hours as they are written, and what they say at a moment."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.hours_words import Span
from frontdesk.domain.thai_dates import THAI_TIME
from frontdesk.domain.working_hours import Opening, read_hours, read_span

OFFICE = "1-5 0830-1630"
ALWAYS = "1-7 0000-2400"


def told(text: str) -> str:
    """Write a week shortly: days with the same spans together, Monday as 1."""
    hours = read_hours(text)
    if hours is None:
        return "unread"
    runs: list[tuple[int, int, str]] = []
    for day, spans in enumerate(hours.days, 1):
        said = "+".join(f"{_clock(span.start)}-{_clock(span.end)}" for span in spans)
        if runs and runs[-1][1:] == (day - 1, said):
            runs[-1] = (runs[-1][0], day, said)
        elif said:
            runs.append((day, day, said))
    return ", ".join(f"{a}-{b} {said}" if a < b else f"{a} {said}" for a, b, said in runs)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}{minutes % 60:02}"


@pytest.mark.parametrize(
    ("thai", "english", "week"),
    [
        ("จ-ศ 08:30-16:30", "Mon-Fri 08:30-16:30", OFFICE),
        ("จันทร์-ศุกร์ 8.30-16.30 น.", "Monday to Friday 8.30-16.30", OFFICE),
        ("จ.-ศ. 8.30 - 16.30 น.", "Mon. - Fri. 8:30 am - 4:30 pm", OFFICE),
        ("วันจันทร์ถึงวันศุกร์ เวลา ๐๘.๓๐ – ๑๖.๓๐ น.", "Mon–Fri: 0830–1630", OFFICE),
        ("วันทำการ 08:30-16:30", "weekdays 08:30-16:30", OFFICE),
        ("08:30-16:30 จ-ศ", "08:30-16:30 Mon-Fri", OFFICE),
        ("จ-ศ 08:30-16:30 ปิดวันหยุดราชการ", "Mon-Fri 08:30-16:30 (closed public holidays)", OFFICE),
        ("จ-ศ 08:30-16:30 ส-อา ปิด", "Mon-Fri 08:30-16:30, Sat-Sun closed", OFFICE),
        ("จ-ศ 08:30-16:30 ปิดเสาร์ อาทิตย์", "Mon-Fri 08:30-16:30 closed weekends", OFFICE),
        ("ทุกวัน 24 ชม.", "daily 24 hours", ALWAYS),
        ("ตลอด 24 ชั่วโมง", "24/7", ALWAYS),
        ("ทุกวัน 00:00-24:00", "every day 0:00-24:00", ALWAYS),
        ("จ-ศ 8:30-16:30, ส 9-12", "Mon-Fri 8:30-16:30, Sat 9-12", f"{OFFICE}, 6 0900-1200"),
        ("จ-ศ 08:30-12:00, 13:00-16:30", "Mon-Fri 8:30-12 and 13-16:30", "1-5 0830-1200+1300-1630"),
        ("จ-ศ 08:30-16:30 พักเที่ยง 12:00-13:00", "Mon-Fri 8:30-16:30 lunch 12-1 pm", "1-5 0830-1200+1300-1630"),
        ("จ-ศ เช้า 8:30-12:00 บ่าย 1:00-4:30", "Mon-Fri 8:30 am-noon, 1-4:30pm", "1-5 0830-1200+1300-1630"),
        ("ทุกวัน 22:00-06:00", "daily 10pm-6am", "1-7 2200-3000"),
        ("จ พ ศ 9:00-12:00", "Mon, Wed, Fri 9-12", "1 0900-1200, 3 0900-1200, 5 0900-1200"),
        ("ศ-จ 9:00-12:00", "Fri-Mon 9-12", "1 0900-1200, 5-7 0900-1200"),
        ("ทุกวันเว้นวันพุธ 8:00-17:00", "every day except Wednesday 8-5", "1-2 0800-1700, 4-7 0800-1700"),
        ("อ.-อา. 10-18 น. หยุดวันจันทร์", "Tue-Sun 10-18 closed Mondays", "2-7 1000-1800"),
        ("จ-ศ 8-16, พุธ 8-12", "Mon-Fri 8-16, Wed 8-12", "1-2 0800-1600, 3 0800-1200, 4-5 0800-1600"),
        ("จันทร์ 8 โมงเช้า ถึง 5 โมงเย็น", "Mon 9-5", None),
        ("เสาร์อาทิตย์และวันหยุด 9-12", "weekends and holidays 9-12", "6-7 0900-1200"),
        ("บ่าย 1 - บ่าย 3", "1-3pm", "1-7 1300-1500"),
    ],
)
def test_the_week_is_read_alike_in_thai_and_english(thai: str, english: str, week: str | None) -> None:
    if week is None:
        assert (told(thai), told(english)) == ("1 0800-1700", "1 0900-1700")
    else:
        assert (told(thai), told(english)) == (week, week)


@pytest.mark.parametrize("text", ["เวลาราชการ", "ในวันและเวลาราชการ", "เวลาราชการ (08:30-16:30)"])
def test_government_hours_have_a_name(text: str) -> None:
    assert told(text) == OFFICE


@pytest.mark.parametrize(
    "text",
    [
        "", "ปิด", "จ-ศ", "8:30", "เว้นพุธบ่าย", "จ-ศ 8:30-16:30 เว้นพุธบ่าย", "โทรก่อนมา จ-ศ 8:30-16:30",
        "โทร 1669 ตลอด 24 ชม.", "จ-ศ 25:00-26:00", "closed Sunday", "by appointment", "- 16:30", "Mon- 9-5",
        "ปิดวันพุธ 8:00-16:00", "ปิดวันเสาร์, จ-ศ 8-16",
    ],
)  # fmt: skip
def test_what_is_not_understood_makes_no_claim(text: str) -> None:
    assert read_hours(text) is None


def moment(day: int, clock: str) -> datetime:
    """Return a moment of the week in which Monday is 16 November 2026."""
    return datetime.fromisoformat(f"2026-11-{15 + day:02}T{clock}").replace(tzinfo=THAI_TIME)


@pytest.mark.parametrize(
    ("text", "day", "clock", "is_open", "until"),
    [
        ("จ-ศ 08:30-16:30", 5, "10:42", True, (5, "16:30")),
        ("จ-ศ 08:30-16:30", 5, "08:30", True, (5, "16:30")),
        ("จ-ศ 08:30-16:30", 5, "16:30", False, (8, "08:30")),
        ("จ-ศ 08:30-16:30", 6, "12:00", False, (8, "08:30")),
        ("จ-ศ 08:30-16:30", 1, "07:00", False, (1, "08:30")),
        ("จ-ศ 08:30-12:00, 13:00-16:30", 1, "12:10", False, (1, "13:00")),
        ("ทุกวัน 22:00-06:00", 3, "02:00", True, (3, "06:00")),
        ("ทุกวัน 22:00-06:00", 3, "23:00", True, (4, "06:00")),
        ("ทุกวัน 22:00-06:00", 3, "06:00", False, (3, "22:00")),
        ("พ 9-12", 3, "12:00", False, (10, "09:00")),
        ("ส-อา 00:00-24:00", 6, "10:00", True, (8, "00:00")),
    ],
)
def test_it_is_open_until_and_opens_again(
    text: str, day: int, clock: str, is_open: bool, until: tuple[int, str]
) -> None:
    hours = read_hours(text)
    assert hours is not None
    assert hours.at(moment(day, clock)) == Opening(is_open, moment(*until))


@pytest.mark.parametrize("text", ["ทุกวัน 24 ชม.", "24 hours", "ทุกวัน 08:00-08:00"])
def test_what_never_closes_has_no_end(text: str) -> None:
    hours = read_hours(text)
    assert hours is not None
    assert hours.at(moment(6, "03:00")) == Opening(True, None)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("12:00-13:00", Span(720, 780)),
        ("พักเที่ยง 12-13", Span(720, 780)),
        ("พัก ๑๒.๐๐ - ๑๓.๐๐ น.", Span(720, 780)),
        ("เที่ยงถึงบ่ายโมง", Span(720, 780)),
        ("lunch 12-1", Span(720, 780)),
        ("11.30-12.30", Span(690, 750)),
        ("เที่ยง", None),
        ("จ 12-13", None),
        ("12-13, 14-15", None),
        ("ตามสะดวก", None),
    ],
)
def test_lunch_is_one_span(text: str, span: Span | None) -> None:
    assert read_span(text) == span


_WORDS = (
    "จ อ พ พฤ ศ ส อา จันทร์ วันศุกร์ ทุกวัน วันทำการ - – ถึง , และ 8 08:30 16.30 น. 24 ชม. บ่าย 3 เที่ยง ปิด เว้น พัก "
    "วันหยุด เวลาราชการ Mon Fri to daily closed except lunch 5pm 9am noon ( ) / : . 0830 25:00 ๑๒ xyz"
)
_PARTS = st.sampled_from(_WORDS.split())


@given(st.lists(_PARTS, max_size=14).map(" ".join) | st.lists(_PARTS, max_size=8).map("".join) | st.text(max_size=60))
def test_any_text_is_a_week_or_none(text: str) -> None:
    hours, lunch = read_hours(text), read_span(text)
    assert lunch is None or 0 <= lunch.start < lunch.end <= 2 * 1440
    if hours is not None:
        assert any(hours.days)
        assert all(0 <= span.start < span.end <= 2 * 1440 for spans in hours.days for span in spans)
        now = moment(3, "10:00")
        opening = hours.at(now)
        assert opening.until is None or now < opening.until <= now + timedelta(days=8)
