"""Whom contacts count for: themselves, whoever they were merged into, or whose the number proved to be."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import event

from frontdesk.domain.contacts import Contact, Feedback, Outcome
from frontdesk.domain.people import Person
from frontdesk.storage.database import Database
from frontdesk.storage.repositories import SqlRepositories

from .conftest import MORNING, MakeContact

PEOPLE = [Person(one, f"P-{one}", name, "ใจดี") for one, name in (("a", "สุดา"), ("b", "ศุดา"), ("c", "มานพ"))]


@pytest.fixture
def day(database: Database, make_contact: MakeContact) -> list[Contact]:
    """One contact with each of three people and two with a number nobody is known by, oldest first."""
    day = [
        make_contact(0, person_id="a", person_code="P-a", person_name="สุดา ใจดี"),
        make_contact(10, person_id="b", person_code="P-b", person_name="ศุดา ใจดี"),
        make_contact(20, person_id="c", person_code="P-c", person_name="มานพ ใจดี"),
        make_contact(30, number="089 111 2222", digits="0891112222"),
        make_contact(40, number="0891112222", digits="0891112222"),
    ]
    promised = replace(day[1], outcome=Outcome.PROMISED, feedback=Feedback.COMPLIMENT)
    day[1] = promised
    with database.write() as repos:
        repos.people.save_many(PEOPLE, "test")
        repos.contacts.add_many(day)
    return day


def ids(found: list[Contact]) -> list[str]:
    return [contact.id for contact in found]


def test_contacts_of_those_merged_count_for_the_survivor(database: Database, day: list[Contact]) -> None:
    with database.write() as repos:
        repos.merges.put_under(["b", "c"], "a")
    with database.read() as repos:
        contacts = repos.contacts
        assert ids(contacts.of_person("a", 9)) == ids([day[2], day[1], day[0]])
        assert ids(contacts.of_person("a", 2)) == ids([day[2], day[1]])
        assert {one.person_id for one in contacts.latest(9)} == {"a", ""}
        assert [one.person_name for one in contacts.of_person("a", 9)] == ["มานพ ใจดี", "ศุดา ใจดี", "สุดา ใจดี"]
        figures = contacts.figures("a")
        assert (figures.total, figures.first, figures.last, figures.compliments) == (3, day[0].at, day[2].at, 1)
        assert contacts.last_contact_of(["a", "x"]) == {"a": day[2].at}
        assert repos.merges.survivors(["a", "b", "x"]) == {"b": "a"}
        assert repos.merges.members("a") == ["b", "c"]


def test_released_ones_count_for_themselves_again(database: Database, day: list[Contact]) -> None:
    with database.write() as repos:
        repos.merges.put_under(["b", "c"], "a")
        repos.merges.release(["b"])
    with database.read() as repos:
        assert ids(repos.contacts.of_person("a", 9)) == ids([day[2], day[0]])
        assert repos.contacts.figures("b").total == 1
        assert repos.contacts.last_contact_of(["a", "b"]) == {"a": day[2].at, "b": day[1].at}


def test_a_number_that_proves_to_be_somebodys_brings_its_contacts(database: Database, day: list[Contact]) -> None:
    with database.write() as repos:
        assert repos.attributions.nobodys("0891112222") == [day[4], day[3]]
        repos.attributions.add([day[3].id, day[4].id], "c", "อร", MORNING)
        repos.attributions.add([day[3].id], "c", "อร", MORNING)
    with database.read() as repos:
        contacts = repos.contacts
        assert repos.attributions.nobodys("0891112222") == []
        assert ids(contacts.of_person("c", 9)) == ids([day[4], day[3], day[2]])
        assert [one.attributed for one in contacts.of_person("c", 9)] == [True, True, False]
        newest = contacts.latest(1)[0]
        assert (newest.person_id, newest.person_code, newest.person_name) == ("c", "P-c", "มานพ ใจดี")
        assert contacts.figures("c").total == 3
        assert contacts.last_contact_of(["a", "c"]) == {"a": day[0].at, "c": day[4].at}
    with database.write() as repos:
        repos.attributions.take_back([day[3].id, day[4].id])
    with database.read() as repos:
        assert list(repos.contacts.between(None, None)) == day
        assert repos.contacts.last_contact_of(["c"]) == {"c": day[2].at}


def test_what_was_given_to_somebody_merged_counts_for_the_survivor(database: Database, day: list[Contact]) -> None:
    with database.write() as repos:
        repos.attributions.add([day[3].id], "c", "อร", MORNING)
        repos.merges.put_under(["c"], "a")
    with database.read() as repos:
        assert ids(repos.contacts.of_person("a", 9)) == ids([day[3], day[2], day[0]])
        assert repos.contacts.last_contact_of(["a"]) == {"a": day[3].at}
        assert repos.contacts.figures("a").last == day[3].at
        assert repos.contacts.get(day[3].id) == replace(
            day[3], person_id="a", person_code="P-c", person_name="มานพ ใจดี", attributed=True
        )


def test_contacts_taken_back_count_for_nobody(database: Database, day: list[Contact]) -> None:
    with database.write() as repos:
        repos.attributions.add([day[3].id], "c", "อร", MORNING)
        repos.merges.put_under(["b"], "a")
        for contact in (day[1], day[3], day[4]):
            repos.contacts.withdraw(contact.id, "อร", MORNING)
    with database.read() as repos:
        assert ids(repos.contacts.of_person("a", 9)) == [day[0].id]
        assert repos.contacts.last_contact_of(["a", "c"]) == {"a": day[0].at, "c": day[2].at}
        assert repos.attributions.nobodys("0891112222") == []


def test_many_people_at_once(database: Database, make_contact: MakeContact) -> None:
    people = [Person(f"p{n}", f"P-{n}", "สุดา") for n in range(1100)]
    with database.write() as repos:
        repos.people.save_many(people, "test")
        repos.contacts.add_many(make_contact(n, person_id=f"p{n}") for n in range(1100))
        repos.merges.put_under([f"p{n}" for n in range(1, 1100)], "p0")
    with database.read() as repos:
        assert repos.contacts.figures("p0").total == 1100
        assert len(repos.contacts.of_person("p0", 2000)) == 1100
        assert repos.contacts.last_contact_of(f"p{n}" for n in range(1100))["p0"] == repos.contacts.figures("p0").last


LOOK_UPS: list[Callable[[SqlRepositories], object]] = [
    lambda r: r.contacts.of_person("a", 5),
    lambda r: r.contacts.figures("a"),
    lambda r: r.contacts.last_contact_of(["a", "b", "c"]),
    lambda r: r.contacts.latest(5),
    lambda r: r.contacts.of_digits("0891112222", 5),
]


@pytest.mark.parametrize("look_up", LOOK_UPS)
def test_with_merges_and_attributions_too_an_index_is_used(
    database: Database, day: list[Contact], look_up: Callable[[SqlRepositories], object]
) -> None:
    with database.write() as repos:
        repos.attributions.add([day[3].id], "c", "อร", MORNING)
        repos.merges.put_under(["b", "c"], "a")
    asked: list[tuple[str, Any]] = []
    event.listen(database.engine, "before_cursor_execute", lambda *call: asked.append((call[2], call[3])))
    with database.read() as repos:
        look_up(repos)
    queries = [(query, values) for query, values in asked if query.startswith("SELECT")]
    large = {"contacts", "attributions", "merged_people", "people"}
    with database.engine.connect() as connection:
        for query, values in queries:
            plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}", values)]
            scans = [step for step in plan if step.startswith("SCAN") and step.split()[1] in large]
            assert all("ix_contacts_at" in step for step in scans), plan


def test_nothing_more_is_asked_where_nobody_was_merged(database: Database, day: list[Contact]) -> None:
    asked: list[str] = []
    event.listen(database.engine, "before_cursor_execute", lambda *call: asked.append(call[2]))
    with database.read() as repos:
        repos.contacts.last_contact_of(["a", "b"])
    assert len([query for query in asked if query.startswith("SELECT")]) == 2


CHANGES: list[Callable[[SqlRepositories, str], None]] = [
    lambda repos, contact: repos.attributions.add([contact], "c", "อร", MORNING),
    lambda repos, _: repos.merges.put_under(["b"], "a"),
    lambda repos, _: repos.merges.put_under(["a", "b"], "c"),
    lambda repos, _: repos.merges.release(["a"]),
    lambda repos, _: repos.merges.put_under(["b"], "a"),
    lambda repos, contact: repos.attributions.take_back([contact]),
    lambda repos, _: repos.merges.release(["b"]),
]


def test_what_is_kept_beside_the_names_agrees(database: Database, day: list[Contact]) -> None:
    for change in CHANGES:
        with database.write() as repos:
            change(repos, day[3].id)
        with database.read() as repos:
            assert repos.people.last_contacts("abc") == repos.contacts.last_contact_of("abc")
