"""Copies: made while others write, checked, rotated, put back."""

import threading
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from frontdesk.domain.articles import Article
from frontdesk.domain.errors import DeskError
from frontdesk.domain.ids import new_id
from frontdesk.storage.database import Database, open_database
from frontdesk.storage.upgrade import REVISIONS
from frontdesk.storage.vault import KEPT, FileVault

from .conftest import MakeContact


@dataclass
class MovedClock:
    """A clock that goes on a minute at every look."""

    moment: datetime = field(default=datetime(2026, 11, 20, 3, 42, tzinfo=UTC))

    def now(self) -> datetime:
        self.moment += timedelta(minutes=1)
        return self.moment

    def today(self) -> date:
        return self.moment.date()


@pytest.fixture
def vault(database: Database) -> FileVault:
    return FileVault(database.file, MovedClock())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "สำรอง"


def notes(database: Database) -> list[str]:
    with database.read() as repos:
        return [contact.note for contact in repos.contacts.between(None, None)]


def test_a_copy_is_whole_and_named_by_the_site_s_time(
    database: Database, vault: FileVault, folder: Path, make_contact: MakeContact
) -> None:
    with database.write() as repos:
        repos.contacts.add(make_contact(note="ก่อนสำรอง"))
    info = vault.back_up(folder)
    assert info.path == folder / "frontdesk-20261120-104300.db"
    assert info.at == datetime(2026, 11, 20, 3, 43, tzinfo=UTC)
    assert (info.contacts, info.size) == (1, info.path.stat().st_size)
    assert list(folder.iterdir()) == [info.path]
    assert vault.backups(folder) == [info]
    copy = open_database(info.path)
    assert notes(copy) == ["ก่อนสำรอง"]
    copy.close()


def test_the_newest_copies_stay(vault: FileVault, folder: Path) -> None:
    folder.mkdir()
    (folder / "frontdesk-notes.db").touch()
    made = [vault.back_up(folder).path for _ in range(KEPT + 2)]
    assert [info.path for info in vault.backups(folder)] == made[2:]
    assert sorted(folder.iterdir()) == [*made[2:], folder / "frontdesk-notes.db"]


def test_files_that_are_no_copies_are_passed_over(vault: FileVault, folder: Path) -> None:
    assert vault.backups(folder) == []
    folder.mkdir()
    (folder / "frontdesk-20260101-000000.db").write_bytes(b"not a database, but long enough to look at" * 9)
    (folder / "frontdesk-20260101-000001.txt").touch()
    assert vault.backups(folder) == []


def test_a_failed_copy_leaves_nothing_behind(database: Database, vault: FileVault, folder: Path) -> None:
    folder.mkdir()
    (folder / "frontdesk-20261120-104300.db").mkdir()
    with pytest.raises(OSError, match="directory"):
        vault.back_up(folder)
    assert [one.name for one in folder.iterdir()] == ["frontdesk-20261120-104300.db"]
    database.check()


def test_a_copy_into_a_place_that_cannot_be_made_says_so(vault: FileVault, folder: Path) -> None:
    folder.touch()
    with pytest.raises(DeskError) as caught:
        vault.back_up(folder / "x")
    assert caught.value.data == {"folder": str(folder / "x")}


def test_the_drill(database: Database, vault: FileVault, folder: Path, make_contact: MakeContact) -> None:
    """Back up, go on working, put the copy back, look at both; the desk stays open all the while."""
    with database.write() as repos:
        repos.contacts.add(make_contact(note="ก่อนสำรอง"))
    copy = vault.back_up(folder)
    stamp, version = database.feed().stamp(), database.data_version()
    with database.write() as repos:
        repos.contacts.add(make_contact(note="หลังสำรอง"))
    kept = vault.restore(copy.path)
    assert notes(database) == ["ก่อนสำรอง"]
    assert database.data_version() != version
    assert database.feed().stamp() != stamp
    former = open_database(kept)
    assert sorted(notes(former)) == ["ก่อนสำรอง", "หลังสำรอง"]
    former.close()
    with database.write() as repos:
        repos.contacts.add(make_contact(9, note="ทำงานต่อ"))
    database.close()
    again = open_database(database.file)
    again.check()
    assert notes(again) == ["ก่อนสำรอง", "ทำงานต่อ"]
    again.close()
    assert not list(database.file.parent.glob("*.restoring*"))


def wait_for(steps: threading.Semaphore, number: int) -> None:
    for _ in range(number):
        assert steps.acquire(timeout=30)


