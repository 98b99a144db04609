"""Widgets show whole letters, say what they are, and work by keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.paint.tags import TagLook
from frontdesk.ui.widgets.browser import SafeBrowser
from frontdesk.ui.widgets.buttons import FlatButton, KeyButton, OutcomeButton, PrimaryButton
from frontdesk.ui.widgets.fields import LineField, SearchField
from frontdesk.ui.widgets.labels import HairLine, KeyCap, Tag, TextBlock, TextLabel
from tests.ui.ink import WORDS, seen

LINE = " ".join(WORDS)


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[QWidget], QWidget]:
    """Show a widget with the focus and close it after the test."""

    def shown(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.show()
        widget.activateWindow()
        widget.setFocus()
        return widget

    return shown


@pytest.mark.parametrize("zoom", [100, 150, 200])
@pytest.mark.parametrize("style", ["caption", "label", "body", "title", "name", "say"])
def test_labels_show_whole_letters(kit: Kit, qtbot: QtBot, style: str, zoom: int) -> None:
    kit.theme.set_zoom(zoom)
    label = TextLabel(kit, Ink(style), text=LINE)
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    height = label.height()
    assert seen(label, height) == seen(label, height + 80) > 0


@pytest.mark.parametrize("zoom", [100, 150, 200])
@pytest.mark.parametrize("kind", [LineField, SearchField])
def test_fields_show_whole_letters(kit: Kit, qtbot: QtBot, kind: type[LineField], zoom: int) -> None:
    kit.theme.set_zoom(zoom)
    field = kind(kit, "commands.box")
    qtbot.addWidget(field)
    field.setText(LINE)
    field.setCursorPosition(0)
    field.resize(900, field.height())
    height = field.height()
    frame = kit.theme.px(1)
    assert seen(field, height, frame) == pytest.approx(seen(field, height + 80, frame), rel=0.002)


@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_buttons_and_tags_show_whole_letters(kit: Kit, qtbot: QtBot, zoom: int) -> None:
    kit.theme.set_zoom(zoom)
    button = FlatButton(kit, "")
    button.show_text(LINE)
    tag = Tag(kit, TagLook(LINE))
    for widget in (button, tag):
        qtbot.addWidget(widget)
        widget.resize(widget.sizeHint())
        height = widget.height()
        assert seen(widget, height) == seen(widget, height + 80) > 0, type(widget).__name__


def test_a_block_is_as_high_as_its_width_needs(kit: Kit, qtbot: QtBot) -> None:
    block = TextBlock(kit, Ink("body"))
    qtbot.addWidget(block)
    block.set_text(LINE * 4)
    assert block.heightForWidth(200) > block.heightForWidth(600)
    assert block.accessibleName() == LINE * 4


def test_every_widget_has_an_accessible_name_in_the_language(kit: Kit, qtbot: QtBot) -> None:
    widgets: list[tuple[QWidget, str, str]] = [
        (LineField(kit, "commands.box"), "ไปที่ช่องค้น", "Go to the box"),
        (SearchField(kit, "commands.box"), "ไปที่ช่องค้น", "Go to the box"),
        (PrimaryButton(kit, "commands.edit", "Ctrl+E"), "แก้ไข Ctrl+E", "Edit Ctrl+E"),
        (OutcomeButton(kit, "commands.flag", "1"), "แจ้งว่าผิดหรือเก่า 1", "Flag wrong or old 1"),
        (KeyCap(kit, "F1", "commands.keys"), "F1 ปุ่มลัด", "F1 Keys"),
        (SafeBrowser(kit, "commands.answers"), "คำตอบ", "Answers"),
    ]
    for widget, thai, _ in widgets:
        qtbot.addWidget(widget)
        assert widget.accessibleName() == thai
    kit.words.switch()
    assert [widget.accessibleName() for widget, _, _ in widgets] == [english for _, _, english in widgets]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("kind", [PrimaryButton, OutcomeButton, FlatButton])
def test_buttons_work_by_keyboard(
    kit: Kit, qtbot: QtBot, show: Callable[[QWidget], QWidget], kind: type[KeyButton], key: Qt.Key
) -> None:
    button = kind(kit, "commands.edit", "Ctrl+E")
    show(button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_a_live_outcome_looks_different_and_back(kit: Kit, qtbot: QtBot) -> None:
    button = OutcomeButton(kit, "commands.flag", "1")
    qtbot.addWidget(button)
    asleep = button.grab().toImage()
    button.set_live(True)
    assert button.grab().toImage() != asleep
    button.set_live(False)
    assert button.grab().toImage() == asleep


def test_the_focus_ring_lies_inside_the_field(kit: Kit, qtbot: QtBot, show: Callable[[QWidget], QWidget]) -> None:
    field = LineField(kit, "commands.box")
    show(field)
    qtbot.waitUntil(field.hasFocus)
    image = field.grab().toImage()
    middle = field.height() // 2
    ring = kit.theme.color("focus").rgb()
    assert [image.pixel(x, middle) == ring for x in (0, 1, 2)] == [True, True, False]


@pytest.mark.parametrize(
    ("key", "taken"), [(Qt.Key.Key_E, False), (Qt.Key.Key_K, False), (Qt.Key.Key_C, True), (Qt.Key.Key_Z, True)]
)
def test_a_field_leaves_the_keys_of_commands_alone(kit: Kit, qtbot: QtBot, key: Qt.Key, taken: bool) -> None:
    field = LineField(kit, "commands.box")
    qtbot.addWidget(field)
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
    event.accept()
    field.event(event)
    assert event.isAccepted() is taken


def test_a_wrong_value_has_a_danger_outline(kit: Kit, qtbot: QtBot) -> None:
    field = LineField(kit, "commands.box")
    qtbot.addWidget(field)
    field.set_wrong(True)
    assert field.grab().toImage().pixel(0, field.height() // 2) == kit.theme.color("danger").rgb()


def test_a_theme_repaints_and_rebuilds_nothing(kit: Kit, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    field, line = LineField(kit, "commands.box", parent=holder), HairLine(kit, holder)
    field.setText("บัตรหาย")
    light, children = field.grab().toImage(), holder.children()
    kit.theme.set_theme("dark")
    assert field.grab().toImage() != light
    assert holder.children() == children
    assert (field.text(), line.sizeHint().height()) == ("บัตรหาย", 1)


MARKDOWN = """1. ต้องมี**บัตร**ของผู้ป่วยหรือใบมอบฉันทะ
2. <img src="file:///etc/hostname"> <script>x</script>
3. ![ภาพ](file:///etc/hostname) [ดู](https://example.org) [ร้าย](javascript:alert)
"""


@pytest.fixture
def browser(kit: Kit, qtbot: QtBot) -> SafeBrowser:
    made = SafeBrowser(kit, "commands.answers")
    qtbot.addWidget(made)
    made.set_markdown(MARKDOWN)
    return made


def test_markup_from_data_is_shown_as_text(browser: SafeBrowser) -> None:
    shown = browser.toPlainText().replace("\u200b", "")
    assert "ต้องมีบัตรของผู้ป่วย" in shown
    assert "<script>" in shown
    assert "javascript:alert" in shown
    assert "<img" not in browser.toHtml()


def test_documents_can_load_nothing(browser: SafeBrowser) -> None:
    for address in ("file:///etc/hostname", "/etc/hostname", "https://example.org/a.png", "qrc:/x"):
        for kind in range(1, 5):
            assert browser.loadResource(kind, QUrl(address)) is None


@pytest.mark.parametrize(
    ("address", "asks"), [("https://example.org", True), ("tel:021234567", True), ("file:///etc/hostname", False)]
)
def test_links_only_ask(browser: SafeBrowser, qtbot: QtBot, address: str, asks: bool) -> None:
    heard: list[QUrl] = []
    browser.link_asked.connect(heard.append)
    before = browser.toHtml()
    browser.anchorClicked.emit(QUrl(address))
    assert bool(heard) is asks
    assert browser.toHtml() == before


def test_copied_text_has_no_invisible_breaks(browser: SafeBrowser) -> None:
    assert "\u200b" in browser.toPlainText()
    browser.selectAll()
    data: QMimeData = browser.createMimeDataFromSelection()
    assert "\u200b" not in data.text()
    assert "บัตรของผู้ป่วย" in data.text()
