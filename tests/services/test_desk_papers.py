"""What goes on the papers of the day, the month and the promises."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from frontdesk.domain.articles import Article
from frontdesk.domain.audit import AuditKind
from frontdesk.domain.contacts import Channel, Contact, Outcome
from frontdesk.domain.drafts import Draft
from frontdesk.domain.ids import new_id
from frontdesk.domain.languages import Language
from frontdesk.domain.promises import Closing, Promise, PromiseEvent, PromiseEventKind, PromiseKind
from frontdesk.domain.staff import Role, Staff
from frontdesk.services.clock import SITE_ZONE
from frontdesk.services.contact_log import ContactLog
from frontdesk.services.desk_papers import DeskPapers
from frontdesk.services.figures import DeskFigures
from frontdesk.services.ports import Progress
from frontdesk.services.promises import Promises
from frontdesk.services.reports import DailyReport, Printed, Report, Scorecard
from frontdesk.services.targets import USUAL, Targets
from frontdesk.storage.database import Database

from .conftest import StillClock

ORN = Staff("s-orn", "onanong", "อรอนงค์ พรหมดี", name_en="Onanong Promdee")
BOSS = Staff("s-boss", "wanna", "วรรณา สุขเกษม", role=Role.SUPERVISOR)
DAY = date(2026, 11, 19)
MIDNIGHT = datetime(2026, 11, 18, 17, tzinfo=UTC)


class FilePrinter:
    """Makes an empty file."""

    def make(self, report: Report, path: Path, progress: Progress | None = None) -> Printed:
        path.touch()
        return Printed(path, 1)


@pytest.fixture
def papers(storage: Database, clock: StillClock, tmp_path: Path) -> DeskPapers:
    with storage.write() as repos:
        for staff in (ORN, BOSS):
            repos.staff.save(staff)
    return DeskPapers(storage, clock, DeskFigures(storage, clock), FilePrinter(), tmp_path / "logo.png")


def promise(key: str, due: datetime | None, clock: StillClock, made: timedelta = timedelta(hours=1)) -> Promise:
    return Promise(
        key, PromiseKind.PROMISE, clock.now() - made, ORN.id, ORN.id, "โทรกลับ 089-765-4471", person_name="สุดา ใจดี",
        number="0812345678", channel=Channel.PHONE, due_at=due,
    )  # fmt: skip


def owe(storage: Database, *promises: Promise) -> None:
    with storage.write() as repos:
        for one in promises:
            due = one.due_at.isoformat() if one.due_at else ""
            repos.promises.add(one, PromiseEvent(one.made_at, ORN.id, PromiseEventKind.MADE, due))


def fill(storage: Database, *outcomes: Outcome) -> None:
    with storage.write() as repos:
        for number, outcome in enumerate(outcomes):
            at = MIDNIGHT + timedelta(hours=8, minutes=number)
            repos.contacts.add(Contact(f"c{number}", at, at - timedelta(seconds=50), Channel.PHONE, outcome, ORN.id))


def test_promises_are_listed_with_what_is_late_and_masked(
    storage: Database, papers: DeskPapers, clock: StillClock
) -> None:
    hour = timedelta(hours=1)
    owe(
        storage,
        promise("p1", clock.now() + hour, clock),
        promise("p2", clock.now() - hour, clock),
        promise("p3", None, clock),
    )
    lines = papers.promises(Language.TH).lines
    assert [(line.number, line.overdue, line.due is None) for line in lines] == [
        (1, True, False), (2, False, False), (3, False, True),
    ]  # fmt: skip
    first = lines[0]
    assert (first.phone, first.promise, first.staff) == ("081-xxx-5678", "โทรกลับ 089-xxx-4471", "อรอนงค์")


def test_a_day_has_its_totals_hours_and_figures(storage: Database, papers: DeskPapers, clock: StillClock) -> None:
    fill(storage, Outcome.ANSWERED, Outcome.ANSWERED, Outcome.TRANSFERRED)
    owe(storage, promise("p1", None, clock, timedelta(days=3)), promise("p2", None, clock))
    report = papers.day(DAY, Language.EN, ORN.id)
    figures = {figure.code: figure.value for figure in report.figures}
    assert report.totals.outcomes == ((Outcome.ANSWERED, 2), (Outcome.TRANSFERRED, 1))
    assert figures["contacts"] == 3
    assert figures["transferred"] == pytest.approx(1 / 3)
    assert figures["handling"] == 50
    assert sum(count for _, count in report.hours) == 3
    assert len(report.promises) == 1  # the other was made a day later
    assert report.makers == ("Onanong Promdee", "")
    assert report.paper.as_of == MIDNIGHT + timedelta(hours=23, minutes=59)


def test_a_day_that_lasts_bears_the_present(papers: DeskPapers, clock: StillClock) -> None:
    assert papers.day(clock.today(), Language.TH, ORN.id).paper.as_of == clock.now()


def test_an_empty_day_has_no_hours(papers: DeskPapers) -> None:
    report = papers.day(DAY, Language.TH, ORN.id)
    assert (report.hours, report.totals.contacts, report.questions) == ((), 0, ())


def figures_of(card: Scorecard) -> dict[str, float | None]:
    boxes = (card.customer, card.process, card.knowledge, card.cost)
    return {figure.code: figure.target for box in boxes for figure in box}


def test_a_month_is_held_against_targets(storage: Database, papers: DeskPapers) -> None:
    fill(storage, Outcome.ANSWERED, Outcome.TRANSFERRED)
    card = papers.month(DAY, Language.TH, ORN.id)
    assert card.month == date(2026, 11, 1)
    targets = figures_of(card)
    assert {code: target for code, target in targets.items() if target is not None} == dict(USUAL)
    assert (card.process[0].value, card.process[0].reached) == (0.5, False)


def test_a_site_sets_its_own_targets(storage: Database, papers: DeskPapers) -> None:
    Targets(storage).save({"transferred": 0.6, "contacts": 100, "resolved_first": None}, BOSS.id)
    targets = figures_of(papers.month(DAY, Language.TH, ORN.id))
    assert (targets["transferred"], targets["contacts"], targets["unanswered"]) == (0.6, 100, USUAL["unanswered"])
    assert targets["resolved_first"] is None


def test_a_past_day_says_what_was_true_then_whatever_came_later(
    storage: Database, papers: DeskPapers, clock: StillClock
) -> None:
    clock.moment = MIDNIGHT + timedelta(hours=9)
    due = {"kept": 2, "missed": 3, "moved": 4, "tomorrow": 26}
    owe(storage, *(promise(key, MIDNIGHT + timedelta(hours=9 + hours), clock) for key, hours in due.items()))
    promises = Promises(storage, clock)
    clock.move(hours=1)
    promises.close("kept", Closing.KEPT, ORN.id)
    clock.moment = MIDNIGHT + timedelta(hours=23, minutes=59)
    first = papers.day(DAY, Language.TH, ORN.id)
    assert [(line.promise, line.overdue) for line in first.promises] == [
        ("โทรกลับ 089-xxx-4471", late) for late in (True, True, False)
    ]
    assert kept(first) == (1 / 3, 3)

    clock.move(hours=10)
    promises.close("missed", Closing.NOT_NEEDED, ORN.id)
    promises.move("moved", clock.now() + timedelta(hours=5), ORN.id)
    promises.close("tomorrow", Closing.KEPT, ORN.id)
    owe(storage, promise("later", clock.now(), clock))
    assert papers.day(DAY, Language.TH, ORN.id) == first
    clock.move(days=9)
    promises.close("moved", Closing.KEPT, ORN.id)
    assert papers.day(DAY, Language.TH, ORN.id) == first


def test_what_could_not_be_answered_that_day_stays_so(storage: Database, papers: DeskPapers) -> None:
    at = MIDNIGHT + timedelta(hours=8)
    asked = Contact(
        "c", at, at, Channel.PHONE, Outcome.OTHER, ORN.id, unanswered=True, queries=("ชาร์จรถ โทร 089-765-4471",)
    )
    with storage.write() as repos:
        repos.contacts.add(asked)
    first = papers.day(DAY, Language.TH, ORN.id)
    assert first.unanswered == ("ชาร์จรถ โทร 089-xxx-4471",)
    with storage.write() as repos:
        repos.articles.save(Article("a", "K-1", asked.queries[0]), BOSS.id)
    assert papers.day(DAY, Language.TH, ORN.id) == first


def kept(report: DailyReport) -> tuple[float | None, int]:
    return next((one.value, one.of) for one in report.figures if one.code == "promises_kept")


def test_what_was_taken_back_was_never_promised(storage: Database, papers: DeskPapers, clock: StillClock) -> None:
    log = ContactLog(storage, clock)
    contact = log.log(Draft(new_id(), clock.now(), ORN.id, number="0812345678", topic="บัตรหาย"), Outcome.PROMISED)
    clock.move(days=1)
    log.correct(contact.id, {"outcome": Outcome.ANSWERED}, ORN.id)
    day = contact.at.astimezone(SITE_ZONE).date()
    assert papers.day(day, Language.TH, ORN.id).promises == ()


def test_making_a_paper_is_put_on_record(storage: Database, papers: DeskPapers, tmp_path: Path) -> None:
    papers.make(papers.promises(Language.TH), tmp_path / "a.pdf", ORN.id)
    papers.make(papers.day(DAY, Language.TH, ORN.id), tmp_path / "b.pdf", ORN.id)
    with storage.read() as repos:
        events = repos.audit.latest(5, None, None, "")
    assert {(one.kind, one.detail) for one in events} == {
        (AuditKind.PRINT, "promises 1"),
        (AuditKind.PRINT, "reports 1"),
    }


def test_a_slip_bears_full_numbers_for_a_day(papers: DeskPapers, clock: StillClock) -> None:
    head = papers.slip_head(Language.TH)
    assert (head.full_numbers, head.destroy_by) == (True, clock.today() + timedelta(days=1))
