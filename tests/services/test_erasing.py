from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError
from sqlcipher3 import dbapi2 as driver

from frontdesk.domain.articles import Article
from frontdesk.domain.audit import AuditKind
from frontdesk.domain.chain_report import Fault, FaultKind, Remark, RemarkKind
from frontdesk.domain.contacts import Channel, Contact, Feedback, Outcome, Use
from frontdesk.domain.drafts import Draft
from frontdesk.domain.errors import DeskError
from frontdesk.domain.gaps import Gap
from frontdesk.domain.ids import new_id
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Person, PersonKind
from frontdesk.domain.promises import Closing, Promise, PromiseEvent, PromiseEventKind, PromiseKind
from frontdesk.domain.staff import Role, Staff
from frontdesk.domain.transfers import Transfer, TransferReason
from frontdesk.services.contact_log import ContactLog
from frontdesk.services.erasing import Erased, Erasing
from frontdesk.services.merging import Merging
from frontdesk.services.people_book import PeopleBook
from frontdesk.services.people_lookup import PeopleLookup
from frontdesk.services.promises import Promises
from frontdesk.services.verification import Verification
from frontdesk.storage.database import Database

from .conftest import StillClock
from .harmed_desk import harm

BOSS = Staff(new_id(), "boss", "อร", role=Role.SUPERVISOR)
CLERK = Staff(new_id(), "clerk", "สมชาย")
SUDA = Person(
    new_id(), "P-1", given_name="สุดาลักษณ์", family_name="ใจดีเหลือเกิน", romanised="Sudalak", nickname="ดาหวัน",
    organisation="ร้านสุดาขนมไทย", note="พูดช้า ๆ ชอบขนมเบื้อง", email="sudalak@example.org",
    kind=PersonKind.CUSTOMER, numbers=(parse_number("081-234 5678"),),
)  # fmt: skip
MANEE = Person(
    new_id(), "P-2", given_name="มานี", family_name="ใจดีเหลือเกิน", kind=PersonKind.CUSTOMER,
    numbers=(parse_number("02-111 2222"),), referred_by=SUDA.id,
)  # fmt: skip
SAID = ("ดาหวันมารับเอง", "ดาหวันรับทราบ")
SECRETS = (
    *SAID, "สุดาลักษณ์", "sudalak", "Sudalak", "ดาหวัน", "ร้านสุดา", "ขนมเบื้อง", "81-234", "812345678", "5678",
    "แพ้กุ้งแห้ง", "ผื่นคันมาก", "หมอผิวหนัง", "เจ็บคอมาก", "คำที่ลองไปแล้ว",
)  # fmt: skip
"""Pieces of what is written of her alone."""


@pytest.fixture
def desk(storage: Database, clock: StillClock) -> Iterator[Database]:
    with storage.write() as repos:
        for staff in (BOSS, CLERK):
            repos.staff.save(staff)
        repos.people.save_many([SUDA, MANEE], BOSS.id)
        repos.articles.save(Article(new_id(), "A", title="แพทย์"), BOSS.id)
    PeopleBook(storage, clock).save(replace(SUDA, note="พูดช้า ๆ ชอบขนมเบื้องมาก"), BOSS.id)
    yield storage


def call(clock: StillClock, person: Person, **fields: Any) -> Contact:
    clock.move(minutes=1)
    given: dict[str, Any] = {
        "number": person.numbers[0].raw, "digits": person.numbers[0].digits, "person_id": person.id,
        "person_code": person.code, "person_name": person.name, "topic": "หมอผิวหนัง", "note": "แพ้กุ้งแห้ง",
        "articles": ("A",), "queries": ("ผื่นคันมาก",), "uses": (Use("A", "ผื่นคันมาก", ("คำที่ลองไปแล้ว",)),),
        "feedback": Feedback.COMPLIMENT, "flagged": ("A",), "unanswered": True, "answered_at": clock.now(),
        "transfer": Transfer(TransferReason.AUTHORITY, slip="คุณดาหวัน โทรกลับ 081-234 5678"),
        "gap": Gap("แพ้กุ้งแห้งกินยาอะไร", "อายุรกรรม"),
    }  # fmt: skip
    return Contact(
        new_id(), clock.now(), clock.now(), Channel.PHONE, Outcome.TRANSFERRED, CLERK.id, **given | fields,
    )  # fmt: skip


