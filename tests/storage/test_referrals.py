"""Who sent whom, who was in contact, and who is what: asked of many, in order and no more than wanted."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from frontdesk.domain.contacts import Channel, Contact, Feedback, Outcome
from frontdesk.domain.people import Person, PersonKind
from frontdesk.storage.database import Database

NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)
PEOPLE = [
    Person("a", "P-1", "วิไล", kind=PersonKind.PARTNER),
    Person("b", "P-2", "สุดา", referred_by="a"),
    Person("c", "P-3", "มานี", referred_by="a"),
    Person("d", "P-4", "ปิติ", referred_by="b"),
    Person("e", "P-5", "ชูใจ", referred_by="a", archived=True),
]


@pytest.fixture
def desk(database: Database) -> Database:
    """Mani called today, Suda yesterday and praised, Chujai was taken off the lists."""
    with database.write() as repos:
        repos.people.save_many(PEOPLE, "x")
        for key, days in (("c", 0), ("b", 1), ("e", 2)):
            at = NOW - timedelta(days=days)
            repos.contacts.add(Contact(key, at, at, Channel.PHONE, Outcome.ANSWERED, "x", person_id=key))
        at = NOW - timedelta(days=1)
        praise = Contact("p", at, at, Channel.PHONE, Outcome.ANSWERED, "x", feedback=Feedback.COMPLIMENT)
        repos.contacts.add_many(
            [replace(praise, person_id="b"), replace(praise, id="q"), replace(praise, id="r", person_id="b")]
        )
    return database


def test_who_sent_whom(desk: Database) -> None:
    with desk.read() as repos:
        people = repos.people
        assert people.ids_sent_by(["a", "b"], 9) == ["c", "b", "d"]
        assert people.ids_sent_by(["a"], 1) == ["c"]
        assert people.ids_sent_by(["c"], 9) == []
        assert people.sent_counts(["a", "b", "c"]) == {"a": 2, "b": 1}
        assert people.senders(2, 9) == ["a"]
        assert set(people.senders(1, 9)) == {"a", "b"}
        assert people.senders(1, 9, 1) == ["b"]


def test_who_was_in_contact_and_who_praised(desk: Database) -> None:
    with desk.read() as repos:
        assert repos.people.newest(2) == ["d", "c"]
        assert set(repos.people.ids_in_contact(9)) == {"b", "c"}
        assert repos.people.ids_in_contact(9, NOW - timedelta(days=3)) == []
        assert repos.contacts.praising(9) == ["b"]


@pytest.mark.parametrize(
    ("kind", "ids"), [(PersonKind.PARTNER, {"a"}), (PersonKind.CUSTOMER, {"b", "c", "d"}), (PersonKind.STAFF, set())]
)
def test_what_they_are(desk: Database, kind: PersonKind, ids: set[str]) -> None:
    with desk.read() as repos:
        assert set(repos.people.ids_of_kind(kind, 9)) == ids
        assert len(repos.people.ids_of_kind(kind, 1)) == min(len(ids), 1)
