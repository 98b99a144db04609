"""A day and a shift at the gate on paper: what it counts, whom it names, what it masks."""

from datetime import timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from frontdesk.domain.errors import DeskError
from frontdesk.domain.languages import Language
from frontdesk.domain.shift_log import EntryKind
from frontdesk.domain.staff import Staff
from frontdesk.domain.visits import CardKind, Visit
from frontdesk.printing.process import ProcessPrinter
from frontdesk.services.card_exchange import CardExchange
from frontdesk.services.gate_papers_daily import GateDays, GateOrder, GateSpan
from frontdesk.services.hand_over import HandOvers
from frontdesk.services.hand_over_papers import HandOverOrder, HandOverPapers
from frontdesk.services.security import Security
from frontdesk.services.shift_log import ShiftLog
from frontdesk.services.shift_papers import ShiftPapers
from frontdesk.services.visits import Visits
from frontdesk.storage.database import Database

from .conftest import StillClock

SOMPORN = Staff("s-somporn", "somporn", "สมพร ยามดี", name_en="Somporn Yamdee")
CHAI = Staff("s-chai", "somchai", "สมชาย ใจมั่น", name_en="Somchai Jaiman")
DAY = GateOrder(GateSpan.DAY)


class Gate:
    """Friday at the gate, from 10:42."""

    def __init__(self, storage: Database, clock: StillClock, folder: Path) -> None:
        self.storage, self.clock = storage, clock
        security = Security(storage, clock, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        self.hand_overs = HandOvers(storage, clock, security)
        self.visits, self.cards = Visits(storage, clock), CardExchange(storage, clock)
        self.log, self.days = ShiftLog(storage, clock), GateDays(storage, clock, folder / "logo.png")
        with storage.write() as repos:
            for staff in (SOMPORN, CHAI):
                repos.staff.save(staff)

    def visit(self, name: str, **fields: object) -> Visit:
        return Visit("", self.clock.today(), name, **fields)  # type: ignore[arg-type]

    def come(self, name: str, **fields: object) -> Visit:
        return self.visits.walk_in(self.visit(name, **fields), SOMPORN.id, "ป้อม 1")

    def busy_day(self) -> None:
        """Two announced, one of whom comes; three who were not, one of whom leaves and one is assumed to have left."""
        announced = self.visits.expect(self.visit("ปรีชา มั่นคง"), CHAI.id)
        self.visits.expect(self.visit("นงนุช แสงทอง", due=self.clock.now() + timedelta(minutes=5)), CHAI.id)
        self.clock.move(minutes=10)
        self.visits.arrive(announced.id, SOMPORN.id, "ป้อม 1")
        malee = self.come("มาลี พูลสุข", number="0812345678", plate="1กก 1234", party=3, purpose="ส่งของ 081-234-5678")
        self.cards.take(malee.id, CardKind.NATIONAL_ID, SOMPORN.id, "14", "4421")
        gone, lost = self.come("ธนากร วงศ์ชัย"), self.come("ช่างลิฟต์")
        self.clock.move(minutes=10)
        self.visits.leave(gone.id, SOMPORN.id)
        self.visits.assume_left(lost.id, "ตรวจห้องแล้วไม่พบ", SOMPORN.id)
        self.log.write(EntryKind.INCIDENT, "น้ำรั่วชั้น 2 โทร 0812345678", SOMPORN.id, "ป้อม 1")
        keys = self.log.write(EntryKind.KEYS, "กุญแจห้อง 4", SOMPORN.id, follow_up=True)
        self.clock.move(minutes=5)
        self.log.close(keys.id, CHAI.id, "คืนแล้ว")
        self.clock.move(minutes=5)


@pytest.fixture
def gate(storage: Database, clock: StillClock, tmp_path: Path) -> Gate:
    return Gate(storage, clock, tmp_path)


def test_a_day_is_counted_by_visits_and_those_inside_by_the_head(gate: Gate) -> None:
    gate.busy_day()
    counts = gate.days.report(DAY).counts
    assert (counts.expected, counts.came, counts.unexpected, counts.never_came) == (2, 4, 3, 1)
    assert (counts.left, counts.assumed_left, counts.inside, counts.people_inside) == (1, 1, 2, 4)


def test_everything_that_happened_stands_on_it_masked(gate: Gate) -> None:
    gate.busy_day()
    made = gate.days.report(DAY)
    lines = {line.name: line for line in made.visits}
    malee, lost = lines["มาลี พูลสุข"], lines["ช่างลิฟต์"]
    assert (malee.phone, malee.slot, malee.people, malee.left) == ("081-xxx-5678", "14", 3, None)
    assert "1234" not in malee.plate
    assert "081-234-5678" not in str(made)
    assert "0812345678" not in str(made)
    assert lost.assumed == "ตรวจห้องแล้วไม่พบ"
    assert lines["ธนากร วงศ์ชัย"].left == gate.clock.now() - timedelta(minutes=10)
    assert made.assumed == (("ตรวจห้องแล้วไม่พบ", 1),)
    assert [section.kind for section in made.sections] == list(EntryKind)
    incident, keys = made.sections[0].entries[0], made.sections[1].entries[0]
    assert (incident.what, incident.by, incident.place) == ("น้ำรั่วชั้น 2 โทร 081-xxx-5678", "สมพร", "ป้อม 1")
    assert (keys.open, keys.closing) == (False, "คืนแล้ว")
    [card] = made.cards
    assert (card.slot, card.kind, card.name, card.still_inside) == ("14", CardKind.NATIONAL_ID, "มาลี พูลสุข", True)
    assert made.guards == ("สมชาย ใจมั่น", "สมพร ยามดี")


def test_who_relieved_whom_and_who_signed(gate: Gate) -> None:
    gate.hand_overs.sign(CHAI.id)
    gate.clock.move(minutes=1)
    before = gate.hand_overs.waiting()
    assert before is not None
    gate.hand_overs.take_over(before.id, SOMPORN.id)
    gate.busy_day()
    running = gate.days.report(GateOrder(GateSpan.SHIFT, Language.EN))
    assert (running.relieved, running.leaving.name, running.coming.name) == ("Somchai Jaiman", "", "")
    assert running.first == before.signed.at
    gate.hand_overs.sign(SOMPORN.id)
    day = gate.days.report(DAY)
    assert (day.relieved, day.leaving.name) == ("", "สมพร ยามดี")


def test_a_day_that_is_over_stays_as_it_was(gate: Gate, tmp_path: Path) -> None:
    gate.busy_day()
    first = gate.clock.today()
    gate.clock.move(days=1)
    order = GateOrder(GateSpan.DAY, Language.TH, first)
    made = gate.days.report(order)
    counts = made.counts
    assert (counts.inside, counts.people_inside, len(made.cards)) == (2, 4, 1)
    [card] = gate.cards.open()
    gate.cards.give_back(card[0].id, CHAI.id)
    for visit in gate.visits.board().overdue:
        gate.visits.leave(visit.id, CHAI.id)
    again = gate.days.report(order)
    assert again == made
    files = [tmp_path / "a.pdf", tmp_path / "b.pdf"]
    for file in files:
        ProcessPrinter().make(gate.days.report(order), file)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_nothing_happened_can_be_said_too(gate: Gate) -> None:
    made = gate.days.report(GateOrder(GateSpan.SHIFT))
    assert (made.visits, made.cards, made.counts.came) == ((), (), 0)
    assert all(not section.entries for section in made.sections)


def test_either_paper_of_a_shift_is_made_and_put_on_record(gate: Gate, tmp_path: Path) -> None:
    printer = ProcessPrinter()
    hand_overs = HandOverPapers(gate.storage, gate.clock, printer, tmp_path / "logo.png")
    papers = ShiftPapers(gate.storage, gate.clock, printer, gate.days, hand_overs)
    gate.busy_day()
    for order in (GateOrder(), HandOverOrder()):
        printed = papers.preview(order, tmp_path / "paper.pdf", SOMPORN.id)
        papers.note(order, printed, SOMPORN.id)
        assert printed.pages >= 1
    with gate.storage.read() as repos:
        assert [event.detail for event in repos.audit.latest(9)] == ["hand-overs 1", "gate-reports 1"]
    with pytest.raises(DeskError, match="hand_over_gone"):
        papers.preview(HandOverOrder("x"), tmp_path / "paper.pdf", SOMPORN.id)
