"""Very many people at once: quick, and in the end just as if they had come one by one."""

from dataclasses import replace

import pytest

from frontdesk.domain.ids import new_id
from frontdesk.domain.imports import ImportBatch, ImportKind
from frontdesk.domain.numbers import parse_numbers
from frontdesk.domain.people import Person
from frontdesk.storage import person_rows
from frontdesk.storage.database import Database

from .conftest import MORNING

MANY = [
    Person(new_id(), f"P-{n}", f"คน{n}", "ใจดี", organisation=f"บริษัท {n % 3}", numbers=parse_numbers(f"08100000{n:02}"))
    for n in range(20)
]
BATCH = ImportBatch(new_id(), ImportKind.PEOPLE, MORNING, "x", "คน.csv", len(MANY), 0)


@pytest.fixture
def worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a few people count as very many."""
    monkeypatch.setattr(person_rows, "WORTH_IT", 10)


def _fill(database: Database) -> None:
    with database.write() as repos:
        with repos.people.filling(len(MANY)):
            repos.people.save_many(MANY, "x", BATCH.id)
        repos.imports.add(BATCH)


def _shape(database: Database) -> set[tuple[str, str]]:
    with database.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'index'")
        return {(name, sql) for name, sql in rows}


@pytest.mark.usefixtures("worth_it")
def test_all_are_there_with_all_indexes(database: Database) -> None:
    before = _shape(database)
    _fill(database)
    assert _shape(database) == before
    with database.read() as repos:
        assert list(repos.people.by_ids([one.id for one in MANY]).values()) == MANY
        assert repos.people.ids_by_exact_number("0810000007") == [MANY[7].id]
        assert repos.people.ids_by_given(["คน3"], 9) == [MANY[3].id]


@pytest.mark.usefixtures("worth_it")
def test_what_breaks_off_leaves_everything_as_it_was(database: Database) -> None:
    before = _shape(database)
    with pytest.raises(KeyboardInterrupt), database.write() as repos, repos.people.filling(len(MANY)):
        repos.people.save_many(MANY, "x", BATCH.id)
        raise KeyboardInterrupt
    assert _shape(database) == before
    with database.read() as repos:
        assert repos.people.count() == 0
        assert repos.people.distinct_names() == ([], [], [])


def test_few_people_keep_their_indexes_meanwhile(database: Database) -> None:
    before = _shape(database)
    with database.write() as repos, repos.people.filling(len(MANY)):
        names = repos.connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'index'").scalars()
        assert set(names) == {name for name, _ in before}


def test_of_those_who_came_together_each_is_known_to_be_new(database: Database) -> None:
    with database.read() as repos:
        start = repos.people.revision()
    _fill(database)
    with database.read() as repos:
        assert set(repos.people.changed_since(start, 100)) == {one.id for one in MANY}
        assert len(repos.people.changed_since(start, 7)) == 7
        assert list(repos.people.before(BATCH.id)) == [(one.id, None) for one in MANY]
        assert repos.people.versions(MANY[0].id) == []


def test_all_are_taken_back_together(database: Database) -> None:
    _fill(database)
    changed = replace(MANY[0], note="ลูกค้าเก่า")
    with database.write() as repos:
        repos.people.save(changed, "y")
        revision = repos.people.revision()
        assert repos.imports.undo(BATCH.id, "z") == len(MANY)
    with database.read() as repos:
        assert repos.people.count() == 0
        assert repos.people.get(changed.id) == replace(changed, archived=True)
        assert set(repos.people.changed_since(revision, 100)) == {one.id for one in MANY}
