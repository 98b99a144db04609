"""A hand-over on paper is read back as it was told, in both languages."""

import io
from dataclasses import replace
from datetime import timedelta

import pytest

from frontdesk.domain.languages import Language
from frontdesk.printing.papers import draw
from frontdesk.services.paper import Signed
from frontdesk.services.reports import HandOverLine, HandOverSection, HandOverSheet

from .conftest import Reader, read_with_pdfium
from .sample_papers import START, hand_over


def pdf_of(sheet: HandOverSheet) -> bytes:
    file = io.BytesIO()
    draw(sheet, file, lambda _: None)
    return file.getvalue()


def words_of(pages: list[str]) -> str:
    return " ".join(" ".join(pages).split())


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.TH, (
            "ใบส่งเวร", "รวมเรื่องที่ถึงกำหนดภายใน 21 พ.ย. 2569 · 00:00", "เรื่องที่ยังไม่จบ 2", "เริ่มไว้ ยังไม่จบ", "081-xxx-5678",
            "สายหลุด ยังไม่ได้", "รับปากไว้ที่ถึงกำหนด 1", "เกินกำหนด", "น้ำ & <b>", "ข้อความที่ยังไม่ได้บอก 0", "ไม่มี",
            "เรื่องแจ้งเวรหน้า 2", "ลิฟต์ 2 ปิดซ่อม ให้ใช้ลิฟต์ 1", "22 พ.ย. 2569", "จนเอาออก", "ผู้ส่งเวร", "( อรอนงค์ พรหมดี )",
            "ลงชื่อด้วย PIN 20 พ.ย. 2569 · 16:00", "เวลา ____", "ปิดบังหมายเลขโทรศัพท์", "หน้า 1 จาก 1",
        )),
        (Language.EN, (
            "Shift hand-over", "With everything due by 21 Nov 2026 · 00:00", "Open contacts: 2", "Promises due: 1",
            "Messages not told: 0", "None", "Notices: 2", "whoever comes", "Signed by PIN, 20 Nov 2026 · 16:00",
            "Handed over by", "Taken over by", "Page 1 of 1",
        )),
    ],
)  # fmt: skip
def test_everything_is_on_it(reader: Reader, language: Language, said: tuple[str, ...]) -> None:
    text = words_of(reader(pdf_of(hand_over(language))))
    assert [part for part in said if part not in text] == []


def test_who_signed_by_name_alone_is_told() -> None:
    signed = replace(hand_over(), coming=Signed("สมชาย ใจมั่น", START, by_name=True))
    text = words_of(read_with_pdfium(pdf_of(signed)))
    assert "ลงชื่อด้วยชื่อ 20 พ.ย. 2569 · 08:00" in text
    assert "____" not in text


def test_the_same_hand_over_gives_the_same_bytes() -> None:
    assert pdf_of(hand_over()) == pdf_of(hand_over())


def test_many_things_flow_over_pages_and_each_is_there_once() -> None:
    many = tuple(
        HandOverLine(n, "promise", f"เรื่องที่{n:03}", "สุดา ใจดี", due=START + timedelta(minutes=n)) for n in range(1, 121)
    )
    pages = read_with_pdfium(pdf_of(replace(hand_over(), sections=(HandOverSection("promises", many),))))
    assert len(pages) > 2
    text = words_of(pages)
    assert all(text.count(f"เรื่องที่{n:03}") == 1 for n in range(1, 121))
    assert "ผู้รับเวร" in pages[-1]
