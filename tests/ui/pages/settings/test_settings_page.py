"""Every setting by keyboard, on the real services."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.articles import Article
from frontdesk.domain.imports import ImportKind
from frontdesk.domain.languages import Language
from frontdesk.domain.staff import Particle, Role, Staff
from frontdesk.services.security import Security
from frontdesk.settings import Settings
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.settings.page import SettingsPage
from frontdesk.ui.preferences import KeptSettings, Preferences
from frontdesk.ui.tasks import Tasks

from ...keys import focused, press, type_text

PIN, NEW = "258036", "860215"
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ENTER, DOWN, RIGHT, TAB = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Tab
OpenPage = Callable[..., SettingsPage]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "desk")
    made.security = Security(made.storage, made.clock, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    yield made
    made.close()


@pytest.fixture
def boss(desk: Desk) -> Staff:
    return desk.security.add_first_supervisor("วรรณา สุขเกษม", PIN, Language.TH, Particle.KHA)


@pytest.fixture
def saved() -> list[Settings]:
    return []


@pytest.fixture
def open_page(
    desk: Desk, kit: Kit, tasks: Tasks, qtbot: QtBot, tmp_path: Path, boss: Staff, saved: list[Settings]
) -> OpenPage:
    def show(section: str = "display", staff: Staff = boss) -> SettingsPage:
        preferences = Preferences(kit, KeptSettings(Settings(theme="light"), saved.append))
        page = SettingsPage(kit, desk, tasks, preferences, tmp_path)
        page.setProperty("preferences", preferences)  # keeps it as long as the page
        qtbot.addWidget(page)
        page.resize(1278, 728)
        page.sign_in(staff)
        page.show()
        page.activateWindow()
        page.focus_first()
        qtbot.waitUntil(page.parts.hasFocus)
        page.open(section)
        return page

    return show


def test_arrows_choose_a_part_enter_goes_in_and_escape_comes_back(open_page: OpenPage) -> None:
    page = open_page()
    press(DOWN, DOWN)
    assert page.place.isVisible()
    press(ENTER)
    assert page.place.fields["name"].hasFocus()
    press(Qt.Key.Key_Escape)
    assert page.parts.hasFocus()


def test_language_theme_and_size_hold_at_once_and_are_kept(
    open_page: OpenPage, kit: Kit, saved: list[Settings]
) -> None:
    page = open_page()
    parts = page.findChildren(QWidget)
    press(ENTER, RIGHT)
    assert kit.words.language is Language.EN
    press(TAB, RIGHT)
    assert kit.theme.name == "dark"
    press(TAB, DOWN, DOWN)
    assert kit.theme.zoom == 120
    assert (saved[-1].language, saved[-1].theme, saved[-1].zoom) == (Language.EN, "dark", 120)
    assert set(page.findChildren(QWidget)) == set(parts)


def test_what_a_key_elsewhere_changed_is_shown(open_page: OpenPage, kit: Kit) -> None:
    page = open_page()
    kit.words.switch()
    kit.theme.set_zoom(150)
    assert page.display.language.value == "en"
    assert page.display.zoom.value == "150"


def test_the_desk_gets_a_name(open_page: OpenPage, saved: list[Settings], qtbot: QtBot) -> None:
    page = open_page()
    page.display.desk.setFocus()
    type_text("ประตู 1")
    with qtbot.waitSignal(page.desk_named) as named:
        press(ENTER)
    assert named.args == ["ประตู 1"]
    assert saved[-1].desk_name == "ประตู 1"


def test_the_window_is_told_what_to_open_on(open_page: OpenPage, saved: list[Settings], qtbot: QtBot) -> None:
    page = open_page()
    page.display.offer_pages(lambda _: True)
    page.display.desk.setFocus()
    press(TAB)
    assert page.display.start.hasFocus()
    press(RIGHT)
    assert saved[-1].start_page == "visitors"
    press(Qt.Key.Key_Left)
    assert saved[-1].start_page == "desk"


def test_where_there_is_no_gate_there_is_no_choice(open_page: OpenPage) -> None:
    page = open_page()
    page.display.offer_pages(lambda page_id: page_id != "visitors")
    assert not page.display.start.isVisible()


def test_the_particle_is_stored(open_page: OpenPage, desk: Desk, qtbot: QtBot) -> None:
    page = open_page("myself")
    with qtbot.waitSignal(page.staff_changed) as changed:
        press(ENTER, RIGHT)
    assert changed.args[0].particle is Particle.KHRAP
    assert desk.security.staff()[0].particle is Particle.KHRAP


def test_a_change_of_oneself_in_the_staff_list_is_kept_by_the_next(
    open_page: OpenPage, desk: Desk, qtbot: QtBot
) -> None:
    page = open_page("colleagues")
    enter_staff(page, qtbot)
    press(ENTER, TAB)
    type_text("วรรณ")
    with qtbot.waitSignal(page.staff_changed):
        press(Qt.Key.Key_S, modifiers=CTRL)
    page.open("myself")
    page.myself.particle.setFocus()
    with qtbot.waitSignal(page.staff_changed):
        press(RIGHT)
    [staff] = desk.security.staff()
    assert (staff.nickname, staff.particle) == ("วรรณ", Particle.KHRAP)


def change_pin(page: SettingsPage, old: str, new: str, again: str) -> None:
    page.myself.old.field.setFocus()
    type_text(old)
    press(ENTER)
    type_text(new)
    press(ENTER)
    type_text(again)
    press(ENTER)


def test_the_own_pin_is_changed(open_page: OpenPage, desk: Desk, boss: Staff, qtbot: QtBot) -> None:
    page = open_page("myself")
    change_pin(page, PIN, NEW, NEW)
    qtbot.waitUntil(lambda: "เปลี่ยน PIN แล้ว" in page.myself.state.text())
    assert desk.security.sign_in(boss.id, NEW)
    assert page.myself.new.empty


@pytest.mark.parametrize(
    ("old", "new", "again", "said"),
    [("258037", NEW, NEW, "ไม่ถูกต้อง"), (PIN, NEW, "860216", "ไม่ตรงกัน"), (PIN, "111111", "111111", "เลขซ้ำ")],
)
def test_a_pin_that_cannot_be_changed_says_why(
    open_page: OpenPage, desk: Desk, boss: Staff, qtbot: QtBot, old: str, new: str, again: str, said: str
) -> None:
    page = open_page("myself")
    change_pin(page, old, new, again)
    qtbot.waitUntil(lambda: said in page.myself.old.wrong.text() + page.myself.new.wrong.text())
    assert desk.security.sign_in(boss.id, PIN)


def test_the_place_is_stored(open_page: OpenPage, desk: Desk, qtbot: QtBot) -> None:
    page = open_page("place")
    press(ENTER)
    type_text("คลินิกบ้านสวน")
    press(TAB, TAB)
    type_text("บ้านสวน สวัสดีค่ะ")
    with qtbot.waitSignal(page.site_changed):
        press(Qt.Key.Key_S, modifiers=CTRL)
    assert (desk.site.get().name, desk.site.get().greeting) == ("คลินิกบ้านสวน", "บ้านสวน สวัสดีค่ะ")


def enter_staff(page: SettingsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.colleagues.table.grid.rowCount() > 0)
    page.colleagues.table.setFocus()


def test_a_colleague_is_added_by_keyboard(open_page: OpenPage, desk: Desk, qtbot: QtBot) -> None:
    page = open_page("colleagues")
    enter_staff(page, qtbot)
    press(Qt.Key.Key_Insert)
    type_text("สมชาย ใจมั่น")
    press(TAB)
    type_text("ชาย")
    page.colleagues.form.pin.first.setFocus()
    type_text(NEW)
    press(TAB)
    type_text(NEW)
    with qtbot.waitSignal(page.staff_changed) as changed:
        press(Qt.Key.Key_S, modifiers=CTRL)
    staff = changed.args[0]
    assert (staff.name, staff.nickname, staff.role) == ("สมชาย ใจมั่น", "ชาย", Role.RECEPTIONIST)
    assert desk.security.sign_in(staff.id, NEW) == staff
    qtbot.waitUntil(lambda: page.colleagues.table.grid.rowCount() == 2)
    assert page.colleagues.table.hasFocus()


def test_a_new_colleague_needs_name_and_pin(open_page: OpenPage, desk: Desk, qtbot: QtBot) -> None:
    page = open_page("colleagues")
    enter_staff(page, qtbot)
    press(Qt.Key.Key_Insert)
    press(Qt.Key.Key_S, modifiers=CTRL)
    qtbot.waitUntil(lambda: "ชื่อ" in page.colleagues.form.name.wrong.text())
    type_text("สมชาย")
    press(Qt.Key.Key_S, modifiers=CTRL)
    qtbot.waitUntil(lambda: "6 หลัก" in page.colleagues.form.pin.wrong.text())
    assert len(desk.security.staff()) == 1


def test_the_last_supervisor_cannot_be_put_away(open_page: OpenPage, desk: Desk, qtbot: QtBot) -> None:
    page = open_page("colleagues")
    enter_staff(page, qtbot)
    press(ENTER)
    page.colleagues.form.state.setFocus()
    press(RIGHT)
    press(Qt.Key.Key_S, modifiers=CTRL)
    qtbot.waitUntil(lambda: "อย่างน้อยหนึ่งคน" in page.colleagues.form.wrong.text())
    press(Qt.Key.Key_Escape)
    assert page.colleagues.table.hasFocus()
    assert len(desk.security.staff()) == 1


def test_a_receptionist_sees_why_the_staff_list_is_closed(
    open_page: OpenPage, desk: Desk, boss: Staff, qtbot: QtBot
) -> None:
    plain = desk.security.enrol(Staff("r", "r", "อรอนงค์"), PIN, boss.id)
    page = open_page("colleagues", plain)
    assert "เฉพาะหัวหน้างาน" in page.colleagues.state.text()
    assert not page.colleagues.new.isEnabled()


def test_a_backup_is_made_and_told(open_page: OpenPage, desk: Desk, qtbot: QtBot) -> None:
    page = open_page("data")
    qtbot.waitUntil(lambda: "ยังไม่มีไฟล์สำรอง" in page.data.last.text())
    page.data.back_up.setFocus()
    press(ENTER)
    qtbot.waitUntil(lambda: "สำรองและตรวจแล้ว" in page.data.state.text())
    newest = desk.backups.latest()
    assert newest is not None
    assert newest.path.name in page.data.last.text()


@pytest.mark.parametrize(("button", "kind"), [("articles", ImportKind.ARTICLES), ("people", ImportKind.PEOPLE)])
def test_an_import_is_asked_for(open_page: OpenPage, qtbot: QtBot, button: str, kind: ImportKind) -> None:
    page = open_page("data")
    getattr(page.data, button).setFocus()
    with qtbot.waitSignal(page.import_asked) as asked:
        press(ENTER)
    assert asked.args == [kind]


def test_the_last_import_is_taken_back(
    open_page: OpenPage, desk: Desk, boss: Staff, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "คำตอบ.csv"
    file.write_text("code,title\nA1,บัตรหาย\n", "utf-8")
    desk.data_import.run(file, ImportKind.ARTICLES, by=boss.id)
    page = open_page("data")
    qtbot.waitUntil(lambda: "คำตอบ.csv" in page.data.undo.label.text())
    page.data.back_up.setFocus()
    press(Qt.Key.Key_Z, modifiers=ALT)
    with qtbot.waitSignal(page.data_changed):
        press(Qt.Key.Key_Z, modifiers=ALT)
    assert desk.data_import.last() is None


def test_figures_are_listed_and_copied_and_the_index_is_built(
    open_page: OpenPage, desk: Desk, boss: Staff, qtbot: QtBot
) -> None:
    desk.knowledge.save(Article("a1", "A1", "บัตรหาย", say="แจ้งช่อง 3 ได้เลยค่ะ"), boss.id)
    page = open_page("health")
    qtbot.waitUntil(lambda: page.health.table.grid.rowCount() > 10)
    page.health.rebuild.setFocus()
    with qtbot.waitSignal(page.index_rebuilt, timeout=30_000):
        press(ENTER)
    assert "1 คำตอบ" in page.health.state.text()
    page.health.copy.setFocus()
    press(ENTER)
    assert "database · journal_mode: wal" in QGuiApplication.clipboard().text()


@pytest.mark.parametrize("section", ["display", "myself", "place", "colleagues", "data", "health", "about"])
def test_every_widget_that_takes_the_focus_has_a_name(open_page: OpenPage, section: str) -> None:
    page = open_page(section)
    takers = [w for w in page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
    unnamed = [w for w in takers if not (w.accessibleName() or w.property("text"))]
    assert len(takers) > 1
    assert [type(w).__name__ for w in unnamed] == []
    assert focused() is page.parts
