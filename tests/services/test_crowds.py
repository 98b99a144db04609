"""Of very many who fit, those come up whom the caller most likely is."""

from dataclasses import replace

import pytest

from frontdesk.domain.contacts import Channel, Outcome
from frontdesk.domain.numbers import parse_numbers
from frontdesk.domain.people import Person
from frontdesk.services.contact_log import ContactLog, Entry
from frontdesk.services.people_lookup import PeopleLookup
from frontdesk.storage.database import Database

from .conftest import StillClock

CROWD = [
    Person(f"id-{n:02}", f"P-{n:02}", "สมชาย", f"ใจดี{n:02}", numbers=parse_numbers(f"081234{n:04}")) for n in range(60)
]
SEEN = ("P-57", "P-31")


@pytest.fixture(params=[False, True], ids=["read from the file", "names in memory"])
def lookup(request: pytest.FixtureRequest, storage: Database, clock: StillClock) -> PeopleLookup:
    """Look up a crowd of one name, two of whom were in contact, P-31 last."""
    with storage.write() as repos:
        repos.people.save_many(CROWD, "test")
        ending = replace(CROWD[0], id="id-end", code="END", given_name="มานี", numbers=parse_numbers("0899081234"))
        repos.people.save(ending, "test")
    log = ContactLog(storage, clock)
    for code in SEEN:
        log.enter(Entry(Channel.PHONE, Outcome.ANSWERED, person=code), "test")
        clock.move(minutes=1)
    lookup = PeopleLookup(storage)
    if request.param:
        lookup.prepare()
    return lookup


def _codes(lookup: PeopleLookup, text: str) -> list[str]:
    return [match.person.code for match in lookup.find(text).people]


@pytest.mark.parametrize("text", ["สมชาย", "สมช", "ส"])
def test_of_one_name_those_in_contact_last_come_first(lookup: PeopleLookup, text: str) -> None:
    found = _codes(lookup, text)
    assert found[:2] == ["P-31", "P-57"] and len(found) == 10


@pytest.mark.parametrize("text", ["สมชัย", "somchai", "l,=kp"])
def test_of_those_who_may_be_meant_the_last_in_contact_come_first(lookup: PeopleLookup, text: str) -> None:
    assert _codes(lookup, text)[:2] == ["P-31", "P-57"]


def test_whose_number_ends_so_is_not_lost_among_those_whose_number_begins_so(lookup: PeopleLookup) -> None:
    found = _codes(lookup, "081234")
    assert found[0] == "END" and len(found) == 10


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("สมชาย ใจดี42", "P-42"),
        ("ใจดี42 สมชาย", "P-42"),
        ("สมชายใจดี42", "P-42"),
        ("สมชัย ใจดี42", "P-42"),
        ("สม ใจดี42", "P-42"),
        ("0812340042", "P-42"),
        ("340042", "P-42"),
        ("23400", "P-00"),
    ],
)
def test_one_of_the_crowd_is_found_by_what_only_they_have(lookup: PeopleLookup, text: str, code: str) -> None:
    assert code in _codes(lookup, text)[: 1 if code != "P-00" else 10]


def test_behind_a_switchboard_the_extension_tells_who_is_meant(lookup: PeopleLookup, storage: Database) -> None:
    numbers = (parse_numbers(f"02-123-4567 ต่อ {extension}") for extension in range(2000, 2060))
    with storage.write() as repos:
        repos.people.save_many([replace(one, numbers=own) for one, own in zip(CROWD, numbers, strict=True)], "test")
    found = lookup.find("02-123-4567 ต่อ 2042").people
    assert [(match.person.code, match.guess) for match in found] == [("P-42", False)]
    assert _codes(lookup, "02-123-4567")[:2] == ["P-31", "P-57"]
