"""The line under the box: what it says, and that nothing moves for it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.domain.keyboard_layout import to_english
from frontdesk.domain.languages import Language
from frontdesk.domain.scopes import CATEGORY, DEPARTMENT, Narrowing
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.box_line import BoxLine
from frontdesk.ui.pages.desk.reading import Reading, widened
from frontdesk.ui.pages.desk.rows import AnswerRow, CaptionRow
from tests.ui.desk.conftest import CARD, GOLD, VISIT, AtDesk
from tests.ui.keys import press, type_text

KEY, CTRL, ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
CARDS = (Narrowing(CATEGORY, ("บัตร", "บัตรจอดรถ")),)
SWAPPED = to_english("บัตรประจำตัว")


@pytest.mark.parametrize(
    ("reading", "can_narrow", "said"),
    [
        (Reading(), False, ""),
        (Reading("บัตร"), True, "Ctrl+G เฉพาะหมวดนี้"),
        (Reading("[y9i", "บัตร"), True, "ค้นหา บัตร · พิมพ์ [y9i Alt+0 ค้นตามที่พิมพ์"),
        (Reading("[y9i", literal=True), True, "ค้นตามที่พิมพ์ [y9i Alt+0 ค้นแบบแก้ให้"),
        (Reading("#บ", narrowed=CARDS), True, "เฉพาะ บัตร · บัตรจอดรถ Ctrl+G ค้นทั้งหมด"),
        (
            Reading("#บ [y9i", "บัตร", narrowed=CARDS),
            False,
            "ค้นหา บัตร · พิมพ์ #บ [y9i Alt+0 ค้นตามที่พิมพ์ · เฉพาะ บัตร · บัตรจอดรถ Ctrl+G ค้นทั้งหมด",
        ),
    ],
)
def test_what_it_says(kit: Kit, qtbot: QtBot, reading: Reading, can_narrow: bool, said: str) -> None:
    kit.words.set_language(Language.TH)
    line = BoxLine(kit)
    qtbot.addWidget(line)
    line.show_reading(reading, can_narrow)
    assert (line.text(), line.accessibleName()) == (said, said)


@pytest.mark.parametrize("typed", ["[y9i", "ยาว" * 70])
def test_a_click_does_what_the_key_beside_it_does(kit: Kit, qtbot: QtBot, typed: str) -> None:
    line, asked = BoxLine(kit), list[str]()
    qtbot.addWidget(line)
    line.literal_asked.connect(lambda: asked.append("literal"))
    line.narrow_asked.connect(lambda: asked.append("narrow"))
    line.resize(556, 24)
    line.show_reading(Reading(typed, "บัตร", narrowed=CARDS), False)
    line.grab()
    for x in range(20, 536, 4):
        QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(x, 12))
    assert list(dict.fromkeys(asked)) == ["literal", "narrow"]


@pytest.mark.parametrize(
    ("text", "left"),
    [("#บัตร หาย", "หาย"), ("หาย #บั ด่วน", "หาย ด่วน"), ("หาย #5", "หาย #5"), ("@เวช หาย", "@เวช หาย")],
)
def test_only_what_narrows_is_taken_out(text: str, left: str) -> None:
    assert widened(text, CARDS) == left
    assert widened("@เวช หาย", (Narrowing(DEPARTMENT, ("D-1",)),)) == "หาย"


def tops(at_desk: AtDesk) -> list[int]:
    """Return where box, line, list and first row begin."""
    view = at_desk.page.view
    parts: tuple[QWidget, ...] = (view.box, view.line, view.list)
    first = view.list.visualRect(view.list.model().index(0, 0)).top()
    return [*(part.mapTo(at_desk.window, QPoint()).y() for part in parts), first]


def test_no_row_moves_when_the_line_comes_or_goes(at_desk: AtDesk) -> None:
    at_desk.find("บัตรประจำตัว")
    before = tops(at_desk)
    at_desk.page.box.set_text("")
    at_desk.find(SWAPPED)
    assert at_desk.page.results.listing.reading.understood
    assert tops(at_desk) == before
    press(KEY.Key_0, modifiers=ALT)
    assert tops(at_desk) == before


def test_alt_0_takes_the_words_literally_and_back(at_desk: AtDesk) -> None:
    at_desk.find(SWAPPED)
    line, results = at_desk.page.view.line, at_desk.page.results
    corrected = line.text()
    assert corrected == f"ค้นหา บัตรประจำตัว · พิมพ์ {SWAPPED} Alt+0 ค้นตามที่พิมพ์"
    press(KEY.Key_0, modifiers=ALT)
    at_desk.qtbot.waitUntil(lambda: results.complete)
    assert (results.listing.reading.understood, results.listing.literal) == ("", True)
    assert line.text() == f"ค้นตามที่พิมพ์ {SWAPPED} Alt+0 ค้นแบบแก้ให้"
    press(KEY.Key_0, modifiers=ALT)
    at_desk.qtbot.waitUntil(lambda: results.complete)
    assert line.text() == corrected
    assert at_desk.draft.query == SWAPPED


def test_typing_on_corrects_again(at_desk: AtDesk) -> None:
    at_desk.find(SWAPPED[:-1])
    press(KEY.Key_0, modifiers=ALT)
    type_text(SWAPPED[-1])
    at_desk.qtbot.waitUntil(lambda: at_desk.page.results.complete)
    assert at_desk.page.results.listing.reading.understood == "บัตรประจำตัว"


def test_the_line_does_not_flicker_while_somebody_types(at_desk: AtDesk) -> None:
    at_desk.find(SWAPPED[:-1])
    said = at_desk.page.view.line.text()
    at_desk.finder.held = True
    type_text(SWAPPED[-1])
    assert at_desk.page.view.line.text() == said
    at_desk.finder.release()
    at_desk.qtbot.waitUntil(lambda: at_desk.page.results.complete)
    assert at_desk.page.view.line.text() != said
    press(KEY.Key_Escape)
    assert at_desk.page.view.line.text() == ""


def test_ctrl_g_narrows_to_the_category_and_back(at_desk: AtDesk) -> None:
    with at_desk.desk.storage.write() as repos:
        for article, category in ((CARD, "บัตร"), (GOLD, "สิทธิ"), (VISIT, "บัตร")):
            repos.articles.save(replace(article, category=category), "test")
    at_desk.finder.refresh()
    at_desk.find("บัตร")
    press(KEY.Key_Down)
    row = at_desk.page.view.list.current_row()
    assert isinstance(row, AnswerRow)
    category = row.answer.article.category
    press(KEY.Key_G, modifiers=CTRL)
    at_desk.qtbot.waitUntil(lambda: at_desk.page.results.complete)
    assert at_desk.page.view.box.text() == f"#{category} บัตร"
    rows = [row for row in at_desk.page.view.list.rows if isinstance(row, AnswerRow)]
    assert rows and {row.answer.article.category for row in rows} == {category}
    assert at_desk.page.view.line.text() == f"เฉพาะ {category} Ctrl+G ค้นทั้งหมด"
    press(KEY.Key_G, modifiers=CTRL)
    at_desk.qtbot.waitUntil(lambda: at_desk.page.results.complete)
    assert at_desk.page.view.box.text() == "บัตร"


def test_what_is_only_near_is_never_chosen_by_itself(at_desk: AtDesk) -> None:
    at_desk.find("qqqq")
    page = at_desk.page
    captions = [row.name for row in page.view.list.rows if isinstance(row, CaptionRow)]
    assert captions[0] == "desk.nearest"
    assert page.view.list.current_row() is None
    assert page.view.greeting.isVisible()
    press(KEY.Key_Return)
    assert not at_desk.draft.articles
    press(KEY.Key_Down)
    assert isinstance(page.view.list.current_row(), AnswerRow)
    assert page.reader.detail is not None


def test_f10_keeps_the_words_and_says_so(at_desk: AtDesk) -> None:
    at_desk.find("qqqq")
    strip = at_desk.page.view.strip
    assert not strip.unanswered.isVisible()
    press(KEY.Key_F10)
    press(KEY.Key_Escape)
    assert (strip.unanswered.isVisible(), at_desk.draft.queries) == (True, ("qqqq",))
    assert "qqqq" in strip.status.text()
    press(KEY.Key_F10)
    assert not strip.unanswered.isVisible()
