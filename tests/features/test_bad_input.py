"""Files, calls and queries that nobody should have to fear: one sentence each, and nothing lost."""

import io
import json
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import xlsxwriter

from frontdesk.program import main
from tests.features.refusals import Refused, caller, holdings
from tests.features.terminal import environment, program

HEADER = "code,title,body,category,keywords,department\n"
RUSSIAN = (HEADER + "A,Русский текст,тело,,,\n" * 30).encode("koi8-r")
CHINESE = (HEADER + "A,中文标题测试,正文内容,,,\n" * 30).encode("gb18030")
PNG = b"\x89PNG\r\n\x1a\n" + bytes(500)
MEGABYTE = 1_000_000


@pytest.fixture
def refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Refused]:
    """The program on a filled desk, which must hold the same afterwards."""
    before = holdings(folder)
    yield caller(folder, capsys)
    assert holdings(folder) == before


def zipped() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("letter.txt", "no table")
    return packed.getvalue()


def workbook(*rows: tuple[str, ...]) -> bytes:
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return packed.getvalue()


def noise() -> bytes:
    return random.Random(1).randbytes(5000)


Fault = tuple[str, Callable[[], bytes], str, str]

NO_TABLES: dict[str, Fault] = {
    "csv named xlsx": ("a.xlsx", lambda: f"{HEADER}A,บัตร,,,,\n".encode(), "ข้างในเป็น .csv", "Rename it to end in .csv"),
    "xlsx named csv": ("a.csv", lambda: workbook(("code", "title"), ("A", "บัตร")), "ข้างในเป็น .xlsx", "end in .xlsx"),
    "picture named csv": ("a.csv", lambda: PNG, "ไม่ใช่ตาราง", "not a table"),
    "picture named xlsx": ("a.xlsx", lambda: PNG, "ไม่ใช่ตาราง", "not a table"),
    "zip named csv": ("a.csv", zipped, "ไม่ใช่ตาราง", "not a table"),
    "zip named xlsx": ("a.xlsx", zipped, "ไม่ใช่ตาราง", "not a table"),
    "half a workbook": ("a.xlsx", lambda: workbook(("code", "title"))[:1500], "เสียหาย", "is damaged"),
    "old workbook": ("a.xls", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".xlsx", "as .xlsx"),
    "Russian": ("a.csv", lambda: RUSSIAN, "อ่านตัวอักษรในไฟล์ a.csv ไม่ออก", "The letters in a.csv"),
    "Chinese": ("a.csv", lambda: CHINESE, "UTF-8", "UTF-8"),
    "noise": ("a.csv", noise, "UTF-8", "UTF-8"),
    "zeros inside": ("a.csv", lambda: HEADER.encode() + b"A,a\0b,,,,\n", "UTF-8", "UTF-8"),
    "nothing": ("a.csv", lambda: b"", "ว่างเปล่า", "is empty"),
}

FAULTY_TABLES: dict[str, Fault] = {
    "no code": ("a.csv", lambda: b"title,body\na,b\n", "ไม่มีคอลัมน์ code", "no column code"),
    "no title": ("a.csv", lambda: b"code,body\na,b\n", "ไม่มีคอลัมน์ title", "no column title"),
    "neither": ("a.csv", lambda: b"body,category\na,b\n", "code, title", "code, title"),
    "code twice": ("a.csv", lambda: f"{HEADER}A-1,ก,,,,\nA-1,ข,,,,\n".encode(), "ซ้ำกับบรรทัด 2", "already on line 2"),
    "no code in a row": ("a.csv", lambda: f"{HEADER},ก,,,,\n".encode(), "ยังไม่มีรหัส", "The code is missing"),
    "open quotation": ("a.csv", lambda: f'{HEADER}A,"ก,,,,\n'.encode(), "ไม่มีเครื่องหมาย", "no closing quotation"),
}


@pytest.mark.parametrize("kind", ["articles", "people"])
@pytest.mark.parametrize("name", NO_TABLES)
def test_a_file_that_is_no_table(refused: Refused, tmp_path: Path, name: str, kind: str) -> None:
    file, content, thai, english = NO_TABLES[name]
    (tmp_path / file).write_bytes(content())
    assert refused("import", kind, str(tmp_path / file)).about(thai, english)


