"""Who covers now: the owner goes on leave and comes back, and a status is set with the keys alone."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Leave, Person, PersonKind
from frontdesk.services.clock import SystemClock
from frontdesk.ui.pages.desk.rows import PersonRow
from tests.features.driver import Driver
from tests.features.small_desk import LOST_CARD, ORN

MORNING = datetime(2026, 11, 20, 3, 42, tzinfo=UTC)
OWNER = "id-S-MRD-1"
SOMCHAI = Person(
    "id-S-MRD-2", "S-MRD-2", "สมชาย", "ใจมั่น", kind=PersonKind.STAFF, romanised="Somchai Jaiman",
    numbers=(parse_number("1210"),),
)  # fmt: skip


class Time:
    """What the clock of every part of the program says in this story."""

    def __init__(self) -> None:
        self.now = MORNING


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    made = Time()
    monkeypatch.setattr(SystemClock, "now", lambda _: made.now)
    return made


@pytest.fixture
def desk(time: Time, at_desk: Driver) -> Driver:
    """Orn has the answer in view whose owner has a deputy."""
    book = at_desk.place.services.people_book
    book.save(SOMCHAI, ORN.id)
    change(at_desk, deputy=SOMCHAI.code)
    at_desk.find("บัตรหาย", LOST_CARD)
    at_desk.wait_for(lambda: called(at_desk).startswith("โทรหาตอนนี้ วรรณา ศรีสุข (เจ้าของเรื่อง) ต่อ 1121"))
    return at_desk


def change(desk: Driver, **changes: object) -> None:
    """Change the owner as another desk does."""
    book = desk.place.services.people_book
    owner = book.get(OWNER)
    assert owner is not None
    book.save(replace(owner, **changes), ORN.id)  # type: ignore[arg-type]


def called(desk: Driver) -> str:
    """Return what the box at the foot of the answer says."""
    return desk.desk.view.answer.call_now.accessibleName()


def test_the_deputy_is_named_while_the_owner_is_on_leave(desk: Driver, time: Time) -> None:
    change(desk, leave=(Leave(date(2026, 11, 20), date(2026, 11, 24), "ลาพักร้อน"),))
    desk.wait_for(lambda: called(desk) == "โทรหาตอนนี้ สมชาย ใจมั่น (ผู้แทน) ต่อ 1210 วรรณา · ลาถึง 24 พ.ย.")

    place = desk.desk.view.answer.call_now.geometry()
    time.now += timedelta(days=5)
    desk.desk.minutes.passed.emit()

    desk.wait_for(lambda: called(desk) == "โทรหาตอนนี้ วรรณา ศรีสุข (เจ้าของเรื่อง) ต่อ 1121")
    assert desk.desk.view.answer.call_now.geometry() == place
    assert desk.keys == 0


def test_three_keys_on_the_card_say_that_the_owner_is_in_a_meeting(desk: Driver, time: Time) -> None:
    desk.press("F3")
    desk.type("วรรณา")
    desk.wait_for(lambda: desk.place.pages.people.card.person_id == OWNER)
    desk.keys = 0

    desk.press("Ctrl+T", "1", "Return")

    desk.wait_for(lambda: desk.place.pages.people.card.body.presence.said()[0] == "ประชุมถึง 11:45")
    assert desk.keys == 3
    desk.press("F2")
    desk.wait_for(lambda: called(desk) == "โทรหาตอนนี้ สมชาย ใจมั่น (ผู้แทน) ต่อ 1210 วรรณา · ประชุมถึง 11:45")

    time.now = datetime(2026, 11, 20, 4, 45, tzinfo=UTC)
    desk.desk.minutes.passed.emit()
    desk.wait_for(lambda: "1121" in called(desk))


def test_the_time_is_typed_as_it_is_said(desk: Driver) -> None:
    desk.press("F3")
    desk.type("วรรณา")
    desk.wait_for(lambda: desk.place.pages.people.card.person_id == OWNER)
    desk.press("Ctrl+T", "3")
    desk.type("บ่าย 3")
    desk.press("Return", "F2")
    desk.wait_for(lambda: called(desk).endswith("วรรณา · ออกนอกสถานที่ถึง 15:00"))


def test_nobody_there_is_said_with_who_is_back_first(desk: Driver, time: Time) -> None:
    book = desk.place.services.people_book
    change(desk, hours="จ-ศ 08:30-16:30")
    book.save(replace(SOMCHAI, hours="จันทร์-ศุกร์ 7.30-15.30 น."), ORN.id)
    time.now = datetime(2026, 11, 20, 11, 0, tzinfo=UTC)
    desk.desk.minutes.passed.emit()
    desk.wait_for(lambda: called(desk) == "ตอนนี้ไม่มีใครรับ คนถัดไป สมชาย ใจมั่น (ผู้แทน) ต่อ 1210 รับได้ จ. 07:30")


def test_the_row_of_a_colleague_says_what_they_do_now(desk: Driver) -> None:
    desk.desk.box.set_text("")
    desk.type("สมชาย")
    desk.wait_for(lambda: desk.desk.results.complete and states(desk) == {SOMCHAI.id: ""})
    desk.press("Down")
    chosen = desk.desk.view.list.current_row()

    desk.place.services.statuses.put(SOMCHAI.id, "ประชุม", MORNING + timedelta(hours=2), ORN.id)

    desk.wait_for(lambda: states(desk) == {SOMCHAI.id: "ประชุม"})
    assert desk.desk.view.list.current_row() is not None
    assert desk.desk.view.list.current_row().key == (chosen.key if chosen else ())  # type: ignore[union-attr]
    assert desk.desk.view.box.text() == "สมชาย"


def states(desk: Driver) -> dict[str, str]:
    """Return what the colleagues in the list are doing, by id."""
    return {row.match.person.id: row.match.person.status for row in desk.rows if isinstance(row, PersonRow)}
