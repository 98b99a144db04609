"""The window: pages by key, tabs of contacts, language, zoom, and narrow screens."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.domain.languages import Language
from frontdesk.services.ports import Clock
from frontdesk.ui.kit import Kit
from frontdesk.ui.main_window import MainWindow
from frontdesk.ui.screenshot import picture, save_picture
from frontdesk.ui.shell.contact_tabs import ContactTab
from frontdesk.ui.shell.rail_button import RailButton

CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass
class FakePage:
    """A page with one field."""

    page_id: str
    widget: QWidget

    def focus_first(self) -> None:
        self.widget.setFocus()


@pytest.fixture
def window(kit: Kit, clock: Clock, qtbot: QtBot) -> MainWindow:
    made = MainWindow(kit, clock)
    qtbot.addWidget(made)
    for page_id in ("settings", "desk", "people", "log"):
        made.add_page(FakePage(page_id, QLineEdit()))
    made.add_page(FakePage("sign-in", QLineEdit()), bare=True)
    made.open_page("desk")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: _front(made).hasFocus())
    return made


def _front(window: MainWindow) -> QWidget:
    shown = window.findChild(QStackedWidget)
    assert isinstance(shown, QStackedWidget)
    page = shown.currentWidget()
    assert page is not None
    return page


def _rail(window: MainWindow) -> list[RailButton]:
    return sorted(window.rail.findChildren(RailButton), key=lambda button: button.y())


@pytest.mark.parametrize(
    ("key", "page"), [(Qt.Key.Key_F3, "people"), (Qt.Key.Key_F7, "log"), (Qt.Key.Key_F9, "settings")]
)
def test_keys_open_pages_and_put_the_focus_there(window: MainWindow, qtbot: QtBot, key: Qt.Key, page: str) -> None:
    with qtbot.waitSignal(window.page_changed) as told:
        QTest.keyClick(_front(window), key)
    assert told.args == [page]
    assert window.page_id == page
    assert _front(window).hasFocus()
    assert [button.command.id for button in _rail(window) if button.isChecked()] == [page]


def test_keys_of_pages_that_are_not_there_do_nothing(window: MainWindow, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_F4, Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F8):
        QTest.keyClick(_front(window), key)
    assert window.page_id == "desk"


def test_the_rail_shows_the_pages_in_the_order_of_their_keys(window: MainWindow) -> None:
    assert [button.command.id for button in _rail(window)] == ["desk", "people", "log", "settings"]


def test_a_rail_button_opens_its_page(window: MainWindow, qtbot: QtBot) -> None:
    QTest.mouseClick(_rail(window)[1], Qt.MouseButton.LeftButton)
    assert window.page_id == "people"


def test_a_count_is_shown_and_said(window: MainWindow) -> None:
    before = _rail(window)[2].grab().toImage()
    window.rail.set_count("log", 3)
    assert _rail(window)[2].accessibleName() == "บันทึก ปุ่ม F7 มี 3 รายการ"
    assert _rail(window)[2].grab().toImage() != before


def test_signing_in_fills_the_window_and_rests_the_keys(window: MainWindow, qtbot: QtBot) -> None:
    window.open_page("sign-in")
    assert not window.rail.isVisible()
    assert not window.top_bar.isVisible()
    with qtbot.assertNotEmitted(window.new_contact_asked):
        for key in (Qt.Key.Key_F2, Qt.Key.Key_F1):
            QTest.keyClick(_front(window), key)
        QTest.keyClick(_front(window), Qt.Key.Key_N, CTRL)
    assert window.page_id == "sign-in"
    window.open_page("desk")
    assert window.rail.isVisible()


def test_f1_shows_the_keys_and_goes_back(window: MainWindow, kit: Kit, qtbot: QtBot) -> None:
    window.open_page("people")
    for back in (Qt.Key.Key_Escape, Qt.Key.Key_F1):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_F1)
        assert window.page_id == "keys"
        QTest.keyClick(window.focusWidget(), back)
        assert window.page_id == "people"


def test_the_key_list_names_only_what_is_there(window: MainWindow) -> None:
    window.toggle_key_list()
    said = _front(window)._table.accessibleDescription()  # type: ignore[attr-defined]
    assert "F3 บุคคล" in said
    assert "F10 ตอบไม่ได้" in said
    assert "F4" not in said
    assert "เพิ่มคำตอบ" not in said


def test_ctrl_l_changes_every_word_and_rebuilds_nothing(window: MainWindow, kit: Kit, qtbot: QtBot) -> None:
    window.top_bar.tabs.show_tabs([ContactTab("1", "สุดา"), ContactTab("2", "081", waiting=True)], "1")
    children, field = window.findChildren(QWidget), _front(window)
    QTest.keyClick(field, Qt.Key.Key_L, CTRL)
    assert kit.words.language is Language.EN
    assert [button.text() for button in _rail(window)] == ["Desk", "People", "Log", "Settings"]
    assert window.top_bar.tabs.tabText(1) == "081 · waiting"
    assert window.top_bar.language.text() == "English"
    assert window.findChildren(QWidget) == children
    assert field.hasFocus()


@pytest.mark.parametrize(("theme"), ["dark", "high_contrast"])
def test_a_theme_repaints_and_rebuilds_nothing(window: MainWindow, kit: Kit, theme: str) -> None:
    before, children = picture(window, 1366, 768), window.findChildren(QWidget)
    kit.theme.set_theme(theme)
    assert picture(window, 1366, 768) != before
    assert window.findChildren(QWidget) == children


def test_zoom_by_keys(window: MainWindow, kit: Kit, qtbot: QtBot) -> None:
    field = _front(window)
    for _ in range(3):
        QTest.keyClick(field, Qt.Key.Key_Plus, CTRL)
    assert kit.theme.zoom == 130
    assert window.top_bar.height() == 52
    QTest.keyClick(field, Qt.Key.Key_Minus, CTRL)
    assert kit.theme.zoom == 120
    QTest.keyClick(field, Qt.Key.Key_0, CTRL)
    assert (kit.theme.zoom, window.top_bar.height()) == (100, 40)


@pytest.mark.parametrize(
    ("width", "zoom", "rail"), [(1366, 100, 88), (1099, 100, 56), (960, 100, 56), (1920, 200, 112)]
)
def test_a_narrow_window_keeps_only_the_signs_of_the_rail(
    window: MainWindow, kit: Kit, width: int, zoom: int, rail: int
) -> None:
    kit.theme.set_zoom(zoom)
    picture(window, width, 1080)
    assert window.rail.width() == rail
    assert all(button.toolTip() for button in _rail(window))


def test_the_window_is_never_smaller_than_agreed(window: MainWindow) -> None:
    window.resize(300, 200)
    assert (window.width(), window.height()) == (960, 540)


def test_tabs_tell_which_contact_was_chosen(window: MainWindow, qtbot: QtBot) -> None:
    tabs = window.top_bar.tabs
    with qtbot.assertNotEmitted(tabs.chosen):
        tabs.show_tabs([ContactTab("a", "สุดา ใจดี"), ContactTab("b", "081-xxx-5678", waiting=True)], "a")
    with qtbot.waitSignal(tabs.chosen) as told:
        QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, tabs.tabRect(1).center())
    assert told.args == ["b"]
    with qtbot.assertNotEmitted(tabs.chosen):
        tabs.show_tabs([ContactTab("b", "081-xxx-5678")], "b")
    assert (tabs.count(), tabs.currentIndex()) == (1, 0)


def test_ctrl_n_asks_for_a_contact(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.new_contact_asked):
        QTest.keyClick(_front(window), Qt.Key.Key_N, CTRL)
    with qtbot.waitSignal(window.new_contact_asked):
        QTest.mouseClick(window.top_bar.new, Qt.MouseButton.LeftButton)


def test_the_bar_shows_when_and_who(window: MainWindow, kit: Kit) -> None:
    window.top_bar.show_who("โต๊ะ A · อรอนงค์")
    assert window.top_bar.moment.text() == "ศ. 20 พ.ย. 2569 · 10:42"
    assert window.top_bar.who.isVisible()
    kit.words.switch()
    assert window.top_bar.moment.text() == "Fri 20 Nov 2026 · 10:42"


@pytest.mark.parametrize(("width", "height", "scale"), [(1366, 768, 1.0), (1920, 1080, 1.0), (1366, 768, 2.0)])
def test_a_picture_has_the_size_asked_for(
    window: MainWindow, tmp_path: Path, width: int, height: int, scale: float
) -> None:
    file = tmp_path / "ภาพ" / "shot.png"
    save_picture(window, file, width, height, scale)
    image = QImage(str(file))
    assert (image.width(), image.height()) == (width * scale, height * scale)
    assert image.pixelColor(2, 2) == window.kit.theme.color("sunken")


def test_closing_is_announced(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closing):
        window.close()


def test_an_ampersand_in_a_name_is_no_menu_key(window: MainWindow) -> None:
    window.top_bar.show_who("R&D · อรอนงค์")
    window.top_bar.tabs.show_tabs([ContactTab("1", "P&G")], "1")
    assert window.top_bar.who.shortcut().isEmpty()
    assert window.top_bar.who.accessibleName() == "R&D · อรอนงค์"
    assert window.top_bar.tabs.tabText(0) == "P&&G"
