"""Repeating visits: written down together, and the rest taken off."""

from dataclasses import replace
from datetime import date

from frontdesk.domain.visit_repeats import Repeat, days_of
from frontdesk.domain.visits import StepKind, Visit, VisitState
from frontdesk.services.visit_series import VisitSeries
from frontdesk.services.visits import Visits
from frontdesk.storage.database import Database

from .conftest import StillClock

MONDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 20)
EXPECTED, CANCELLED = VisitState.EXPECTED, VisitState.CANCELLED


def expected(visits: Visits, name: str = "ช่างลิฟต์", series: str = "s-1") -> list[Visit]:
    one = Visit("", FRIDAY, name, series_id=series)
    days = days_of(FRIDAY, date(2026, 11, 26), Repeat.WEEKDAYS)
    return visits.expect_all([replace(one, day=day) for day in days], "s1")


def test_a_repeating_visit_is_one_a_day(storage: Database, clock: StillClock) -> None:
    visits, series = Visits(storage, clock), VisitSeries(storage, clock)
    made = expected(visits)
    assert [one.day.day for one in made] == [20, 23, 24, 25, 26]
    assert len({one.token for one in made}) == 5
    assert [one.name for one in visits.board().expected] == ["ช่างลิฟต์"]
    assert series.to_come("s-1", MONDAY) == made[1:]
    assert series.to_come("", MONDAY) == []


def test_the_rest_is_taken_off_from_a_day_on(storage: Database, clock: StillClock) -> None:
    visits, series = Visits(storage, clock), VisitSeries(storage, clock)
    made, other = expected(visits), expected(visits, "The lift man", "s-2")
    off = series.cancel_rest("s-1", date(2026, 11, 24), "สัญญา  หมดอายุ", "s2", "ประตู 1")
    assert off == made[2:]
    stands = [visits.get(one.id) for one in made]
    assert [one.state for one in stands if one] == [EXPECTED, EXPECTED, CANCELLED, CANCELLED, CANCELLED]
    assert stands[-1] is not None
    assert stands[-1].reason == "สัญญา หมดอายุ"
    last = visits.steps(made[-1].id)[-1]
    assert (last.kind, last.by, last.place, last.detail) == (StepKind.CANCELLED, "s2", "ประตู 1", "สัญญา หมดอายุ")
    assert series.to_come("s-2", FRIDAY) == other
    assert series.cancel_rest("s-1", date(2026, 11, 24), "", "s2") == []


def test_who_is_inside_stays_inside(storage: Database, clock: StillClock) -> None:
    visits, series = Visits(storage, clock), VisitSeries(storage, clock)
    made = expected(visits)
    visits.arrive(made[0].id, "s1")
    assert [one.day.day for one in series.cancel_rest("s-1", FRIDAY, "", "s1")] == [23, 24, 25, 26]
    assert [one.name for one in visits.board().inside] == ["ช่างลิฟต์"]


def test_visits_without_a_series_are_not_one(storage: Database, clock: StillClock) -> None:
    visits, series = Visits(storage, clock), VisitSeries(storage, clock)
    expected(visits, series="")
    assert series.cancel_rest("", FRIDAY, "", "s1") == []


def test_a_slip_of_the_hand_is_put_back(storage: Database, clock: StillClock) -> None:
    visits, series = Visits(storage, clock), VisitSeries(storage, clock)
    made = expected(visits)
    off = series.cancel_rest("s-1", MONDAY, "", "s1")
    with storage.write() as repos:  # another window was quicker
        repos.visits.save(replace(made[4], note="เลื่อน"))
    series.put_back(off, "s1")
    assert series.to_come("s-1", MONDAY) == [*made[1:4], replace(made[4], note="เลื่อน")]
    assert visits.steps(made[1].id)[-1].kind is StepKind.TAKEN_BACK
