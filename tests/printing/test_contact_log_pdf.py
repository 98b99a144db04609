"""The log on paper: everything on it, nothing run as markup, page after page."""

import io
import re
from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image

from frontdesk.domain.languages import Language
from frontdesk.printing.papers import draw

from .conftest import Reader, read_with_pdfium
from .sample_papers import contact_log, others

HOSTILE = "5 < 6 & <img src=...> <b>"


def made(count: int, language: Language = Language.TH, **more: object) -> bytes:
    file = io.BytesIO()
    draw(contact_log(count, language, **more), file, lambda _: None)  # type: ignore[arg-type]
    return file.getvalue()


def words_in(pages: list[str]) -> str:
    return " ".join(" ".join(pages).split())


ON_IT = {
    Language.TH: ("บันทึกการติดต่อ", "โรงพยาบาลธารบุรี · งานประชาสัมพันธ์", "1 พ.ย. 2569 ถึง 20 พ.ย. 2569", "ลับ เฉพาะผู้เกี่ยวข้อง",
                  "ทำลายภายใน 20 พ.ย. 2570", "ปิดบังหมายเลขโทรศัพท์", "ข้อมูลถึง 20 พ.ย. 2569 · 16:00", "แยกตามช่องทาง",
                  "ความหมายของตัวเลข", "( อรอนงค์ พรหมดี )", "เลขที่ 000001–", "รหัสตรวจ 7f3a 91c4 0b2e 55d1 ae90"),
    Language.EN: ("Contact log", "1 Nov 2026 to 20 Nov 2026", "Destroy by 20 Nov 2027", "Telephone numbers are masked",
                  "By outcome", "Made by", "Check code 7f3a 91c4"),
}  # fmt: skip


@pytest.mark.parametrize("language", list(Language))
def test_all_that_belongs_on_it_is_on_it(reader: Reader, language: Language) -> None:
    said = words_in(reader(made(40, language)))
    assert [words for words in ON_IT[language] if words not in said] == []


def test_corrections_show_both(reader: Reader) -> None:
    said = "".join(words_in(reader(made(5))).split())
    assert "แก้ไข20พ.ย.2569·08:00โดยอรอนงค์:ผลเดิม“ตอบแล้ว”" in said


@pytest.mark.parametrize("count", [0, 1, 60])
def test_every_line_is_there_once(count: int) -> None:
    pages = read_with_pdfium(made(count))
    rows = re.findall(r"^(\d+) 20 พ\.ย\. 2569$", "\n".join(pages), re.MULTILINE)
    assert rows == [str(number) for number in range(1, count + 1)]
    for number, page in enumerate(pages, start=1):
        assert f"หน้า {number} จาก {len(pages)}" in page


def test_no_contacts_say_so(reader: Reader) -> None:
    assert "ไม่มีการติดต่อในช่วงนี้" in words_in(reader(made(0)))


def test_few_contacts_are_marked_as_weak(reader: Reader) -> None:
    assert "78%*" in words_in(reader(made(29)))
    assert "78%*" not in words_in(reader(made(30)))


def test_markup_in_notes_is_printed_as_typed(reader: Reader) -> None:
    assert HOSTILE in words_in(reader(made(3, notes={1: HOSTILE})))


def test_a_long_note_flows_over_pages_and_is_whole() -> None:
    told = [f"ข้อที่ {number} น้ำไม่ไหลตั้งแต่เช้า" for number in range(200)]
    note = "\n".join(told)
    pages = read_with_pdfium(made(3, notes={1: note}))
    assert len(pages) > 3
    assert "(ต่อ)" in pages[1]
    said = [line for page in pages for line in page.splitlines()]
    assert [line for line in said if line.startswith("ข้อที่")] == told
    assert "เลขที่ 000002–000002" in pages[1]


def test_very_long_words_stay_inside_the_page() -> None:
    document = pypdfium2.PdfDocument(made(2, notes={0: "ก" * 3000, 1: "x" * 3000}))
    for page in document:
        text = page.get_textpage()
        boxes = [text.get_charbox(place) for place in range(text.count_chars())]
        assert max(right for _, _, right, _ in boxes) <= 595.3 - 40
        assert min(bottom for _, bottom, _, _ in boxes) > 28
        text.close()
        page.close()
    document.close()


def test_pages_later_than_the_first_say_what_they_belong_to() -> None:
    second = read_with_pdfium(made(60))[1]
    assert second.startswith("ลับ เฉพาะผู้เกี่ยวข้อง") or "ลับ เฉพาะผู้เกี่ยวข้อง" in second
    assert "เรื่องและบันทึก" in second


def test_what_was_asked_is_printed(reader: Reader) -> None:
    file, log = io.BytesIO(), contact_log(1)
    (line,) = log.lines
    draw(replace(log, lines=(replace(line, topic="", note="", asked="“ผลเลือด”"),)), file, lambda _: None)
    assert "“ผลเลือด”" in words_in(reader(file.getvalue()))


def test_a_logo_is_drawn(tmp_path) -> None:  # type: ignore[no-untyped-def]
    logo = tmp_path / "logo.png"
    Image.new("RGBA", (200, 100), (20, 90, 120, 255)).save(logo)
    document = pypdfium2.PdfDocument(made(1, logo=logo))
    picture = document[0].render(scale=1).to_pil().convert("RGB")
    document.close()
    assert (20, 90, 120) in {colour for _, colour in picture.getcolors(1 << 20)}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", ["promise_list", "hand_off_slip", "daily_report", "scorecard"])
def test_the_other_papers_are_whole(name: str, language: Language) -> None:
    file = io.BytesIO()
    pages = draw(others(language)[name], file, lambda _: None)
    read = read_with_pdfium(file.getvalue())
    assert len(read) == pages
    last = {Language.TH: f"หน้า {pages} จาก {pages}", Language.EN: f"Page {pages} of {pages}"}
    assert last[language] in read[-1]


def test_the_scorecard_says_whether_targets_were_reached(reader: Reader) -> None:
    file = io.BytesIO()
    draw(others()["scorecard"], file, lambda _: None)
    said = words_in(reader(file.getvalue()))
    assert "90%*" in said
    assert "เป้า ≥ 80% ถึงเป้า" in said
    assert "เป้า ≤ 10% ยังไม่ถึง" in said
    assert "เป้า ≤ 1 นาที ยังไม่ถึง" in said


def test_the_slip_has_all_that_the_next_one_needs(reader: Reader) -> None:
    file = io.BytesIO()
    draw(others()["hand_off_slip"], file, lambda _: None)
    said = words_in(reader(file.getvalue()))
    wanted = ("งานเวชระเบียน ต่อ 2201", "สุดา ใจดี", "081-234-5678", "1. ค้นแล้วไม่พบ", "2 ครั้ง")
    assert [words for words in wanted if words not in said] == []
