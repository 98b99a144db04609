from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from frontdesk.domain.contacts import Contact, Feedback
from frontdesk.domain.ids import new_id
from frontdesk.storage import contact_words
from frontdesk.storage.database import Database

from .conftest import MORNING, MakeContact


def test_comes_back_as_it_was_added(database: Database, make_contact: MakeContact) -> None:
    full = make_contact(
        number="081-234 5678",
        digits="0812345678",
        person_id=new_id(),
        person_code="P-1",
        person_name="สุดา ใจดี",
        topic="บัตรหาย",
        note="ขอโทรกลับ “บ่าย” 🙏",
        articles=("MRD-01", "SEC-01"),
        queries=("บัตรหา", "[y9isk"),
        unanswered=True,
        flagged=("SEC-01",),
        feedback=Feedback.COMPLIMENT,
        answered_at=MORNING + timedelta(seconds=12, microseconds=7),
    )
    bare = make_contact(1)
    with database.write() as repos:
        assert repos.contacts.add(full)
        assert repos.contacts.add(bare)
    with database.read() as repos:
        assert repos.contacts.get(full.id) == full
        assert repos.contacts.get(bare.id) == bare
        assert repos.contacts.get("none") is None


def test_adding_twice_writes_one_row(database: Database, make_contact: MakeContact) -> None:
    contact = make_contact(articles=("A", "B"), queries=("x",))
    with database.write() as repos:
        assert repos.contacts.add(contact)
    with database.write() as repos:
        assert not repos.contacts.add(replace(contact, note="changed", articles=("C",)))
    with database.read() as repos:
        assert list(repos.contacts.between(None, None)) == [contact]


def test_a_withdrawn_contact_stays_but_counts_nowhere(database: Database, make_contact: MakeContact) -> None:
    taken_back = make_contact(person_id="p", digits="0811", topic="บัตรหาย", articles=("A",))
    with database.write() as repos:
        repos.contacts.add(taken_back)
        repos.contacts.withdraw(taken_back.id, "อรอนงค์", MORNING)
        repos.contacts.withdraw(taken_back.id, "อรอนงค์", MORNING)
    with database.read() as repos:
        contacts = repos.contacts
        assert contacts.get(taken_back.id) == taken_back
        assert list(contacts.between(None, None)) == contacts.latest(9) == contacts.of_person("p", 9) == []
        assert contacts.of_digits("0811", 9) == contacts.containing(["บัตร"], 9) == []
        assert contacts.figures("p").total == contacts.uses_since("A", MORNING) == contacts.count() == 0
        assert contacts.recent_articles("อรอนงค์", 9) == []
        assert contacts.last_contact_of(["p"]) == {}


@pytest.fixture
def day(database: Database, make_contact: MakeContact) -> list[Contact]:
    """Four contacts of one morning, oldest first."""
    contacts = [
        make_contact(0, person_id="p", digits="0811", topic="บัตรหาย", note="Lost CARD", articles=("A", "B")),
        make_contact(10, person_id="q", digits="0822", topic="ที่จอดรถ", articles=("C",), staff="สมชาย"),
        make_contact(20, person_id="p", digits="0811", topic="น้ํา ๑๒๓", articles=("A",)),
        make_contact(30, digits="0833", topic="บัตรนัด", articles=("B",)),
    ]
    with database.write() as repos:
        for contact in reversed(contacts):
            repos.contacts.add(contact)
    return contacts


def test_between_takes_in_the_start_and_not_the_end(database: Database, day: list[Contact]) -> None:
    with database.read() as repos:
        between = repos.contacts.between
        assert list(between(None, None)) == day
        assert list(between(day[1].at, day[3].at)) == day[1:3]
        assert list(between(day[1].at, None)) == day[1:]
        assert list(between(None, day[1].at)) == day[:1]


def test_newest_come_first(database: Database, day: list[Contact]) -> None:
    with database.read() as repos:
        assert repos.contacts.latest(2) == [day[3], day[2]]
        assert repos.contacts.latest(2, 2) == [day[1], day[0]]
        assert repos.contacts.of_person("p", 9) == [day[2], day[0]]
        assert repos.contacts.of_digits("0811", 1) == [day[2]]


