"""The sheet of a hand-over: as it was signed, the same whenever it is made again."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from frontdesk.domain.audit import AuditKind
from frontdesk.domain.errors import DeskError
from frontdesk.domain.hand_over import HandItem, HandOver, ItemKind, Proof, Signature
from frontdesk.domain.languages import Language
from frontdesk.domain.staff import Staff
from frontdesk.services.hand_over_papers import LAST, HandOverOrder, HandOverPapers
from frontdesk.services.paper import Signed
from frontdesk.services.ports import Progress
from frontdesk.services.reports import Printed, Report
from frontdesk.storage.database import Database

from .conftest import StillClock

ORN = Staff("s-orn", "onanong", "อรอนงค์ พรหมดี", name_en="Onanong Promdee")
CHAI = Staff("s-chai", "somchai", "สมชาย ใจมั่น")
HOUR = timedelta(hours=1)


class FilePrinter:
    """Makes an empty file."""

    def make(self, report: Report, path: Path, progress: Progress | None = None) -> Printed:
        path.touch()
        return Printed(path, 1)


@pytest.fixture
def papers(storage: Database, clock: StillClock, tmp_path: Path) -> HandOverPapers:
    with storage.write() as repos:
        for staff in (ORN, CHAI):
            repos.staff.save(staff)
    return HandOverPapers(storage, clock, FilePrinter(), tmp_path / "logo.png")


def signed(clock: StillClock) -> HandOver:
    now = clock.now()
    items = (
        HandItem(ItemKind.DRAFT, "d", "บัตรหาย", "สุดา ใจดี", "081-xxx-5678", by=ORN.id, since=now - HOUR),
        HandItem(ItemKind.PROMISE, "p", "โทรแจ้งคิว", by=ORN.id, owner=CHAI.id, due=now - HOUR),
        HandItem(ItemKind.NOTICE, "n", "ลิฟต์ 2 ปิดซ่อม", by=CHAI.id, until=date(2026, 11, 22)),
    )
    return HandOver("h", Signature(ORN.id, now, Proof.NAME), now + 8 * HOUR, items, chain_head="1234 5678")


def add(storage: Database, made: HandOver) -> None:
    with storage.write() as repos:
        repos.hand_overs.add(made)


def test_a_signed_one_is_told_as_it_was(storage: Database, papers: HandOverPapers, clock: StillClock) -> None:
    made = signed(clock)
    add(storage, made)
    sheet = papers.sheet(HandOverOrder("h"))
    assert (sheet.paper.as_of, sheet.paper.chain_head, sheet.until) == (made.signed.at, "1234 5678", made.until)
    assert [(section.code, len(section.lines)) for section in sheet.sections] == [
        ("contacts", 1), ("promises", 1), ("messages", 0), ("notices", 1),
    ]  # fmt: skip
    draft, promise, notice = (line for section in sheet.sections for line in section.lines)
    assert (draft.owner, promise.owner, notice.owner) == ("", "สมชาย", "")
    assert (promise.overdue, promise.by, notice.by) == (True, "อรอนงค์", "สมชาย")
    assert (sheet.leaving, sheet.coming) == (Signed("อรอนงค์ พรหมดี", made.signed.at, by_name=True), Signed())


def test_made_again_later_it_is_the_same(storage: Database, papers: HandOverPapers, clock: StillClock) -> None:
    add(storage, signed(clock))
    before = papers.sheet(HandOverOrder(LAST, Language.EN))
    clock.move(days=3)
    assert papers.sheet(HandOverOrder(LAST, Language.EN)) == before
    assert before.leaving.name == "Onanong Promdee"


def test_whoever_took_over_has_what_named_nobody(storage: Database, papers: HandOverPapers, clock: StillClock) -> None:
    add(storage, signed(clock))
    with storage.write() as repos:
        repos.hand_overs.take("h", Signature(CHAI.id, clock.now()))
    sheet = papers.sheet(HandOverOrder("h"))
    assert sheet.sections[0].lines[0].owner == "สมชาย"
    assert sheet.coming == Signed("สมชาย ใจมั่น", clock.now())


def test_what_is_open_now_has_lines_to_sign_on(papers: HandOverPapers, clock: StillClock) -> None:
    sheet = papers.sheet(HandOverOrder())
    assert (sheet.leaving, sheet.coming, sheet.paper.as_of) == (Signed(), Signed(), clock.now())


@pytest.mark.parametrize(("key", "code"), [(LAST, "no_hand_over"), ("x", "hand_over_gone")])
def test_one_that_is_not_there_is_told(papers: HandOverPapers, key: str, code: str) -> None:
    with pytest.raises(DeskError, match=code):
        papers.sheet(HandOverOrder(key))


def test_making_it_is_put_on_record_and_looking_is_not(
    storage: Database, papers: HandOverPapers, tmp_path: Path
) -> None:
    papers.preview(HandOverOrder(), tmp_path / "a.pdf", ORN.id)
    papers.make(HandOverOrder(), tmp_path / "b.pdf", ORN.id)
    with storage.read() as repos:
        events = repos.audit.latest(5, None, None, "")
    assert [(one.kind, one.detail, one.staff) for one in events] == [(AuditKind.PRINT, "hand-overs 1", ORN.id)]