@pytest.fixture
def calls(desk: Database, clock: StillClock) -> list[Contact]:
    """Two with her, one corrected from her to nobody, one from nobody with her number, one with another."""
    contacts = [
        call(clock, SUDA),
        call(clock, SUDA, note="เจ็บคอมาก"),
        call(clock, SUDA),
        call(clock, SUDA, person_id="", person_code="", person_name=""),
        call(clock, MANEE, note="ที่จอดรถ", topic="ที่จอดรถ", queries=("จอดรถ",), uses=(), transfer=None, gap=None),
    ]
    with desk.write() as repos:
        repos.contacts.add_many(contacts)
        for promise in (owed(contacts[0], clock), replace(owed(contacts[1], clock), contact_id="")):
            repos.promises.add(promise, PromiseEvent(clock.now(), CLERK.id, PromiseEventKind.MADE))
            for said in SAID:
                repos.promises.save(promise, PromiseEvent(clock.now(), CLERK.id, PromiseEventKind.MOVED, said))
        alone = replace(owed(contacts[3], clock), id=new_id(), contact_id="", what="ดาหวันขอให้โทรกลับ")
        repos.promises.add(alone, PromiseEvent(clock.now(), CLERK.id, PromiseEventKind.MADE))
    log = ContactLog(desk, clock)
    log.correct(contacts[1].id, {"outcome": Outcome.ANSWERED, "note": "เจ็บคอมาก ๆ", "topic": "คอ"}, CLERK.id)
    log.correct(contacts[2].id, {"person_id": ""}, CLERK.id)
    log.save_draft(Draft(new_id(), clock.now(), CLERK.id, note="แพ้กุ้งแห้ง", person_id=SUDA.id))
    log.save_draft(Draft(new_id(), clock.now(), CLERK.id, note="แพ้กุ้งแห้ง", number="+66 81 234 5678"))
    log.save_draft(Draft(new_id(), clock.now(), CLERK.id, note="ที่จอดรถ", person_id=MANEE.id))
    return contacts


def owed(contact: Contact, clock: StillClock) -> Promise:
    return Promise(
        contact.id, PromiseKind.PROMISE, clock.now(), CLERK.id, CLERK.id, "โทรบอกผลแพ้กุ้งแห้ง", contact.id,
        contact.person_id, contact.person_name, contact.number, contact.digits,
    )  # fmt: skip


def erase(desk: Database, clock: StillClock) -> Erased:
    clock.move(days=1)
    return Erasing(desk, clock).erase_person(SUDA.id, BOSS.id, "มาตรา 33")


def test_nothing_personal_stays_and_the_chain_holds(desk: Database, clock: StillClock, calls: list[Contact]) -> None:
    head = Verification(desk).verify().head.printed
    assert erase(desk, clock) == Erased(1, 4)
    report = Verification(desk).verify(head)
    assert (report.fault, report.printed, report.head.count) == (None, 7, 11)
    assert report.remarks == (Remark(RemarkKind.ERASED, 0, 4),)


def test_no_byte_of_it_is_left_in_the_file(desk: Database, clock: StillClock, calls: list[Contact]) -> None:
    assert all(found(desk.file, secret) for secret in SECRETS[:1] + SECRETS[-2:])
    erase(desk, clock)
    with desk.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").close()
    assert [secret for secret in SECRETS if found(desk.file, secret)] == []


def found(file: Path, text: str) -> bool:
    parts = (file, file.with_name(f"{file.name}-wal"))
    return any(text.encode() in part.read_bytes() for part in parts if part.exists())


def test_what_was_done_stays(desk: Database, clock: StillClock, calls: list[Contact]) -> None:
    erase(desk, clock)
    blank: dict[str, Any] = {
        "number": "",
        "digits": "",
        "person_id": "",
        "person_code": "",
        "person_name": "",
        "topic": "",
        "note": "",
    }
    log = ContactLog(desk, clock)
    found = {one.id: one for one in log.latest()}
    assert found[calls[0].id] == replace(
        calls[0], **blank, queries=(), uses=(), transfer=Transfer(TransferReason.AUTHORITY), gap=Gap("", "อายุรกรรม")
    )
    corrected = found[calls[1].id]
    assert (corrected.outcome, corrected.note) == (Outcome.ANSWERED, "")
    assert [(one.field, one.new) for step in corrected.corrections for one in step.changes] == [
        ("outcome", Outcome.ANSWERED)
    ]
    assert found[calls[4].id] == calls[4]
    assert log.count() == 5
    assert [draft.note for draft in log.drafts()] == ["ที่จอดรถ"]
    with desk.read() as repos:
        assert [(one.what, one.person_id, one.digits, one.owner) for one in repos.promises.open()] == [
            ("", "", "", CLERK.id)
        ] * 2