@pytest.mark.parametrize("name", FAULTY_TABLES)
def test_a_table_with_a_fault(refused: Refused, tmp_path: Path, name: str) -> None:
    file, content, thai, english = FAULTY_TABLES[name]
    (tmp_path / file).write_bytes(content())
    assert refused("import", "articles", str(tmp_path / file)).about(thai, english)


@pytest.mark.parametrize(
    ("file", "thai", "english"), [("none.csv", "ไม่พบไฟล์", "There is no file"), (".", "เปิดไฟล์", "cannot be opened")]
)
def test_a_file_that_cannot_be_opened(refused: Refused, tmp_path: Path, file: str, thai: str, english: str) -> None:
    assert refused("import", "articles", str(tmp_path / file)).about(thai, english)


MEASURED = """
import sys
from pathlib import Path
from frontdesk.program import main
status = main(sys.argv[1:])
print(next(line for line in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in line), file=sys.stderr)
sys.exit(status)
"""
"""Runs the program and says the most memory that it held, in kB."""


@pytest.mark.skipif(sys.platform != "linux", reason="peak memory is read where Linux tells it")
@pytest.mark.parametrize("quoted", [False, True], ids=["one line", "one cell of many lines"])
def test_a_hundred_megabytes_of_one_line_cost_little(folder: Path, tmp_path: Path, quoted: bool) -> None:
    file, before = tmp_path / "large.csv", holdings(folder)
    block = (b"x" * 99 + b"\n") * (MEGABYTE // 100) if quoted else b"x" * MEGABYTE
    with file.open("wb") as large:
        large.write(HEADER.encode() + b'A-1,"')
        for _ in range(100):
            large.write(block)
    call = [sys.executable, "-c", MEASURED, "import", "articles", str(file), "--data", str(folder), "--lang", "th"]
    ran = subprocess.run(call, capture_output=True, encoding="utf-8", env=environment(), timeout=60, check=False)
    sentence, peak = ran.stderr.strip().splitlines()
    assert ran.returncode == 1
    assert ("ไม่มีเครื่องหมาย" if quoted else "ยาวเกิน 1,000,000 ตัวอักษร") in sentence
    assert int(peak.split()[1]) < 100_000
    assert holdings(folder) == before


CALLS = [
    (("nothing-like-it",), "ไม่มีคำสั่ง", "no command nothing-like-it"),
    (("search", "--quickly", "รถ"), "ไม่มีตัวเลือก --quickly", "no option --quickly"),
    (("search", "รถ", "หาย"), "มีคำเกินมา", "a word too many"),
    (("search",), "--batch", "--batch"),
    (("search", "รถ", "--limit", "0"), "ค่าของ --limit", "The value of --limit"),
    (("search", "รถ", "--limit", "มาก"), "ค่าของ --limit", "The value of --limit"),
    (("log", "--outcome", "answered"), "--channel", "--channel"),
    (("log", "--channel", "pigeon", "--outcome", "answered"), "walk-in", "walk-in"),
    (("log", "--channel", "phone", "--outcome", "lost"), "wrong-place", "wrong-place"),
    (
        ("log", "--channel", "phone", "--outcome", "answered", "--article", "NO-1"),
        "NO-1",
        "No answer has the code NO-1",
    ),
    (("log", "--channel", "phone", "--outcome", "answered", "--person", "NO-2"), "NO-2", "Nobody has the code NO-2"),
    (("contacts", "--from", "เมื่อไร"), "อ่านวันที่ เมื่อไร ไม่ได้", "cannot be read"),
    (("contacts", "--to", "31/2/2569"), "31/2/2569", "31/2/2569"),
    (("contacts", "--from", "1/1/85"), "สี่หลัก", "all four digits"),
    (("import", "letters", "a.csv"), "articles, people", "articles, people"),
    (("export", "people", "-o", "people.doc"), ".csv หรือ .xlsx", ".csv or .xlsx"),
    (("export", "people", "-o", "no/such/people.csv"), "people.csv", "people.csv"),
    (("restore", "none.db"), "none.db", "none.db"),
    (("undo-import",), "ไม่มีการนำเข้า", "no import to undo"),
    (("--size", "large"), "ค่าของ --size", "The value of --size"),
    (("--page", "kitchen"), "sign-in", "sign-in"),
]


@pytest.mark.parametrize(("arguments", "thai", "english"), CALLS, ids=[" ".join(call[0]) for call in CALLS])
def test_a_call_that_cannot_be(refused: Refused, arguments: tuple[str, ...], thai: str, english: str) -> None:
    assert refused(*arguments).about(thai, english)


@pytest.mark.parametrize(
    "line", ["not json", '{"text": "รถ"}', '["รถ"]', '{"query": 5}', '{"query": null}', "[" * 100_000, '{"query": "รถ"']
)
@pytest.mark.parametrize("command", ["search", "lookup"])
def test_a_line_that_is_no_query(refused: Refused, tmp_path: Path, command: str, line: str) -> None:
    batch = tmp_path / "batch.jsonl"
    batch.write_text(f'\ufeff\n{line}\n{{"query": "รถ"}}\n', encoding="utf-8")
    assert refused(command, "--batch", str(batch)).about("บรรทัด 2", "Line 2")


HOSTILE = [
    "บัตรหาย" * 14_000, "a" * 100_000, "\u200b\u200c\u200d\u2060\ufeff" * 2000 + "บัตรหาย", "ก" + "่้๊๋์็" * 5000,
    "e" + "\u0301" * 3000, "*" * 50, "บัตร* OR id:5 AND [a TO z] ~2 ^3", "((((((((", "[[[]]]{}<>\\\\", "(.*)+$",
    "บัตร\0หาย", "\ud800บัตร\udfff", "\ud800", "\u202eบัตร", "👩\u200d👩\u200d👧" * 200, "9" * 5000, "\"'`",
    "'; DROP TABLE people;--", "%_%_%", "\n\r\t\v\f", "", "ำ" * 300, "𐀀" * 400,
]  # fmt: skip


@pytest.mark.parametrize("command", ["search", "lookup"])
def test_any_query_gets_an_answer_or_none(folder: Path, tmp_path: Path, command: str) -> None:
    before, batch = holdings(folder), tmp_path / "hostile.jsonl"
    batch.write_text("".join(json.dumps({"query": query}) + "\n" for query in HOSTILE), encoding="utf-8")
    ran = subprocess.run(
        [*program(), command, "--batch", str(batch), "--json", "--data", str(folder)],
        capture_output=True, encoding="utf-8", env=environment(), timeout=60, check=True,
    )  # fmt: skip
    replies = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [reply["query"] for reply in replies] == HOSTILE
    assert max(reply["ms"] for reply in replies[1:]) < 3000
    assert ran.stderr == ""
    assert holdings(folder) == before


def test_bytes_that_are_no_letters_are_answered_too(folder: Path) -> None:
    """A terminal passes on any bytes, and a note is kept with what can be read of it."""
    noted = [*program(), "log", "--channel", "phone", "--outcome", "other", "--data", str(folder), "--note"]
    subprocess.run([*noted, b"\xe0\xb8\xfe ok"], env=environment(), check=True, capture_output=True)
    assert holdings(folder)[0][-1].endswith(" ok")
    said = {}
    for command in ("search", "lookup"):
        call = [*program(), command, b"\xff\xfe", "--json", "--data", str(folder)]
        ran = subprocess.run(call, env=environment(), check=True, capture_output=True)
        said[command] = json.loads(ran.stdout)
    assert said["search"]["near"]
    assert said["lookup"]["results"] == []


def test_a_reader_who_has_seen_enough_hears_no_complaint(folder: Path) -> None:
    call = [*program(), "contacts", "--data", str(folder)]
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_the_sentence_is_in_the_language_asked_for_also_when_the_call_is_wrong(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "th_TH.UTF-8")
    assert main(["search", "--no"]) == 1
    assert "ไม่มีตัวเลือก" in capsys.readouterr().err
    assert main(["search", "--no", "--lang", "en"]) == 1
    assert "There is no option" in capsys.readouterr().err
