from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from frontdesk.domain.ids import new_id
from frontdesk.domain.numbers import parse_numbers
from frontdesk.domain.people import PartialDate, Person, PersonKind
from frontdesk.storage.database import Database
from frontdesk.storage.people import SqlPeople

SUDA = Person(
    id=new_id(),
    code="P-1",
    given_name="สุดา",
    family_name="ใจดี",
    title="นางสาว",
    nickname="ดา",
    romanised="Suda Jaidee",
    kind=PersonKind.CUSTOMER,
    organisation="บริษัท เจริญพานิช จำกัด",
    department="D-1",
    hours="จ-ศ 8:30-16:30",
    email="Suda@Example.com",
    line="@suda.j",
    birthday=PartialDate(2, 29),
    note="พูดช้า ๆ",
    plate="1กก 1234 กรุงเทพมหานคร",
    numbers=(*parse_numbers("081-234-5678"), *parse_numbers("02-123-4567 ต่อ 2500")),
    aliases=("สุดารัตน์", "สุดา รักดี"),
    updated_at=datetime(2026, 11, 3, tzinfo=UTC),
)
MANOP = Person(
    new_id(), "P-2", "มานพ", "ศรีสว่าง", numbers=parse_numbers("+66 89 765 4471"), birthday=PartialDate(1, 16, 1952)
)
RECORDS = Person(new_id(), "D-1", "เวชระเบียน", kind=PersonKind.DEPARTMENT, numbers=parse_numbers("2217"))
GONE = replace(SUDA, id=new_id(), code="P-9", archived=True)
EVERYBODY = [SUDA, MANOP, RECORDS, GONE]


@pytest.fixture
def filled(database: Database) -> Database:
    with database.write() as repos:
        repos.people.save_many(EVERYBODY, "x")
    return database


@pytest.mark.parametrize("person", EVERYBODY, ids=lambda one: one.code)
def test_comes_back_as_it_was_saved(filled: Database, person: Person) -> None:
    with filled.read() as repos:
        assert repos.people.get(person.id) == person
        assert repos.people.by_code(person.code) == person


def test_lists_leave_archived_ones_out(filled: Database) -> None:
    with filled.read() as repos:
        assert list(repos.people.all()) == [RECORDS, SUDA, MANOP]
        assert repos.people.count() == 3
        assert set(repos.people.by_codes(["P-1", "P-9", "P-3"])) == {"P-1", "P-9"}


