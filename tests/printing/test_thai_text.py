"""Text on paper is the text that was typed: for whoever reads it, copies it or searches it."""

import pytest

from frontdesk.printing.fonts import load
from frontdesk.printing.ink import Style
from frontdesk.printing.thai_paragraph import lines_of, printable

from .conftest import Reader, read_with_pdfium, read_with_pdftotext, sheet_of

HARD_WORDS = [
    "ที่",
    "ป้ำ",
    "ฝั้น",
    "ก็",
    "น้ำ",
    "ผู้",
    "ปี่",
    "ญี่ปุ่น",
    "ฐู",
    "ฎุ",
    "ปู่",
    "ฬุ",
    "กี้",
    "ป๊า",
    "ฟื้น",
    "ไม้",
    "เก๋า",
    "ครั้งที่",
    "๑๒๓",
    "ทำงาน",
    "กำลัง",
    "สำคัญ",
    "ซ้ำ",
    "คำ",
]
PARAGRAPH = (
    "ผู้มาติดต่อแจ้งว่าบัตรประจำตัวผู้ป่วยหายตั้งแต่ครั้งที่แล้วจึงต้องการทำใหม่ก่อนวันนัดที่ ๒๓ พฤศจิกายน ๒๕๖๙ "
    "เจ้าหน้าที่แนะนำให้นำบัตรประชาชนมาที่ช่องหมายเลข 3 ชั้น 1 อาคาร A ไม่ต้องแจ้งความและไม่มีค่าธรรมเนียมใด ๆ ทั้งสิ้น "
    "หากไม่สะดวกให้ญาติมาแทนได้โดยนำสำเนาบัตรที่เซ็นรับรองแล้วมาด้วย ซ้ำซ้ำ จริงจริง Lineน้ำ A17น้ำ (น้ำ) 17น้ำ ฐานที่ญาติน้ำป้ำ"
)
STYLES = [Style(), Style("bold", 16, 25), Style("regular", 8.5, 13.5, 0.35)]
HOSTILE = [
    "5 < 6 & <img src=x onerror=alert(1)> <b>หนา</b>",
    "&amp; &#3585; <para> </para> <br/> ]]> --",
    "(วงเล็บ) \\(n) \\ ) ( %เปอร์เซ็นต์ /Name << >>",
    "BT /F1 12 Tf (x) Tj ET endstream endobj",
    "{gap} %s $HOME `ls`",
    "ก\u200bข\u202eค\ufeffง",
]


@pytest.mark.parametrize("style", STYLES)
def test_hard_words_are_read_back_whole(reader: Reader, style: Style) -> None:
    (page,) = reader(sheet_of(" ".join(HARD_WORDS), style))
    assert page.split() == HARD_WORDS


@pytest.mark.parametrize("style", STYLES)
def test_a_paragraph_is_read_back_to_the_letter(reader: Reader, style: Style) -> None:
    (page,) = reader(sheet_of(PARAGRAPH, style, 330))
    lines = [line.strip() for line in page.strip().splitlines() if line.strip()]
    assert len(lines) > 3
    rest = PARAGRAPH
    for line in lines:  # only the space at which a line ends may be missing
        assert rest.startswith(line)
        rest = rest[len(line) :].lstrip()
    assert rest == ""


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_is_printed_as_typed(reader: Reader, text: str) -> None:
    (page,) = reader(sheet_of(text))
    assert page.strip() == printable(text)


def test_letters_that_the_typeface_lacks_leave_a_sign_and_can_be_copied() -> None:
    assert "ยิ้ม😀ครับ" in read_with_pdftotext(sheet_of("ยิ้ม😀ครับ"))[0]
    assert "?" in [chr(glyph.code) for glyph in load()["regular"].shape("😀").glyphs]


def test_text_is_right_even_for_readers_that_ignore_the_told_text() -> None:
    face = load()["regular"]
    for word in ("น้ำ", "ทำ", "ป้ำ", "ซ้ำ", "ปี่"):
        codes = [glyph.code for glyph in face.shape(word).glyphs]
        assert "".join(face.letters(code) for code in codes) == word


BREAKS = [
    ("ประชาสัมพันธ์โรงพยาบาล", 70, ["ประชาสัมพันธ์", "โรงพยาบาล"]),
    ("ข้อความแรก\nข้อความสอง", 400, ["ข้อความแรก", "ข้อความสอง"]),
    ("one two three", 40, ["one two", "three"]),
    ("มาก่อนใด ๆ", 40, ["มาก่อน", "ใด\u00a0ๆ"]),
    ("", 100, [""]),
    ("ก\n\nข", 100, ["ก", "", "ข"]),
]


@pytest.mark.parametrize(("text", "width", "lines"), BREAKS)
def test_lines_break_between_words(text: str, width: float, lines: list[str]) -> None:
    set_lines = lines_of(text, load()["regular"], width, 9)
    assert ["".join(part.text for part in line.parts).rstrip(" ") for line in set_lines] == lines


@pytest.mark.parametrize("text", ["ก" * 500, "x" * 500, "ผู้" * 200, "น้ำ" * 200, "https://example.test/" + "a" * 300])
def test_words_wider_than_a_line_are_divided_between_letters(text: str) -> None:
    lines = lines_of(text, load()["regular"], 100, 9)
    assert all(line.width * 9 / 1000 <= 100 for line in lines)
    assert "".join(part.text for line in lines for part in line.parts) == text
    marks = "\u0e31\u0e33\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47\u0e48\u0e49"
    assert not any(line.parts[0].text[0] in marks for line in lines)


def test_one_mark_without_a_letter_does_no_harm() -> None:
    assert read_with_pdfium(sheet_of("\u0e49 \u0e33\u0e33\u0e33 \u0e48\u0e48\u0e48\u0e48 เ แ ๆ"))


def test_halves_of_characters_are_left_out() -> None:
    assert printable("ก\ud800ข\x00\x1bค\tง") == "กขค ง"
