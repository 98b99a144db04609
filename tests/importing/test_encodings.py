"""Which encoding a file is in."""

import random
from pathlib import Path

import pytest

from frontdesk.domain.errors import DeskError
from frontdesk.importing.encodings import guess_encoding, known_encoding

THAI = "code,title\nA1,บัตรประชาชนหาย\nA2,ที่จอดรถ\n"
ENGLISH = "code,title\nA1,Lost card\n"


@pytest.mark.parametrize(
    ("text", "written_as", "guessed"),
    [
        (THAI, "utf-8", "utf-8"),
        (THAI, "utf-8-sig", "utf-8"),
        (ENGLISH, "ascii", "utf-8"),
        (THAI, "cp874", "cp874"),
        (THAI, "tis-620", "cp874"),
        ("code,title\nA1,ทีม “แนะนำ”…\n", "cp874", "cp874"),
        (THAI, "utf-16", "utf-16"),
        (THAI, "utf-16-le", "utf-16-le"),
        (THAI, "utf-16-be", "utf-16-be"),
        (ENGLISH, "utf-16-le", "utf-16-le"),
        (ENGLISH, "utf-16-be", "utf-16-be"),
        (THAI, "utf-32", "utf-32"),
    ],
)
def test_thai_and_english_files_are_recognised(tmp_path: Path, text: str, written_as: str, guessed: str) -> None:
    file = tmp_path / "file.csv"
    file.write_bytes(text.encode(written_as))
    assert guess_encoding(file) == guessed


def test_the_whole_file_decides_not_its_beginning(tmp_path: Path) -> None:
    file = tmp_path / "file.csv"
    file.write_bytes(ENGLISH.encode() * 100_000 + "A9,ที่จอดรถ\n".encode("cp874"))
    assert guess_encoding(file) == "cp874"


def test_a_thai_letter_may_stand_across_the_pieces_that_are_read(tmp_path: Path) -> None:
    file = tmp_path / "file.csv"
    file.write_bytes(b"a" + "ก".encode() * 700_000)
    assert guess_encoding(file) == "utf-8"


def test_one_lost_byte_does_not_turn_utf8_into_another_encoding(tmp_path: Path) -> None:
    file = tmp_path / "file.csv"
    file.write_bytes(THAI.encode() * 50 + b"A3,\xe0\xb8\n")
    assert guess_encoding(file) == "utf-8"


@pytest.mark.parametrize(
    "data",
    [
        random.Random(1).randbytes(5_000),
        bytes(range(256)) * 4,
        "こんにちは、受付です\n".encode("shift-jis") * 20,
        "电话号码,姓名\n".encode("gbk") * 20,
        b"code,title\nA1,\0\0\0\0\n",
    ],
    ids=["random", "all bytes", "Japanese", "Chinese", "zeros"],
)
def test_what_is_none_of_these_is_refused(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "file.csv"
    file.write_bytes(data)
    with pytest.raises(DeskError) as refused:
        guess_encoding(file)
    assert (refused.value.code, refused.value.data) == ("unknown_encoding", {"file": "file.csv"})


@pytest.mark.parametrize(
    ("asked", "name"),
    [("UTF-8", "utf-8"), ("utf8", "utf-8"), ("TIS-620", "cp874"), ("windows_874", "cp874"), ("UTF-16", "utf-16")],
)
def test_encodings_go_by_several_names(asked: str, name: str) -> None:
    assert known_encoding(asked) == name


@pytest.mark.parametrize("asked", ["rot13", "zlib", "klingon", ""])
def test_only_encodings_of_text_are_offered(asked: str) -> None:
    with pytest.raises(DeskError, match="encoding_not_offered"):
        known_encoding(asked)


def test_a_zero_byte_alone_does_not_make_utf16(tmp_path: Path) -> None:
    file = tmp_path / "file.csv"
    file.write_bytes(b"code,title\nA1,a\0b\n")
    with pytest.raises(DeskError) as raised:
        guess_encoding(file)
    assert raised.value.code == "unknown_encoding"
