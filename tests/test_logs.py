"""The program's log keeps places, never what people said."""

from pathlib import Path

import pytest

from frontdesk import logs


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "logs"


def written(folder: Path) -> str:
    return (folder / "frontdesk.log").read_text("utf-8")


def test_a_bug_is_noted_by_its_place_without_its_text(folder: Path) -> None:
    handler = logs.start(folder)
    try:
        raise ValueError("สุดา ใจดี 081-234-5678")
    except ValueError as error:
        logs.note_bug(error)
    logs.stop(handler)
    assert "ValueError" in written(folder)
    assert "test_a_bug_is_noted" in written(folder)
    assert "สุดา" not in written(folder)


@pytest.mark.parametrize("number", ["081-234-5678", "๐๘๑๒๓๔๕๖๗๘", "1-2345-67890-12-3", "+66 81 234 5678"])
def test_numbers_are_taken_out_of_every_line(folder: Path, number: str) -> None:
    handler = logs.start(folder)
    logs._LOGGER.warning("while looking for %s in the index", number)
    logs.stop(handler)
    assert number not in written(folder)
    assert "[number]" in written(folder)
