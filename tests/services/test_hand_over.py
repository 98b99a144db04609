"""Handing over: what goes over, who signs, and who has it afterwards."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from argon2 import PasswordHasher

from frontdesk.domain.contacts import Channel
from frontdesk.domain.drafts import begin
from frontdesk.domain.errors import DeskError
from frontdesk.domain.hand_over import ItemKind, Proof
from frontdesk.domain.notices import Terms, Wording
from frontdesk.domain.people import Person
from frontdesk.domain.promises import Closing, Promise, PromiseEvent, PromiseEventKind, PromiseKind
from frontdesk.domain.staff import Staff
from frontdesk.services.hand_over import HandOvers
from frontdesk.services.notices import Notices
from frontdesk.services.promises import Promises
from frontdesk.services.security import TERMINAL, Security
from frontdesk.storage.database import Database

from .conftest import StillClock

PIN, WRONG = "258036", "258037"
ORN, CHAI = Staff("s-orn", "onanong", "อรอนงค์ พรหมดี"), Staff("s-chai", "somchai", "สมชาย ใจมั่น")
WANNA = Staff("s-wanna", "wanna", "วรรณา สุขเกษม")
SUDA = Person("p-suda", "P-1", "สุดา", "ใจดี")
HOUR = timedelta(hours=1)


@pytest.fixture
def shift(storage: Database, clock: StillClock) -> HandOvers:
    """A Friday at 10:42; the coming shift is Monday's."""
    security = Security(storage, clock, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    for staff in (ORN, CHAI):
        security.add(staff, PIN)
    with storage.write() as repos:
        repos.staff.save(WANNA)
        repos.people.save(SUDA, ORN.id)
    return HandOvers(storage, clock, security)


@pytest.fixture
def notices(storage: Database, clock: StillClock) -> Notices:
    return Notices(storage, clock)


def owe(storage: Database, clock: StillClock, key: str, hours: float | None = None, **fields: object) -> Promise:
    due = clock.now() + hours * HOUR if hours is not None else None
    given = {"kind": PromiseKind.PROMISE, "what": "โทรแจ้งคิว 089-765-4471", "owner": ORN.id} | fields
    made = Promise(
        id=key, made_at=clock.now() - HOUR, made_by=ORN.id, due_at=due, person_id=SUDA.id, person_name=SUDA.name,
        number="0812345678", digits="0812345678", channel=Channel.PHONE, **given,  # type: ignore[arg-type]
    )  # fmt: skip
    with storage.write() as repos:
        repos.promises.add(made, PromiseEvent(made.made_at, ORN.id, PromiseEventKind.MADE))
    return made


def begin_contact(storage: Database, clock: StillClock, staff: Staff = ORN) -> str:
    draft = replace(begin(staff.id, clock.now()), query="บัตรหาย", note="รอสาย", number="0812345678", person_id=SUDA.id)
    with storage.write() as repos:
        repos.drafts.save(draft)
    return draft.id


def owner_of(storage: Database, key: str) -> str:
    with storage.read() as repos:
        promise = repos.promises.get(key)
    assert promise is not None
    return promise.owner


def test_what_is_open_stands_in_its_order_with_numbers_masked(
    shift: HandOvers, notices: Notices, storage: Database, clock: StillClock
) -> None:
    draft = begin_contact(storage, clock)
    owe(storage, clock, "message", 1, kind=PromiseKind.MESSAGE, for_name="วรรณา ศรีสุข")
    owe(storage, clock, "broken", 0.1, kind=PromiseKind.CALL_BACK)
    owe(storage, clock, "late", -2)
    owe(storage, clock, "unsaid")
    notice = notices.post(Wording(text="  ลิฟต์ 2 ปิดซ่อม\nโทร 089-765-4471 "), Terms(), ORN.id)

    items = shift.board().items

    assert [item.key for item in items] == [draft, "broken", "late", "unsaid", "message", notice.id]
    first, last = items[0], items[-1]
    assert (first.what, first.who, first.number) == ("บัตรหาย · รอสาย", "สุดา ใจดี", "081-xxx-5678")
    assert (items[2].what, items[4].addressee) == ("โทรแจ้งคิว 089-xxx-4471", "วรรณา ศรีสุข")
    assert last.what == "ลิฟต์ 2 ปิดซ่อม โทร 089-xxx-4471"


def test_only_what_is_due_before_the_coming_shift_ends_is_handed_over(
    shift: HandOvers, storage: Database, clock: StillClock
) -> None:
    owe(storage, clock, "tonight", 12)
    owe(storage, clock, "monday", 3 * 24 + 5)
    owe(storage, clock, "monday evening", 3 * 24 + 7)
    assert [item.key for item in shift.board().items] == ["tonight", "monday"]
    assert shift.look_until("วันอาทิตย์ 12:00") == shift.board().until
    assert [item.key for item in shift.board().items] == ["tonight"]
    shift.look_until("")
    assert [item.key for item in shift.board().items] == ["tonight", "monday"]


def test_a_told_message_is_handed_over_once_as_due(shift: HandOvers, storage: Database, clock: StillClock) -> None:
    told = owe(storage, clock, "message", 1, kind=PromiseKind.MESSAGE)
    Promises(storage, clock).tell(told.id, ORN.id)
    assert [(item.kind, item.key) for item in shift.board().items] == [(ItemKind.PROMISE, "message")]


def test_whoever_takes_over_has_everything_that_named_nobody_else(
    shift: HandOvers, storage: Database, clock: StillClock
) -> None:
    draft = begin_contact(storage, clock)
    for key in ("mine", "wannas", "closed"):
        owe(storage, clock, key, 1)
    shift.name_owner("wannas", WANNA.id)
    made = shift.sign(ORN.id, PIN)
    Promises(storage, clock).close("closed", Closing.KEPT, ORN.id)
    clock.move(minutes=5)

    taken = shift.take_over(made.id, CHAI.id, PIN)

    assert (taken.signed.staff, taken.signed.proof) == (ORN.id, Proof.PIN)
    assert taken.taken is not None
    assert (taken.taken.staff, taken.taken.at) == (CHAI.id, clock.now())
    assert [owner_of(storage, key) for key in ("mine", "wannas", "closed")] == [CHAI.id, WANNA.id, ORN.id]
    with storage.read() as repos:
        assert [(one.id, one.staff) for one in repos.drafts.all()] == [(draft, CHAI.id)]
        events = repos.promises.events("mine")
        assert repos.hand_overs.get(made.id) == taken
    assert [(event.kind, event.by) for event in events] == [
        (PromiseEventKind.MADE, ORN.id), (PromiseEventKind.HANDED_OVER, CHAI.id),
    ]  # fmt: skip


def test_what_was_handed_over_stays_as_it_was(shift: HandOvers, storage: Database, clock: StillClock) -> None:
    owe(storage, clock, "p", 1)
    made = shift.sign(ORN.id, PIN)
    Promises(storage, clock).close("p", Closing.KEPT, ORN.id)
    board = shift.board()
    assert (board.items, board.waiting, board.open) == ((), made, frozenset())
    assert shift.get(made.id) == made


def test_the_plan_outlives_the_program_and_ends_with_the_signature(
    shift: HandOvers, storage: Database, clock: StillClock
) -> None:
    owe(storage, clock, "p", 1)
    shift.name_owner("p", CHAI.id)
    again = HandOvers(storage, clock, Security(storage, clock))
    assert [item.owner for item in again.board().items] == [CHAI.id]
    again.name_owner("p", "")
    assert [item.owner for item in again.board().items] == [""]
    again.name_owner("p", CHAI.id)
    made = shift.sign(ORN.id, PIN)
    assert [item.owner for item in made.items] == [CHAI.id]
    assert [item.owner for item in shift.board().items] == [""]


def test_whoever_works_here_no_more_is_given_nothing(shift: HandOvers, storage: Database, clock: StillClock) -> None:
    owe(storage, clock, "p", 1)
    shift.name_owner("p", WANNA.id)
    made = shift.sign(ORN.id, PIN)
    with storage.write() as repos:
        repos.staff.save(replace(WANNA, archived=True))
    assert [item.owner for item in shift.board().items] == [""]
    shift.take_over(made.id, CHAI.id, PIN)
    assert owner_of(storage, "p") == CHAI.id


def test_a_wrong_pin_signs_nothing(shift: HandOvers) -> None:
    with pytest.raises(DeskError, match="wrong_pin"):
        shift.sign(ORN.id, WRONG)
    assert shift.waiting() is None
    made = shift.sign(ORN.id, PIN)
    with pytest.raises(DeskError, match="wrong_pin"):
        shift.take_over(made.id, CHAI.id, "")
    assert shift.waiting() == made


def test_whoever_has_no_pin_signs_by_name(shift: HandOvers) -> None:
    assert shift.sign(WANNA.id).signed.proof is Proof.NAME


def test_the_terminal_and_those_who_left_sign_nothing(shift: HandOvers, storage: Database) -> None:
    with storage.write() as repos:
        repos.staff.save(Staff("s-cli", TERMINAL, TERMINAL))
        repos.staff.save(replace(WANNA, archived=True))
    for staff in ("s-cli", WANNA.id, "nobody"):
        with pytest.raises(DeskError, match="signer_unknown"):
            shift.sign(staff)


def test_only_the_newest_is_taken_over_and_once(shift: HandOvers, clock: StillClock) -> None:
    old = shift.sign(ORN.id, PIN)
    clock.move(minutes=10)
    new = shift.sign(ORN.id, PIN)
    assert shift.waiting() == new
    for key, code in ((old.id, "hand_over_replaced"), ("x", "hand_over_gone")):
        with pytest.raises(DeskError, match=code):
            shift.take_over(key, CHAI.id, PIN)
    shift.take_over(new.id, CHAI.id, PIN)
    assert shift.waiting() is None
    with pytest.raises(DeskError, match="hand_over_taken"):
        shift.take_over(new.id, ORN.id, PIN)


def test_what_one_leaves_is_counted_until_they_have_signed(
    shift: HandOvers, notices: Notices, storage: Database, clock: StillClock
) -> None:
    assert shift.left_by(ORN.id) == 0
    begin_contact(storage, clock)
    owe(storage, clock, "mine", 1)
    owe(storage, clock, "chais", 1, owner=CHAI.id)
    notices.post(Wording("ปิดประตู 1"), Terms(), ORN.id)
    assert (shift.left_by(ORN.id), shift.left_by(CHAI.id)) == (2, 1)
    shift.sign(ORN.id, PIN)
    assert (shift.left_by(ORN.id), shift.left_by(CHAI.id)) == (0, 1)


def test_a_notice_goes_from_shift_to_shift_until_it_is_over(
    shift: HandOvers, notices: Notices, clock: StillClock
) -> None:
    today = notices.post(Wording("ปิดประตู 1 วันนี้"), Terms(notices.read_until("วันนี้")), ORN.id)
    stays = notices.post(Wording(text="ของหายอยู่ลิ้นชักล่าง"), Terms(), ORN.id)
    made = shift.sign(ORN.id, PIN)
    assert [(item.key, item.until) for item in made.items] == [(today.id, date(2026, 11, 20)), (stays.id, None)]
    shift.take_over(made.id, CHAI.id, PIN)
    clock.move(days=1)
    assert [item.key for item in shift.board().items] == [stays.id]
    notices.end(stays.id, CHAI.id)
    assert shift.board().items == ()
    kept = shift.get(made.id)
    assert kept is not None
    assert len(kept.items) == 2


def test_a_notice_is_handed_over_with_its_end_and_who_has_not_read_it(
    shift: HandOvers, notices: Notices, clock: StillClock
) -> None:
    noon = notices.read_until("12:00")
    gate = notices.post(Wording("ปิดประตู 1", "ใช้ประตู 2"), Terms(noon, must_read=True), ORN.id)
    notices.mark_read([gate.id], CHAI.id)
    made = shift.sign(ORN.id, PIN)
    [item] = made.items
    assert (item.what, item.due, item.until) == ("ปิดประตู 1 · ใช้ประตู 2", noon, date(2026, 11, 20))
    assert item.who == "วรรณา สุขเกษม"
    notices.mark_read([gate.id], WANNA.id)
    assert shift.board().items[0].who == ""
    kept = shift.get(made.id)
    assert kept is not None
    assert kept.items == made.items  # as it was then
    clock.move(hours=2)
    assert shift.board().items == ()


def test_a_board_says_who_may_sign(shift: HandOvers) -> None:
    board = shift.board()
    assert {one.id for one in board.signing} == {ORN.id, CHAI.id}
    assert board.digits == {ORN.id: 6, CHAI.id: 6}
    assert isinstance(board.until, datetime)