WORDS: list[tuple[tuple[str, ...], list[int]]] = [
    (("บัตร",), [3, 0]),
    (("บัตร", "card"), [0]),
    (("LOST",), [0]),
    (("น้ำ",), [2]),
    (("123",), [2]),
    (("บัตร", "รถ"), []),
    (("หา",), [0]),
    (("ร",), [3, 1, 0]),
    (("รถ", "ที่จอด"), [1]),
    (('" OR "',), []),
    (("บัตร*",), []),
    ((), []),
]


@pytest.mark.parametrize(("words", "places"), WORDS)
def test_finds_words_in_topic_and_note(
    database: Database, day: list[Contact], words: tuple[str, ...], places: list[int]
) -> None:
    with database.read() as repos:
        assert repos.contacts.containing(words, 9) == [day[i] for i in places]


@pytest.mark.parametrize(("words", "places"), [(("ร",), [0]), (("รถ",), []), (("บัตร",), [3, 0])])
def test_short_words_are_looked_for_in_the_newest_only(
    database: Database,
    day: list[Contact],
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    places: list[int],
) -> None:
    monkeypatch.setattr(contact_words, "READ", 1)
    with database.read() as repos:
        assert repos.contacts.containing(words, 9) == [day[i] for i in places]


def test_tells_who_called_when_and_about_what(database: Database, day: list[Contact]) -> None:
    with database.read() as repos:
        contacts = repos.contacts
        assert contacts.uses_since("A", MORNING) == 2
        assert contacts.uses_since("A", day[2].at) == 1
        assert contacts.recent_articles("อรอนงค์", 9) == [("B", day[3].at), ("A", day[2].at)]
        assert contacts.recent_articles("อรอนงค์", 1) == [("B", day[3].at)]
        assert contacts.last_contact_of(["p", "q", "nobody"]) == {"p": day[2].at, "q": day[1].at}
        figures = contacts.figures("p")
        assert (figures.total, figures.first, figures.last) == (2, day[0].at, day[2].at)
        assert contacts.figures("nobody").first is None
        assert contacts.count() == 4


def test_more_than_one_chunk_is_streamed(database: Database, make_contact: MakeContact) -> None:
    many = [make_contact(i, articles=(f"A{i}",)) for i in range(1100)]
    with database.write() as repos:
        for contact in many:
            repos.contacts.add(contact)
    with database.read() as repos:
        assert list(repos.contacts.between(None, None)) == many


CHANGES = [
    "UPDATE contacts SET note = 'x'",
    "DELETE FROM contacts",
    "INSERT OR REPLACE INTO contacts SELECT * FROM contacts",
    "UPDATE contact_articles SET code = 'x'",
    "DELETE FROM contact_articles",
    "UPDATE contact_queries SET query = 'x'",
    "DELETE FROM contact_queries",
    "UPDATE withdrawals SET by = 'x'",
    "DELETE FROM withdrawals",
    "INSERT OR REPLACE INTO withdrawals SELECT * FROM withdrawals",
]


@pytest.mark.parametrize("change", CHANGES)
def test_the_record_cannot_be_changed(database: Database, make_contact: MakeContact, change: str) -> None:
    contact = make_contact(articles=("A",), queries=("บัตร",))
    with database.write() as repos:
        repos.contacts.add(contact)
        repos.contacts.withdraw(contact.id, "x", MORNING)
    with pytest.raises(IntegrityError, match="append-only"), database.engine.begin() as connection:
        connection.exec_driver_sql(change)
    with database.read() as repos:
        assert repos.contacts.get(contact.id) == contact


def test_a_moment_without_a_zone_is_a_bug(database: Database, make_contact: MakeContact) -> None:
    contact = make_contact()
    with pytest.raises(Exception, match="without a zone"), database.write() as repos:
        repos.contacts.add(replace(contact, at=contact.at.replace(tzinfo=None)))
