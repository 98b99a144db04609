"""Setting up an empty folder by keyboard alone, on the real services."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.imports import ImportKind
from frontdesk.domain.languages import Language
from frontdesk.domain.staff import Particle, Role, Staff
from frontdesk.services.security import Security
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.first_run.page import FirstRunPage
from frontdesk.ui.tasks import Tasks

from ...keys import press, type_text

PIN = "258036"
ENTER, CTRL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk on which nobody works yet."""
    made = Desk(tmp_path / "empty")
    yield made
    made.close()


@pytest.fixture
def page(tmp_path: Path, desk: Desk, kit: Kit, tasks: Tasks, qtbot: QtBot) -> FirstRunPage:
    desk.security = Security(desk.storage, desk.clock, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    made = FirstRunPage(kit, desk, tasks, tmp_path)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    made.focus_first()
    qtbot.waitUntil(lambda: made.form.name.field.hasFocus())
    return made


def fill(name: str, pin: str, again: str) -> None:
    """Fill the form as a person does, from the name on."""
    type_text(name)
    press(ENTER, Qt.Key.Key_Right, ENTER)
    type_text(pin)
    press(ENTER)
    type_text(again)


def set_up(page: FirstRunPage, qtbot: QtBot) -> None:
    fill("วรรณา สุขเกษม", PIN, PIN)
    press(ENTER, modifiers=CTRL)
    qtbot.waitUntil(lambda: page.choices.rows[0].hasFocus())


def test_the_first_supervisor_is_set_up_with_keys_only(page: FirstRunPage, desk: Desk, qtbot: QtBot) -> None:
    fill("วรรณา สุขเกษม", PIN, PIN)
    press(ENTER)
    type_text("โรงพยาบาลธารบุรี")
    press(ENTER)
    type_text("Tharaburi Hospital")
    press(ENTER, ENTER)
    qtbot.waitUntil(lambda: page.choices.rows[0].hasFocus())
    [staff] = desk.security.staff()
    assert (staff.name, staff.role, staff.particle) == ("วรรณา สุขเกษม", Role.SUPERVISOR, Particle.KHRAP)
    assert desk.security.sign_in(staff.id, PIN) == staff
    assert desk.site.get().name_en == "Tharaburi Hospital"


@pytest.mark.parametrize(
    ("name", "pin", "again", "said"),
    [
        ("", PIN, PIN, "ชื่อ"),
        ("Ann", PIN, "258037", "ไม่ตรงกัน"),
        ("Ann", "123456", "123456", "เรียงกัน"),
        ("Ann", "2580", "2580", "6 หลัก"),
    ],
)
def test_what_is_wrong_is_said_in_place(
    page: FirstRunPage, desk: Desk, qtbot: QtBot, name: str, pin: str, again: str, said: str
) -> None:
    fill(name, pin, again)
    press(ENTER, modifiers=CTRL)
    sentences = (page.form.name.wrong, page.form.pin_wrong)
    qtbot.waitUntil(lambda: any(said in sentence.text() for sentence in sentences))
    assert desk.security.staff() == []
    assert (page.form.name.field if not name else page.form.pin.field).hasFocus()


@pytest.mark.parametrize(
    ("key", "kind"), [("1", ImportKind.ARTICLES), ("2", ImportKind.PEOPLE), ("4", None), ("ภ", None)]
)
def test_one_key_chooses_what_to_start_with(
    page: FirstRunPage, qtbot: QtBot, key: str, kind: ImportKind | None
) -> None:
    set_up(page, qtbot)
    with qtbot.waitSignal(page.finished) as finished:
        type_text(key)
    staff, chosen = finished.args
    assert isinstance(staff, Staff)
    assert chosen is kind


def test_arrows_and_enter_choose_too(page: FirstRunPage, qtbot: QtBot) -> None:
    set_up(page, qtbot)
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
    with qtbot.waitSignal(page.finished) as finished:
        press(ENTER)
    assert finished.args[1] is ImportKind.PEOPLE


def test_the_demo_fills_the_desk_and_keeps_its_own_name(page: FirstRunPage, desk: Desk, qtbot: QtBot) -> None:
    page.form.site.field.setProperty("text", "คลินิกบ้านสวน")
    set_up(page, qtbot)
    with qtbot.waitSignal(page.finished, timeout=90_000):
        type_text("3")
        assert "กำลังสร้าง" in page.state.text()
    assert desk.site.get().name == "คลินิกบ้านสวน"
    assert len(desk.security.staff()) > 1
    with desk.storage.read() as repos:
        assert repos.articles.count() >= 150


def test_a_desk_with_data_refuses_the_demo_in_a_sentence(page: FirstRunPage, desk: Desk, qtbot: QtBot) -> None:
    set_up(page, qtbot)
    person = desk.people_book.new()
    desk.people_book.save(replace(person, given_name="สุดา"), "cli")
    type_text("3")
    qtbot.waitUntil(lambda: "โฟลเดอร์ว่าง" in page.state.text())
    assert page.choices.isEnabled()


def test_it_says_that_nothing_is_encrypted_and_where_the_data_is(page: FirstRunPage, tmp_path: Path, kit: Kit) -> None:
    def said() -> str:
        return " ".join(widget.accessibleName() for widget in page.findChildren(QWidget))

    assert "ไม่ได้เข้ารหัส" in said()
    assert str(tmp_path) in said()
    kit.words.set_language(Language.EN)
    assert "not encrypted" in said()


def test_every_widget_that_takes_the_focus_has_a_name(page: FirstRunPage) -> None:
    takers = [w for w in page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [type(w).__name__ for w in takers if not (w.accessibleName() or w.property("text"))] == []
