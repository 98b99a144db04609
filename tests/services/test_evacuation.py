"""Evacuating: begun once, counted by many, ended with who was missing."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from frontdesk.domain.errors import DeskError
from frontdesk.domain.evacuation import Purpose
from frontdesk.domain.languages import Language
from frontdesk.domain.staff import Role, Staff
from frontdesk.domain.visits import CardKind, Visit, VisitKind
from frontdesk.services.card_exchange import CardExchange
from frontdesk.services.evacuation import Evacuations, sheet_of
from frontdesk.services.ports import Progress
from frontdesk.services.reports import Printed, Report
from frontdesk.services.visits import Visits
from frontdesk.storage.database import Database

from .conftest import StillClock

ORN = Staff("orn", "01", "อรอนงค์ ใจดี", role=Role.SUPERVISOR)
GUARD = Staff("guard", "02", "สมพร ยามดี", role=Role.GUARD)
SOMSRI = Visit("", StillClock().today(), "สมศรี บุญมา", place="ตึก 5", number="0812345678")
GROUP = Visit("", StillClock().today(), "บ.ธารการแพทย์", place="คลังยา", party=4)


class NoPrinter:
    """Prints nothing: the roll's paper has tests of its own."""

    def make(self, report: Report, path: Path, progress: Progress | None = None) -> Printed:
        raise AssertionError("nothing is printed here")

    def stand_by(self) -> None: ...
    def close(self) -> None: ...


@pytest.fixture
def visits(storage: Database, clock: StillClock) -> Visits:
    with storage.write() as repos:
        repos.staff.save(ORN)
        repos.staff.save(GUARD)
    return Visits(storage, clock)


@pytest.fixture
def evacuations(storage: Database, clock: StillClock, tmp_path: Path) -> Evacuations:
    return Evacuations(storage, clock, NoPrinter(), tmp_path / "logo.png")


def test_everyone_inside_stands_on_the_roll_staff_too(visits: Visits, evacuations: Evacuations) -> None:
    visits.walk_in(SOMSRI, ORN.id)
    visits.walk_in(GROUP, ORN.id)
    visits.walk_in(replace(SOMSRI, name="นภา แม่บ้าน", kind=VisitKind.STAFF, place=""), ORN.id)
    visits.expect(replace(SOMSRI, name="ยังไม่มา"), ORN.id)
    gone = visits.walk_in(replace(SOMSRI, name="กลับแล้ว"), ORN.id)
    visits.leave(gone.id, ORN.id)
    roll = evacuations.muster().roll
    assert [(row.name, row.people, row.staff) for row in roll.rows] == [
        ("บ.ธารการแพทย์", 4, False), ("สมศรี บุญมา", 1, False), ("นภา แม่บ้าน", 1, True),
    ]  # fmt: skip
    assert roll.rows[1].phone == "081-xxx-5678"
    assert (roll.people, roll.evacuation) == (6, None)


def test_two_who_press_at_once_share_one_evacuation(visits: Visits, evacuations: Evacuations) -> None:
    visits.walk_in(SOMSRI, ORN.id)
    first, second = evacuations.begin(ORN.id, "ป้อม 1"), evacuations.begin("", "ประชาสัมพันธ์")
    assert first.roll.evacuation is not None
    assert first.roll.evacuation == second.roll.evacuation == evacuations.lasting()
    assert (first.roll.evacuation.by, first.roll.evacuation.place) == (ORN.id, "ป้อม 1")


def test_counts_are_seen_by_all_and_the_last_one_holds(visits: Visits, evacuations: Evacuations) -> None:
    group = visits.walk_in(GROUP, ORN.id)
    begun = evacuations.begin(ORN.id).roll.evacuation
    assert begun is not None
    evacuations.count(begun.id, {group.id: 3}, ORN.id)
    evacuations.count(begun.id, {group.id: 2}, GUARD.id)
    roll = evacuations.muster().roll
    assert (roll.found, roll.people) == (2, 4)


def test_who_leaves_by_the_gate_is_found_and_who_comes_stands_on_it(
    visits: Visits, evacuations: Evacuations, clock: StillClock
) -> None:
    out, assumed = visits.walk_in(SOMSRI, ORN.id), visits.walk_in(replace(SOMSRI, name="มาลี"), ORN.id)
    clock.move(minutes=1)
    evacuations.begin(ORN.id)
    clock.move(minutes=1)
    visits.leave(out.id, GUARD.id)
    visits.assume_left(assumed.id, "เลิกงาน", GUARD.id)
    late = visits.walk_in(GROUP, GUARD.id)
    roll = evacuations.muster().roll
    assert {row.visit_id: row.found for row in roll.rows} == {out.id: 1, assumed.id: 0, late.id: 0}


def test_the_end_says_who_was_missing_and_comes_once(
    visits: Visits, evacuations: Evacuations, clock: StillClock
) -> None:
    somsri, group = visits.walk_in(SOMSRI, ORN.id), visits.walk_in(GROUP, ORN.id)
    begun = evacuations.begin(ORN.id).roll.evacuation
    assert begun is not None
    evacuations.count(begun.id, {group.id: 3}, ORN.id)
    clock.move(minutes=9)
    ended = evacuations.end(begun.id, Purpose.DRILL, ORN.id)
    assert (ended.people, ended.found, ended.purpose, ended.ended_by) == (5, 3, Purpose.DRILL, ORN.id)
    assert evacuations.end(begun.id, Purpose.REAL, GUARD.id) == ended
    assert {visit.id: people for visit, people in evacuations.missing(begun.id)} == {somsri.id: 1, group.id: 1}
    assert evacuations.lasting() is None
    assert evacuations.past() == [ended]


def test_an_evacuation_that_was_forgotten_is_over_after_a_day(
    visits: Visits, evacuations: Evacuations, clock: StillClock
) -> None:
    old = evacuations.begin(ORN.id).roll.evacuation
    clock.move(hours=25)
    assert evacuations.lasting() is None
    assert evacuations.begin(ORN.id).roll.evacuation != old


def test_what_was_never_begun_takes_no_counts(evacuations: Evacuations, visits: Visits) -> None:
    for act in (lambda: evacuations.count("x", {"v": 1}, ""), lambda: evacuations.end("x", Purpose.REAL, "")):
        with pytest.raises(DeskError, match="no_evacuation"):
            act()


def test_the_paper_says_what_the_screen_says(
    visits: Visits, evacuations: Evacuations, storage: Database, clock: StillClock
) -> None:
    somsri = visits.walk_in(replace(SOMSRI, belongings="กระเป๋า", note="ใช้รถเข็น"), ORN.id)
    CardExchange(storage, clock).take(somsri.id, CardKind.NATIONAL_ID, ORN.id, "14")
    evacuations.save_assembly("  ลานจอดรถ   A ", ORN.id)
    muster = evacuations.begin(ORN.id)
    sheet = sheet_of(muster, Language.EN, ORN.name)
    [line] = sheet.rows
    assert (line.name, line.place, line.phone, line.slot, line.note) == (
        "สมศรี บุญมา", "ตึก 5", "081-xxx-5678", "14", "ใช้รถเข็น",
    )  # fmt: skip
    assert (sheet.assembly, sheet.warden, sheet.people) == ("ลานจอดรถ A", ORN.name, 1)
    assert sheet.paper.destroy_by == (clock.today() + timedelta(days=30))


def test_only_a_supervisor_says_where_people_gather(visits: Visits, evacuations: Evacuations) -> None:
    with pytest.raises(DeskError, match="rules_not_allowed"):
        evacuations.save_assembly("ที่ไหนก็ได้", GUARD.id)
