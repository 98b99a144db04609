"""``backup``, ``restore``, ``doctor`` and ``reindex``."""

import subprocess
import sys
from pathlib import Path

import click

from frontdesk.cli.program import program

from .conftest import Run


def test_a_backup_brings_back_what_was_there(desk: Run, tmp_path: Path) -> None:
    desk("log", "--channel", "phone", "--outcome", "answered", "--note", "ก่อนสำรอง")
    assert desk("backup", str(tmp_path / "copies")).status == 0
    (copy,) = (tmp_path / "copies").glob("*.db")
    desk("log", "--channel", "phone", "--outcome", "answered", "--note", "หลังสำรอง")
    assert desk("restore", str(copy)).status == 0
    notes = [row["note"] for row in desk("contacts", "--json").json["contacts"]]
    assert notes == ["ก่อนสำรอง"]
    assert desk("search", "ที่จอดรถ", "--json").json["results"][0]["code"] == "SEC-01"


def test_the_doctor_names_versions_settings_counts_and_index(desk: Run) -> None:
    report = desk("doctor", "--json").json
    assert set(report) == {"program", "database", "index", "backups"}
    flat = str(report["database"]).lower()
    assert "wal" in flat
    assert "3." in flat


def test_reindexing_keeps_every_answer(desk: Run) -> None:
    assert desk("reindex").status == 0
    assert desk("search", "เยี่ยมไข้", "--json").json["results"][0]["code"] == "IPD-01"


def test_the_three_ways_to_start_are_one_program(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    for start in (["main.py"], ["-m", "frontdesk"]):
        ran = subprocess.run(
            [sys.executable, *start, "--version"], cwd=root, capture_output=True, text=True, check=True
        )
        assert ran.stdout.startswith("frontdesk")


def test_no_qt_and_no_alembic_for_a_logged_contact(desk: Run, tmp_path: Path) -> None:
    script = (
        "import sys; from frontdesk.program import main;"
        f"main(['log', '--channel', 'phone', '--outcome', 'answered', '--data', {str(tmp_path / 'desk')!r}]);"
        "print([m for m in ('PySide6', 'alembic', 'whoosh', 'numpy', 'openpyxl') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"


def test_every_command_is_found_where_it_lives() -> None:
    context = click.Context(program)
    for name in program.list_commands(context):
        command = program.get_command(context, name)
        assert command is not None
        assert command.name == name
    assert program.get_command(context, "no-such-command") is None