LookUp = Callable[[SqlPeople], list[str]]
FOUND: list[tuple[str, LookUp, list[Person]]] = [
    ("first digits", lambda p: p.ids_by_digits("0812", 9), [SUDA]),
    ("whole extension", lambda p: p.ids_by_digits("2500", 9), [SUDA]),
    ("inner number", lambda p: p.ids_by_digits("221", 9), [RECORDS]),
    ("digits of nobody", lambda p: p.ids_by_digits("0999", 9), []),
    ("last digits", lambda p: p.ids_by_digits_end("4471", 9), [MANOP]),
    ("digits inside", lambda p: p.ids_by_digits_inside("2345", 9), [SUDA]),
    ("exact number", lambda p: p.ids_by_exact_number("0897654471"), [MANOP]),
    ("beginning is not exact", lambda p: p.ids_by_exact_number("089765447"), []),
    ("exact with extension", lambda p: p.ids_by_exact_number("021234567", "2500"), [SUDA]),
    ("exact, other extension", lambda p: p.ids_by_exact_number("021234567", "2501"), []),
    ("extension alone", lambda p: p.ids_by_exact_number("", "2217"), [RECORDS]),
    ("both names", lambda p: p.ids_by_names(["มานพ", "สุดา"], ["ใจดี"], 9), [SUDA]),
    ("names of two people", lambda p: p.ids_by_names(["มานพ"], ["ใจดี"], 9), []),
    ("given name", lambda p: p.ids_by_given(["สุดา"], 9), [SUDA]),
    ("family name", lambda p: p.ids_by_family(["ศรีสว่าง"], 9), [MANOP]),
    ("given and beginning", lambda p: p.ids_by_given_and(["สุดา", "มานพ"], "ใ", 9), [SUDA]),
    ("family and beginning", lambda p: p.ids_by_family_and(["ใจดี", "ศรีสว่าง"], "มา", 9), [MANOP]),
    ("nickname and family", lambda p: p.ids_by_alias_and("ด", "ใจ", 9), [SUDA]),
    ("nickname of another family", lambda p: p.ids_by_alias_and("ดา", "ศรี", 9), []),
    ("beginnings", lambda p: p.ids_by_name_prefix("สุ", "ใจ", 9), [SUDA]),
    ("beginning of the family name", lambda p: p.ids_by_name_prefix("", "ศรี", 9), [MANOP]),
    ("no beginning at all", lambda p: p.ids_by_name_prefix("", "", 9), []),
    ("written together", lambda p: p.ids_by_joined_prefix("สุดาใจ", 9), [SUDA]),
    ("written together, turned", lambda p: p.ids_by_joined_prefix("ศรีสว่างมา", 9), [MANOP]),
    ("nickname", lambda p: p.ids_by_alias("ดา", 9), [SUDA]),
    ("former family name", lambda p: p.ids_by_alias("รักดี", 9), [SUDA]),
    ("romanised", lambda p: p.ids_by_alias("sudaj", 9), [SUDA]),
    ("romanised family name", lambda p: p.ids_by_alias("jaid", 9), [SUDA]),
    ("plate without its province", lambda p: p.ids_by_key("1กก1234", 9), [SUDA]),
    ("LINE name", lambda p: p.ids_by_key("suda.j", 9), [SUDA]),
    ("e-mail", lambda p: p.ids_by_key("suda@example.com", 9), [SUDA]),
    ("code", lambda p: p.ids_by_key("d-1", 9), [RECORDS]),
    ("word inside the organisation", lambda p: p.ids_by_organisation(["พานิช"], 9), [SUDA]),
    ("two words of it", lambda p: p.ids_by_organisation(["จำกัด", "เจริญ"], 9), [SUDA]),
    ("one word right, one wrong", lambda p: p.ids_by_organisation(["เจริญ", "มหาชน"], 9), []),
    ("no words", lambda p: p.ids_by_organisation(["", " "], 9), []),
]


@pytest.mark.parametrize(("look_up", "people"), [case[1:] for case in FOUND], ids=[case[0] for case in FOUND])
def test_finds_by_key(filled: Database, look_up: LookUp, people: list[Person]) -> None:
    with filled.read() as repos:
        assert look_up(repos.people) == [person.id for person in people]


def test_a_limit_holds(database: Database) -> None:
    many = [replace(SUDA, id=new_id(), code=f"S-{i}") for i in range(5)]
    with database.write() as repos:
        repos.people.save_many(many, "x")
        assert len(repos.people.ids_by_digits("0812", 3)) == 3
        assert len(repos.people.ids_by_joined_prefix("สุดา", 3)) == 3
        assert len(repos.people.ids_by_exact_number("0812345678")) == 5


def test_old_keys_go_with_a_change(filled: Database) -> None:
    changed = replace(SUDA, family_name="รักดี", numbers=(), aliases=(), nickname="", plate="", organisation="")
    with filled.write() as repos:
        repos.people.save(changed, "ข")
    with filled.read() as repos:
        assert repos.people.get(SUDA.id) == changed
        assert repos.people.ids_by_digits("0812", 9) == []
        assert repos.people.ids_by_alias("ดา", 9) == []
        assert repos.people.ids_by_key("1กก1234", 9) == []
        assert repos.people.ids_by_organisation(["เจริญ"], 9) == []
        assert repos.people.ids_by_family(["รักดี"], 9) == [SUDA.id]
        assert [(by, person) for _, by, person in repos.people.versions(SUDA.id)] == [("ข", SUDA)]


def test_distinct_names_stand_once(filled: Database) -> None:
    with filled.write() as repos:
        repos.people.save(replace(MANOP, id=new_id(), code="P-3"), "x")
        given, family, romanised = repos.people.distinct_names()
    assert sorted(given) == ["มานพ", "สุดา", "เวชระเบียน"]
    assert sorted(family) == ["ศรีสว่าง", "ใจดี"]
    assert romanised == ["sudajaidee"]


def test_the_revision_changes_with_every_change(filled: Database) -> None:
    with filled.read() as repos:
        before = repos.people.revision()
    with filled.write() as repos:
        repos.people.save(MANOP, "x")
    with filled.read() as repos:
        assert repos.people.revision() != before
