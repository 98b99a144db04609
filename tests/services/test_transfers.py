"""What the desk sees before it passes a caller on."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from frontdesk.domain.articles import Article
from frontdesk.domain.contacts import Channel, Contact, Outcome
from frontdesk.domain.coverage import Presence
from frontdesk.domain.drafts import Draft, begin
from frontdesk.domain.ids import new_id
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Leave, Person, PersonKind
from frontdesk.domain.transfers import Transfer, TransferReason
from frontdesk.services.contact_log import ContactLog
from frontdesk.services.directory import Directory
from frontdesk.services.transfers import Transfers
from frontdesk.storage.database import Database
from tests.services.conftest import StillClock

NUMBER = "081-234-5678"
RIGHTS = Person(
    "d-1", "D-1", "ศูนย์สิทธิ", numbers=(parse_number("1140"),), kind=PersonKind.DEPARTMENT, hours="จ-ศ 08:30-16:30"
)
OWNER = Person(
    "s-1", "S-1", "ประภา", "สุขเกษม", numbers=(parse_number("1145"),), kind=PersonKind.STAFF, department="D-1",
    lunch="10:30-11:00", deputy="S-2",
)  # fmt: skip
DEPUTY = replace(OWNER, id="s-2", code="S-2", given_name="อรทัย", numbers=(parse_number("1146"),), lunch="", deputy="")
SUDA = Person("p-1", "P-1", "สุดา", "ใจดี", numbers=(parse_number(NUMBER),))
GOLD = Article("a-1", "UC-02", "สิทธิบัตรทอง บัตรหาย", say="ใช้บัตรประชาชนได้เลยค่ะ", department="D-1", owner="S-1")
VISIT = Article("a-2", "IPD-01", "เวลาเยี่ยมผู้ป่วย", say="เยี่ยมได้ทุกวันค่ะ")


@pytest.fixture
def transfers(storage: Database, clock: StillClock) -> Transfers:
    with storage.write() as repos:
        repos.people.save_many((RIGHTS, OWNER, DEPUTY, SUDA), "test")
        repos.articles.save_many((GOLD, VISIT), "test")
    return Transfers(storage, Directory(storage, clock), clock)


def draft(clock: StillClock, **more: object) -> Draft:
    return replace(begin("staff-1", clock.now()), query="บัตรทองหาย", **more)  # type: ignore[arg-type]


def pass_on(storage: Database, clock: StillClock, days: float, **more: object) -> Contact:
    """Put on record that Suda was passed on, some days ago."""
    at = clock.now() - timedelta(days=days)
    given = {"number": NUMBER, "digits": "0812345678", "topic": GOLD.title} | more
    made = Contact(new_id(), at, at, Channel.PHONE, Outcome.TRANSFERRED, "staff-1", **given)  # type: ignore[arg-type]
    with storage.write() as repos:
        repos.contacts.add(made)
    return made


def test_the_answer_and_who_covers_it_now(transfers: Transfers, clock: StillClock) -> None:
    seen = transfers.preview(draft(clock), GOLD)
    assert seen.receiver is not None
    assert (seen.answer, seen.receiver.person, seen.receiver.place) == (GOLD, DEPUTY, "ศูนย์สิทธิ")
    assert (seen.receiver.call.extension, seen.receiver.call.owner) == ("1146", OWNER.name)
    assert seen.receiver.call.owner_doing is not None
    assert seen.receiver.call.owner_doing.presence is Presence.LUNCH


def test_the_one_somebody_chose_comes_before_the_cover_of_the_answer(transfers: Transfers, clock: StillClock) -> None:
    seen = transfers.preview(draft(clock), VISIT, RIGHTS.id)
    assert seen.receiver is not None
    assert (seen.receiver.person, seen.receiver.place, seen.receiver.call.role) == (RIGHTS, RIGHTS.name, "department")


def test_the_deputy_of_the_chosen_one_where_only_they_are_there(
    transfers: Transfers, storage: Database, clock: StillClock
) -> None:
    assert (found := transfers.preview(draft(clock), None, OWNER.id).receiver) is not None
    assert (found.person, found.call.role) == (DEPUTY, "deputy")
    with storage.write() as repos:
        repos.people.save(replace(DEPUTY, leave=(Leave(date(2026, 11, 20), date(2026, 11, 20)),)), "test")
    assert (found := transfers.preview(draft(clock), None, OWNER.id).receiver) is not None
    assert (found.person, found.call.available) == (OWNER, False)
    assert found.call.back_at is not None


def test_a_caller_is_nobody_to_pass_them_on_to(transfers: Transfers, clock: StillClock) -> None:
    assert transfers.preview(draft(clock), None, SUDA.id).receiver is None


def test_the_answer_used_counts_where_none_is_in_sight(transfers: Transfers, clock: StillClock) -> None:
    seen = transfers.preview(draft(clock, articles=("IPD-01", "UC-02", "GONE")))
    assert (seen.answer, seen.told) == (GOLD, (VISIT, GOLD))


def test_nothing_known_is_no_hindrance(transfers: Transfers, clock: StillClock) -> None:
    seen = transfers.preview(replace(draft(clock), query=""))
    assert (seen.answer, seen.receiver, seen.passed, seen.caller, seen.place) == (None, None, (), None, "")


@pytest.mark.parametrize("known", [{"number": "081 234 5678"}, {"person_id": "p-1"}], ids=["number", "person"])
def test_earlier_hand_offs_by_number_or_person(
    transfers: Transfers, storage: Database, clock: StillClock, known: dict[str, str]
) -> None:
    to = Transfer(TransferReason.NO_ANSWER, to_text="ประภา", to_place="ศูนย์สิทธิ")
    pass_on(storage, clock, 2, transfer=to, person_id="p-1")
    pass_on(storage, clock, 1, person_id="p-1", topic="", articles=("UC-02",))
    pass_on(storage, clock, 1, person_id="p-1", topic="เวลาเยี่ยม")
    seen = transfers.preview(draft(clock, **known), GOLD)
    assert [one.receiver for one in seen.passed] == ["ศูนย์สิทธิ", ""]


def test_one_that_was_taken_back_does_not_count(transfers: Transfers, storage: Database, clock: StillClock) -> None:
    made = pass_on(storage, clock, 1)
    log = ContactLog(storage, clock)
    assert len(transfers.preview(draft(clock, number=NUMBER), GOLD).passed) == 1
    log.withdraw(made.id, "staff-1")
    assert transfers.preview(draft(clock, number=NUMBER), GOLD).passed == ()


def test_a_transfer_is_logged_with_reason_receiver_and_slip(storage: Database, clock: StillClock) -> None:
    to = Transfer(TransferReason.AUTHORITY, "s-2", "อรทัย สุขเกษม", "ศูนย์สิทธิ", "ผู้ติดต่อถามเรื่องบัตรทองหาย")
    log = ContactLog(storage, clock)
    made = log.log(draft(clock, transfer=to), Outcome.TRANSFERRED)
    answered = log.log(draft(clock, transfer=to), Outcome.ANSWERED)
    assert {one.id: one.transfer for one in log.latest()} == {made.id: to, answered.id: None}
