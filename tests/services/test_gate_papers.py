from dataclasses import replace
from pathlib import Path

import pytest

from frontdesk.domain.audit import AuditKind
from frontdesk.domain.errors import DeskError
from frontdesk.domain.site import Site
from frontdesk.domain.staff import Role, Staff
from frontdesk.domain.visits import StepKind, Visit
from frontdesk.services.gate_notice import GateNotice, NoticeFacts
from frontdesk.services.gate_papers import BadgeOrder, GatePapers, NoticeOrder
from frontdesk.services.gate_reports import BadgeSheet, PrivacyNotice
from frontdesk.services.ports import Progress
from frontdesk.services.reports import Printed, Report
from frontdesk.services.visits import Visits
from frontdesk.storage.database import Database
from tests.services.conftest import StillClock

CHAI, ORN = Staff("chai", "chai", "ชาย", "ชาย", "Chai", Role.SUPERVISOR), Staff("orn", "orn", "อร", "อร", "Orn")


class Drawer:
    """Keeps what it was to draw."""

    def __init__(self) -> None:
        self.drawn: list[object] = []

    def make(self, report: Report, path: Path, progress: Progress | None = None) -> Printed:
        self.drawn.append(report)
        return Printed(path, 1)


@pytest.fixture
def drawer() -> Drawer:
    return Drawer()


@pytest.fixture
def papers(storage: Database, clock: StillClock, drawer: Drawer) -> GatePapers:
    with storage.write() as repos:
        repos.site.save(Site("โรงพยาบาลธารบุรี", "Tharaburi Hospital"))
        for staff in (CHAI, ORN):
            repos.staff.save(staff)
    return GatePapers(storage, clock, drawer, Path("no-logo.png"))


@pytest.fixture
def visits(storage: Database, clock: StillClock) -> Visits:
    return Visits(storage, clock)


def let_in(visits: Visits, name: str, **more: object) -> Visit:
    return visits.walk_in(Visit("", visits.today(), name, **more), ORN.id, "ป้อม 2")  # type: ignore[arg-type]


def test_a_badge_says_whom_somebody_sees_and_until_when(papers: GatePapers, visits: Visits) -> None:
    visit = let_in(visits, "วิชัย ทองดี", host="วรรณา", place="เวชระเบียน 1120", organisation="ACME", party=3)
    sheet = papers.badges(BadgeOrder((visit.id,), "a4-8", 11))
    badge = sheet.badges[0]
    assert (badge.token, badge.name, badge.host, badge.place, badge.people) == (
        visit.token, "วิชัย ทองดี", "วรรณา", "เวชระเบียน 1120", 3,
    )  # fmt: skip
    assert (badge.valid_from, badge.valid_until, badge.typed) == (visit.arrived_at, visit.until, visit.code.upper())
    assert (sheet.size.code, sheet.skip) == ("a4-8", 3)


def test_an_unknown_size_is_the_first_one(papers: GatePapers, visits: Visits) -> None:
    assert papers.badges(BadgeOrder((let_in(visits, "วิชัย").id,), "gone")).size.code == "roll-62x100"


def test_a_group_has_a_badge_each_and_who_left_has_none(papers: GatePapers, visits: Visits) -> None:
    first, second, gone = (let_in(visits, name, group_id="g") for name in ("เอก", "โท", "ตรี"))
    visits.leave(gone.id, ORN.id)
    sheet = papers.badges(BadgeOrder((second.id, gone.id, first.id)))
    assert [badge.name for badge in sheet.badges] == ["โท", "เอก"]
    for ids, code in (((gone.id,), "visit_over"), (("nobody",), "visit_gone")):
        with pytest.raises(DeskError) as caught:
            papers.badges(BadgeOrder(ids))
        assert caught.value.code == code


def test_a_printed_badge_is_a_step_of_its_visit_and_on_record(
    papers: GatePapers, visits: Visits, drawer: Drawer, storage: Database, tmp_path: Path
) -> None:
    visit = let_in(visits, "วิชัย ทองดี")
    papers.preview(BadgeOrder((visit.id,)), tmp_path / "b.pdf", ORN.id)
    assert [step.kind for step in visits.steps(visit.id)] == [StepKind.ENTERED, StepKind.ARRIVED]

    papers.make(BadgeOrder((visit.id,), place="ป้อม 2"), tmp_path / "b.pdf", ORN.id)

    last = visits.steps(visit.id)[-1]
    assert (last.kind, last.by, last.place) == (StepKind.BADGE_PRINTED, ORN.id, "ป้อม 2")
    assert isinstance(drawer.drawn[-1], BadgeSheet)
    with storage.read() as repos:
        event = repos.audit.latest(1)[0]
    assert (event.kind, event.staff, event.detail) == (AuditKind.PRINT, ORN.id, "badges 1")


def test_the_notice_has_the_facts_of_the_site(papers: GatePapers, storage: Database, drawer: Drawer) -> None:
    plain = papers.notice(NoticeOrder())
    assert (plain.th.name, plain.en.name, plain.keep_days, plain.qr_text) == (
        "โรงพยาบาลธารบุรี", "Tharaburi Hospital", 90, "",
    )  # fmt: skip
    facts = NoticeFacts(
        contact="โทร. 02-555-0100",
        officer="สมชาย",
        keep_days=30,
        url="https://example.org/p",
        cameras=True,
        cards=False,
    )
    notice = GateNotice(storage)
    assert notice.save(facts, CHAI.id) == notice.get() == facts
    papers.make(NoticeOrder(), Path("n.pdf"), ORN.id)
    made = drawer.drawn[-1]
    assert isinstance(made, PrivacyNotice)
    assert (made.th.contact, made.en.contact, made.en.officer, made.keep_days) == (
        "โทร. 02-555-0100", "โทร. 02-555-0100", "สมชาย", 30,
    )  # fmt: skip
    assert (made.qr_text, made.cameras, made.cards, made.belongings) == ("https://example.org/p", True, False, True)


@pytest.mark.parametrize(
    ("changes", "by", "code"),
    [
        ({}, ORN.id, "rules_not_allowed"),
        ({"keep_days": 0}, CHAI.id, "bad_keep_days"),
        ({"keep_days": 4000}, CHAI.id, "bad_keep_days"),
        ({"url": "javascript:alert(1)"}, CHAI.id, "bad_notice_url"),
    ],
)
def test_only_supervisors_set_facts_that_make_sense(
    papers: GatePapers, storage: Database, changes: dict[str, object], by: str, code: str
) -> None:
    assert papers
    with pytest.raises(DeskError) as caught:
        GateNotice(storage).save(replace(NoticeFacts(), **changes), by)  # type: ignore[arg-type]
    assert caught.value.code == code
    assert GateNotice(storage).get() == NoticeFacts()
