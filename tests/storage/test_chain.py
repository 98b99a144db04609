import os
import signal
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from frontdesk.domain.chain import ChainHead
from frontdesk.services.verification import Verification
from frontdesk.storage.database import Database, open_database

from .conftest import MORNING, MakeContact
from .test_upgrade import OLD

WINDOWS = pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in another way and has no kill -9")


def chained(database: Database) -> list[tuple[int, str, str]]:
    with database.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT seq, kind, subject FROM chain ORDER BY seq").all()
    return [(seq, kind, subject) for seq, kind, subject in rows]


def sound(database: Database) -> bool:
    return Verification(database).verify().sound


def test_each_row_gets_the_next_number(database: Database, make_contact: MakeContact) -> None:
    with database.write() as repos:
        repos.contacts.add_many([make_contact(id="c1"), make_contact(id="c2"), make_contact(id="c1")])
        repos.contacts.add(make_contact(id="c2"))
        repos.contacts.withdraw("c1", "x", MORNING)
        repos.contacts.withdraw("c1", "x", MORNING)
    with database.write() as repos:
        repos.contacts.correct("c2", {"note": "แก้"}, "x", MORNING)
        repos.contacts.correct("c2", {"note": "แก้"}, "x", MORNING)
    expected = [(1, "contact", "c1"), (2, "contact", "c2"), (3, "withdrawal", "c1"), (4, "correction", "c2:1")]
    assert chained(database) == expected
    with database.read() as repos:
        assert repos.chain.numbers(["c2", "c9", "c1"]) == {"c1": 1, "c2": 2}
        assert repos.chain.head().count == 4
        assert len(repos.chain.head().printed) == 24


def test_what_is_rolled_back_leaves_no_trace(database: Database, make_contact: MakeContact) -> None:
    with pytest.raises(ZeroDivisionError), database.write() as repos:
        repos.contacts.add(make_contact())
        raise ZeroDivisionError
    assert chained(database) == []
    assert database.chain_files.kept_head().head == ChainHead()
    with database.write() as repos:
        repos.contacts.add(make_contact())
    assert sound(database)


def test_other_work_leaves_the_head_file_alone(database: Database) -> None:
    before = database.chain_files.head_file.stat().st_mtime_ns
    with database.write() as repos:
        repos.rules.put("ก", "ข")
    assert database.chain_files.head_file.stat().st_mtime_ns == before


