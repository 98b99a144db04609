"""A desk with a little of everything on its record, and harm done to it with plain SQL."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from frontdesk.domain.chain_report import ChainReport
from frontdesk.domain.contacts import Channel, Contact, Feedback, Outcome, Use
from frontdesk.domain.gaps import Gap
from frontdesk.domain.transfers import Transfer, TransferReason
from frontdesk.services.verification import Verification
from frontdesk.storage.database import Database, open_database

MORNING = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
COUNT = 13
"""Entries: ten contacts, two corrections, one withdrawal."""


def contact(number: int, /, **fields: Any) -> Contact:
    at = MORNING + timedelta(minutes=number)
    given: dict[str, Any] = {
        "channel": Channel.PHONE, "outcome": Outcome.ANSWERED,
        "number": "081-234 5678", "digits": "0812345678", "person_id": f"p{number}", "person_code": f"P-{number}",
        "person_name": "สุดา ใจดี", "topic": "บัตรหาย", "note": "ขอโทรกลับ “บ่าย” 🙏", "articles": ("A", "B"),
        "queries": ("บัตรหา", "lost card"), "unanswered": True, "flagged": ("B",), "feedback": Feedback.COMPLIMENT,
        "transfer": Transfer(TransferReason.AUTHORITY, "P-9", "เวชระเบียน", "1120", "บัตรหาย โทรกลับบ่าย"),
        "answered_at": at, "gap": Gap("ทำบัตรได้วันไหน", "เวชระเบียน", "อร"),
        "uses": (Use("A", "บัตรหา", ("หาย",)), Use("B", "card")),
    }  # fmt: skip
    return Contact(id=f"c{number:02}", at=at, started_at=at, staff="s-orn", **given | fields)


def make_desk(folder: Path) -> None:
    """Write ten contacts; 1 and 5 are corrected, 2 is taken back."""
    with closing_desk(folder) as database, database.write() as repos:
        repos.contacts.add_many(contact(number) for number in range(1, 10))
        repos.contacts.correct("c01", {"note": "นัดหมอฟัน", "articles": ("C",)}, "s-som", MORNING)
        repos.contacts.withdraw("c02", "s-som", MORNING)
        repos.contacts.correct("c05", {"outcome": Outcome.PROMISED}, "s-som", MORNING)
        repos.contacts.add(contact(10))


@contextmanager
def closing_desk(folder: Path) -> Iterator[Database]:
    with closing(open_database(folder / "frontdesk.db", folder / "backups")) as database:
        yield database


def verified(folder: Path, printed: str = "") -> ChainReport:
    with closing_desk(folder) as database:
        return Verification(database).verify(printed)


def harm(folder: Path, *statements: str, values: tuple[Any, ...] = ()) -> None:
    """Run statements on the file as somebody with a database tool would, guards taken off first."""

    def work(connection: Any) -> None:
        for statement in statements:
            connection.execute(statement, values).close()

    harm_by(folder, work)


def harm_by(folder: Path, work: Callable[[Any], None]) -> None:
    with closing(driver.connect(str(folder / "frontdesk.db"))) as connection:
        connection.isolation_level = None
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in triggers:
            connection.execute(f"DROP TRIGGER {name}").close()
        work(connection)


def copied(folder: Path, target: Path) -> Path:
    shutil.copytree(folder, target)
    return target
