"""What a file holds against what its name says."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from frontdesk.domain.errors import DeskError
from frontdesk.importing.contents import Content, content_of

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
ZIPPED = b"PK\x03\x04" + bytes(60)


def zip_of(entry: str) -> bytes:
    """A zip file of one entry."""
    packed = BytesIO()
    with ZipFile(packed, "w") as file:
        file.writestr(entry, "text")
    return packed.getvalue()


CSV = "code,title\nA1,บัตรหาย\n".encode()


@pytest.mark.parametrize(
    ("name", "data", "content"),
    [
        ("a.csv", CSV, Content.TEXT),
        ("a.txt", CSV, Content.TEXT),
        ("รายชื่อ", CSV, Content.TEXT),
        ("a.xlsx", ZIPPED, Content.WORKBOOK),
        ("a", ZIPPED, Content.WORKBOOK),
        ("A.XLSX", ZIPPED, Content.WORKBOOK),
        ("a.csv", b"BMI,title\n1,a\n", Content.TEXT),
    ],
)
def test_content_decides(tmp_path: Path, name: str, data: bytes, content: Content) -> None:
    (tmp_path / name).write_bytes(data)
    assert content_of(tmp_path / name) is content


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.xlsx", CSV, "not_what_it_says"),
        ("a.csv", ZIPPED, "workbook_damaged"),
        ("a.csv", zip_of("xl/workbook.xml"), "not_what_it_says"),
        ("a.csv", zip_of("letter.txt"), "not_a_table"),
        ("a.xls", OLD_OFFICE, "old_workbook"),
        ("a.xlsx", OLD_OFFICE, "old_workbook"),
        ("a.csv", b"%PDF-1.7\n", "not_a_table"),
        ("a.csv", b"\x89PNG\r\n\x1a\n" + bytes(20), "not_a_table"),
        ("a.csv", b"BM" + bytes(20), "not_a_table"),
        ("a.xls", b"<html><table><tr><td>code</td></tr></table>", "not_a_table"),
        ("a.csv", b"\n  <!DOCTYPE html><html>", "not_a_table"),
        ("a.csv", b"", "file_empty"),
        ("a.csv", b"\xef\xbb\xbf\r\n", "file_empty"),
    ],
)
def test_what_is_no_table_or_misnamed_is_refused(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(DeskError) as refused:
        content_of(tmp_path / name)
    assert (refused.value.code, refused.value.data["file"]) == (code, name)


def test_a_file_that_is_not_there_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="file_not_found"):
        content_of(tmp_path / "none.csv")
    with pytest.raises(DeskError, match="file_unreadable"):
        content_of(tmp_path)


def test_another_archive_is_taken_for_a_workbook_here_and_refused_when_opened(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    assert content_of(tmp_path / "a.docx") is Content.WORKBOOK
