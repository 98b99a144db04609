"""What the gate hands over: who is inside, which cards are held, what the log says; and forgetting it."""

from datetime import timedelta

import pytest
from argon2 import PasswordHasher

from frontdesk.domain.hand_over import HandItem, ItemKind
from frontdesk.domain.people import Person
from frontdesk.domain.shift_log import EntryKind
from frontdesk.domain.staff import Staff
from frontdesk.domain.visits import CardKind, Visit
from frontdesk.services.card_exchange import CardExchange
from frontdesk.services.hand_over import HandOvers
from frontdesk.services.security import Security
from frontdesk.services.shift_log import ShiftLog
from frontdesk.services.visits import Visits
from frontdesk.storage.database import Database

from .conftest import StillClock

GUARD = Staff("s-guard", "somporn", "สมพร ยามดี")
SUDA = Person("p-suda", "P-1", "สุดา", "ใจดี")


class Gate:
    """A gate with its services on one database."""

    def __init__(self, storage: Database, clock: StillClock) -> None:
        self.storage, self.clock = storage, clock
        security = Security(storage, clock, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        self.hand_overs = HandOvers(storage, clock, security)
        self.visits, self.cards = Visits(storage, clock), CardExchange(storage, clock)
        self.log = ShiftLog(storage, clock)
        with storage.write() as repos:
            repos.staff.save(GUARD)
            repos.people.save(SUDA, GUARD.id)

    def come(self, name: str, **fields: object) -> Visit:
        return self.visits.walk_in(Visit("", self.clock.today(), name, **fields), GUARD.id)  # type: ignore[arg-type]

    def items(self, *kinds: ItemKind) -> list[HandItem]:
        return [item for item in self.hand_overs.board().items if item.kind in kinds]


@pytest.fixture
def gate(storage: Database, clock: StillClock) -> Gate:
    return Gate(storage, clock)


def test_who_is_inside_goes_over_whoever_is_overdue_first(gate: Gate) -> None:
    gate.come("มาลี พูลสุข", place="ตึก 3", organisation="บ.ธารการแพทย์", number="0812345678", host="วรรณา", party=3)
    gone = gate.come("กลับแล้ว")
    gate.visits.leave(gone.id, GUARD.id)
    gate.clock.move(hours=1)
    gate.come("ธนากร วงศ์ชัย")
    gate.clock.move(hours=1, minutes=30)
    first, second = gate.items(ItemKind.VISIT)
    assert (first.who, first.what, first.addressee, first.number, first.sort) == (
        "มาลี พูลสุข", "บ.ธารการแพทย์ · ตึก 3", "วรรณา", "081-xxx-5678", "3",
    )  # fmt: skip
    now = gate.clock.now()
    assert (first.overdue(now), second.who, second.overdue(now)) == (True, "ธนากร วงศ์ชัย", False)


def test_cards_not_given_back_go_over_also_of_those_who_left(gate: Gate) -> None:
    visit = gate.come("สุดา ใจดี", person_id=SUDA.id)
    kept = gate.cards.take(visit.id, CardKind.DRIVING_LICENCE, GUARD.id, "14", "4421")
    back = gate.cards.take(visit.id, CardKind.OTHER, GUARD.id, "15")
    gate.cards.give_back(back.id, GUARD.id)
    gate.visits.leave(visit.id, GUARD.id)
    [item] = gate.items(ItemKind.CARD)
    assert (item.key, item.what, item.sort, item.who, item.by) == (
        kept.id, "14", "driving-licence", "สุดา ใจดี", GUARD.id,
    )  # fmt: skip
    assert item.key in gate.hand_overs.board().open


def test_the_log_hands_over_what_waits_and_the_incidents_of_this_shift(gate: Gate) -> None:
    keys = gate.log.write(EntryKind.KEYS, "กุญแจห้อง 4\nยังอยู่กับช่าง 0812345678", GUARD.id, follow_up=True)
    gate.log.write(EntryKind.PATROL, "ตรวจรอบ 10:00 ปกติ", GUARD.id)
    gate.log.write(EntryKind.INCIDENT, "น้ำรั่วชั้น 2 แจ้งช่างแล้ว", GUARD.id)
    old = gate.log.write(EntryKind.INCIDENT, "เมื่อวานซืน", GUARD.id, at=gate.clock.now() - timedelta(days=2))
    told = gate.items(ItemKind.FOLLOW_UP, ItemKind.INCIDENT)
    assert [(item.kind, item.what) for item in told] == [
        (ItemKind.FOLLOW_UP, "กุญแจห้อง 4 ยังอยู่กับช่าง 081-xxx-5678"), (ItemKind.INCIDENT, "น้ำรั่วชั้น 2 แจ้งช่างแล้ว"),
    ]  # fmt: skip
    assert old.id not in {item.key for item in told}
    gate.log.close(keys.id, GUARD.id, "คืนแล้ว")
    assert [item.kind for item in gate.items(ItemKind.FOLLOW_UP, ItemKind.INCIDENT)] == [ItemKind.INCIDENT]


def test_an_incident_is_told_once(gate: Gate) -> None:
    gate.log.write(EntryKind.INCIDENT, "น้ำรั่วชั้น 2", GUARD.id)
    gate.clock.move(minutes=1)
    gate.hand_overs.sign(GUARD.id)
    gate.clock.move(minutes=1)
    assert gate.items(ItemKind.INCIDENT) == []


def test_what_was_signed_stays_until_its_visitor_is_forgotten(gate: Gate) -> None:
    visit = gate.come("สมหญิง รักดี", number="0899998888")
    gate.cards.take(visit.id, CardKind.NATIONAL_ID, GUARD.id, "7")
    gate.log.write(EntryKind.INCIDENT, "สมหญิงทำกระเป๋าหาย", GUARD.id, visit_id=visit.id)
    gate.log.write(EntryKind.ALARM, "สัญญาณเตือนชั้น 3", GUARD.id, follow_up=True)
    made = gate.hand_overs.sign(GUARD.id)
    assert gate.hand_overs.get(made.id) == made
    with gate.storage.write() as repos:
        repos.erasures.erase_people([SUDA.id], ["0899998888"], GUARD.id)
    left = gate.hand_overs.get(made.id)
    assert left is not None
    assert [(item.kind, item.who, item.what) for item in left.items] == [
        (ItemKind.VISIT, "", ""), (ItemKind.CARD, "", ""), (ItemKind.FOLLOW_UP, "", "สัญญาณเตือนชั้น 3"),
        (ItemKind.INCIDENT, "", ""),
    ]  # fmt: skip
    assert "สมหญิง" not in str(left)
    assert [item.visit_id for item in left.items] == [visit.id, visit.id, "", visit.id]
