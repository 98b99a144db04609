"""Importing invitations: guests and hosts, moved, called off, and older ones."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from frontdesk.domain.errors import DeskError
from frontdesk.domain.imports import ImportKind, ImportReport
from frontdesk.domain.people import Handle, HandleKind, Person, PersonKind
from frontdesk.domain.visits import Visit, VisitState
from frontdesk.importing.tables import FileTables
from frontdesk.services.data_import import DataImport
from frontdesk.services.visits import Visits
from frontdesk.storage.database import Database
from tests.importing.calendars.invites import JOHN, ONANONG, SUDA, calendar, event, meeting, written

from .conftest import StillClock

EXPECTED, CANCELLED = VisitState.EXPECTED, VisitState.CANCELLED
WEEKLY = "RRULE:FREQ=WEEKLY;COUNT=3"


@pytest.fixture
def data(storage: Database, clock: StillClock) -> DataImport:
    mail = Handle(HandleKind.EMAIL, "tida@x.example")
    people = (
        Person("p2", "S-02", "อรอนงค์", "ศรีสุข", kind=PersonKind.STAFF, email="Onanong@site.example"),
        Person("p3", "S-03", "ธิดา", "มั่นคง", kind=PersonKind.STAFF, handles=(mail,)),
        Person("p4", "C-01", "สุดา", "ใจดี", email="suda@thaidee.example"),
    )  # fmt: skip
    with storage.write() as repos:
        repos.people.save_many(people, "s1")
    return DataImport(storage, FileTables(clock.today), clock)


class Office:
    """Somebody who sends invitations, and the desk that brings them in."""

    def __init__(self, data: DataImport, storage: Database, folder: Path) -> None:
        self.data, self._storage, self._folder = data, storage, folder

    def send(self, *events: str, method: str = "REQUEST") -> ImportReport:
        file = written(self._folder, calendar(*events, method=method))
        return self.data.run(file, ImportKind.VISITS, by="s1")

    @property
    def visits(self) -> list[Visit]:
        with self._storage.read() as repos:
            days = [repos.visits.of_day(date(2026, 11, 20) + timedelta(days=ahead)) for ahead in range(60)]
        return [one for day in days for one in day]

    def days(self, state: VisitState = EXPECTED) -> list[int]:
        return [one.day.day for one in self.visits if one.state is state]


@pytest.fixture
def office(data: DataImport, storage: Database, tmp_path: Path) -> Office:
    return Office(data, storage, tmp_path)


def counts(report: ImportReport) -> tuple[int, int, int, int]:
    assert report.errors == ()
    return report.created, report.updated, report.unchanged, report.cancelled


def test_guests_are_expected_at_their_host(office: Office) -> None:
    assert counts(office.send(meeting())) == (2, 0, 0, 0)
    john, suda = sorted(office.visits, key=lambda one: one.name)
    assert (suda.name, suda.person_id, suda.host, suda.host_id) == ("สุดา ใจดี", "p4", "อรอนงค์ ศรีสุข", "p2")
    assert (suda.place, suda.purpose, f"{suda.due:%H:%M}", f"{suda.until:%H:%M}") == (
        "ห้องประชุม 2", "ดูงานห้องยา", "03:00", "04:00",
    )  # fmt: skip
    assert (john.person_id, john.group_id, john.series_id) == ("", suda.group_id, suda.series_id)
    assert counts(office.send(meeting())) == (0, 0, 2, 0)


@pytest.mark.parametrize(
    ("lines", "guests", "host"),
    [
        ((ONANONG, SUDA, "ATTENDEE;CN=ธิดา:mailto:tida@x.example"), {"สุดา ใจดี"}, "p2"),
        ((ONANONG, "ATTENDEE;CN=ธิดา มั่นคง:mailto:other@x.example"), set(), ""),
        (("ORGANIZER;CN=บริษัทไทยดี:mailto:sales@thaidee.example", SUDA, "ATTENDEE:mailto:TIDA@x.example"),
         {"บริษัทไทยดี", "สุดา ใจดี"}, "p3"),
        (("ORGANIZER;CN=ผอ.:mailto:boss@elsewhere.example", SUDA), {"สุดา ใจดี"}, ""),
        ((ONANONG,), {"ประชุม"}, "p2"),
    ],
    ids=["colleague", "inside only", "asked by a visitor", "host unknown", "nobody asked"],
)  # fmt: skip
def test_who_belongs_to_the_site_is_no_visitor(
    office: Office, lines: tuple[str, ...], guests: set[str], host: str
) -> None:
    office.send(event("SUMMARY:ประชุม", *lines))
    assert {one.name for one in office.visits} == guests
    assert {one.host_id for one in office.visits} <= {host}


def test_what_is_moved_keeps_its_visits(office: Office) -> None:
    office.send(meeting())
    before = {one.id for one in office.visits}
    moved = office.send(meeting("SEQUENCE:1", start=";TZID=Asia/Bangkok:20261124T140000"))
    assert (counts(moved), {one.id for one in office.visits}) == ((0, 2, 0, 0), before)
    assert [(one.day.day, f"{one.due:%H:%M}") for one in office.visits] == [(24, "07:00")] * 2


def test_what_is_older_changes_nothing(office: Office) -> None:
    office.send(meeting("SEQUENCE:3", start=";TZID=Asia/Bangkok:20261124T140000"))
    assert counts(office.send(meeting("SEQUENCE:2"))) == (0, 0, 2, 0)
    office.send(meeting("SEQUENCE:5", start=";TZID=Asia/Bangkok:20261124T140000"))
    assert counts(office.send(meeting("SEQUENCE:4"))) == (0, 0, 2, 0)
    office.send(meeting("SEQUENCE:6"), method="CANCEL")
    assert counts(office.send(meeting("SEQUENCE:3"))) == (0, 0, 2, 0)
    assert office.days() == []


def test_what_is_called_off_is_off(office: Office, storage: Database, clock: StillClock) -> None:
    office.send(meeting(WEEKLY))
    assert counts(office.send(meeting("SEQUENCE:1"), method="CANCEL")) == (0, 6, 0, 6)
    assert office.days(CANCELLED) == [23, 23, 30, 30, 7, 7]


def test_who_has_come_stays(office: Office, storage: Database, clock: StillClock) -> None:
    office.send(meeting(start=";TZID=Asia/Bangkok:20261120T100000"))
    Visits(storage, clock).arrive(office.visits[0].id, "s1")
    assert counts(office.send(meeting("SEQUENCE:1"), method="CANCEL")) == (0, 1, 0, 1)
    assert sorted(one.state for one in office.visits) == [CANCELLED, VisitState.GATE]


def test_a_series_that_ends_earlier_lets_the_rest_go(office: Office) -> None:
    office.send(meeting(WEEKLY))
    shorter = office.send(meeting("RRULE:FREQ=WEEKLY;COUNT=2", "SEQUENCE:1"))
    assert (shorter.cancelled, office.days()) == (2, [23, 23, 30, 30])


def test_one_occasion_is_moved_or_off(office: Office) -> None:
    office.send(meeting(WEEKLY))
    office.send(meeting("RECURRENCE-ID:20261130T030000Z", "SEQUENCE:1", start=";TZID=Asia/Bangkok:20261202T090000"))
    assert office.days() == [23, 23, 2, 2, 7, 7]
    office.send(meeting("RECURRENCE-ID:20261123T030000Z", "SEQUENCE:1"), method="CANCEL")
    assert office.days() == [2, 2, 7, 7]


def test_who_is_not_asked_any_more_is_not_expected(office: Office) -> None:
    office.send(meeting())
    office.send(event("SEQUENCE:1", "SUMMARY:ดูงาน", ONANONG, JOHN))
    assert {one.name for one in office.visits if one.state is EXPECTED} == {"John Smith"}


def test_who_was_called_off_by_hand_comes_back_only_when_asked_again(
    office: Office, storage: Database, clock: StillClock
) -> None:
    office.send(meeting())
    Visits(storage, clock).cancel(office.visits[0].id, "", "s1")
    assert counts(office.send(meeting())) == (0, 0, 2, 0)
    assert counts(office.send(meeting("SEQUENCE:1"))) == (1, 1, 0, 0)
    assert office.days() == [23, 23]


def test_an_invitation_can_be_taken_back_and_brought_in_again(office: Office) -> None:
    office.send(meeting(WEEKLY))
    assert office.data.undo_last("s1").rows == 6
    assert office.days() == []
    assert counts(office.send(meeting(WEEKLY))) == (6, 0, 0, 0)


def test_a_broken_event_keeps_all_out_and_is_named_by_its_line(office: Office) -> None:
    report = office.send(meeting(), event("SUMMARY:x", uid="2", start=""))
    assert [(error.line, error.code) for error in report.errors] == [(16, "calendar_no_start")]
    assert office.visits == []


def test_answers_are_not_in_an_invitation(office: Office, tmp_path: Path) -> None:
    report = office.data.dry_run(written(tmp_path, calendar(meeting())), ImportKind.ARTICLES)
    assert [error.code for error in report.errors] == ["column_missing"]
    with pytest.raises(DeskError, match="calendar_answer"):
        office.send(meeting(), method="REPLY")
