"""What a window that broke down left of a paper goes at the next start; what is looked at stays."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from frontdesk.ui.pages.report_preview.workroom import PREFIX, Workroom, sweep

BREAK_DOWN = """
import os, sys, tempfile
tempfile.tempdir = sys.argv[1]
from frontdesk.ui.pages.report_preview.workroom import Workroom
(Workroom().folder / "paper.pdf").write_bytes(b"%PDF")
os._exit(9)
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_what_a_broken_window_left_is_swept(temporary: Path) -> None:
    subprocess.run([sys.executable, "-c", BREAK_DOWN, str(temporary)], check=False)
    [left] = temporary.iterdir()
    assert left.name.startswith(PREFIX)
    assert (left / "paper.pdf").exists()
    assert sweep() == 1
    assert list(temporary.iterdir()) == []


def test_what_is_looked_at_stays(temporary: Path) -> None:
    room = Workroom()
    (room.folder / "paper.pdf").write_bytes(b"%PDF")
    assert sweep() == 0
    assert (room.folder / "paper.pdf").exists()
    room.close()
    assert list(temporary.iterdir()) == []


def test_nothing_else_is_touched(temporary: Path) -> None:
    (temporary / "frontdesk-other").mkdir()
    (temporary / f"{PREFIX}file").write_text("x")
    elsewhere = temporary / "elsewhere"
    elsewhere.mkdir()
    (temporary / f"{PREFIX}link").symlink_to(elsewhere, target_is_directory=True)
    assert sweep() == 0
    assert len(list(temporary.iterdir())) == 4


def test_a_folder_without_a_lock_is_a_leftover_too(temporary: Path) -> None:
    (temporary / f"{PREFIX}abc").mkdir()
    assert sweep() == 1
