"""Queries with lists of any length, in few lengths."""

import pytest
from sqlalchemy import bindparam, select

from frontdesk.domain.ids import new_id
from frontdesk.domain.people import Person
from frontdesk.storage.asked import Asked
from frontdesk.storage.database import Database
from frontdesk.storage.tables import people

CODES = Asked(select(people.c.code).where(people.c.code.in_(bindparam("codes", expanding=True))))


@pytest.mark.parametrize("count", [0, 1, 2, 3, 5, 8, 9])
def test_a_list_of_any_length_finds_each_once(database: Database, count: int) -> None:
    codes = [f"ป-{number}" for number in range(count)]
    with database.write() as repos:
        repos.people.save_many([Person(new_id(), code, "สุดา", "ใจดี") for code in [*codes, "another"]], "x")
        assert sorted(CODES.rows(repos.connection, {"codes": codes})) == [(code,) for code in codes]


def test_lengths_are_few_so_that_queries_stay_prepared(database: Database) -> None:
    asked: set[str] = set()
    with database.read() as repos:
        driver = repos.connection.connection.driver_connection
        assert driver is not None
        driver.set_trace_callback(lambda query: asked.add(str(query.count("'x'"))))
        for count in range(1, 41):
            CODES.rows(repos.connection, {"codes": ["x"] * count})
        driver.set_trace_callback(None)
    assert asked == {"1", "2", "4", "8", "16", "32", "64"}
