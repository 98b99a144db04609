"""A real database on a fresh folder, and things to put into it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from frontdesk.domain.contacts import Channel, Contact, Outcome
from frontdesk.domain.ids import new_id
from frontdesk.storage.database import Database, open_database

MakeContact = Callable[..., Contact]
MORNING = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The place of a database that is not there yet, in a folder with a Thai name."""
    return tmp_path / "โต๊ะ 50% #1" / "frontdesk.db"


@pytest.fixture
def database(file: Path) -> Iterator[Database]:
    opened = open_database(file, file.parent / "backups")
    yield opened
    opened.close()


@pytest.fixture
def make_contact() -> MakeContact:
    """Make a contact some minutes into a morning: ``make_contact(5, topic="...")``."""

    def make(minute: int = 0, **fields: object) -> Contact:
        at = MORNING + timedelta(minutes=minute)
        given = {"id": new_id(), "staff": "อรอนงค์"} | fields
        return Contact(at=at, started_at=at, channel=Channel.PHONE, outcome=Outcome.ANSWERED, **given)  # type: ignore[arg-type]

    return make
