"""The roll: everyone on it once, parties by the head, places in order, and it is there in time."""

import io
import re
import time
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from frontdesk.domain.languages import Language
from frontdesk.printing.papers import draw
from frontdesk.printing.process import ProcessPrinter
from frontdesk.services.gate_reports import EvacuationRoll, RollLine

from .conftest import Reader, read_with_pdfium
from .gate_samples import END, LONG_ENGLISH, LONG_THAI, roll
from .test_thai_text import HARD_WORDS

IN_TIME = 2.0
"""Seconds of work for 500 rows, the child's start among them."""


def made(report: EvacuationRoll) -> bytes:
    file = io.BytesIO()
    draw(report, file, lambda _: None)
    return file.getvalue()


def words_in(pages: list[str]) -> str:
    return " ".join(" ".join(pages).split())


ON_IT = {
    Language.TH: ("ใบตรวจนับคนเมื่ออพยพ", "132 คน", "ศ. 20 พ.ย. 2569 · 17:00 น.", "จุดรวมพล: ลานจอดรถหน้าอาคาร A", "นับได้",
                  "ผู้มาติดต่อ 129 คน · บุคลากร 3 คน", "โรงครัว · 15 คน", "ไม่ทราบสถานที่ · 37 คน", "ใช้รถเข็น", "081-xxx-5678",
                  "ลับ เฉพาะผู้เกี่ยวข้อง", "ทำลายภายใน 18 ก.พ. 2570", "หน้า 1 จาก", "ผู้ตรวจนับ", "( สมหมาย แข็งขัน )"),
    Language.EN: ("Evacuation roll", "132 people", "Fri 20 Nov 2026 · 17:00", "Assembly point:",
                  "129 visitors · 3 staff", "Place not known · 37 people", "A party of 23",
                  "Destroy by 18 Feb 2027", "Page 1 of", "Counted by"),
}  # fmt: skip


@pytest.mark.parametrize("language", list(Language))
def test_all_that_belongs_on_it_is_on_it(reader: Reader, language: Language) -> None:
    said = words_in(reader(made(roll(30, language))))
    assert [words for words in ON_IT[language] if words not in said] == []


@pytest.mark.parametrize("count", [0, 1, 7, 120])
def test_everyone_is_on_it_once(count: int) -> None:
    rows = tuple(replace(row, name=f"คนที่{n:04}") for n, row in enumerate(roll(count).rows))
    pages = read_with_pdfium(made(replace(roll(), rows=rows)))
    assert sorted(re.findall(r"คนที่\d{4}", " ".join(pages))) == [row.name for row in rows]
    for number, page in enumerate(pages, start=1):
        assert f"หน้า {number} จาก {len(pages)}" in page


def test_an_empty_house_says_so() -> None:
    assert "ไม่มีใครอยู่ข้างใน" in words_in(read_with_pdfium(made(roll(0))))


def test_a_place_that_goes_on_says_so_on_the_next_page() -> None:
    rows = tuple(RollLine(f"ใครสักคน {n}", place="โรงครัว") for n in range(60))
    for page in read_with_pdfium(made(replace(roll(), rows=rows)))[1:-1]:
        assert "โรงครัว (ต่อ)" in page


@pytest.mark.parametrize(("people", "boxes"), [(1, 1), (4, 4), (8, 8), (9, 1), (250, 1)])
def test_there_is_a_box_for_each_head_and_a_number_for_many(people: int, boxes: int) -> None:
    report = replace(roll(), rows=(RollLine("กลุ่ม", place="ก", people=people),))
    pdf = made(report)
    assert squares(pdf) == boxes + 1, "one more stands beside the place"
    assert (f"/ {people}" in words_in(read_with_pdfium(pdf))) == (people > 8)


def test_who_is_out_already_is_ticked() -> None:
    one = RollLine("กลุ่ม", place="ก", people=4)
    before, after = (made(replace(roll(), rows=(replace(one, seen=seen),))) for seen in (0, 2))
    assert paths(after) - paths(before) == 2


def paths(pdf: bytes) -> int:
    document = pypdfium2.PdfDocument(pdf)
    found = sum(1 for page in document for _ in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH]))
    document.close()
    return found


def squares(pdf: bytes) -> int:
    document = pypdfium2.PdfDocument(pdf)
    found = 0
    for page in document:
        for one in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH]):
            left, bottom, right, top = one.get_bounds()
            found += 12 < right - left < 16 and abs((right - left) - (top - bottom)) < 0.5
    document.close()
    return found


@pytest.mark.parametrize("name", HARD_WORDS)
def test_hard_words_are_whole(reader: Reader, name: str) -> None:
    report = replace(roll(), rows=(RollLine(name, name, name, name, END, 3),))
    assert words_in(reader(made(report))).count(name) >= 4


@pytest.mark.parametrize("name", [LONG_THAI, LONG_ENGLISH])
def test_long_names_are_whole(name: str) -> None:
    report = replace(roll(), rows=(RollLine(name, name, name, name, END, 3),))
    assert "".join(words_in(read_with_pdfium(made(report))).split()).count("".join(name.split())) >= 4


def test_nothing_stands_outside_the_page() -> None:
    rows = (RollLine("ก" * 500, "x" * 500, "ข" * 300, "ค" * 300, END, 7, "9" * 90, "12", "081-xxx-5678"),)
    document = pypdfium2.PdfDocument(made(replace(roll(), rows=rows)))
    for page in document:
        text = page.get_textpage()
        boxes = [text.get_charbox(place) for place in range(text.count_chars())]
        assert max(right for _, _, right, _ in boxes) <= 595.3 - 40
        assert min(bottom for _, bottom, _, _ in boxes) > 28
        text.close()
        page.close()
    document.close()


def test_five_hundred_are_on_paper_in_time(tmp_path: Path) -> None:
    report = roll(500)
    ProcessPrinter().make(report, tmp_path / "first.pdf")
    taken = []
    for number in range(3):
        started = time.perf_counter()
        printed = ProcessPrinter().make(report, tmp_path / f"{number}.pdf")
        taken.append(time.perf_counter() - started)
    assert printed.pages > 20
    assert min(taken) < IN_TIME
    assert (tmp_path / "0.pdf").read_bytes() == (tmp_path / "1.pdf").read_bytes()
