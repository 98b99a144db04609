"""Who can be reached when: every reason, their order, and what comes after."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.coverage import Coverage, Presence, back_at, coverage_of, status_of
from frontdesk.domain.people import Leave, Person, PersonKind
from frontdesk.domain.thai_dates import THAI_TIME

SOMCHAI = Person(
    "s", "S-1", "สมชาย", "ใจมั่น", kind=PersonKind.STAFF, hours="จ-ศ 08:30-16:30", lunch="12:00-13:00", deputy="S-2"
)  # fmt: skip


def at(text: str) -> datetime:
    """Return a moment of November 2026: "20 10:42" is a Friday."""
    day, clock = text.split()
    return datetime.fromisoformat(f"2026-11-{int(day):02}T{clock}").replace(tzinfo=THAI_TIME)


LEAVE = (Leave(date(2026, 11, 19), date(2026, 11, 24), "พักร้อน"),)


@pytest.mark.parametrize(
    ("changes", "moment", "presence", "until"),
    [
        ({}, "20 10:42", Presence.AVAILABLE, "20 16:30"),
        ({}, "20 12:00", Presence.LUNCH, "20 13:00"),
        ({}, "20 13:00", Presence.AVAILABLE, "20 16:30"),
        ({}, "20 16:30", Presence.OFF, "23 08:30"),
        ({}, "21 12:30", Presence.OFF, "23 08:30"),
        ({"hours": "Mon-Fri 8:30-16:30", "lunch": "lunch 12-1 pm"}, "20 12:30", Presence.LUNCH, "20 13:00"),
        ({"hours": "โทรถามก่อน"}, "22 03:00", Presence.AVAILABLE, None),
        ({"hours": "", "lunch": ""}, "22 12:30", Presence.AVAILABLE, None),
        ({"hours": "ทุกวัน 24 ชม."}, "22 03:00", Presence.AVAILABLE, None),
        ({"hours": "ทุกวัน 22:00-06:00", "lunch": "23:30-00:30"}, "20 00:10", Presence.LUNCH, "20 00:30"),
        ({"leave": LEAVE}, "20 10:42", Presence.LEAVE, "25 00:00"),
        ({"leave": LEAVE}, "24 23:59", Presence.LEAVE, "25 00:00"),
        ({"leave": LEAVE}, "25 10:00", Presence.AVAILABLE, "25 16:30"),
        ({"leave": LEAVE}, "18 10:00", Presence.AVAILABLE, "18 16:30"),
        ({"status": "ประชุม", "status_until": at("20 15:00").astimezone(UTC)}, "20 10:42", Presence.STATUS, "20 15:00"),
        ({"status": "ประชุม", "status_until": at("20 15:00")}, "20 12:30", Presence.STATUS, "20 15:00"),
        ({"status": "ประชุม", "status_until": at("20 15:00")}, "20 15:00", Presence.AVAILABLE, "20 16:30"),
        ({"status": "ประชุม", "status_until": at("20 18:00")}, "20 17:00", Presence.OFF, "23 08:30"),
        ({"status": "ไม่รับสาย"}, "20 10:42", Presence.STATUS, None),
        ({"status": "ประชุม", "leave": LEAVE}, "20 10:42", Presence.LEAVE, "25 00:00"),
    ],
)
def test_the_first_reason_counts(
    changes: dict[str, object], moment: str, presence: Presence, until: str | None
) -> None:
    coverage = coverage_of(replace(SOMCHAI, **changes), at(moment))  # type: ignore[arg-type]
    assert (coverage.presence, coverage.until) == (presence, at(until) if until else None)


def test_leaves_that_follow_each_other_are_one() -> None:
    leave = (Leave(date(2026, 11, 23), date(2026, 11, 24)), Leave(date(2026, 11, 20), date(2026, 11, 22), "ลากิจ"))
    coverage = coverage_of(replace(SOMCHAI, leave=leave), at("20 10:42"))
    assert coverage == Coverage(Presence.LEAVE, at("25 00:00"), "ลากิจ")
    assert coverage.last_day == date(2026, 11, 24)


@pytest.mark.parametrize("last", [date(9999, 12, 31), date(9999, 12, 30)])
def test_leave_without_an_end_is_leave(last: date) -> None:
    person = replace(SOMCHAI, leave=(Leave(date(2026, 11, 20), last),))
    assert coverage_of(person, at("20 10:42")).presence is Presence.LEAVE
    assert back_at(person, at("20 10:42")) is None


@pytest.mark.parametrize(
    ("changes", "moment", "back"),
    [
        ({}, "20 10:42", "20 10:42"),
        ({}, "20 12:10", "20 13:00"),
        ({"leave": LEAVE}, "20 10:42", "25 08:30"),
        ({"status": "พักเที่ยง", "status_until": at("20 12:30")}, "20 11:50", "20 13:00"),
        ({"status": "ออกนอกสถานที่", "status_until": at("20 16:30")}, "20 15:00", "23 08:30"),
        ({"status": "ไม่รับสาย"}, "20 10:42", None),
    ],
)
def test_somebody_is_back_when_no_reason_is_left(changes: dict[str, object], moment: str, back: str | None) -> None:
    person = replace(SOMCHAI, **changes)  # type: ignore[arg-type]
    assert back_at(person, at(moment)) == (at(back) if back else None)


def test_a_status_ends_by_itself() -> None:
    person = replace(SOMCHAI, status="ประชุม", status_until=at("20 15:00"))
    assert [status_of(person, at(moment)) for moment in ("20 14:59", "20 15:00")] == ["ประชุม", ""]


@given(
    st.sampled_from(["", "จ-ศ 08:30-16:30", "ทุกวัน 22:00-06:00", "ทุกวัน 24 ชม.", "ถามก่อน"]),
    st.sampled_from(["", "12-13", "23:30-00:30", "ไม่แน่"]),
    st.lists(st.tuples(st.integers(-9, 9), st.integers(-3, 9)), max_size=3),
    st.none() | st.integers(-200, 4_000),
    st.integers(0, 10_080),
)
def test_what_holds_until_has_not_ended(
    hours: str, lunch: str, leaves: list[tuple[int, int]], status: int | None, minute: int
) -> None:
    now = at("16 00:00") + timedelta(minutes=minute)
    leave = tuple(Leave(now.date() + timedelta(days=a), now.date() + timedelta(days=a + n)) for a, n in leaves)
    until = None if status is None else now + timedelta(minutes=status)
    person = replace(
        SOMCHAI, hours=hours, lunch=lunch, leave=leave, status="ประชุม" if until else "", status_until=until
    )
    coverage, back = coverage_of(person, now), back_at(person, now)
    assert coverage.until is None or coverage.until > now
    assert coverage.available == (back == now)
    assert back is None or coverage_of(person, back).available
