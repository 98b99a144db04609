import sys
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE, Popen
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Row, create_engine
from sqlcipher3 import dbapi2 as driver

import frontdesk.storage.evacuation_tables
import frontdesk.storage.hand_over_tables
import frontdesk.storage.notice_tables
import frontdesk.storage.promise_tables
import frontdesk.storage.visit_tables
import frontdesk.storage.watch_tables  # noqa: F401 their tables join the others once they are loaded
from frontdesk.domain.errors import DeskError
from frontdesk.storage import upgrade
from frontdesk.storage.backup_file import content_of
from frontdesk.storage.database import Database, open_database
from frontdesk.storage.table_parts import metadata
from frontdesk.storage.tables import APPEND_ONLY

from .conftest import MORNING

OLD = Path(__file__).parent / "fixtures" / "schema_0001.sql"
CARD, SUDA, CALL = (f"01a20127-f0e3-7de4-8afd-00000000000{i}" for i in (1, 2, 3))


@pytest.fixture
def old_file(file: Path) -> Path:
    """A database as the program first made it, with Thai data in it."""
    file.parent.mkdir()
    connection = driver.connect(str(file))
    connection.executescript(OLD.read_text("utf-8"))
    connection.close()
    return file


def test_an_old_database_is_brought_up_to_date_with_all_its_data(old_file: Path) -> None:
    database = open_database(old_file, old_file.parent / "backups")
    with database.write() as repos:
        card, suda, call = repos.articles.get(CARD), repos.people.get(SUDA), repos.contacts.get(CALL)
        assert card is not None
        assert (card.title, card.keywords) == ("บัตรหาย", ("บัตร", "หาย"))
        assert suda is not None
        assert suda.name == "สุดา ใจดี"
        assert call is not None
        assert (call.note, call.articles) == ("แจ้งช่อง 3", ("MRD-01",))
        assert repos.people.distinct_names() == (["สุดา"], ["ใจดี"], ["sudajaidee"])
        assert repos.contacts.containing(["ช่อง 3"], 9) == [call]
        repos.contacts.withdraw(CALL, "x", MORNING)
        assert repos.contacts.count() == 0
    assert database.feed().stamp() == "01a20127-f0d1-7eb4-9cbb-b05af20127ab"
    database.close()


def test_a_copy_is_kept_before_a_migration_and_only_then(old_file: Path) -> None:
    backups = old_file.parent / "backups"
    for _ in range(2):
        open_database(old_file, backups).close()
    [copy] = backups.iterdir()
    assert copy.name.startswith("pre-upgrade-0001-")
    content = content_of(copy)
    assert (content.revision, content.contacts) == ("0001", 1)


OPENING = """
import sys
from pathlib import Path
from frontdesk.storage.database import open_database
file = Path(sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
open_database(file, file.parent / "backups").close()
"""


def test_several_programs_that_start_at_once_on_an_old_database_all_open_it(old_file: Path) -> None:
    command = [sys.executable, "-c", OPENING, str(old_file)]
    programs = [Popen(command, stdin=PIPE, stdout=PIPE, stderr=PIPE, text=True) for _ in range(4)]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    said = [program.communicate(timeout=60)[1] for program in programs]
    assert [(program.returncode, words) for program, words in zip(programs, said, strict=True)] == [(0, "")] * 4
    copies = [content_of(copy) for copy in (old_file.parent / "backups").iterdir()]
    assert {copy.contacts for copy in copies} == {1}
    assert "0001" in {copy.revision for copy in copies}


def test_a_new_database_needs_no_copy(file: Path) -> None:
    open_database(file, file.parent / "backups").close()
    assert not (file.parent / "backups").exists()


@dataclass
class Stop(Exception):
    """A power cut, as far as a test can have one."""


def test_a_migration_that_stops_half_way_changes_nothing(old_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stops(*_: object) -> None:
        raise Stop

    before = content_of(old_file)
    with monkeypatch.context() as patch, pytest.raises(Stop):
        patch.setattr(upgrade, "ensure_database_id", stops)
        open_database(old_file)
    assert content_of(old_file) == before
    open_database(old_file).close()
    assert content_of(old_file).revision == upgrade.REVISIONS[-1]


def test_the_revisions_are_those_of_the_migrations() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(upgrade.__file__).parent / "migrations"))
    script = ScriptDirectory.from_config(config)
    assert tuple(one.revision for one in reversed(list(script.walk_revisions()))) == upgrade.REVISIONS


def not_of_the_word_index(name: str | None, _kind: str, _parents: object) -> bool:
    """Pass over the virtual tables and what SQLite keeps for them."""
    return not (name or "").startswith(("contact_words", "person_words"))


def columns_of(connection: Connection) -> dict[str, set[Row[*tuple[Any, ...]]]]:
    """Return name, type, need, default and place in the key of every column."""
    query = "SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_info('{}')"
    return {name: set(connection.exec_driver_sql(query.format(name))) for name in metadata.tables}


@pytest.mark.filterwarnings("ignore:.*expression-based index")  # its plan is tested with the others
def test_the_migrations_end_at_the_tables_that_the_program_uses(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": not_of_the_word_index})
        assert compare_metadata(context, metadata) == []
        migrated = columns_of(connection)
    engine = create_engine("sqlite://", module=driver)
    metadata.create_all(engine)
    with engine.connect() as connection:
        assert columns_of(connection) == migrated
    engine.dispose()


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_append_only_tables_are_guarded(database: Database, table: str) -> None:
    query = f"SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '{table}'"
    with database.engine.connect() as connection:
        names = set(connection.exec_driver_sql(query).scalars())
    assert names >= {f"{table}_no_delete", f"{table}_no_update"}


def test_another_program_s_database_is_not_taken_for_a_desk(file: Path) -> None:
    file.parent.mkdir()
    connection = driver.connect(str(file))
    connection.executescript("CREATE TABLE notes (text); INSERT INTO notes VALUES ('ของคนอื่น');")
    connection.close()
    with pytest.raises(DeskError) as caught:
        open_database(file)
    assert caught.value.code == "database_damaged"