def test_what_was_done_to_a_promise_stays_and_what_was_said_goes(
    desk: Database, clock: StillClock, calls: list[Contact]
) -> None:
    due, promises = clock.now() + timedelta(hours=2), Promises(desk, clock)
    promises.move(calls[0].id, due, CLERK.id)
    promises.address(calls[0].id, CLERK.name, CLERK.id, CLERK.id)
    promises.close(calls[0].id, Closing.KEPT, CLERK.id)
    before = promises.events(calls[0].id)
    erase(desk, clock)
    after = promises.events(calls[0].id)
    assert [(one.at, one.by, one.kind) for one in after] == [(one.at, one.by, one.kind) for one in before]
    assert [one.detail for one in after] == ["", "", "", due.isoformat(), "", "kept"]
    assert Verification(desk).verify().sound


def test_one_a_message_was_for_is_forgotten_with_it(desk: Database, clock: StillClock, calls: list[Contact]) -> None:
    message = replace(owed(calls[4], clock), id=new_id(), contact_id="", kind=PromiseKind.MESSAGE, what="ที่จอดรถ")
    promises = Promises(desk, clock)
    promises.make(message)
    promises.address(message.id, SUDA.name, SUDA.id, CLERK.id)
    erase(desk, clock)
    left = promises.get(message.id)
    assert left is not None
    assert (left.for_id, left.for_name, left.what, left.person_id) == ("", "", "ที่จอดรถ", MANEE.id)
    assert [one.detail for one in promises.events(message.id)] == ["", ""]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE promise_events SET detail = ''",
        "UPDATE promise_events SET detail = '', by = 'x'",
        "UPDATE promise_events SET detail = 'ปลอม'",
        "DELETE FROM promise_events",
    ],
)
@pytest.mark.parametrize("erased", [False, True])
def test_what_happened_to_promises_is_guarded(
    desk: Database, clock: StillClock, calls: list[Contact], statement: str, erased: bool
) -> None:
    with desk.write() as repos:
        kept = replace(owed(calls[4], clock), id=new_id())
        repos.promises.add(kept, PromiseEvent(clock.now(), CLERK.id, PromiseEventKind.MOVED, clock.now().isoformat()))
    if erased:
        erase(desk, clock)
    with desk.engine.connect() as connection, pytest.raises((IntegrityError, driver.IntegrityError)):
        connection.exec_driver_sql(statement)


def test_nothing_finds_the_erased(desk: Database, clock: StillClock, calls: list[Contact]) -> None:
    erase(desk, clock)
    with desk.read() as repos:
        contacts, people = repos.contacts, repos.people
        assert people.get(SUDA.id) is None
        assert people.versions(SUDA.id) == []
        assert people.ids_by_exact_number("0812345678") == people.ids_by_card_words(["ขนมเบื้อง"], 9) == []
        assert people.distinct_names() == (["มานี"], ["ใจดีเหลือเกิน"], [])
        assert [one.referred_by for one in people.all()] == [""]
        assert contacts.of_person(SUDA.id, 9) == contacts.of_digits("0812345678", 9) == []
        assert contacts.containing(["แพ้กุ้ง"], 9) == contacts.containing(["คอ"], 9) == []
        assert contacts.figures(SUDA.id).total == 0
        assert contacts.most_used(clock.now() - timedelta(days=9), 9) == ["A"]
        assert not repos.answer_words.strongest(["ผื่นคันมาก"])
        [event] = repos.audit.latest(9)
        assert (event.kind, event.subject, event.staff, event.detail) == (
            AuditKind.ERASE, SUDA.id, BOSS.id, "contacts 4",
        )  # fmt: skip


def test_another_program_forgets_them_too(desk: Database, clock: StillClock, calls: list[Contact]) -> None:
    with desk.read() as repos:
        before = repos.people.revision()
    erase(desk, clock)
    with desk.read() as repos:
        assert repos.people.changed_since(before, 9) == [SUDA.id]


