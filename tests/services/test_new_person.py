"""Somebody new: put on file from one line, those much like them named, and taken back."""

import pytest

from frontdesk.domain.duplicates import Sign
from frontdesk.domain.errors import DeskError
from frontdesk.domain.new_person import NewPerson, read_new_person
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Person
from frontdesk.services.duplicates import Duplicates
from frontdesk.services.new_person import NewPeople
from frontdesk.services.people_book import PeopleBook
from frontdesk.services.people_lookup import PeopleLookup
from frontdesk.storage.database import Database

from .conftest import StillClock

SUDA = Person("p-1", "P-1", "สุดา", "ใจดี", numbers=(parse_number("081-234-5678"),))


@pytest.fixture
def lookup(storage: Database) -> PeopleLookup:
    return PeopleLookup(storage)


@pytest.fixture
def people(storage: Database, clock: StillClock, lookup: PeopleLookup) -> NewPeople:
    with storage.write() as repos:
        repos.people.save(SUDA, "s-1")
    return NewPeople(PeopleBook(storage, clock), Duplicates(storage, lookup))


def test_one_line_is_enough_to_be_found_again(people: NewPeople, lookup: PeopleLookup) -> None:
    added = people.add(people.begin(read_new_person("คุณมานี มีสุข (นี) 089-111-2222")), "s-1")

    for text in ("มานี มีสุข", "0891112222", "นี"):
        assert [match.person.id for match in lookup.find(text).people] == [added.id]
    assert (added.title, added.nickname) == ("คุณ", "นี")


@pytest.mark.parametrize(
    ("line", "signs", "sharing"),
    [
        ("0812345678", (Sign.NUMBER,), False),
        ("สุดา ใจดี", (Sign.NAME,), False),
        ("สุดา ใจดี 081 234 5678", (Sign.NUMBER, Sign.NAME), False),
        ("มานพ แสนดี 081-234-5678", (Sign.NUMBER,), True),
    ],
)
def test_those_much_like_them_are_named(people: NewPeople, line: str, signs: tuple[Sign, ...], sharing: bool) -> None:
    (alike,) = people.alike(people.begin(read_new_person(line)))

    assert (alike.person.id, alike.reasons, alike.sharing) == ("p-1", signs, sharing)


def test_nobody_is_like_somebody_quite_new(people: NewPeople) -> None:
    assert people.alike(people.begin(read_new_person("Anna Smith +49 30 901820"))) == ()


def test_who_was_taken_back_is_found_no_more(people: NewPeople, lookup: PeopleLookup) -> None:
    added = people.add(people.begin(read_new_person("มานี มีสุข 089-111-2222")), "s-1")

    people.take_back(added.id, "s-1")

    assert lookup.find("0891112222").people == ()
    people.take_back("gone", "s-1")


def test_nobody_is_put_on_file_without_name_and_number(people: NewPeople) -> None:
    with pytest.raises(DeskError, match="name_or_number_missing"):
        people.add(people.begin(NewPerson()), "s-1")
