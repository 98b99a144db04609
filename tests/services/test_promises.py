from collections.abc import Callable
from dataclasses import replace

import pytest

from frontdesk.domain import drafts
from frontdesk.domain.contacts import Contact, Outcome
from frontdesk.domain.drafts import Draft
from frontdesk.domain.errors import DeskError
from frontdesk.domain.ids import new_id
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Person
from frontdesk.domain.promises import CALL_BACK_WITHIN, Closing, Promise, PromiseEventKind, PromiseKind
from frontdesk.services.contact_log import ContactLog
from frontdesk.services.people_book import PeopleBook
from frontdesk.services.promises import Promises
from frontdesk.storage.database import Database

from .conftest import StillClock

NUMBER = "081-234-5678"
MADE, MOVED, TOLD, CLOSED, REOPENED = (
    PromiseEventKind.MADE, PromiseEventKind.MOVED, PromiseEventKind.TOLD, PromiseEventKind.CLOSED,
    PromiseEventKind.REOPENED,
)  # fmt: skip
End = Callable[..., Contact]


@pytest.fixture
def promises(storage: Database, clock: StillClock) -> Promises:
    return Promises(storage, clock)


@pytest.fixture
def log(storage: Database, clock: StillClock) -> ContactLog:
    return ContactLog(storage, clock)


@pytest.fixture
def end(log: ContactLog, clock: StillClock) -> End:
    """Log a contact with somebody: ``end(Outcome.PROMISED, topic="...")``."""

    def finish(outcome: Outcome, **fields: object) -> Contact:
        given: dict[str, object] = {"number": NUMBER, "topic": "ใบรับรองแพทย์"} | fields
        return log.log(replace(drafts.begin("วรรณา", clock.now()), **given), outcome)  # type: ignore[arg-type]

    return finish


def kinds(promises: Promises, promise_id: str) -> list[PromiseEventKind]:
    return [event.kind for event in promises.events(promise_id)]


def test_a_contact_that_ends_with_a_promise_makes_one_even_without_a_time(promises: Promises, end: End) -> None:
    contact = end(Outcome.PROMISED, note="โทรกลับแจ้งผล")
    [made] = promises.due_list().promises
    assert (made.id, made.kind, made.due_at, made.owner) == (contact.id, PromiseKind.PROMISE, None, "วรรณา")
    assert made.what == "ใบรับรองแพทย์ · โทรกลับแจ้งผล"
    assert kinds(promises, contact.id) == [MADE]


@pytest.mark.parametrize("outcome", [Outcome.ANSWERED, Outcome.TRANSFERRED, Outcome.WRONG_PLACE, Outcome.OTHER])
def test_other_contacts_owe_nothing(promises: Promises, end: End, outcome: Outcome) -> None:
    end(outcome)
    assert promises.due_list().promises == ()


def test_every_change_is_an_event_and_the_last_can_be_taken_back(promises: Promises, end: End) -> None:
    key = end(Outcome.PROMISED).id
    moved = promises.move(key, promises.read("บ่าย 3"), "วรรณา")
    done = promises.close(key, Closing.KEPT, "อรอนงค์")
    assert (done.closing, done.closed_by, done.open) == (Closing.KEPT, "อรอนงค์", False)
    assert promises.due_list().promises == ()
    assert promises.closed_lately() == (done,)
    promises.put_back(moved, "อรอนงค์")
    assert promises.due_list().promises == (moved,)
    assert kinds(promises, key) == [MADE, MOVED, CLOSED, REOPENED]


def test_a_closed_promise_is_not_changed_any_more(promises: Promises, end: End) -> None:
    key = end(Outcome.PROMISED).id
    promises.close(key, Closing.NOT_NEEDED, "x")
    with pytest.raises(DeskError) as moved:
        promises.move(key, None, "x")
    with pytest.raises(DeskError) as closed:
        promises.close(key, Closing.KEPT, "x")
    assert (moved.value.code, closed.value.code) == ("promise_closed", "promise_closed")


def test_a_message_is_for_somebody_and_told_once(promises: Promises, end: End, clock: StillClock) -> None:
    key = end(Outcome.MESSAGE, note="ขอให้โทรกลับ").id
    assert promises.counts().untold == 1
    doctor = Person(new_id(), "S-1", "สมหญิง", "รักดี")
    named = promises.address(key, doctor.name, doctor.id, "วรรณา")
    assert (named.what, named.for_name) == ("ขอให้โทรกลับ", "สมหญิง รักดี")
    told = promises.tell(key, "วรรณา")
    assert told.told_at == clock.now()
    assert promises.counts().untold == 0
    with pytest.raises(DeskError) as caught:
        promises.tell(key, "วรรณา")
    assert caught.value.code == "message_only"
    promises.put_back(named, "วรรณา")
    assert promises.counts().untold == 1


