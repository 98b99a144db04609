"""What is written as cards is read back the same, and by a reader that is not ours."""

import importlib
import importlib.util
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frontdesk.importing.sandbox import Rows
from frontdesk.importing.vcards.table import read_cards
from frontdesk.importing.vcards.writing import VERSIONS, folded, write_cards
from frontdesk.importing.writers import FileTableWriter

COLUMNS = ("code", "title", "given_name", "family_name", "nickname", "romanised", "kind", "organisation", "department",
           "email", "line", "birthday", "aliases", "note", "plate", "facts", "not_before", "phone",
           "phone2")  # fmt: skip
SUDA = ("P-1", "นางสาว", "สุดา", "ใจดี", "ดา", "Suda Jaidee", "customer", "บริษัท ก; ข, ค", "บัญชี", "a@b.co; c@d.co",
        "@suda; su", "1984-01-16", "ดาวดวง;แดง", "หนึ่ง\nสอง\\n; สาม, 😀", "1กก 1234 กทม", "สี: ฟ้า | เล่าเอง", "17:05",
        "081-234-5678", "home: 02-123-4567 ต่อ 25")  # fmt: skip


def read_back(path: Path) -> list[dict[str, str]]:
    rows = [row for packet in read_cards(path) if isinstance(packet, Rows) for row in packet.rows]
    columns = ["title" if column == "prefix" else column for column in rows[0][1]]
    return [{name: text for name, text in zip(columns, cells, strict=True) if text} for _, cells in rows[1:]]


def written(row: tuple[str, ...]) -> dict[str, str]:
    return {name: text for name, text in zip(COLUMNS, row, strict=True) if text}


@pytest.mark.parametrize("version", VERSIONS)
def test_all_columns_come_back(tmp_path: Path, version: str) -> None:
    assert FileTableWriter().write(tmp_path / "out.vcf", COLUMNS, [SUDA], version) == 1
    assert read_back(tmp_path / "out.vcf") == [written(SUDA)]


def test_a_telephone_that_drops_what_it_does_not_know_keeps_who_it_is(tmp_path: Path) -> None:
    write_cards(tmp_path / "out.vcf", COLUMNS, [SUDA], "3.0")
    lines = (tmp_path / "out.vcf").read_text("utf-8").splitlines(keepends=True)
    (tmp_path / "out.vcf").write_text("".join(line for line in lines if not line.startswith("X-")), "utf-8")
    (cells,) = read_back(tmp_path / "out.vcf")
    assert (cells["code"], cells["given_name"], cells["phone"]) == ("P-1", "สุดา", "081-234-5678")


def test_telephones_are_told_what_sort_of_number_it_is(tmp_path: Path) -> None:
    rows = [["P1", "0812345678", "แฟกซ์ 02-123-4567", "work: 02-765-4321", "home: 089-111-2222"]]
    write_cards(tmp_path / "out.vcf", ("code", "phone", "phone2", "phone3", "phone4"), rows)
    text = (tmp_path / "out.vcf").read_text("utf-8")
    assert "TEL;TYPE=cell:0812345678\n" in text
    assert "TEL;TYPE=fax:แฟกซ์ 02-123-4567\n" in text
    assert "TEL;TYPE=work:02-765-4321\n" in text
    assert "TEL;TYPE=home,cell:089-111-2222\n" in text


@pytest.mark.parametrize("version", VERSIONS)
def test_lines_are_short_and_no_letter_is_cut(tmp_path: Path, version: str) -> None:
    write_cards(tmp_path / "out.vcf", ("code", "note"), [["P1", "ภาษาไทย😀 " * 300]], version)
    lines = (tmp_path / "out.vcf").read_bytes().split(b"\r\n")
    assert max(map(len, lines)) <= 76
    assert "".join(line.decode() for line in lines)


def test_a_version_says_itself(tmp_path: Path) -> None:
    for version in VERSIONS:
        write_cards(tmp_path / "out.vcf", COLUMNS, [SUDA], version)
        assert f"VERSION:{version}\n" in (tmp_path / "out.vcf").read_text("utf-8")
    write_cards(tmp_path / "out.vcf", COLUMNS, [SUDA])
    assert "VERSION:4.0\n" in (tmp_path / "out.vcf").read_text("utf-8")


LETTERS = st.characters(
    exclude_categories=("Cc", "Cs", "Cf", "Co", "Cn"),
    include_characters="\n\t\u200d",
    exclude_characters="\u202a\u202b\u202c\u202d\u202e\ufeff",
)
TEXTS = st.text(LETTERS, max_size=300) | st.text(st.sampled_from("กี่ำ😀👩‍👩‍👧;,\\:=\nn \t\"'^"), max_size=200)


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS, st.sampled_from(VERSIONS))
def test_any_note_and_name_come_back(note: str, name: str, version: str) -> None:
    name = " ".join(name.split())
    with TemporaryDirectory() as folder:
        path = Path(folder) / "out.vcf"
        write_cards(
            path, ("code", "given_name", "organisation", "note", "hours"), [["P1", name, name, note, note]], version
        )
        (cells,) = read_back(path)
    assert cells["code"] == "P1"
    assert (cells.get("given_name", ""), cells.get("organisation", "")) == (name, name)
    assert (cells.get("note", ""), cells.get("hours", "")) == (note if note.strip() else "", note)


@settings(deadline=None)
@given(TEXTS)
def test_folding_can_be_undone(text: str) -> None:
    line = "NOTE:" + text.replace("\n", "\\n")
    lines = folded(line).encode().split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(one) <= 75 for one in lines)
    assert b"".join([lines[0], *(one[1:] for one in lines[1:])]).decode() == line


@pytest.mark.skipif(importlib.util.find_spec("vobject") is None, reason="vobject, a second opinion, is not installed")
def test_another_reader_reads_the_same(tmp_path: Path) -> None:
    vobject = importlib.import_module("vobject")
    write_cards(tmp_path / "out.vcf", COLUMNS, [SUDA], "3.0")
    card = vobject.readOne((tmp_path / "out.vcf").read_text("utf-8"))
    assert (card.n.value.family, card.n.value.given, card.n.value.prefix) == ("ใจดี", "สุดา", "นางสาว")
    assert card.note.value == "หนึ่ง\nสอง\\n; สาม, 😀"
    assert [tel.value for tel in card.tel_list] == ["081-234-5678", "02-123-4567 ต่อ 25"]
