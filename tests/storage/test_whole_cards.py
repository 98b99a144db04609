"""Everything that a card can hold comes back from the database as it went in."""

from datetime import UTC, date, datetime, time

from frontdesk.domain.contacts import Channel
from frontdesk.domain.people import (
    Handle,
    HandleKind,
    Leave,
    NumberKind,
    NumberUse,
    PartialDate,
    Person,
    PhoneNumber,
    QuickFact,
)
from frontdesk.storage.database import Database

FULL = Person(
    "1", "P-1", "สุดา", "ใจดี", birthday=PartialDate(2, 29),
    numbers=(PhoneNumber("02-123-4567", NumberKind.LANDLINE, "+6621234567", "021234567", "25", NumberUse.WORK),),
    handles=(Handle(HandleKind.PLATE, "1กก 1234 กทม"), Handle(HandleKind.EMAIL, "s@example.org")),
    facts=(QuickFact("สีที่ชอบ", "ฟ้า 💙", "เล่าเอง", date(2025, 1, 8), consent=True), QuickFact("drink", "tea")),
    channel=Channel.LINE, not_before=time(17), referred_by="2", purchases=3, last_purchase=date(2026, 10, 3),
    room="5/12", lunch="12:00-13:00", deputy="S-2", leave=(Leave(date(2026, 12, 1), date(2026, 12, 3), "ลาพักร้อน"),),
    status="ประชุมถึง 15:00", status_until=datetime(2026, 11, 22, 8, tzinfo=UTC),
)  # fmt: skip


def test_a_full_card(database: Database) -> None:
    with database.write() as repos:
        repos.people.save_many([FULL, Person("2", "P-2", "วิไล")], "x")
        repos.people.save(FULL, "y")
    with database.read() as repos:
        assert repos.people.get("1") == FULL
        assert [person for _, _, person in repos.people.versions("1")] == [FULL]
        assert repos.people.get("2") == Person("2", "P-2", "วิไล")
        assert repos.people.referred_by("2") == [FULL]
        assert repos.people.referred_by("1") == repos.people.referred_by("") == []
