"""Workbooks that are none, are locked, damaged or bombs."""

import struct
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

import pytest

from frontdesk.domain.errors import DeskError
from frontdesk.importing.archives import MAX_ENTRIES, check_archive


def archive(file: Path, entries: dict[str, bytes]) -> Path:
    with ZipFile(file, "w", ZIP_DEFLATED) as zipped:
        for name, data in entries.items():
            zipped.writestr(name, data)
    return file


def refusal_of(file: Path) -> str:
    with pytest.raises(DeskError) as refused:
        check_archive(file)
    return refused.value.code


BOOK = {"xl/workbook.xml": b"<workbook/>"}


def test_a_workbook_passes(tmp_path: Path) -> None:
    check_archive(archive(tmp_path / "a.xlsx", BOOK))


@pytest.mark.parametrize(
    ("entries", "code"),
    [
        ({"word/document.xml": b"<w/>"}, "not_a_table"),
        (BOOK | {"xl/worksheets/sheet1.xml": b"0" * 20_000_000}, "workbook_too_large"),
        (BOOK | {f"xl/{n}": b"" for n in range(MAX_ENTRIES)}, "workbook_too_large"),
    ],
    ids=["document", "bomb", "many entries"],
)
def test_others_are_refused(tmp_path: Path, entries: dict[str, bytes], code: str) -> None:
    assert refusal_of(archive(tmp_path / "a.xlsx", entries)) == code


@pytest.mark.parametrize("data", [b"PK\x03\x04" + bytes(100), b"PK\x03\x04"])
def test_a_torn_archive_is_damaged(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.xlsx").write_bytes(data)
    assert refusal_of(tmp_path / "a.xlsx") == "workbook_damaged"


def test_a_locked_entry_is_refused(tmp_path: Path) -> None:
    file = archive(tmp_path / "a.xlsx", BOOK)
    data = bytearray(file.read_bytes())
    at = data.index(b"PK\x01\x02")
    struct.pack_into("<H", data, at + 8, 1)
    file.write_bytes(data)
    assert refusal_of(file) == "old_workbook"


def test_an_entry_that_lies_about_its_size_gives_out_no_more_than_it_said(tmp_path: Path) -> None:
    file = archive(tmp_path / "a.xlsx", BOOK | {"big.xml": b"0" * 500_000})
    data = bytearray(file.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    struct.pack_into("<L", data, at + 24, 10)
    file.write_bytes(data)
    with ZipFile(file) as zipped, zipped.open("big.xml") as entry, pytest.raises(BadZipFile):
        entry.read()
