"""Opening, sharing, and what can go wrong with the file."""

import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2 as driver

import frontdesk
from frontdesk.domain.articles import Article
from frontdesk.domain.drafts import begin
from frontdesk.domain.errors import DeskError
from frontdesk.domain.ids import new_id
from frontdesk.storage.database import Database, open_database
from frontdesk.storage.upgrade import REVISIONS

from .conftest import MORNING, MakeContact

SOURCE = Path(frontdesk.__file__).parent.parent


def article(code: str, body: str = "") -> Article:
    return Article(new_id(), code, "บัตรหาย", body=body)


def test_opens_again_with_everything_in_it(file: Path) -> None:
    with_card = article("A-1")
    first = open_database(file)
    with first.write() as repos:
        repos.articles.save(with_card, "x")
    stamp = first.feed().stamp()
    first.close()
    second = open_database(file)
    with second.read() as repos:
        assert repos.articles.get(with_card.id) == with_card
    assert second.feed().stamp() == stamp
    second.close()
    assert sorted(one.name for one in file.parent.iterdir()) == ["chain.head", "chain.key", "frontdesk.db"]


PRAGMAS = [
    ("journal_mode", "wal"),
    ("synchronous", 2),
    ("busy_timeout", 5000),
    ("foreign_keys", 1),
    ("secure_delete", 1),
    ("recursive_triggers", 1),
]


@pytest.mark.parametrize(("name", "value"), PRAGMAS)
def test_works_under_the_settings_that_keep_data_safe(database: Database, name: str, value: object) -> None:
    with database.engine.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {name}").scalar() == value


def test_deleted_words_are_not_left_in_the_file(database: Database) -> None:
    draft = begin("x", MORNING)
    words = "คำลับของผู้โทร" * 20
    with database.write() as repos:
        repos.drafts.save(type(draft)(draft.id, draft.started_at, draft.staff, note=words))
    with database.write() as repos:
        repos.drafts.drop(draft.id)
    database.close()
    assert "คำลับของผู้โทร".encode() not in database.file.read_bytes()


def test_a_commit_of_anybody_changes_the_data_version(database: Database) -> None:
    other = open_database(database.file)
    seen = [database.data_version()]
    for writer in (database, other):
        with writer.write() as repos:
            repos.articles.save(article(new_id()), "x")
        seen.append(database.data_version())
    assert len(set(seen)) == 3
    assert database.data_version() == seen[-1]
    other.close()


def test_a_read_sees_one_moment(database: Database) -> None:
    with database.read() as reading:
        assert reading.articles.count() == 0
        with database.write() as repos:
            repos.articles.save(article("A-1"), "x")
        assert reading.articles.count() == 0
    with database.read() as reading:
        assert reading.articles.count() == 1