def test_the_list_goes_by_time_and_is_counted(promises: Promises, end: End, clock: StillClock) -> None:
    today, soon, later, unsaid = (end(Outcome.PROMISED, number="", topic=topic).id for topic in "กขคง")
    for key, when in ((today, "15:00"), (soon, "11:00"), (later, "สัปดาห์หน้า")):
        promises.move(key, promises.read(when), "วรรณา")
    clock.move(hours=1)
    listed = promises.due_list().promises
    assert [one.id for one in listed] == [soon, today, later, unsaid]
    counts = promises.counts()
    assert (counts.due, counts.overdue, counts.next_due) == (3, 1, listed[1].due_at)
    assert promises.due_list("อรอนงค์").promises == ()


def test_the_rate_counts_times_that_were_kept(promises: Promises, end: End, clock: StillClock) -> None:
    ids = [end(Outcome.PROMISED, number="").id for _ in range(6)]
    for key in ids[:5]:
        promises.move(key, promises.read("15:00"), "x")
    promises.close(ids[0], Closing.KEPT, "x")
    promises.close(ids[1], Closing.NOT_NEEDED, "x")
    clock.move(hours=5)
    promises.close(ids[2], Closing.KEPT, "x")
    promises.move(ids[3], promises.read("พรุ่งนี้ 10:00"), "x")
    promises.close(ids[3], Closing.KEPT, "x")
    rate = promises.due_list().rate
    assert (rate.kept, rate.n, rate.percent) == (1, 4, 25)


def test_taking_a_contact_back_takes_its_promise_back(promises: Promises, log: ContactLog, end: End) -> None:
    contact = end(Outcome.PROMISED)
    log.withdraw(contact.id, "วรรณา")
    assert promises.due_list().promises == ()
    assert promises.closed_lately() == ()


def test_whose_line_broke_off_is_called_back_until_they_call_again(
    promises: Promises, log: ContactLog, end: End, clock: StillClock
) -> None:
    dropped = end(Outcome.DROPPED, queries=("บัตรหาย",), note="อยู่หน้าตึก 2")
    clock.move(minutes=3)
    found = promises.broken_off("", "+66 81 234 5678")
    assert found is not None
    assert (found.contact.id, found.promise.kind) == (dropped.id, PromiseKind.CALL_BACK)
    again = drafts.taken_up(replace(drafts.begin("วรรณา", clock.now()), number=NUMBER), found.contact)
    assert (again.query, again.note, again.continues) == ("บัตรหาย", "อยู่หน้าตึก 2", dropped.id)
    second = log.log(again, Outcome.ANSWERED)
    [closed] = promises.closed_lately()
    assert (closed.closing, closed.closing_contact) == (Closing.CALLED_AGAIN, second.id)
    assert promises.broken_off("", NUMBER) is None
    log.withdraw(second.id, "วรรณา")
    assert promises.broken_off("", NUMBER) is not None


def test_nobody_unknown_can_be_called_back(promises: Promises, end: End) -> None:
    end(Outcome.DROPPED, number="")
    assert promises.due_list().promises == ()


def test_the_card_shows_what_is_owed(promises: Promises, storage: Database, clock: StillClock, end: End) -> None:
    book = PeopleBook(storage, clock)
    suda = Person(new_id(), "P-1", "สุดา", "ใจดี", numbers=(parse_number(NUMBER),))
    book.save(suda, "x")
    kept, owed = (end(Outcome.PROMISED, person_id=suda.id) for _ in range(2))
    promises.close(kept.id, Closing.KEPT, "x")
    card = book.card(suda.id)
    assert card is not None
    assert [one.id for one in card.promises] == [owed.id]


def test_a_promise_can_be_made_by_itself(promises: Promises, clock: StillClock) -> None:
    now = clock.now()
    made = promises.make(Promise(new_id(), PromiseKind.PROMISE, now, "x", "x", "ส่งเอกสาร", number=NUMBER))
    assert promises.due_list().promises == (made,)
    assert made.digits == "0812345678"


def test_a_draft_keeps_where_it_goes_on(log: ContactLog, clock: StillClock) -> None:
    draft: Draft = replace(drafts.begin("วรรณา", clock.now()), note="x", continues="id")
    log.save_draft(draft)
    assert [one.continues for one in log.drafts("วรรณา")] == ["id"]


OWING = {
    Outcome.PROMISED: PromiseKind.PROMISE, Outcome.MESSAGE: PromiseKind.MESSAGE, Outcome.DROPPED: PromiseKind.CALL_BACK,
}  # fmt: skip
"""Which outcome makes what."""


@pytest.mark.parametrize("outcome", OWING)
def test_one_put_right_to_owing_is_on_the_list_from_then_on(
    promises: Promises, log: ContactLog, end: End, clock: StillClock, outcome: Outcome
) -> None:
    contact = end(Outcome.ANSWERED, note="โทรกลับแจ้งผล")
    clock.move(hours=2)
    log.correct(contact.id, {"outcome": outcome}, "อรอนงค์")
    [owed] = promises.due_list().promises
    assert (owed.id, owed.kind, owed.owner, owed.digits) == (contact.id, OWING[outcome], "วรรณา", "0812345678")
    assert (owed.made_at, owed.overdue(clock.now())) == (clock.now(), False)
    [event] = promises.events(contact.id)
    assert (event.kind, event.at, event.by) == (MADE, clock.now(), "อรอนงค์")


