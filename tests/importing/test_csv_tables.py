"""CSV files as they come: quotes, line ends, damage, and lines without end."""

import tracemalloc
from pathlib import Path

import pytest

from frontdesk.domain.errors import DeskError
from frontdesk.importing.csv_tables import LINE_LIMIT, open_csv

Rows = list[tuple[int, tuple[str, ...]]]


def rows_of(file: Path, data: str | bytes, encoding: str = "", delimiter: str = "") -> Rows:
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    with open_csv(file, encoding, delimiter) as table:
        return list(table.rows())


def refusal_of(file: Path, data: str | bytes) -> DeskError:
    with pytest.raises(DeskError) as refused:
        rows_of(file, data)
    return refused.value


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "file.csv"


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        ("a,b\n1,2\n3,4\n", [(2, ("1", "2")), (3, ("3", "4"))]),
        ("a,b\r\n1,2\r\n3,4", [(2, ("1", "2")), (3, ("3", "4"))]),
        ("a,b\r1,2\r3,4\r", [(2, ("1", "2")), (3, ("3", "4"))]),
        ("a;b\n1,5;2\n", [(2, ("1,5", "2"))]),
        ("a\tb\n1\t2\n", [(2, ("1", "2"))]),
        ("a|b\n1|2\n", [(2, ("1", "2"))]),
        ("sep=;\na;b\n1;2\n", [(3, ("1", "2"))]),
        ("\n\na,b\n\n1,2\n", [(5, ("1", "2"))]),
        ('a,b\n"บรรทัดหนึ่ง\nบรรทัดสอง",2\n3,4\n', [(2, ("บรรทัดหนึ่ง\nบรรทัดสอง", "2")), (4, ("3", "4"))]),
        ('"a\nx",b\n1,2\n', [(3, ("1", "2"))]),
        ('a,b\n"say ""hi""",2\n', [(2, ('say "hi"', "2"))]),
        ('a,b\n5" pipe,2\n', [(2, ('5" pipe', "2"))]),
        ("a,b\n1\n,,\n1,2,3\n", [(2, ("1",)), (4, ("1", "2", "3"))]),
        ("a,b\n'=1+1,'quoted'\n", [(2, ("=1+1", "'quoted'"))]),
        ("a,b\n0812345678,007\n", [(2, ("0812345678", "007"))]),
        ("a,b\n", []),
        ("a,b", []),
    ],
)
def test_rows_come_with_their_line_numbers(file: Path, data: str, rows: Rows) -> None:
    assert rows_of(file, data) == rows


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16", "utf-16-le", "utf-16-be"])
def test_thai_is_read_in_every_encoding_on_offer(file: Path, encoding: str) -> None:
    rows = rows_of(file, "รหัส,ชื่อ\nก1,สุดา ใจดี\n".encode(encoding))
    assert rows == [(2, ("ก1", "สุดา ใจดี"))]


def test_a_person_may_choose_encoding_and_delimiter(file: Path) -> None:
    assert rows_of(file, "a;b,c\nก;1,2\n".encode("cp874"), "tis-620", ",") == [(2, ("ก;1", "2"))]


def test_columns_and_format_are_told(file: Path) -> None:
    file.write_bytes("\ufeffรหัส;ชื่อ\n1;ก\n".encode("utf-16"))
    with open_csv(file) as table:
        assert table.columns == ("รหัส", "ชื่อ")
        assert (table.format.encoding, table.format.delimiter) == ("utf-16", ";")


def test_unreadable_characters_are_counted(file: Path) -> None:
    file.write_bytes(b"a,b\n" + "ที่จอดรถ".encode("cp874") * 20 + b",\x90\xff\n")
    with open_csv(file, "cp874") as table:
        assert next(iter(table.rows()))[1][1] == "\ufffd\ufffd"
        assert table.replaced == 2


def test_a_quote_that_is_never_closed_is_found_where_it_opened(file: Path) -> None:
    refusal = refusal_of(file, 'a,b\n1,2\n3,"open\n4,5\n6,7\n')
    assert (refusal.code, refusal.data) == ("quote_not_closed", {"line": 3})


def test_a_quote_left_open_in_a_large_file_is_found_early(file: Path) -> None:
    refusal = refusal_of(file, 'a,b\n1,"open\n' + "3,4\n" * 400_000)
    assert (refusal.code, refusal.data) == ("quote_not_closed", {"line": 2})


def test_a_long_line_is_taken_up_to_the_limit(file: Path) -> None:
    fits = "ก" * (LINE_LIMIT - 3)
    assert rows_of(file, f"a,b\n1,{fits}\n")[0][1][1] == fits
    refusal = refusal_of(file, f"a,b\n1,2\n1,{fits}ข\n")
    assert (refusal.code, refusal.data) == ("line_too_long", {"line": 3, "limit": LINE_LIMIT})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_hundred_megabytes_of_one_line_are_refused_in_little_memory(file: Path, encoding: str) -> None:
    piece = ("x" * 1_000_000).encode(encoding)
    with file.open("wb") as out:
        for _ in range(100_000_000 // len(piece)):
            out.write(piece)
    tracemalloc.start()
    with pytest.raises(DeskError) as refused, open_csv(file):
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (refused.value.code, refused.value.data["line"]) == ("line_too_long", 1)
    assert peak < 20_000_000


def test_a_file_of_blank_lines_has_no_header(file: Path) -> None:
    assert refusal_of(file, "\n \n,\n").code == "header_missing"
