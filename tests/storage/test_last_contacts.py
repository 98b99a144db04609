"""Who was in contact last is kept beside the names, whatever becomes of contacts and people."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from frontdesk.domain.ids import new_id
from frontdesk.domain.numbers import parse_numbers
from frontdesk.domain.people import Person
from frontdesk.storage.database import Database
from frontdesk.storage.repositories import SqlRepositories

from .conftest import MORNING, MakeContact

SUDA, MANEE, MANOP = (
    Person(new_id(), f"P-{n}", given, "ใจดี") for n, given in enumerate(("สุดา", "มานี", "มานพ"), start=1)
)


def _minute(number: int) -> datetime:
    return MORNING + timedelta(minutes=number)


def _last(repos: SqlRepositories, person: Person) -> datetime | None:
    return repos.people.last_contacts([person.id]).get(person.id)


def test_the_newest_contact_counts_until_it_is_taken_back(database: Database, make_contact: MakeContact) -> None:
    first, second = make_contact(1, person_id=SUDA.id), make_contact(5, person_id=SUDA.id)
    with database.write() as repos:
        repos.people.save_many([SUDA, MANEE], "x")
        repos.contacts.add_many([second, first, make_contact(9)])
        assert (_last(repos, SUDA), _last(repos, MANEE)) == (_minute(5), None)
        repos.contacts.withdraw(second.id, "x", MORNING)
        assert _last(repos, SUDA) == _minute(1)
        repos.contacts.withdraw(first.id, "x", MORNING)
        assert _last(repos, SUDA) is None


def test_saving_somebody_anew_keeps_it(database: Database, make_contact: MakeContact) -> None:
    with database.write() as repos:
        repos.people.save(SUDA, "x")
        repos.contacts.add(make_contact(3, person_id=SUDA.id))
        repos.people.save(SUDA, "x")
        repos.people.make_keys_anew([SUDA.id])
        assert _last(repos, SUDA) == _minute(3)


def test_a_contact_that_proves_to_be_somebodys_counts(database: Database, make_contact: MakeContact) -> None:
    unknown = make_contact(7)
    with database.write() as repos:
        repos.people.save(SUDA, "x")
        repos.contacts.add(unknown)
        repos.attributions.add([unknown.id], SUDA.id, "x", MORNING)
        assert _last(repos, SUDA) == _minute(7)
        repos.attributions.take_back([unknown.id])
        assert _last(repos, SUDA) is None


def test_contacts_of_somebody_merged_count_for_the_one_who_stays(database: Database, make_contact: MakeContact) -> None:
    with database.write() as repos:
        repos.people.save_many([SUDA, MANEE], "x")
        repos.contacts.add_many([make_contact(2, person_id=SUDA.id), make_contact(8, person_id=MANEE.id)])
        repos.merges.put_under([MANEE.id], SUDA.id)
        assert _last(repos, SUDA) == _minute(8)
        repos.merges.release([MANEE.id])
        assert _last(repos, SUDA) == _minute(2)


def test_those_in_contact_last_come_first_of_a_name(database: Database, make_contact: MakeContact) -> None:
    with database.write() as repos:
        repos.people.save_many([SUDA, MANEE, MANOP], "x")
        repos.contacts.add_many([make_contact(1, person_id=MANEE.id), make_contact(2, person_id=MANOP.id)])
        people = repos.people
        assert people.ids_by_family(["ใจดี"], 9) == [MANOP.id, MANEE.id, SUDA.id]
        assert people.ids_by_family(["ใจดี"], 1) == people.ids_by_name_prefix("", "ใจ", 1) == [MANOP.id]
        assert people.ids_by_name_prefix("ม", "", 9) == [MANOP.id, MANEE.id]
        assert people.ids_by_given(["มานี", "สุดา"], 9) == [MANEE.id, SUDA.id]


def test_those_in_contact_last_come_first_of_an_ending(database: Database, make_contact: MakeContact) -> None:
    numbers = ("081-234-5678", "02-999-5678", "๐๘๙-๐๐๐-๕๖๗๘")
    people = [replace(one, numbers=parse_numbers(raw)) for one, raw in zip((SUDA, MANEE, MANOP), numbers, strict=True)]
    with database.write() as repos:
        repos.people.save_many(people, "x")
        repos.contacts.add_many([make_contact(1, person_id=MANEE.id), make_contact(2, person_id=MANOP.id)])
        assert repos.people.ids_by_digits_end("5678", 9) == [MANOP.id, MANEE.id, SUDA.id]
        assert repos.people.ids_by_digits_end("5678", 2) == [MANOP.id, MANEE.id]
        repos.people.archive([MANOP.id], "x")
        assert repos.people.ids_by_digits_end("5678", 9) == [MANEE.id, SUDA.id]
        assert _last(repos, MANOP) is None


def test_the_plan_takes_the_small_index(database: Database) -> None:
    asked: list[str] = []
    with database.read() as repos:
        driver: Any = repos.connection.connection.driver_connection
        driver.set_trace_callback(asked.append)
        repos.people.last_contacts(["x", "y"])
        repos.people.ids_by_digits_end("5678", 0)
        driver.set_trace_callback(None)
        contacted = [query for query in asked if "last_contact_at" in query]
        plans = [[row[3] for row in driver.execute(f"EXPLAIN QUERY PLAN {query}")] for query in contacted]
    assert len(plans) == 2
    assert all(any("ix_people_last_contact" in step for step in plan) for plan in plans), plans
