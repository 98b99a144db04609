"""What goes on the paper of the log: who, when, how many, and which numbers are masked."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from frontdesk.domain.audit import AuditEvent, AuditKind
from frontdesk.domain.contacts import Channel, Contact, Outcome
from frontdesk.domain.errors import DeskError
from frontdesk.domain.languages import Language
from frontdesk.domain.site import Site
from frontdesk.domain.staff import Role, Staff
from frontdesk.services.contact_report import ContactReports, LogOrder
from frontdesk.services.ports import Progress
from frontdesk.services.reports import ContactLine, ContactLogReport, Printed, Report, Unit
from frontdesk.storage.database import Database

from .conftest import StillClock

ORN = Staff("s-orn", "onanong", "อรอนงค์ พรหมดี", name_en="Onanong Promdee")
BOSS = Staff("s-boss", "wanna", "วรรณา สุขเกษม", role=Role.SUPERVISOR)
TERMINAL = Staff("s-cli", "cli", "cli")
DAY = date(2026, 11, 20)
MIDNIGHT = datetime(2026, 11, 19, 17, tzinfo=UTC)
"""When that day begins at the site."""


class FilePrinter:
    """Writes down how many lines it was given."""

    def make(self, report: Report, path: Path, progress: Progress | None = None) -> Printed:
        assert isinstance(report, ContactLogReport)
        count = len(list(report.lines))
        path.write_text(str(count))
        return Printed(path, 1, count)


@pytest.fixture
def reports(storage: Database, clock: StillClock, tmp_path: Path) -> ContactReports:
    with storage.write() as repos:
        for staff in (ORN, BOSS, TERMINAL):
            repos.staff.save(staff)
        repos.site.save(Site("โรงพยาบาลธารบุรี", "Tharaburi Hospital"))
    return ContactReports(storage, clock, FilePrinter(), tmp_path / "logo.png")


def contact(key: str, at: datetime, **values: object) -> Contact:
    kept: dict[str, object] = {"channel": Channel.PHONE, "outcome": Outcome.ANSWERED, "staff": ORN.id, **values}
    return Contact(id=key, at=at, started_at=at, **kept)  # type: ignore[arg-type]


def fill(storage: Database, *contacts: Contact) -> None:
    with storage.write() as repos:
        repos.contacts.add_many(contacts)


def lines(reports: ContactReports, by: str = ORN.id, **order: object) -> list[ContactLine]:
    with reports.report(replace(LogOrder(DAY, DAY), **order), by) as report:  # type: ignore[arg-type]
        return list(report.lines)


def events(storage: Database) -> list[AuditEvent]:
    with storage.read() as repos:
        return repos.audit.latest(10, None, None, "")


NOTE = "โทรกลับ 089-765-4471 ก่อนบ่ายสาม"
FULL = contact("c1", MIDNIGHT, number="0812345678", note=NOTE, topic="บัตรหาย", person_name="สุดา ใจดี")


def test_numbers_are_masked_wherever_they_stand(storage: Database, reports: ContactReports) -> None:
    fill(storage, FULL)
    (line,) = lines(reports)
    assert (line.phone, line.note) == ("081-xxx-5678", "โทรกลับ 089-xxx-4471 ก่อนบ่ายสาม")
    assert (line.number, line.caller, line.topic, line.staff) == (1, "สุดา ใจดี", "บัตรหาย", "อรอนงค์")


@pytest.mark.parametrize(("note", "asked"), [("", "“ผลเลือด” · “089-xxx-4471”"), ("โทรกลับ", "")])
def test_what_was_asked_stands_where_there_is_neither_topic_nor_note(
    storage: Database, reports: ContactReports, note: str, asked: str
) -> None:
    fill(storage, replace(FULL, topic="", note=note, queries=("ผลเลือด", "089-765-4471")))
    (line,) = lines(reports)
    assert (line.topic, line.note, line.asked) == ("", note, asked)


@pytest.mark.parametrize("by", [BOSS.id, TERMINAL.id])
def test_supervisors_and_the_command_line_may_have_them_in_full(
    storage: Database, reports: ContactReports, by: str
) -> None:
    fill(storage, FULL)
    (line,) = lines(reports, by, full_numbers=True)
    assert (line.phone, line.note) == ("081-234-5678", NOTE)


@pytest.mark.parametrize("by", [ORN.id, "nobody", ""])
def test_nobody_else_may(reports: ContactReports, by: str) -> None:
    with pytest.raises(DeskError, match="not_allowed"):
        lines(reports, by, full_numbers=True)


def test_days_are_those_of_the_site(storage: Database, reports: ContactReports) -> None:
    second = timedelta(seconds=1)
    fill(
        storage,
        contact("before", MIDNIGHT - second),
        contact("first", MIDNIGHT),
        contact("last", MIDNIGHT + timedelta(days=1) - second),
        contact("after", MIDNIGHT + timedelta(days=1)),
    )
    assert [line.at for line in lines(reports)] == [MIDNIGHT, MIDNIGHT + timedelta(days=1) - second]
    assert len(lines(reports, first=None, last=None)) == 4


def test_its_time_is_that_of_its_last_contact(storage: Database, reports: ContactReports, clock: StillClock) -> None:
    fill(storage, FULL, contact("c2", MIDNIGHT + timedelta(hours=3)))
    with reports.report(LogOrder(DAY, DAY), ORN.id) as report:
        assert report.paper.as_of == MIDNIGHT + timedelta(hours=3)
        assert report.paper.destroy_by == date(2027, 11, 20)
    with reports.report(LogOrder(DAY, DAY, as_of=clock.now(), keep_days=30), ORN.id) as report:
        assert report.paper.as_of == clock.now()
        assert report.paper.destroy_by == date(2026, 12, 20)


def test_an_empty_log_bears_the_end_of_its_days(reports: ContactReports) -> None:
    with reports.report(LogOrder(DAY, DAY), ORN.id) as report:
        assert report.paper.as_of == MIDNIGHT + timedelta(days=1)
        assert report.totals.contacts == 0
        assert [figure.value for figure in report.figures] == [0, None, None, None]


def test_totals_and_figures(storage: Database, reports: ContactReports) -> None:
    outcomes = [Outcome.TRANSFERRED, Outcome.ANSWERED, Outcome.ANSWERED, Outcome.PROMISED]
    fill(storage, *(contact(f"c{n}", MIDNIGHT + timedelta(minutes=n), outcome=o) for n, o in enumerate(outcomes)))
    with reports.report(LogOrder(DAY, DAY), ORN.id) as report:
        assert report.totals.outcomes == ((Outcome.ANSWERED, 2), (Outcome.TRANSFERRED, 1), (Outcome.PROMISED, 1))
        assert report.totals.channels == ((Channel.PHONE, 4),)
        shares = {figure.code: figure.value for figure in report.figures if figure.unit is Unit.SHARE}
        assert shares == {"answered_here": 0.5, "transferred": 0.25, "promised": 0.25}
        assert all(figure.weak for figure in report.figures if figure.unit is Unit.SHARE)


def test_what_was_taken_back_is_left_out(storage: Database, reports: ContactReports) -> None:
    fill(storage, FULL, contact("c2", MIDNIGHT))
    with storage.write() as repos:
        repos.contacts.withdraw("c2", ORN.id, MIDNIGHT)
    assert [line.caller for line in lines(reports)] == ["สุดา ใจดี"]


def test_corrections_stand_beside_what_is_right(storage: Database, reports: ContactReports) -> None:
    fill(storage, FULL)
    with storage.write() as repos:
        fields = {"outcome": Outcome.TRANSFERRED, "note": "โอนแล้ว"}
        repos.contacts.correct("c1", fields, BOSS.id, MIDNIGHT + timedelta(minutes=5))
    (line,) = lines(reports)
    (corrected,) = line.corrections
    assert (line.outcome, line.note, corrected.staff) == (Outcome.TRANSFERRED, "โอนแล้ว", "วรรณา")
    assert set(corrected.before) == {("outcome", Outcome.ANSWERED), ("note", "โทรกลับ 089-xxx-4471 ก่อนบ่ายสาม")}


def test_names_are_those_of_the_papers_language(storage: Database, reports: ContactReports) -> None:
    fill(storage, FULL)
    with reports.report(LogOrder(DAY, DAY, Language.EN), ORN.id) as report:
        assert report.paper.letterhead.organisation == "Tharaburi Hospital"
        assert report.makers == ("Onanong Promdee", "")
        assert [line.staff for line in report.lines] == ["Onanong"]


def test_the_head_of_the_chain_is_on_it(storage: Database, reports: ContactReports) -> None:
    with reports.report(LogOrder(DAY, DAY), ORN.id) as report:
        assert report.paper.chain_head == ""
    fill(storage, FULL)
    with storage.read() as repos:
        head = repos.chain.head().printed
    with reports.report(LogOrder(DAY, DAY), ORN.id) as report:
        assert report.paper.chain_head == head


def test_a_logo_is_taken_where_there_is_one(reports: ContactReports, tmp_path: Path) -> None:
    with reports.report(LogOrder(DAY, DAY), ORN.id) as report:
        assert report.paper.letterhead.logo is None
    (tmp_path / "logo.png").touch()
    with reports.report(LogOrder(DAY, DAY), ORN.id) as report:
        assert report.paper.letterhead.logo == tmp_path / "logo.png"


def test_any_choice_of_contacts_can_be_printed(storage: Database, reports: ContactReports) -> None:
    fill(storage, FULL, contact("c2", MIDNIGHT + timedelta(hours=1)))
    (line,) = lines(reports, chosen=lambda repos: repos.contacts.latest(1), filters=("ผล ตอบแล้ว",))
    assert line.at == MIDNIGHT + timedelta(hours=1)


@pytest.mark.parametrize(("full", "kind"), [(False, AuditKind.PRINT), (True, AuditKind.PRINT_FULL)])
def test_making_one_is_put_on_record(
    storage: Database, reports: ContactReports, tmp_path: Path, full: bool, kind: AuditKind
) -> None:
    fill(storage, FULL)
    reports.make(LogOrder(DAY, DAY, full_numbers=full), tmp_path / "log.pdf", BOSS.id)
    assert [(one.kind, one.staff, one.detail) for one in events(storage)] == [(kind, BOSS.id, "contacts 1")]


def test_looking_at_one_is_not_unless_it_shows_all(storage: Database, reports: ContactReports, tmp_path: Path) -> None:
    reports.preview(LogOrder(DAY, DAY), tmp_path / "log.pdf", BOSS.id)
    assert events(storage) == []
    reports.preview(LogOrder(DAY, DAY, full_numbers=True), tmp_path / "log.pdf", BOSS.id)
    assert [one.kind for one in events(storage)] == [AuditKind.PRINT_FULL]
