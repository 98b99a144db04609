"""Who covers a matter now: the chain from owner to department, and what is said of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import event

from frontdesk.domain.articles import Article
from frontdesk.domain.coverage import Presence
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Leave, Person, PersonKind
from frontdesk.domain.thai_dates import THAI_TIME
from frontdesk.services.directory import Directory
from frontdesk.services.people_book import PeopleBook
from frontdesk.storage.database import Database
from tests.services.conftest import StillClock

OFFICE = "จ-ศ 08:30-16:30"
LEAVE = (Leave(date(2026, 11, 20), date(2026, 11, 24), "ลาพักร้อน"),)


def staff(code: str, given: str, family: str = "", number: str = "", **more: object) -> Person:
    numbers = (parse_number(number),) if number else ()
    made = Person(f"id-{code}", code, given, family, kind=PersonKind.STAFF, hours=OFFICE, numbers=numbers)
    return replace(made, **more)  # type: ignore[arg-type]


SOMCHAI = staff("S-1", "สมชาย", "ใจมั่น", "1210", deputy="S-2", lunch="12:00-13:00")
WANNA = staff("S-2", "วรรณา", "สุขเกษม", "1211", deputy="ปราณี ศรีสายธาร")
PRANEE = staff("S-3", "ปราณี", "ศรีสายธาร", "1212", deputy="S-1")
NOBODY = staff("S-4", "วิรุฬห์")
RECORDS = staff("D-1", "เวชระเบียน", "", "1120", kind=PersonKind.DEPARTMENT, hours="ทุกวัน 24 ชม.")
COUNTER = staff("D-2", "Front Office", "", "1000", kind=PersonKind.DEPARTMENT)
CALLER = Person("c", "P-1", "สมชาย", "แสนดี", numbers=(parse_number("081-234-5678"),))
ALL = (SOMCHAI, WANNA, PRANEE, NOBODY, RECORDS, COUNTER, CALLER)


class Desk:
    """A directory whose people a test changes."""

    def __init__(self, storage: Database, clock: StillClock) -> None:
        self.book, self.clock, self.directory = PeopleBook(storage, clock), clock, Directory(storage, clock)
        for one in ALL:
            self.book.save(one, "test")

    def change(self, person: Person, **changes: object) -> None:
        self.book.save(replace(person, **changes), "test")  # type: ignore[arg-type]

    def called(self, owner: str = "S-1", deputy: str = "", department: str = "") -> tuple[str, str] | None:
        found = self.directory.call_now(Article("a", "A", "ก", owner=owner, deputy=deputy, department=department))
        return (found.role, found.extension) if found else None


@pytest.fixture
def desk(storage: Database, clock: StillClock) -> Desk:
    return Desk(storage, clock)


@pytest.mark.parametrize(
    ("who", "called"),
    [
        (("S-1", "S-3", "เวชระเบียน"), ("owner", "1210")),
        (("S-4", "S-3", "เวชระเบียน"), ("deputy", "1212")),
        (("S-4", "", "เวชระเบียน"), ("department", "1120")),
        (("", "", "D-1"), ("department", "1120")),
        (("ใครก็ไม่รู้", "", "Front Office"), ("department", "1000")),
        (("สมชาย ใจมั่น", "", ""), ("owner", "1210")),
        (("นายสมชาย ใจมั่น", "", ""), ("owner", "1210")),
        (("สมชาย", "", ""), ("owner", "1210")),
        (("nobody", "", ""), None),
        (("S-4", "", ""), None),
    ],
)
def test_codes_and_names_lead_to_the_first_with_a_number(
    desk: Desk, who: tuple[str, str, str], called: tuple[str, str] | None
) -> None:
    assert desk.called(*who) == called


def test_a_deputy_covers_while_the_owner_is_on_leave(desk: Desk, clock: StillClock) -> None:
    desk.change(SOMCHAI, leave=LEAVE)
    found = desk.directory.call_now(Article("a", "A", "ก", owner="S-1", department="D-1"))
    assert found is not None
    assert (found.name, found.extension, found.role, found.available) == ("วรรณา สุขเกษม", "1211", "deputy", True)
    assert found.owner == "สมชาย ใจมั่น"
    assert found.owner_doing is not None
    assert (found.owner_doing.presence, found.owner_doing.last_day) == (Presence.LEAVE, date(2026, 11, 24))
    clock.move(days=5)
    assert desk.called() == ("owner", "1210")


def test_the_chain_goes_on_to_the_deputy_of_the_deputy(desk: Desk) -> None:
    for one in (SOMCHAI, WANNA):
        desk.change(one, leave=LEAVE)
    assert desk.called(department="D-1") == ("deputy", "1212")


def test_deputies_in_a_circle_end_at_the_department(desk: Desk) -> None:
    for one in (SOMCHAI, WANNA, PRANEE):
        desk.change(one, leave=LEAVE)
    assert desk.called(department="D-1") == ("department", "1120")


def test_lunch_and_status_pass_and_the_owner_is_back(desk: Desk, clock: StillClock) -> None:
    desk.change(SOMCHAI, status="ประชุม", status_until=datetime(2026, 11, 20, 4, 30, tzinfo=UTC))
    assert desk.called() == ("deputy", "1211")
    clock.move(hours=1)
    assert desk.called() == ("owner", "1210")
    clock.move(minutes=30)
    assert desk.called() == ("deputy", "1211")
    clock.move(hours=1)
    assert desk.called() == ("owner", "1210")


def test_where_nobody_is_there_it_is_whoever_is_back_first(desk: Desk, clock: StillClock) -> None:
    desk.change(SOMCHAI, leave=LEAVE)
    desk.change(PRANEE, hours="จ-ศ 07:30-15:30")
    clock.move(hours=8)
    found = desk.directory.call_now(Article("a", "A", "ก", owner="S-1", deputy="S-3", department="Front Office"))
    assert found is not None
    assert (found.name, found.role, found.doing.presence) == ("ปราณี ศรีสายธาร", "deputy", Presence.OFF)
    assert found.back_at == datetime(2026, 11, 23, 7, 30, tzinfo=THAI_TIME)


def test_nobody_is_back_at_a_known_time(desk: Desk) -> None:
    desk.change(RECORDS, status="ไม่รับสาย")
    found = desk.directory.call_now(Article("a", "A", "ก", department="เวชระเบียน"))
    assert found is not None
    assert (found.available, found.back_at, found.doing.text) == (False, None, "ไม่รับสาย")


def test_whoever_was_put_away_covers_nothing(desk: Desk) -> None:
    desk.change(SOMCHAI, archived=True)
    assert desk.called(department="D-1") == ("department", "1120")
    assert desk.directory.named("S-1") is None


def test_an_entry_tells_deputy_and_those_covered(desk: Desk) -> None:
    desk.change(SOMCHAI, leave=LEAVE)
    entry = desk.directory.entry("id-S-2")
    assert entry is not None
    assert (entry.coverage.presence, entry.coverage.until) == (
        Presence.AVAILABLE, datetime(2026, 11, 20, 16, 30, tzinfo=THAI_TIME),
    )  # fmt: skip
    assert entry.deputy is not None
    assert entry.deputy.name == "ปราณี ศรีสายธาร"
    assert [one.name for one in entry.covers] == ["สมชาย ใจมั่น"]
    covered_by_name = desk.directory.entry("id-S-3")
    assert covered_by_name is not None
    assert [one.code for one in covered_by_name.covers] == ["S-2"]


@pytest.mark.parametrize("person_id", ["c", "nobody", ""])
def test_a_caller_has_no_entry(desk: Desk, person_id: str) -> None:
    assert desk.directory.entry(person_id) is None


@contextmanager
def counted(storage: Database) -> Iterator[list[str]]:
    asked: list[str] = []

    def note(_c: object, _u: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(storage.engine, "before_cursor_execute", note)
    yield asked
    event.remove(storage.engine, "before_cursor_execute", note)


@pytest.mark.parametrize(("away", "most"), [((), 4), ((SOMCHAI,), 8), ((SOMCHAI, WANNA, PRANEE), 20)])
def test_few_questions_are_asked_of_the_database(
    desk: Desk, storage: Database, away: tuple[Person, ...], most: int
) -> None:
    for one in away:
        desk.change(one, leave=LEAVE)
    with counted(storage) as asked:
        assert desk.called(deputy="S-3", department="D-1") is not None
    assert len([one for one in asked if one.startswith("SELECT")]) <= most
