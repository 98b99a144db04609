"""The notice at the counter: all that section 23 asks for, in two languages, on one page of either size."""

import io
from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp

from frontdesk.printing.papers import draw
from frontdesk.services.gate_reports import Controller, NoticePage, PrivacyNotice

from .conftest import Reader, read_with_pdfium
from .gate_samples import notice

SECTION_23 = (
    "ประกาศความเป็นส่วนตัวสำหรับผู้มาติดต่อ", "Privacy notice for visitors", "มาตรา 23", "section 23",
    "โรงพยาบาลธารบุรี เป็นผู้ควบคุมข้อมูลส่วนบุคคล", "Tharnburi Hospital is the data controller.",
    "02-555-0100", "เจ้าหน้าที่คุ้มครองข้อมูลส่วนบุคคล: สมชาย ใจดี", "ทะเบียนรถ", "vehicle plate",
    "ประโยชน์โดยชอบด้วยกฎหมาย (มาตรา 24 (5))", "legitimate interests (section 24(5))", "45 วัน", "45 days",
    "หน่วยงานของรัฐเมื่อกฎหมายกำหนด", "authorities where the law says so", "ขอดูและขอสำเนา", "ถอนความยินยอม",
    "withdraw any consent", "Personal Data Protection Committee", "No law obliges you",
)  # fmt: skip


def made(report: PrivacyNotice) -> bytes:
    file = io.BytesIO()
    assert draw(report, file, lambda _: None) == 1
    return file.getvalue()


def letters(pages: list[str]) -> str:
    return "".join("".join(pages).split())


@pytest.mark.parametrize("page", list(NoticePage))
def test_all_that_the_law_asks_for_is_said_twice(reader: Reader, page: NoticePage) -> None:
    pages = reader(made(notice(page, keep_days=45)))
    assert len(pages) == 1
    said = letters(pages)
    assert [words for words in SECTION_23 if "".join(words.split()) not in said] == []


@pytest.mark.parametrize("page", list(NoticePage))
def test_its_code_is_read(page: NoticePage) -> None:
    document = pypdfium2.PdfDocument(made(notice(page)))
    found = zxingcpp.read_barcodes(document[0].render(scale=300 / 72).to_pil())
    document.close()
    assert [one.text for one in found] == ["https://privacy.example.org/visitors"]


def test_a_thai_text_can_be_the_code() -> None:
    text = "อ่านประกาศฉบับเต็มได้ที่เคาน์เตอร์ประชาสัมพันธ์ ชั้น 1"
    document = pypdfium2.PdfDocument(made(notice(qr_text=text)))
    found = zxingcpp.read_barcodes(document[0].render(scale=300 / 72).to_pil())
    document.close()
    assert [one.text for one in found] == [text]


def test_without_a_text_there_is_no_code() -> None:
    pdf = made(notice(qr_text=""))
    document = pypdfium2.PdfDocument(pdf)
    assert zxingcpp.read_barcodes(document[0].render(scale=300 / 72).to_pil()) == []
    document.close()
    assert "Scan" not in letters(read_with_pdfium(pdf))


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("belongings", ("ตรวจสัมภาระ", "belongingswerechecked")),
        ("cards", ("ไม่ถ่ายสำเนา", "nevercopied")),
        ("cameras", ("กล้องวงจรปิด", "Camerasareinuse")),
    ],
)
def test_it_says_only_what_this_gate_does(what: str, words: tuple[str, str]) -> None:
    does, does_not = (letters(read_with_pdfium(made(notice(**{what: told})))) for told in (True, False))
    assert all(word in does and word not in does_not for word in words)


def test_much_of_the_site_s_own_still_fits_on_one_page() -> None:
    others = tuple(f"บริษัทรักษาความปลอดภัยที่เราจ้างไว้ลำดับที่ {number}" for number in range(12))
    report = replace(notice(NoticePage.A5), th=Controller("โรงพยาบาล" * 8, "โทร. 02-555-0100\n" * 3, others=others))
    document = pypdfium2.PdfDocument(made(report))
    text = document[0].get_textpage()
    lowest = min(text.get_charbox(place)[1] for place in range(text.count_chars()))
    text.close()
    document.close()
    assert lowest > 10