def test_serves_many_threads(database: Database) -> None:
    def save(number: int) -> None:
        for step in range(20):
            with database.write() as repos:
                repos.articles.save(article(f"{number}-{step}"), "x")
            with database.read() as repos:
                assert repos.articles.by_code(f"{number}-{step}")

    threads = [threading.Thread(target=save, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.read() as repos:
        assert repos.articles.count() == 80


def test_says_that_another_program_is_saving(database: Database) -> None:
    other = open_database(database.file)
    event.listen(other.engine, "checkout", lambda raw, *_: raw.execute("PRAGMA busy_timeout = 50").close())
    with database.write(), pytest.raises(DeskError, match="database_busy"), other.write():
        pass
    with other.write() as repos:
        repos.articles.save(article("A-1"), "x")
    other.close()


def test_a_full_disk_loses_only_what_it_says(database: Database, make_contact: MakeContact) -> None:
    kept = make_contact(note="ก่อนเต็ม")
    with database.write() as repos:
        repos.contacts.add(kept)
    with database.engine.connect() as connection:
        limit = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    full = lambda raw, *_: raw.execute(f"PRAGMA max_page_count = {limit}").close()  # noqa: E731
    event.listen(database.engine, "checkout", full)
    with pytest.raises(DeskError, match="disk_full"), database.write() as repos:
        repos.articles.save(article("BIG", "ยาว" * 50_000), "x")
    with database.read() as repos:
        assert list(repos.contacts.between(None, None)) == [kept]
        assert repos.articles.count() == 0
    event.remove(database.engine, "checkout", full)
    event.listen(database.engine, "checkout", lambda raw, *_: raw.execute("PRAGMA max_page_count = 1000000").close())
    with database.write() as repos:
        repos.articles.save(article("BIG", "ยาว" * 50_000), "x")
    with database.read() as repos:
        assert repos.articles.count() == 1


def test_refuses_a_library_that_can_damage_files(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(driver, "sqlite_version_info", (3, 51, 2))
    with pytest.raises(DeskError, match="sqlite_too_old"):
        open_database(file)
    assert not file.exists()


def test_refuses_a_database_of_a_newer_program(database: Database) -> None:
    with database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    with pytest.raises(DeskError) as caught:
        open_database(database.file)
    assert caught.value.code == "database_newer"
    assert caught.value.data == {"found": "9999", "known": REVISIONS[-1]}


def spoil_header(content: bytes) -> bytes:
    return b"PK\x03\x04" + content[4:]


def cut_off(content: bytes) -> bytes:
    return content[:5000]


def zero_first_page(content: bytes) -> bytes:
    return content[:100] + bytes(3996) + content[4096:]


@pytest.mark.parametrize("spoil", [spoil_header, cut_off, zero_first_page])
def test_refuses_a_damaged_file_and_leaves_it_alone(database: Database, spoil: object) -> None:
    database.close()
    spoilt = spoil(database.file.read_bytes())  # type: ignore[operator]
    database.file.write_bytes(spoilt)
    with pytest.raises(DeskError) as caught:
        open_database(database.file)
    assert caught.value.code == "database_damaged"
    assert caught.value.data == {"file": "frontdesk.db"}
    assert database.file.read_bytes() == spoilt


def test_a_check_finds_damage_inside(database: Database) -> None:
    with database.write() as repos:
        repos.articles.save_many([article(str(i), "คำ" * 2000) for i in range(50)], "x")
    database.check()
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(database.file.read_bytes())
    database.close()
    content[-4096 * 40 : -4096 * 20] = bytes(4096 * 20)
    database.file.write_bytes(content)
    opened = Database(database.file, database.engine)
    with pytest.raises(DeskError, match="database_damaged"):
        opened.check()
    opened.close()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    in_the_way = tmp_path / "ไฟล์"
    in_the_way.touch()
    with pytest.raises(DeskError) as caught:
        open_database(in_the_way / "desk" / "frontdesk.db")
    assert caught.value.code == "folder_read_only"
    assert caught.value.data == {"folder": str(in_the_way / "desk")}


READ_ONLY = """
import os, sys
from pathlib import Path
from frontdesk.domain.errors import DeskError
from frontdesk.storage import database, upgrade
import alembic.command, alembic.runtime.migration
if os.getuid() == 0:
    os.setgid(65534); os.setuid(65534)  # permissions do not bind root
try:
    database.open_database(Path(sys.argv[1]) / "frontdesk.db")
except DeskError as error:
    print(error.code)
"""


@pytest.mark.skipif(os.name == "nt", reason="permission bits of folders are not what Windows goes by")
def test_a_read_only_folder_is_named() -> None:
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o555)
    try:
        command = [sys.executable, "-c", READ_ONLY, str(folder)]
        ran = subprocess.run(command, capture_output=True, text=True, cwd=SOURCE, check=True)
    finally:
        folder.chmod(0o755)
        folder.rmdir()
    assert ran.stdout == "folder_read_only\n"


def test_errors_show_no_personal_data(database: Database) -> None:
    with pytest.raises(DBAPIError) as caught, database.write() as repos:
        repos.articles.save(article("A-1", "ความลับ"), "x")
        repos.articles.save(article("A-1", "ความลับ"), "x")
    assert "ความลับ" not in str(caught.value)
    assert "ความลับ" not in repr(caught.value)


START = """
import sys, time
from pathlib import Path
from frontdesk.storage.database import open_database
database = open_database(Path(sys.argv[1]))
with database.write() as repos:
    repos.drafts.drop("none")
database.close()
print([name for name in ("alembic", "msgspec", "PySide6", "sqlalchemy.orm") if name in sys.modules])
"""


def test_a_database_up_to_date_opens_without_the_migration_library(database: Database) -> None:
    command = [sys.executable, "-W", "error", "-c", START, str(database.file)]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=SOURCE, check=True)
    assert (ran.stdout, ran.stderr) == ("[]\n", "")
