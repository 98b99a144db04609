"""Notices and read marks stay as they were made: in the rows, and against plain SQL."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import DatabaseError
from sqlcipher3 import dbapi2 as driver

from frontdesk.domain.notices import Notice, Posted, Terms, Wording
from frontdesk.domain.staff import Role
from frontdesk.storage import upgrade
from frontdesk.storage.database import Database, open_database

from .conftest import MORNING

HOUR = timedelta(hours=1)
GATE = Notice(
    "n1", Wording("ปิดประตู 1", "ใช้ประตู 2", "Gate 1 is closed", "Use gate 2"), MORNING, "อร",
    Terms(MORNING + 3 * HOUR, True, Role.GUARD), "n1",
)  # fmt: skip
STAYS = Notice("n2", Wording(text="ของหายอยู่ลิ้นชักล่าง"), MORNING + HOUR, "อร", wording_id="n2")


@pytest.fixture
def posted(database: Database) -> Database:
    with database.write() as repos:
        for one in (STAYS, GATE):
            repos.notices.add(one)
    return database


def test_notices_come_back_as_they_were_the_oldest_first(posted: Database) -> None:
    with posted.read() as repos:
        assert repos.notices.standing(MORNING) == [GATE, STAYS]
        assert (repos.notices.get("n1"), repos.notices.get("x")) == (GATE, None)


def test_the_first_to_say_its_words_is_known_by_itself(database: Database) -> None:
    with database.write() as repos:
        repos.notices.add(Notice("n", Wording("ปิดประตู 1"), MORNING, "อร"))
        repos.notices.add(Notice("m", Wording("ปิดประตู 1"), MORNING, "อร", wording_id="n", replaces="n"))
        assert [one.wording_id for one in repos.notices.standing(MORNING)] == ["n", "n"]


def test_notices_stand_until_their_moment_or_until_somebody_takes_them_off(posted: Database) -> None:
    with posted.read() as repos:
        assert repos.notices.standing(MORNING + 3 * HOUR - timedelta.resolution) == [GATE, STAYS]
        assert repos.notices.standing(MORNING + 3 * HOUR) == [STAYS]
    with posted.write() as repos:
        for by in ("ชาย", "วรรณ"):
            repos.notices.end("n2", by, MORNING)
        assert repos.notices.standing(MORNING + 3 * HOUR) == []
        assert repos.notices.get("n2") == STAYS


def test_a_read_mark_is_given_once_and_keeps_its_time(posted: Database) -> None:
    with posted.write() as repos:
        repos.notices.mark_read(["n1", "n2"], "ชาย", MORNING)
        repos.notices.mark_read(["n1"], "ชาย", MORNING + HOUR)
        repos.notices.mark_read(["n1"], "วรรณ", MORNING + HOUR)
        repos.notices.mark_read([], "ใคร", MORNING)
        assert repos.notices.read_at(["n1", "x"]) == {"n1": {"ชาย": MORNING, "วรรณ": MORNING + HOUR}}
        assert repos.notices.posted(MORNING) == [
            Posted(GATE, {"ชาย": MORNING, "วรรณ": MORNING + HOUR}), Posted(STAYS, {"ชาย": MORNING}),
        ]  # fmt: skip


def test_nobody_has_read_what_was_never_posted(posted: Database) -> None:
    with pytest.raises(DatabaseError), posted.write() as repos:
        repos.notices.mark_read(["x"], "ชาย", MORNING)


@pytest.mark.parametrize(
    "act",
    [
        "UPDATE notices SET text = 'x'",
        "UPDATE notices SET until = NULL",
        "UPDATE notices_ended SET at = 'x'",
        "UPDATE notice_reads SET at = 'x'",
        *(f"DELETE FROM {table}" for table in ("notice_reads", "notices_ended", "notices")),
    ],
)
def test_rows_are_only_added(posted: Database, act: str) -> None:
    with posted.write() as repos:
        repos.notices.end("n1", "อร", MORNING)
        repos.notices.mark_read(["n1"], "ชาย", MORNING)
    with pytest.raises(DatabaseError, match="append-only"), posted.engine.begin() as connection:
        connection.exec_driver_sql(act)


OLD = """
INSERT INTO notices (id, text, made_at, made_by, until) VALUES
  ('a', 'ปิดประตู 1', '2026-11-20T01:00:00.000000+00:00', 'อร', '2026-11-21'),
  ('b', 'ของหาย', '2026-11-20T02:00:00.000000+00:00', 'อร', NULL);
"""


def test_notices_of_before_stand_to_the_end_of_their_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "frontdesk.db"
    with monkeypatch.context() as before:
        before.setattr(upgrade, "REVISIONS", upgrade.REVISIONS[: upgrade.REVISIONS.index("0018")])
        open_database(file).close()
    connection = driver.connect(str(file))
    connection.executescript(OLD)
    connection.close()
    database = open_database(file)
    with database.read() as repos:
        day, stays = repos.notices.standing(datetime(2026, 11, 21, 16, 59, tzinfo=UTC))
        assert [one.id for one in repos.notices.standing(datetime(2026, 11, 21, 17, tzinfo=UTC))] == ["b"]
    assert (day.wording, day.wording_id) == (Wording(text="ปิดประตู 1"), "a")
    assert day.terms == Terms(datetime(2026, 11, 21, 17, tzinfo=UTC))
    assert stays.terms == Terms()
    database.close()
