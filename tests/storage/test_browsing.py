"""The record as a list of any length: places, pages, filters, news."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

import pytest

from frontdesk.domain.contacts import Channel, Contact, Feedback, Outcome
from frontdesk.domain.people import Person
from frontdesk.services.wanted_contacts import WantedContacts, Whose
from frontdesk.storage.database import Database

from .conftest import MORNING, MakeContact

ALL = WantedContacts()


@pytest.fixture
def filled(database: Database, make_contact: MakeContact) -> Database:
    """Ten contacts, "c0" the oldest, with one of each thing that is looked for."""
    fields: dict[int, dict[str, object]] = {
        1: {"topic": "บัตรหาย", "note": "ย้ายสิทธิ"},
        2: {"topic": "ที่จอดรถ", "unanswered": True},
        3: {"person_id": "p-suda", "person_code": "P-1", "person_name": "สุดา ใจดี"},
        4: {"digits": "0812345678", "number": "081-234-5678"},
        5: {"staff": "วรรณา"},
        6: {"feedback": Feedback.COMPLAINT},
        8: {"topic": "50% off_er"},
    }
    with database.write() as repos:
        repos.people.save(Person(id="p-suda", code="P-1", given_name="สุดา", family_name="ใจดี"), "อรอนงค์")
        for number in range(10):
            contact = make_contact(number, id=f"c{number}", **fields.get(number, {}))
            if number == 7:
                contact = replace(contact, channel=Channel.LINE, outcome=Outcome.DROPPED)
            repos.contacts.add(contact)
        repos.contacts.withdraw("c9", "อรอนงค์", MORNING)
    return database


def found(database: Database, wanted: WantedContacts = ALL) -> list[str]:
    with database.read() as repos:
        return [one.id for one in repos.browsing.contacts(repos.browsing.places(wanted, None, None))]


def test_all_newest_first_without_what_was_withdrawn(filled: Database) -> None:
    assert found(filled) == [f"c{number}" for number in range(8, -1, -1)]


@pytest.mark.parametrize("step", [1, 2, 3, 8, 9, 20])
def test_pages_by_keys_come_to_the_same(filled: Database, step: int) -> None:
    with filled.read() as repos:
        whole, paged = list(repos.browsing.places(WantedContacts(), None, None)), list[int]()
        while part := repos.browsing.places(WantedContacts(), paged[-1] if paged else None, step):
            assert len(part) <= step
            paged += part
    assert paged == whole


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (WantedContacts(start=MORNING + timedelta(minutes=3), end=MORNING + timedelta(minutes=5)), ["c4", "c3"]),
        (WantedContacts(channels=(Channel.LINE,)), ["c7"]),
        (WantedContacts(outcomes=(Outcome.DROPPED, Outcome.MESSAGE)), ["c7"]),
        (WantedContacts(channels=(Channel.FAX,)), []),
        (WantedContacts(topic="บัตร"), ["c1"]),
        (WantedContacts(topic="50%"), ["c8"]),
        (WantedContacts(topic="_"), ["c8"]),
        (WantedContacts(staff=("วรรณา",)), ["c5"]),
        (WantedContacts(staff=()), []),
        (WantedContacts(unanswered=True), ["c2"]),
        (WantedContacts(feedback=Feedback.COMPLAINT), ["c6"]),
        (WantedContacts(words=("สิทธิ",)), ["c1"]),
        (WantedContacts(words=("สิทธิ", "บัตร")), ["c1"]),
        (WantedContacts(words=("สิทธิ", "จอดรถ")), []),
        (WantedContacts(words=("รถ",)), ["c2"]),
        (WantedContacts(words=('"',)), []),
        (WantedContacts(words=("\0",)), []),
        (WantedContacts(words=("สุดา",), named=Whose(("p-suda",))), ["c3"]),
        (WantedContacts(words=("บัตร",), named=Whose(("p-suda",))), ["c3", "c1"]),
        (WantedContacts(words=("5678",), named=Whose(digits="5678", whole=False)), ["c4"]),
        (WantedContacts(person=Whose(("p-suda",))), ["c3"]),
        (WantedContacts(person=Whose(digits="0812345678")), ["c4"]),
        (WantedContacts(person=Whose()), []),
        (WantedContacts(person=Whose(("p-suda",)), start=MORNING + timedelta(minutes=4)), []),
        (WantedContacts(corrected=True), []),
    ],
)
def test_filters(filled: Database, wanted: WantedContacts, ids: list[str]) -> None:
    assert found(filled, wanted) == ids


def test_corrections_are_what_is_looked_at(filled: Database) -> None:
    with filled.write() as repos:
        repos.contacts.correct("c1", {"outcome": Outcome.DROPPED, "note": "โทรกลับ"}, "วรรณา", MORNING)
        repos.contacts.correct("c7", {"outcome": Outcome.ANSWERED}, "วรรณา", MORNING)
        repos.contacts.correct("c3", {"person_id": "", "person_name": "", "topic": "คิว"}, "วรรณา", MORNING)
    assert found(filled, WantedContacts(outcomes=(Outcome.DROPPED,))) == ["c1"]
    assert found(filled, WantedContacts(words=("โทรกลับ",))) == ["c1"]
    assert found(filled, WantedContacts(words=("สิทธิ",))) == []
    assert found(filled, WantedContacts(person=Whose(("p-suda",)))) == []
    assert found(filled, WantedContacts(topic="คิว")) == ["c3"]
    assert found(filled, WantedContacts(corrected=True)) == ["c7", "c3", "c1"]
    assert found(filled, WantedContacts(corrected=True, outcomes=(Outcome.ANSWERED,))) == ["c7", "c3"]


def test_merged_people_and_later_attributions_count(filled: Database, make_contact: MakeContact) -> None:
    with filled.write() as repos:
        for key in ("p-old", "p-other"):
            repos.people.save(Person(id=key, code=key, given_name="สุดา"), "อรอนงค์")
        repos.contacts.add(make_contact(20, id="d1", person_id="p-old"))
        repos.merges.put_under(["p-old"], "p-suda")
        repos.attributions.add(["c4"], "p-suda", "อรอนงค์", MORNING)
    assert found(filled, WantedContacts(person=Whose(("p-suda",)))) == ["d1", "c4", "c3"]


def test_many_words_of_many_people_are_found(filled: Database) -> None:
    people = tuple(f"p{number}" for number in range(100))
    assert found(filled, WantedContacts(words=("ไม่มี",), named=Whose(people))) == []


def test_streams_are_oldest_first_whatever_the_order_of_places(filled: Database) -> None:
    with filled.read() as repos:
        places = repos.browsing.places(WantedContacts(), None, None)
        assert _ids(repos.browsing.stream(places)) == [f"c{number}" for number in range(9)]
        mixed = [places[3], places[0], places[5]]
        assert list(repos.browsing.in_order(mixed)) == [places[0], places[3], places[5]]


def test_news_are_told_by_the_chain(filled: Database, make_contact: MakeContact) -> None:
    with filled.read() as repos:
        before = repos.chain.head().count
        newest = repos.browsing.places(WantedContacts(), None, 1)[0]
    with filled.write() as repos:
        repos.contacts.add(make_contact(30, id="new"))
        repos.contacts.add(make_contact(-30, id="late"))
        repos.contacts.correct("c1", {"outcome": Outcome.OTHER}, "วรรณา", MORNING)
        repos.contacts.withdraw("c2", "วรรณา", MORNING)
    with filled.read() as repos:
        browsing = repos.browsing
        touched = browsing.touched(before)
        assert touched.keys() == {"new", "late", "c1", "c2"}
        fitting = browsing.fitting(WantedContacts(), list(touched))
        assert _ids(browsing.contacts(fitting)) == ["new", "c1", "late"]
        assert _ids(browsing.contacts(browsing.newer(fitting, newest))) == ["new"]
        assert list(browsing.fitting(WantedContacts(outcomes=(Outcome.OTHER,)), list(touched))) == [touched["c1"]]


def test_topics_of_late(filled: Database) -> None:
    with filled.read() as repos:
        assert repos.browsing.topics(2) == ["", "50% off_er"]


def _ids(contacts: Iterable[Contact]) -> list[str]:
    return [one.id for one in contacts]
