"""A real desk's storage on a fresh folder, and a clock that stands still until it is moved."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from frontdesk.services.clock import SITE_ZONE
from frontdesk.storage.database import Database, open_database


class StillClock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 20, 3, 42, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.astimezone(SITE_ZONE).date()

    def move(self, **amount: float) -> None:
        self.moment += timedelta(**amount)


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Database]:
    database = open_database(tmp_path / "frontdesk.db", tmp_path / "backups")
    yield database
    database.close()