def test_the_drill_while_another_writes(
    database: Database, vault: FileVault, folder: Path, make_contact: MakeContact
) -> None:
    """Nobody who writes during a copy or a restore meets an error, and the file stays sound."""
    stopped, steps = threading.Event(), threading.Semaphore(0)
    written: list[str] = []

    def keep_writing() -> None:
        other = open_database(database.file)
        while not stopped.is_set():
            contact = make_contact(note=new_id())
            with other.write() as repos:
                repos.contacts.add(contact)
            written.append(contact.note)
            steps.release()
        other.close()

    writer = threading.Thread(target=keep_writing)
    writer.start()
    try:
        wait_for(steps, 20)
        before = len(written)
        copy = vault.back_up(folder)
        kept = vault.restore(copy.path)
        after = len(written)
        wait_for(steps, after + 20 - before)
    finally:
        stopped.set()
        writer.join()
    assert before <= copy.contacts <= len(written)
    former = open_database(kept)
    assert set(notes(former)) >= set(written[:before])
    former.close()
    assert set(notes(database)) >= set(written[:before]) | set(written[after + 1 :])
    database.check()


@pytest.mark.parametrize("damage", [b"", b"\0" * 100, b"nothing that SQLite knows" * 200])
def test_a_database_beyond_reading_is_moved_aside(
    database: Database, vault: FileVault, folder: Path, make_contact: MakeContact, damage: bytes
) -> None:
    with database.write() as repos:
        repos.contacts.add(make_contact(note="ในสำเนา"))
    copy = vault.back_up(folder)
    database.close()
    database.file.write_bytes(damage)
    kept = vault.restore(copy.path)
    again = open_database(database.file)
    assert notes(again) == ["ในสำเนา"]
    again.close()
    if damage.strip(b"\0"):
        assert kept.read_bytes() == damage


def test_a_copy_goes_to_a_computer_that_has_nothing_yet(
    database: Database, vault: FileVault, folder: Path, tmp_path: Path, make_contact: MakeContact
) -> None:
    with database.write() as repos:
        repos.contacts.add(make_contact(note="เครื่องเก่า"))
    copy = vault.back_up(folder)
    elsewhere = tmp_path / "new" / "frontdesk.db"
    FileVault(elsewhere).restore(copy.path)
    opened = open_database(elsewhere)
    assert notes(opened) == ["เครื่องเก่า"]
    opened.close()


def test_a_copy_of_an_older_program_is_brought_up_to_date(vault: FileVault, database: Database, folder: Path) -> None:
    folder.mkdir()
    old = folder / "old.db"
    connection = driver.connect(str(old))
    connection.executescript((Path(__file__).parent / "fixtures" / "schema_0001.sql").read_text("utf-8"))
    connection.close()
    content = old.read_bytes()
    vault.restore(old)
    assert notes(database) == ["แจ้งช่อง 3"]
    assert database.data_version() is not None
    assert old.read_bytes() == content


def spoilt(copy: Path, folder: Path) -> Path:
    file = folder / "spoilt.db"
    file.write_bytes(copy.read_bytes()[:9000])
    return file


def newer(copy: Path, folder: Path) -> Path:
    file = folder / "newer.db"
    file.write_bytes(copy.read_bytes())
    connection = driver.connect(str(file))
    connection.execute("UPDATE alembic_version SET version_num = '9999'").close()
    connection.commit()
    connection.close()
    return file


def somebody_else_s(_copy: Path, folder: Path) -> Path:
    file = folder / "notes.db"
    connection = driver.connect(str(file))
    connection.executescript("CREATE TABLE notes (text)")
    connection.close()
    return file


REFUSED = [(spoilt, "backup_damaged"), (newer, "database_newer"), (somebody_else_s, "backup_damaged")]


@pytest.mark.parametrize(("make", "code"), REFUSED)
def test_a_copy_that_is_none_changes_nothing(
    database: Database, vault: FileVault, folder: Path, make_contact: MakeContact, make: object, code: str
) -> None:
    with database.write() as repos:
        repos.contacts.add(make_contact(note="ยังอยู่"))
    file = make(vault.back_up(folder).path, folder)  # type: ignore[operator]
    with pytest.raises(DeskError) as caught:
        vault.restore(file)
    assert caught.value.code == code
    assert notes(database) == ["ยังอยู่"]
    assert not list(database.file.parent.glob("*before-restore*"))


def test_a_missing_copy_is_named(vault: FileVault, folder: Path) -> None:
    with pytest.raises(DeskError) as caught:
        vault.restore(folder / "ไม่มี.db")
    assert (caught.value.code, caught.value.data) == ("file_unreadable", {"file": "ไม่มี.db"})


def test_health_tells_versions_settings_and_counts(database: Database, vault: FileVault) -> None:
    with database.write() as repos:
        repos.articles.save(Article(new_id(), "A-1", "บัตรหาย"), "x")
    health = vault.health()
    expected = {"schema": REVISIONS[-1], "journal_mode": "wal", "synchronous": 2, "articles": 1, "quick_check": "ok"}
    assert expected.items() <= health.items()
    assert str(health["sqlite"]) >= "3.51.3"
    assert health["sqlcipher"]
    assert str(health["sqlalchemy"]).startswith("2.1")
    assert health["free_bytes"] != 0
    assert "บัตรหาย" not in str(health)
