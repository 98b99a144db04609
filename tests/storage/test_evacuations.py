"""Evacuations in the database: rows are only added, and a crash loses no tick that was acknowledged."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.exc import DatabaseError

from frontdesk.domain.evacuation import Evacuation, Purpose, Tick
from frontdesk.storage.database import Database

from .conftest import MORNING

FIRE = Evacuation("e1", MORNING, "อร", "ป้อม 1")
ENDED = replace(
    FIRE, ended_at=MORNING + timedelta(minutes=9), ended_by="ชาย", purpose=Purpose.REAL, people=5, found=4
)  # fmt: skip


def test_it_lasts_until_it_has_ended(database: Database) -> None:
    with database.write() as repos:
        repos.evacuations.begin(FIRE)
    with database.write() as repos:
        assert repos.evacuations.lasting() == repos.evacuations.get("e1") == FIRE
        repos.evacuations.end(ENDED, {"v1": 1})
        repos.evacuations.end(replace(ENDED, purpose=Purpose.DRILL), {"v2": 1})
    with database.read() as repos:
        assert repos.evacuations.lasting() is None
        assert repos.evacuations.latest(9) == [ENDED]
        assert repos.evacuations.missing("e1") == {"v1": 1}


def test_ticks_come_back_as_they_were_made(database: Database) -> None:
    ticks = [Tick("v1", 3, MORNING, "อร"), Tick("v1", 2, MORNING), Tick("v2", 1, MORNING, "ชาย")]
    with database.write() as repos:
        repos.evacuations.begin(FIRE)
        for tick in ticks:
            repos.evacuations.tick("e1", tick)
    with database.read() as repos:
        assert repos.evacuations.ticks("e1") == ticks
        assert repos.evacuations.ticks("x") == []


@pytest.mark.parametrize("table", ["evacuations", "evacuation_ticks", "evacuations_ended", "evacuation_missing"])
@pytest.mark.parametrize("act", ["UPDATE {} SET rowid = 9", "DELETE FROM {}"])
def test_rows_are_only_added(database: Database, table: str, act: str) -> None:
    with database.write() as repos:
        repos.evacuations.begin(FIRE)
        repos.evacuations.tick("e1", Tick("v1", 1, MORNING))
        repos.evacuations.end(ENDED, {"v1": 1})
    with pytest.raises(DatabaseError, match="append-only"), database.engine.begin() as connection:
        connection.exec_driver_sql(act.format(table))
