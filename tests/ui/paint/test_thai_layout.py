"""Thai lines break between words, keep their marks whole, and are never clipped."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.paint.line_breaks import cut_into_lines, word_breaks
from frontdesk.ui.paint.thai_layout import ShapedLine, ThaiBlock
from tests.ui.ink import WORDS, ink, painted

SAY = "แจ้งชื่อกับวันเกิดที่ช่อง 3 ได้เลยค่ะ ออกบัตรใหม่ให้ฟรีใน 10 นาที ไม่ต้องแจ้งความ"
STYLES = ("hint", "caption", "label", "body", "row_say", "title", "say", "gate_count")


@pytest.mark.parametrize("zoom", [100, 150, 200])
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("bold", [False, True])
def test_no_mark_leaves_the_room_of_a_block(kit: Kit, style: str, zoom: int, bold: bool) -> None:
    kit.theme.set_zoom(zoom)
    for word in WORDS:
        exact, roomy = (_painted(kit, word, Ink(style, bold=bold), spare) for spare in (0, 60))
        assert 0 < ink(exact) == pytest.approx(ink(roomy), rel=1e-4), word


def _painted(kit: Kit, word: str, look: Ink, spare: int) -> QImage:
    block = ThaiBlock(kit.theme, word, look, 2000)
    size = QSize(int(block.natural_width) + 40, block.ink_height + 2 * spare)
    return painted(size, lambda painter: block.paint(painter, 20, spare))


def test_the_check_above_would_see_a_cut(kit: Kit) -> None:
    block = ThaiBlock(kit.theme, "ปี้", Ink("say"), 500)
    size = QSize(100, block.ink_height)
    whole, cut = (painted(size, lambda p, y=y: block.paint(p, 20, y)) for y in (0, -6))  # type: ignore[misc]
    assert ink(cut) < ink(whole)


def test_a_line_ends_at_a_space_first(kit: Kit) -> None:
    block = ThaiBlock(kit.theme, SAY, Ink("row_say"), 515)
    assert block.line_texts() == [
        "แจ้งชื่อกับวันเกิดที่ช่อง 3 ได้เลยค่ะ ออกบัตรใหม่ให้ฟรีใน 10 นาที",
        "ไม่ต้องแจ้งความ",
    ]
    assert block.height == 2 * 27


@pytest.mark.parametrize("width", [90, 140, 200, 333])
@pytest.mark.parametrize(
    "text", [SAY, "Please give your name and date of birth at counter 3.", "ผู้มาติดต่อแจ้งว่าต้องการพบเจ้าหน้าที่เวชระเบียน"]
)
def test_lines_fit_and_nothing_is_lost(kit: Kit, text: str, width: int) -> None:
    block = ThaiBlock(kit.theme, text, Ink("body"), width)
    assert block.natural_width <= width
    assert "".join(block.line_texts()).replace(" ", "") == text.replace(" ", "")
    starts = set(word_breaks(text))
    at = 0
    for line in block.line_texts()[:-1]:
        at = text.index(line, at) + len(line)
        assert {at, at + 1} & starts, line


def test_a_word_longer_than_the_line_is_cut_between_letters(kit: Kit) -> None:
    block = ThaiBlock(kit.theme, "ปี้" * 40, Ink("body"), 100)
    assert block.lines > 1
    assert all(line.startswith("ป") and len(line) % 3 == 0 for line in block.line_texts())


@pytest.mark.parametrize(("width", "lines"), [(60, 1), (150, 1), (150, 2), (260, 2)])
def test_too_long_a_text_ends_with_dots_inside_its_width(kit: Kit, width: int, lines: int) -> None:
    block = ThaiBlock(kit.theme, SAY, Ink("body"), width, lines)
    assert block.elided
    assert block.lines == lines
    assert block.natural_width <= width
    last = block.line_texts()[-1]
    assert last.endswith("…")
    assert last[-2] not in "เแโใไ "


def test_a_text_that_fits_has_no_dots(kit: Kit) -> None:
    block = ThaiBlock(kit.theme, "น้ำดื่ม", Ink("body"), 500, 1)
    assert not block.elided
    assert block.line_texts() == ["น้ำดื่ม"]


def test_paragraphs_begin_new_lines(kit: Kit) -> None:
    assert ThaiBlock(kit.theme, "หนึ่ง\nสอง\n\nสี่", Ink("body"), 500).line_texts() == ["หนึ่ง", "สอง", "", "สี่"]
    assert ThaiBlock(kit.theme, "หนึ่ง\nสอง", Ink("body"), 500, 1).line_texts() == ["หนึ่ง…"]


def test_an_empty_text_is_one_empty_line(kit: Kit) -> None:
    block = ThaiBlock(kit.theme, "", Ink("body"), 100)
    assert (block.lines, block.natural_width) == (1, 0)


@pytest.mark.parametrize(
    ("text", "mark"), [("ออกบัตรใหม่", "บัตร"), ("รับน้ำดื่ม", "น้ำ"), ("รับน้ํา", "น้ำ"), ("Lost Card", "card")]
)
def test_matched_words_are_bold(kit: Kit, text: str, mark: str) -> None:
    plain = ThaiBlock(kit.theme, text, Ink("body"), 500)
    marked = ThaiBlock(kit.theme, text, Ink("body"), 500, marks=[mark])
    assert marked.natural_width > plain.natural_width
    assert marked.line_texts() == [text]


def test_letters_outside_the_first_plane_do_not_shift_what_is_bold(kit: Kit) -> None:
    fonts = kit.theme.font("body"), kit.theme.font("body", bold=True)
    line = ShapedLine("😀😀บัตร", *fonts, [(2, 6)])
    assert line.x(6) - line.x(2) == pytest.approx(ShapedLine("บัตร", *fonts, [(0, 4)]).width, abs=0.6)


def test_breaks_never_stand_inside_a_word() -> None:
    text = "ไม่ต้องแจ้งความ ที่โรงพยาบาล"
    offsets = (0, *word_breaks(text), len(text))
    words = [text[a:b].strip() for a, b in pairwise(offsets)]
    assert words == ["ไม่ต้อง", "แจ้งความ", "ที่", "โรงพยาบาล"]


def test_lines_are_cut_by_measure_alone() -> None:
    def cut(text: str, width: int, most: int = 0) -> list[str]:
        spans = cut_into_lines(text, float, width, most, lambda n: n + 1)
        return [text[a:b].strip() for a, b in spans]

    assert cut("aa bb cc", 5) == ["aa bb", "cc"]
    assert cut("abcdefgh", 3) == ["abc", "def", "gh"]
    assert cut("aa bb cc", 5, 1) == ["aa bb cc"]
    assert cut("", 5) == [""]


@pytest.mark.parametrize(("lines", "width"), [(1, 240), (2, 515), (2, 300), (0, 200)])
@pytest.mark.parametrize("marks", [("บัตร",), ("วันเกิด", "ฟรี"), ("10 นาที",)])
def test_marks_on_laid_out_text_are_those_of_text_laid_out_with_them(
    kit: Kit, lines: int, width: int, marks: tuple[str, ...]
) -> None:
    plain = ThaiBlock(kit.theme, SAY, Ink("row_say"), width, lines)
    marked, whole = plain.marked(marks), ThaiBlock(kit.theme, SAY, Ink("row_say"), width, lines, marks)
    if marked is None:
        assert plain.natural_width * 1.03 > width
    else:
        assert marked.natural_width <= width
        if marked.line_texts() == whole.line_texts():
            assert _picture(marked) == _picture(whole)
        assert plain.line_texts() == marked.line_texts()


def test_without_a_mark_in_it_the_very_same_text_stays(kit: Kit) -> None:
    plain = ThaiBlock(kit.theme, SAY, Ink("row_say"), 515, 2)
    assert plain.marked(("ลิฟต์",)) is plain
    marked = plain.marked(("บัตร",))
    assert marked is not None and _picture(marked) != _picture(plain)


def _picture(block: ThaiBlock) -> QImage:
    return painted(QSize(700, 200), lambda painter: block.paint(painter, 5, 20))