def test_a_head_that_cannot_be_written_loses_no_contact(
    database: Database, make_contact: MakeContact, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuses(*_: object) -> None:
        raise PermissionError(13, "ไม่มีสิทธิ์")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", refuses)
        with database.write() as repos:
            repos.contacts.add(make_contact())
    assert "ไม่มีสิทธิ์" in caplog.text
    assert sound(database)


@WINDOWS
def test_key_and_head_are_for_their_owner_alone(database: Database, make_contact: MakeContact) -> None:
    with database.write() as repos:
        repos.contacts.add(make_contact())
    for file in (database.chain_files.key_file, database.chain_files.head_file):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_head_file_keeps_one_size(database: Database, make_contact: MakeContact) -> None:
    """So that a power cut leaves the old one or the new one."""
    size = database.chain_files.head_file.stat().st_size
    with database.write() as repos:
        repos.contacts.add_many(make_contact(number) for number in range(1200))
    assert database.chain_files.head_file.stat().st_size == size < 512
    assert database.chain_files.kept_head().head == ChainHead(1200, last_link(database))


def last_link(database: Database) -> bytes:
    with database.read() as repos:
        return repos.chain.head().link


def test_a_new_database_makes_its_key_once(file: Path) -> None:
    keys = []
    for _ in range(2):
        open_database(file).close()
        keys.append((file.parent / "chain.key").read_text("ascii"))
    assert keys[0] == keys[1]
    assert len(bytes.fromhex(keys[0])) == 32


def test_a_broken_key_file_is_kept_for_mending(file: Path, make_contact: MakeContact) -> None:
    open_database(file).close()
    (file.parent / "chain.key").write_text("เสีย12\n", "utf-8")
    with closing(open_database(file)) as database, database.write() as repos:
        repos.contacts.add(make_contact())
    broken, new = (file.parent / "chain.key").read_text("ascii").split()
    assert broken.endswith("12")
    assert len(bytes.fromhex(new)) == 32
    with closing(open_database(file)) as database:
        assert sound(database)


def test_contacts_from_before_the_chain_get_their_entries_in_order(file: Path) -> None:
    file.parent.mkdir()
    with closing(driver.connect(str(file))) as connection:
        connection.executescript(OLD.read_text("utf-8"))
        columns = [row[1] for row in connection.execute("PRAGMA table_info(contacts)")]
        chosen = ", ".join({"id": "'c' || n", "at": "'2025-01-' || (30 - n)"}.get(name, name) for name in columns)
        numbers = "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 9)"
        connection.execute(f"{numbers} INSERT INTO contacts SELECT {chosen} FROM contacts, t")
        connection.commit()
    with closing(open_database(file, file.parent / "backups")) as database:
        subjects = [subject for _, _, subject in chained(database)]
        assert subjects[:9] == [f"c{number}" for number in range(9, 0, -1)]
        assert len(subjects) == 10
        assert database.chain_files.kept_head().head == ChainHead(10, last_link(database))
        assert sound(database)


LOGGING = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from frontdesk.domain.contacts import Channel, Contact, Outcome
from frontdesk.domain.ids import new_id
from frontdesk.storage.database import open_database
database = open_database(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
for _ in range(40):
    at = datetime.now(UTC)
    with database.write() as repos:
        repos.contacts.add(Contact(new_id(), at, at, Channel.PHONE, Outcome.ANSWERED, "s"))
database.close()
"""


def test_programs_at_once_keep_one_chain(database: Database) -> None:
    command = [sys.executable, "-c", LOGGING, str(database.file)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    programs = [subprocess.Popen(command, text=True, **pipes) for _ in range(3)]  # type: ignore[call-overload]
    for program in programs:
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        program.stdin.write("go\n")
        program.stdin.flush()
    assert [program.communicate(timeout=60)[1] for program in programs] == [""] * 3
    report = Verification(database).verify()
    assert (report.fault, report.remarks, report.head.count) == (None, (), 120)


DYING = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from frontdesk.domain.contacts import Channel, Contact, Outcome
from frontdesk.storage.chain_files import ChainFiles
from frontdesk.storage.database import open_database
database = open_database(Path(sys.argv[1]))
keep = ChainFiles.keep_head
for number in range(3):
    if number == 2:
        ChainFiles.keep_head = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
    at = datetime.now(UTC)
    with database.write() as repos:
        repos.contacts.add(Contact(f"c{number}", at, at, Channel.PHONE, Outcome.ANSWERED, "s"))
"""


@WINDOWS
def test_dying_between_the_commit_and_the_head_does_no_harm(file: Path, make_contact: MakeContact) -> None:
    died = subprocess.run([sys.executable, "-c", DYING, str(file)], check=False, timeout=60)
    assert died.returncode == -signal.SIGKILL
    with closing(open_database(file)) as database:
        kept = database.chain_files.kept_head().head
        assert kept is not None
        assert kept.count == 2
        assert [subject for _, _, subject in chained(database)] == ["c0", "c1", "c2"]
        assert sound(database)
        with database.write() as repos:
            repos.contacts.add(make_contact())
        report = Verification(database).verify()
        assert (report.fault, report.head.count) == (None, 4)


GUARDED = ("contact_corrections", "chain", "chain_keys", "chain_gaps", "erasures")


@pytest.mark.parametrize("table", GUARDED)
def test_its_tables_are_guarded(database: Database, table: str) -> None:
    query = f"SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '{table}'"
    with database.engine.connect() as connection:
        names = set(connection.exec_driver_sql(query).scalars())
    assert names >= {f"{table}_no_delete", f"{table}_no_update"}
