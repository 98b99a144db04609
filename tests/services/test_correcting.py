from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from frontdesk.domain.articles import Article
from frontdesk.domain.contacts import Change, Channel, Contact, Feedback, Outcome, Use
from frontdesk.domain.drafts import Draft
from frontdesk.domain.errors import DeskError
from frontdesk.domain.ids import new_id
from frontdesk.domain.people import Person, PersonKind
from frontdesk.services.attaching import Attaching
from frontdesk.services.contact_log import ContactLog
from frontdesk.storage.database import Database

from .conftest import StillClock

SUDA = Person(new_id(), "P-1", given_name="สุดา", family_name="ใจดี", kind=PersonKind.CUSTOMER)
MANEE = Person(new_id(), "P-2", given_name="มานี", family_name="มีนา", kind=PersonKind.CUSTOMER)


@pytest.fixture
def log(storage: Database, clock: StillClock) -> ContactLog:
    with storage.write() as repos:
        repos.articles.save_many([Article(new_id(), code, title=code) for code in ("A", "B", "C")], "x")
        repos.people.save_many([SUDA, MANEE], "x")
    return ContactLog(storage, clock)


@pytest.fixture
def call(log: ContactLog, clock: StillClock) -> Contact:
    draft = Draft(
        new_id(), clock.now(), "s-orn", number="081 234 5678", person_id=SUDA.id, topic="บัตรหาย",
        note="ขอโทรกลับบ่าย", articles=("A", "B"), queries=("บัตร",), uses=(Use("A", "บัตร"), Use("B", "ใบขับขี่")),
    )  # fmt: skip
    return log.log(draft, Outcome.ANSWERED)


CHANGES: list[tuple[Mapping[str, Any], Mapping[str, Any]]] = [
    ({"outcome": Outcome.PROMISED}, {}),
    ({"channel": Channel.LINE, "unanswered": True}, {}),
    ({"topic": "ที่จอดรถ", "note": "โทรกลับ “เช้า” 🙏"}, {}),
    ({"feedback": Feedback.COMPLAINT}, {}),
    ({"articles": ("C", "A")}, {"uses": (Use("A", "บัตร"),)}),
    ({"number": "+66 89 999 0000"}, {"digits": "0899990000"}),
    ({"person_id": MANEE.id}, {"person_code": "P-2", "person_name": "มานี มีนา"}),
    ({"person_id": ""}, {"person_code": "", "person_name": ""}),
]


@pytest.mark.parametrize(("changes", "following"), CHANGES)
def test_shows_the_new_values_with_the_old_beside_them(
    log: ContactLog, call: Contact, clock: StillClock, changes: Mapping[str, Any], following: Mapping[str, Any]
) -> None:
    clock.move(minutes=5)
    found = log.correct(call.id, changes, "s-som")
    assert replace(found, corrections=()) == replace(call, **changes, **following)
    assert log.latest() == [found]
    (correction,) = found.corrections
    assert (correction.at, correction.by) == (clock.now(), "s-som")
    expected = {name: Change(name, getattr(call, name), value) for name, value in changes.items()}
    assert expected.items() <= {one.field: one for one in correction.changes}.items()


def test_each_correction_is_kept(log: ContactLog, call: Contact, storage: Database) -> None:
    for outcome in (Outcome.PROMISED, Outcome.MESSAGE, Outcome.MESSAGE, Outcome.ANSWERED):
        found = log.correct(call.id, {"outcome": outcome}, "s-orn")
    steps = [(change.old, change.new) for one in found.corrections for change in one.changes]
    assert steps == [
        (Outcome.ANSWERED, Outcome.PROMISED), (Outcome.PROMISED, Outcome.MESSAGE), (Outcome.MESSAGE, Outcome.ANSWERED),
    ]  # fmt: skip
    with storage.read() as repos:
        assert repos.chain.head().count == 4


