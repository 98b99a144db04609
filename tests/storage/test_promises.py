from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import DatabaseError
from sqlcipher3 import dbapi2 as driver

from frontdesk.domain.people import Person
from frontdesk.domain.promises import Closing, Promise, PromiseEvent, PromiseEventKind, PromiseKind
from frontdesk.storage.database import Database, open_database
from frontdesk.storage.engine import new_engine, writing
from frontdesk.storage.upgrade import migrate

from .conftest import MORNING, MakeContact

MADE = PromiseEvent(MORNING, "อร", PromiseEventKind.MADE)
CLOSED = PromiseEvent(MORNING, "อร", PromiseEventKind.CLOSED, Closing.KEPT)
HOUR = timedelta(hours=1)


def promise(key: str, hours: float | None = None, **fields: object) -> Promise:
    due = None if hours is None else MORNING + hours * HOUR
    given = {"what": "โทรแจ้งผล", "owner": "อร"} | fields
    return Promise(key, PromiseKind.PROMISE, MORNING, "อร", due_at=due, **given)  # type: ignore[arg-type]


def test_a_promise_comes_back_as_it_was_and_is_added_once(database: Database) -> None:
    whole = promise("a", 3, person_id="p", number="081-234-5678", digits="0812345678", for_name="ปราณี", late=True)
    with database.write() as repos:
        assert repos.promises.add(whole, MADE)
        assert not repos.promises.add(replace(whole, what="x"), MADE)
    with database.read() as repos:
        assert repos.promises.get("a") == whole
        assert repos.promises.events("a") == [MADE]


def test_the_open_ones_go_by_time_and_the_closed_ones_leave(database: Database) -> None:
    with database.write() as repos:
        for one in (promise("later", 30), promise("unsaid"), promise("soon", 1), promise("other", 2, owner="ชาย")):
            repos.promises.add(one, MADE)
        done = replace(promise("soon", 1), closed_at=MORNING, closing=Closing.KEPT)
        repos.promises.save(done, CLOSED)
    with database.read() as repos:
        assert [one.id for one in repos.promises.open()] == ["other", "later", "unsaid"]
        assert [one.id for one in repos.promises.open("อร")] == ["later", "unsaid"]
        assert [one.id for one in repos.promises.open(limit=1)] == ["other"]
        assert repos.promises.closed_since(MORNING) == [done]
        counts = repos.promises.counts(MORNING + 3 * HOUR, MORNING + 14 * HOUR)
        assert (counts.due, counts.overdue, counts.next_due) == (2, 1, MORNING + 30 * HOUR)


def test_events_are_only_added(database: Database) -> None:
    with database.write() as repos:
        repos.promises.add(promise("a"), MADE)
    for act in ("UPDATE promise_events SET by = 'x'", "DELETE FROM promise_events"):
        with pytest.raises(DatabaseError), database.engine.begin() as connection:
            connection.exec_driver_sql(act)


def test_what_was_promised_follows_merges_and_numbers(database: Database, make_contact: MakeContact) -> None:
    nobodys = make_contact()
    with database.write() as repos:
        for key in ("a", "b"):
            repos.people.save(Person(key, key, key), "อร")
        repos.contacts.add(nobodys)
        repos.promises.add(promise("mine", 1, person_id="a"), MADE)
        repos.promises.add(promise("later known", 2, contact_id=nobodys.id), MADE)
        repos.merges.put_under(["a"], "b")
        repos.attributions.add([nobodys.id], "b", "อร", MORNING)
    with database.read() as repos:
        assert [one.id for one in repos.promises.open_of("b", 9)] == ["mine", "later known"]


def test_calls_back_are_found_by_number_and_by_person(database: Database) -> None:
    back = replace(promise("a", 1, digits="0812345678", person_id="p"), kind=PromiseKind.CALL_BACK)
    with database.write() as repos:
        repos.promises.add(back, MADE)
        repos.promises.add(promise("b", 1, digits="0812345678"), MADE)
    with database.read() as repos:
        assert repos.promises.call_backs("p", "") == [back]
        assert repos.promises.call_backs("", "0812345678") == [back]
        assert repos.promises.call_backs("", "") == []
        assert repos.promises.of_contacts(["x"]) == {}


def test_what_was_promised_lately_is_taken_over(file: Path) -> None:
    """A desk from before promises: recent ones are open without a time, old and withdrawn ones are not."""
    now = datetime.now(UTC)
    file.parent.mkdir()
    engine = new_engine(file)
    with engine.connect() as connection, writing(connection).begin():
        migrate(connection, "0010")
    engine.dispose()
    raw = driver.connect(str(file))
    for key, days, outcome in (("1", 2, "promised"), ("2", 60, "promised"), ("3", 1, "answered"), ("4", 1, "promised")):
        at = (now - timedelta(days=days)).isoformat(timespec="microseconds")
        raw.execute(
            "INSERT INTO contacts (id, at, started_at, channel, outcome, staff, topic, note) "
            "VALUES (?, ?, ?, 'phone', ?, 'อร', 'บัตรหาย', 'โทรแจ้ง')",
            (key * 36, at, at, outcome),
        )
    raw.execute("INSERT INTO withdrawals (contact_id, by, at) VALUES (?, 'อร', ?)", ("4" * 36, now.isoformat()))
    raw.commit()
    raw.close()
    database = open_database(file)
    with database.read() as repos:
        [taken] = repos.promises.open()
        assert (taken.id, taken.what, taken.due_at, taken.owner) == ("1" * 36, "บัตรหาย · โทรแจ้ง", None, "อร")
        assert [event.kind for event in repos.promises.events(taken.id)] == [PromiseEventKind.MADE]
    database.close()


def test_a_moment_gone_by_is_told_as_it_was(database: Database) -> None:
    """Of four, one was closed before, one after, one was moved after, and one was made after."""
    with database.write() as repos:
        for key, hours in (("before", 2), ("after", 3), ("moved", 4), ("taken back", 5)):
            made = PromiseEvent(MORNING, "อร", PromiseEventKind.MADE, (MORNING + hours * HOUR).isoformat())
            repos.promises.add(promise(key, hours), made)
        for key, hours, closing in (("before", 1, "kept"), ("after", 9, "not-needed"), ("taken back", 9, "withdrawn")):
            at = MORNING + hours * HOUR
            one = replace(promise(key, 2), closed_at=at, closing=Closing(closing))
            repos.promises.save(one, PromiseEvent(at, "อร", PromiseEventKind.CLOSED, closing))
        moved = PromiseEvent(MORNING + 9 * HOUR, "อร", PromiseEventKind.MOVED, (MORNING + 40 * HOUR).isoformat())
        repos.promises.save(promise("moved", 40, late=True), moved)
        repos.promises.add(replace(promise("later", 8), made_at=MORNING + 7 * HOUR), MADE)
    with database.read() as repos:
        then = MORNING + 6 * HOUR
        assert [(one.id, one.due_at) for one in repos.promises.open_at(then)] == [
            ("after", MORNING + 3 * HOUR), ("moved", MORNING + 4 * HOUR),
        ]  # fmt: skip
        due = repos.promises.due_between(MORNING, MORNING + 5 * HOUR, then)
        assert sorted((one.id, one.open, one.late) for one in due) == [
            ("after", True, False), ("before", False, False), ("moved", True, False),
        ]  # fmt: skip
        assert [one.id for one in repos.promises.open_at(MORNING + 30 * HOUR)] == ["later", "moved"]
        assert repos.promises.open_at(MORNING - HOUR) == []
