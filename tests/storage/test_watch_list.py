"""The watch list in the database: versions and ends add up, and nothing but wiping changes a row."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy.exc import DatabaseError

from frontdesk.domain.watch_list import Advice, Decision, WatchDecision, Watched, WatchKind
from frontdesk.storage.database import Database

from .conftest import MORNING

HOUR = timedelta(hours=1)
PERSON = Watched(
    "w-1", WatchKind.PERSON, ("สมชาย ใจดี", "Somchai"), "1กก 1234 กทม", "ขู่พนักงาน", Advice.CALL_SUPERVISOR, "อร", MORNING,
    date(2027, 1, 31),
)  # fmt: skip
CAR = Watched("w-2", WatchKind.PLATE, (), "70-1234", "ชนแล้วหนี", Advice.BE_CAREFUL, "ชาย", MORNING + HOUR)
DECIDED = WatchDecision(
    "d-1", PERSON.id, MORNING + 2 * HOUR, "อร", Decision.NOT_THE_SAME, 93, "v-1", "คนละคน", about="f" * 32
)


def keep(database: Database, *entries: Watched) -> None:
    with database.write() as repos:
        for entry in entries:
            repos.watch.save(entry, entry.added_by, entry.added_at)


def test_entries_come_back_as_they_were_the_newest_first(database: Database) -> None:
    keep(database, PERSON, CAR)
    with database.read() as repos:
        assert repos.watch.all() == [CAR, PERSON]
        assert (repos.watch.get("w-1"), repos.watch.get("w-9")) == (PERSON, None)


def test_a_change_is_a_version_of_its_own(database: Database) -> None:
    keep(database, PERSON)
    longer = replace(PERSON, until=None, names=("สมชาย ใจดี",))
    with database.write() as repos:
        repos.watch.save(longer, "ชาย", MORNING + HOUR)
    stands = replace(longer, changed_by="ชาย", changed_at=MORNING + HOUR)
    with database.read() as repos:
        assert repos.watch.get("w-1") == stands
        assert repos.watch.versions("w-1") == [PERSON, stands]


def test_an_end_is_noted_once(database: Database) -> None:
    keep(database, PERSON)
    with database.write() as repos:
        repos.watch.end("w-1", "ชาย", MORNING + HOUR)
        repos.watch.end("w-1", "อร", MORNING + 2 * HOUR)
    with database.read() as repos:
        assert repos.watch.get("w-1") == replace(PERSON, ended_by="ชาย", ended_at=MORNING + HOUR)


def test_revision_differs_after_every_change(database: Database) -> None:
    seen = []
    for act in (
        lambda repos: None,
        lambda repos: repos.watch.save(PERSON, "อร", MORNING),
        lambda repos: repos.watch.save(PERSON, "อร", MORNING + HOUR),
        lambda repos: repos.watch.end("w-1", "อร", MORNING),
        lambda repos: repos.watch.wipe(["w-1"]),
    ):
        with database.write() as repos:
            act(repos)
        with database.read() as repos:
            seen.append(repos.watch.revision())
    assert len(set(seen)) == 5


def test_decisions_are_found_by_time_entry_and_visitor(database: Database) -> None:
    later = replace(DECIDED, id="d-2", at=MORNING + 3 * HOUR, decision=Decision.REFUSED, about="", visit_id="")
    with database.write() as repos:
        repos.watch.decide(DECIDED)
        repos.watch.decide(later)
        repos.watch.decide(replace(DECIDED, id="d-3", watched_id="w-2", at=MORNING + 9 * HOUR))
    with database.read() as repos:
        assert repos.watch.decisions(MORNING, MORNING + 3 * HOUR) == [DECIDED]
        assert repos.watch.decisions_on("w-1") == [later, DECIDED]
        assert repos.watch.latest_about("w-1", DECIDED.about) == DECIDED
        assert repos.watch.latest_about("w-1", "") is None
        assert repos.watch.latest_about("w-1", "0" * 32) is None


def test_wiping_leaves_that_there_was_something_and_not_what(database: Database) -> None:
    keep(database, PERSON, CAR)
    with database.write() as repos:
        repos.watch.save(replace(PERSON, reason="เปลี่ยน"), "อร", MORNING + HOUR)
        repos.watch.decide(DECIDED)
        repos.watch.wipe([PERSON.id])
    with database.read() as repos:
        for version in repos.watch.versions("w-1"):
            assert (version.names, version.plate, version.reason, version.wiped) == ((), "", "", True)
            assert version.until == PERSON.until
        assert repos.watch.decisions_on("w-1") == [replace(DECIDED, note="", about="")]
        assert repos.watch.get("w-2") == CAR
    with database.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT * FROM watched WHERE watched_id = 'w-1'").all()
    assert "สมชาย" not in str(rows)


def test_an_entry_without_an_end_cannot_be_wiped(database: Database) -> None:
    keep(database, CAR)
    with pytest.raises(DatabaseError, match="append-only"), database.write() as repos:
        repos.watch.wipe([CAR.id])


@pytest.mark.parametrize(
    "act",
    [
        "UPDATE watched SET reason = 'x'",
        "UPDATE watched SET names = '[]', plate = '', reason = '', wiped = 1, advice = 'be-careful'",
        "UPDATE watched_ended SET by = 'x'",
        "UPDATE watch_decisions SET decision = 'let-in'",
        "UPDATE watch_decisions SET note = '', about = ''",
        *(f"DELETE FROM {table}" for table in ("watched", "watched_ended", "watch_decisions")),
    ],
)
def test_rows_are_only_added(database: Database, act: str) -> None:
    keep(database, PERSON)
    with database.write() as repos:
        repos.watch.end("w-1", "อร", MORNING)
        repos.watch.decide(DECIDED)
    with pytest.raises(DatabaseError, match="append-only"), database.engine.begin() as connection:
        connection.exec_driver_sql(act)