def test_searches_and_figures_go_by_the_new_values(log: ContactLog, call: Contact, storage: Database) -> None:
    fields = {"person_id": MANEE.id, "number": "089-999-0000", "note": "นัดหมอฟัน", "outcome": Outcome.PROMISED}
    now = log.correct(call.id, {**fields, "articles": ("C",), "feedback": Feedback.COMPLIMENT}, "s-orn")
    with storage.read() as repos:
        contacts = repos.contacts
        assert contacts.of_person(SUDA.id, 9) == contacts.of_digits("0812345678", 9) == []
        assert contacts.of_person(MANEE.id, 9) == contacts.of_digits("0899990000", 9) == [now]
        assert contacts.containing(["โทรกลับ"], 9) == []
        assert contacts.containing(["หมอฟัน"], 9) == contacts.containing(["บัตร"], 9) == [now]
        assert (contacts.figures(SUDA.id).total, contacts.figures(MANEE.id).total) == (0, 1)
        assert contacts.figures(MANEE.id).compliments == 1
        assert [contacts.uses_since(code, call.at) for code in "ABC"] == [0, 0, 1]
        assert contacts.most_used(call.at, 9) == ["C"]
        assert contacts.recent_articles("s-orn", 9) == [("C", call.at)]
        assert contacts.last_contact_of([SUDA.id, MANEE.id]) == {MANEE.id: call.at}
        assert list(contacts.between(None, None)) == [now]
        assert contacts.count() == 1


def test_the_last_contact_of_both_follows(log: ContactLog, call: Contact, storage: Database) -> None:
    def contacted(*people: Person) -> list[str]:
        query = "SELECT code FROM people WHERE last_contact_at IS NOT NULL ORDER BY code"
        with storage.engine.connect() as connection:
            return list(connection.exec_driver_sql(query).scalars())

    assert contacted() == ["P-1"]
    log.correct(call.id, {"person_id": MANEE.id}, "s-orn")
    assert contacted() == ["P-2"]
    log.correct(call.id, {"person_id": ""}, "s-orn")
    assert contacted() == []
    log.correct(call.id, {"person_id": SUDA.id}, "s-orn")
    log.withdraw(call.id, "s-orn")
    assert contacted() == []


def test_what_was_learned_follows_the_answers(log: ContactLog, call: Contact, storage: Database) -> None:
    log.correct(call.id, {"articles": ("B",)}, "s-orn")
    with storage.read() as repos:
        assert repos.answer_words.strongest(["บัตร"]) == []
        assert [one.uses for one in repos.answer_words.strongest(["ใบขับขี่"])] == [1]


def test_one_taken_back_stays_taken_back(log: ContactLog, call: Contact, storage: Database) -> None:
    log.withdraw(call.id, "s-orn")
    found = log.correct(call.id, {"note": "ผิดคน", "articles": ("B",)}, "s-orn")
    assert (found.note, log.latest(), log.count()) == ("ผิดคน", [], 0)
    with storage.read() as repos:
        assert not repos.contacts.containing(["ผิดคน"], 9)
        assert not repos.answer_words.strongest(["ใบขับขี่"])


def test_a_number_put_right_is_nobody_else_s_any_more(log: ContactLog, clock: StillClock, storage: Database) -> None:
    call = log.log(Draft(new_id(), clock.now(), "s-orn", number="089 000 1111"), Outcome.ANSWERED)
    Attaching(storage, clock).attach("089 000 1111", SUDA.id, "s-orn")
    assert log.latest()[0].person_id == SUDA.id
    assert log.correct(call.id, {"number": "089 000 2222"}, "s-orn").person_id == ""


def test_nothing_new_is_no_correction(log: ContactLog, call: Contact, storage: Database) -> None:
    assert log.correct(call.id, {"note": call.note, "outcome": call.outcome}, "s-orn") == call
    with storage.read() as repos:
        assert repos.chain.head().count == 1


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"person_id": "nobody"}, "person_gone"), ({"articles": ("A", "ไม่มี")}, "unknown_article")],
)
def test_refuses_what_is_not_there(log: ContactLog, call: Contact, changes: Mapping[str, Any], code: str) -> None:
    with pytest.raises(DeskError) as caught:
        log.correct(call.id, changes, "s-orn")
    assert caught.value.code == code
    with pytest.raises(DeskError, match="contact_gone"):
        log.correct("nothing", changes, "s-orn")


@pytest.mark.parametrize("field", ["id", "at", "staff", "digits", "person_name", "queries", "colour"])
def test_some_fields_are_not_to_be_corrected(log: ContactLog, call: Contact, field: str) -> None:
    with pytest.raises(ValueError, match=field):
        log.correct(call.id, {field: "x"}, "s-orn")
