"""The directory of the demo desk: somebody is always away, and somebody else covers."""

import tomllib
from datetime import UTC, datetime

import pytest

from frontdesk.domain.coverage import Presence, coverage_of
from frontdesk.domain.people import Person, PersonKind
from frontdesk.domain.thai_dates import THAI_TIME
from frontdesk.domain.working_hours import read_hours, read_span
from frontdesk.paths import resources
from frontdesk.services.demo_staff import on_duty

PLAN = tomllib.loads((resources() / "demo" / "directory.toml").read_text("utf-8"))


def staff(code: str) -> Person:
    return Person(code, code, "ก", kind=PersonKind.STAFF, hours="จันทร์-ศุกร์ 08:00-16:00")


def made(code: str, now: datetime) -> Person:
    (one,) = on_duty([staff(code)], PLAN, now)
    return one


@pytest.mark.parametrize("now", [datetime(2026, 11, 20, 3, 42, tzinfo=UTC), datetime(2027, 2, 28, 18, 5, tzinfo=UTC)])
@pytest.mark.parametrize(
    ("code", "presences"),
    [
        ("S-MRD-1", {Presence.LEAVE}),
        ("S-FIN-1", {Presence.LEAVE}),
        ("S-UC-1", {Presence.STATUS, Presence.OFF}),
        ("S-MRD-2", {Presence.AVAILABLE, Presence.OFF}),
    ],
)
def test_who_is_away_is_so_whenever_the_demo_is_made(code: str, presences: set[Presence], now: datetime) -> None:
    assert coverage_of(made(code, now), now.astimezone(THAI_TIME)).presence in presences


def test_pairs_stand_in_for_each_other_and_have_rooms() -> None:
    now = datetime(2026, 11, 20, 3, 42, tzinfo=UTC)
    first, second = made("S-MRD-1", now), made("S-MRD-2", now)
    assert (first.deputy, second.deputy) == ("S-MRD-2", "S-MRD-1")
    assert first.room == second.room == "อาคาร 1 ชั้น 1 ห้อง 104"


def test_all_hours_and_lunches_of_the_plan_are_understood() -> None:
    assert all(read_hours(row["hours"]) for row in PLAN["away"] if "hours" in row)
    assert all(map(read_span, PLAN["lunch"].values()))


def test_whoever_is_not_in_the_plan_stays_as_they_are() -> None:
    assert made("onanong", datetime(2026, 11, 20, 3, 42, tzinfo=UTC)) == staff("onanong")