def test_those_who_were_one_with_the_person_go_too(desk: Database, clock: StillClock, calls: list[Contact]) -> None:
    twin = replace(SUDA, id=new_id(), code="P-9", numbers=())
    PeopleBook(desk, clock).save(twin, BOSS.id)
    Merging(desk, clock).merge([SUDA.id, twin.id], BOSS.id)
    assert erase(desk, clock) == Erased(2, 4)
    with desk.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").close()
    assert [secret for secret in SECRETS if found(desk.file, secret)] == []
    assert Verification(desk).verify().sound


def test_a_shared_number_erases_nobody_else_s_calls(desk: Database, clock: StillClock, calls: list[Contact]) -> None:
    PeopleBook(desk, clock).save(replace(MANEE, numbers=(*MANEE.numbers, *SUDA.numbers)), BOSS.id)
    assert erase(desk, clock) == Erased(1, 3)
    with desk.read() as repos:
        assert repos.contacts.get(calls[3].id) == calls[3]


def test_an_erased_contact_stays_as_it_is(desk: Database, clock: StillClock, calls: list[Contact]) -> None:
    erase(desk, clock)
    log = ContactLog(desk, clock)
    with pytest.raises(DeskError, match="contact_erased"):
        log.correct(calls[0].id, {"note": "x"}, CLERK.id)
    log.withdraw(calls[0].id, CLERK.id)
    assert Verification(desk).verify().sound


EDITS = [
    "UPDATE contacts SET note = 'ปลอม'",
    "UPDATE contacts SET outcome = 'answered', note = ''",
    "UPDATE contact_articles SET code = 'B', words = '', missed = '[]'",
    "UPDATE contact_corrections SET by = 'x'",
    "UPDATE chain SET commitment = X'00', salt = NULL",
    "UPDATE chain SET salt = X'00'",
    "DELETE FROM contacts",
    "DELETE FROM contact_articles",
    "DELETE FROM erasures",
]


@pytest.mark.parametrize("statement", EDITS)
def test_erasing_opens_no_door(desk: Database, clock: StillClock, calls: list[Contact], statement: str) -> None:
    erase(desk, clock)
    with desk.engine.connect() as connection, pytest.raises((IntegrityError, driver.IntegrityError)):
        connection.exec_driver_sql(statement)


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("UPDATE contacts SET outcome = 'other' WHERE id = ?", FaultKind.EDITED),
        ("UPDATE contacts SET note = 'ปลอม' WHERE id = ?", FaultKind.EDITED),
        ("UPDATE erasures SET by = 'x' WHERE contact_id = ?", FaultKind.EDITED),
        ("DELETE FROM erasures WHERE contact_id = ?", FaultKind.REMOVED),
    ],
)
def test_harm_to_what_an_erasure_left_is_found(
    desk: Database, clock: StillClock, calls: list[Contact], statement: str, kind: FaultKind
) -> None:
    erase(desk, clock)
    first = min(calls[:4], key=lambda one: one.id)
    harm(desk.file.parent, statement, values=(first.id,))
    assert Verification(desk).verify().fault == Fault(kind, 8, entry="erasure")


@pytest.mark.parametrize(
    ("by", "code"),
    [(CLERK.id, "not_allowed"), ("nobody", "not_allowed"), (BOSS.id, "person_gone")],
    ids=["clerk", "nobody", "boss"],
)
def test_who_may_and_whom(desk: Database, clock: StillClock, by: str, code: str) -> None:
    person = "nobody" if code == "person_gone" else SUDA.id
    with pytest.raises(DeskError, match=code):
        Erasing(desk, clock).erase_person(person, by, "")


def test_a_running_look_up_forgets_the_erased(desk: Database, clock: StillClock, calls: list[Contact]) -> None:
    look_up = PeopleLookup(desk)
    assert [one.person.code for one in look_up.find("สุดาลักษ", 9).people] == ["P-1"]
    erase(desk, clock)
    for text in ("สุดาลักษ", "สุดาลักษณ์ ใจดีเหลือเกิน", "0812345678", "sudalak", "ขนมเบื้อง"):
        assert [one.person.code for one in look_up.find(text, 9).people] in ([], ["P-2"]), text
