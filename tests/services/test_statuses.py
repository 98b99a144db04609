"""A status as the desk sets it: a version like any other, and it ends by itself."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from frontdesk.domain.articles import Article
from frontdesk.domain.errors import DeskError
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Leave, Person, PersonKind
from frontdesk.services.directory import Directory
from frontdesk.services.people_book import PeopleBook
from frontdesk.services.statuses import Statuses
from frontdesk.storage.database import Database
from tests.services.conftest import StillClock

UNTIL = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
SOMCHAI = Person("s1", "S-1", "สมชาย", kind=PersonKind.STAFF, numbers=(parse_number("1210"),), deputy="วรรณา")
WANNA = Person("s2", "S-2", "วรรณา", kind=PersonKind.STAFF, numbers=(parse_number("1211"),))
CALLER = Person("c", "P-1", "สุดา")
MATTER = Article("a", "A", "ก", owner="S-1")


@pytest.fixture
def book(storage: Database, clock: StillClock) -> PeopleBook:
    made = PeopleBook(storage, clock)
    for one in (SOMCHAI, WANNA, CALLER, replace(WANNA, id="s3", code="S-3", archived=True)):
        made.save(one, "test")
    return made


@pytest.fixture
def statuses(book: PeopleBook, storage: Database, clock: StillClock) -> Statuses:
    return Statuses(storage, clock)


def test_a_status_is_kept_with_its_end_and_who_said_so(statuses: Statuses, book: PeopleBook) -> None:
    statuses.put("s1", " ประชุม ", UNTIL, "onanong")
    kept = book.get("s1")
    assert kept is not None
    assert (kept.status, kept.status_until) == ("ประชุม", UNTIL)
    assert [(by, earlier.status) for _, by, earlier in book.versions("s1")] == [("onanong", "")]


def test_the_same_again_is_no_new_version(statuses: Statuses, book: PeopleBook) -> None:
    for _ in range(2):
        statuses.put("s1", "ประชุม", UNTIL, "onanong")
    assert len(book.versions("s1")) == 1


def test_clearing_brings_somebody_back(
    statuses: Statuses, book: PeopleBook, storage: Database, clock: StillClock
) -> None:
    directory = Directory(storage, clock)
    called = []
    for act in (lambda: None, lambda: statuses.put("s1", "ประชุม", UNTIL, "x"), lambda: statuses.clear("s1", "x")):
        act()
        called.append(directory.call_now(MATTER))
    assert [one and one.person_id for one in called] == ["s1", "s2", "s1"]
    kept = book.get("s1")
    assert kept is not None
    assert (kept.status, kept.status_until) == ("", None)


def test_a_status_ends_by_itself(statuses: Statuses, storage: Database, clock: StillClock) -> None:
    statuses.put("s1", "ประชุม", UNTIL, "x")
    directory, called = Directory(storage, clock), []
    for hours in (0, 4.29, 0.02):
        clock.move(hours=hours)
        found = directory.call_now(MATTER)
        called.append(found and found.person_id)
    assert called == ["s2", "s2", "s1"]


TODAY = date(2026, 11, 20)
LEAVE = Leave(TODAY, date(2026, 11, 24), "ลากิจ")
LATER = Leave(date(2026, 12, 1), date(2026, 12, 2))


def test_leave_is_kept_on_the_person_and_ended_when_they_are_back(statuses: Statuses, book: PeopleBook) -> None:
    for leave in (LATER, LEAVE):
        statuses.leave("s1", leave, "onanong")
    assert kept(book).leave == (LEAVE, LATER)
    statuses.clear("s1", "onanong")
    assert kept(book).leave == (LATER,)
    statuses.clear("s1", "onanong")
    assert kept(book).leave == ()


def test_clearing_a_status_leaves_days_to_come(statuses: Statuses, book: PeopleBook) -> None:
    statuses.leave("s1", LATER, "onanong")
    statuses.put("s1", "ประชุม", UNTIL, "onanong")
    statuses.clear("s1", "onanong")
    assert (kept(book).status, kept(book).leave) == ("", (LATER,))


def kept(book: PeopleBook) -> Person:
    person = book.get("s1")
    assert person is not None
    return person


@pytest.mark.parametrize("person_id", ["c", "s3", "nobody"])
def test_only_people_of_the_directory_have_a_status(statuses: Statuses, person_id: str) -> None:
    with pytest.raises(DeskError) as raised:
        statuses.put(person_id, "ประชุม", UNTIL, "x")
    assert raised.value.code == "not_in_directory"