@pytest.mark.parametrize("outcome", OWING)
def test_one_put_right_to_not_owing_leaves_the_list_and_comes_back(
    promises: Promises, log: ContactLog, end: End, clock: StillClock, outcome: Outcome
) -> None:
    contact = end(outcome)
    clock.move(hours=1)
    log.correct(contact.id, {"outcome": Outcome.ANSWERED}, "วรรณา")
    assert (promises.due_list().promises, promises.closed_lately()) == ((), ())
    assert promises.due_list().rate.n == 0
    log.correct(contact.id, {"outcome": outcome}, "วรรณา")
    [owed] = promises.due_list().promises
    assert (owed.kind, owed.overdue(clock.now())) == (OWING[outcome], False)
    assert kinds(promises, contact.id)[:3] == [MADE, CLOSED, REOPENED]


@pytest.mark.parametrize("before", OWING)
@pytest.mark.parametrize("after", OWING)
def test_what_is_owed_becomes_of_another_kind(
    promises: Promises, log: ContactLog, end: End, clock: StillClock, before: Outcome, after: Outcome
) -> None:
    contact = end(before)
    clock.move(minutes=30)
    log.correct(contact.id, {"outcome": after}, "วรรณา")
    [owed] = promises.due_list().promises
    assert owed.kind is OWING[after]
    if before is not after:
        assert owed.due_at == (clock.now() + CALL_BACK_WITHIN if after is Outcome.DROPPED else None)
        assert PromiseEventKind.CORRECTED in kinds(promises, contact.id)


def test_a_time_that_was_agreed_on_outlives_a_correction(promises: Promises, log: ContactLog, end: End) -> None:
    contact = end(Outcome.PROMISED)
    moved = promises.move(contact.id, promises.read("บ่าย 3"), "วรรณา")
    log.correct(contact.id, {"outcome": Outcome.MESSAGE, "note": "แจ้งหมอสมหญิง"}, "วรรณา")
    [owed] = promises.due_list().promises
    assert (owed.due_at, owed.what) == (moved.due_at, "แจ้งหมอสมหญิง")


def test_what_is_owed_follows_the_number_and_the_person(
    promises: Promises, log: ContactLog, storage: Database, clock: StillClock, end: End
) -> None:
    manee = Person(new_id(), "P-2", "มานี", "มีนา")
    PeopleBook(storage, clock).save(manee, "x")
    contact = end(Outcome.PROMISED)
    log.correct(contact.id, {"person_id": manee.id, "number": "02 111 2222", "topic": "ที่จอดรถ"}, "วรรณา")
    [owed] = promises.due_list().promises
    assert (owed.person_id, owed.person_name, owed.digits, owed.what) == (manee.id, "มานี มีนา", "021112222", "ที่จอดรถ")


def test_what_was_kept_stays_kept(promises: Promises, log: ContactLog, end: End) -> None:
    contact = end(Outcome.PROMISED)
    promises.close(contact.id, Closing.KEPT, "วรรณา")
    log.correct(contact.id, {"outcome": Outcome.ANSWERED}, "วรรณา")
    [kept] = promises.closed_lately()
    assert kept.closing is Closing.KEPT
    assert kinds(promises, contact.id) == [MADE, CLOSED]


def test_nobody_waits_for_a_call_back_who_has_called_since(
    promises: Promises, log: ContactLog, end: End, clock: StillClock
) -> None:
    first = end(Outcome.OTHER)
    clock.move(minutes=5)
    end(Outcome.ANSWERED)
    log.correct(first.id, {"outcome": Outcome.DROPPED}, "วรรณา")
    assert promises.due_list().promises == ()


def test_a_call_back_waits_again_when_it_was_somebody_else_who_called(
    promises: Promises, log: ContactLog, end: End, clock: StillClock
) -> None:
    dropped = end(Outcome.DROPPED)
    clock.move(minutes=5)
    other = end(Outcome.ANSWERED)
    assert promises.due_list().promises == ()
    log.correct(other.id, {"number": "02 111 2222"}, "วรรณา")
    assert [one.id for one in promises.due_list().promises] == [dropped.id]
    log.correct(other.id, {"number": NUMBER}, "วรรณา")
    assert promises.due_list().promises == ()


def test_one_taken_back_owes_nothing_however_it_is_put_right(promises: Promises, log: ContactLog, end: End) -> None:
    contact = end(Outcome.PROMISED)
    log.withdraw(contact.id, "วรรณา")
    log.correct(contact.id, {"outcome": Outcome.MESSAGE}, "วรรณา")
    assert promises.due_list().promises == ()
