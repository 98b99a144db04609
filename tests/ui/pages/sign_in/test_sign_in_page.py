"""Signing in with real keys on the real services."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.drafts import begin
from frontdesk.domain.ids import new_id
from frontdesk.domain.languages import Language
from frontdesk.domain.site import Site
from frontdesk.domain.staff import Role, Staff
from frontdesk.services.security import Security
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.sign_in.page import SignInPage
from frontdesk.ui.tasks import Tasks

from ...keys import press, type_text

PIN, WRONG = "258036", "258037"


@pytest.fixture
def staff(desk: Desk) -> dict[str, Staff]:
    desk.security = Security(desk.storage, desk.clock, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    desk.site.save(Site("โรงพยาบาลธารบุรี", "Tharaburi Hospital"))
    rows = (("somchai", "สมชาย ใจมั่น", "ชาย"), ("orn", "อรอนงค์ พรหมดี", "อร"), ("wanna", "วรรณา สุขเกษม", "วรรณ"))
    made = {code: Staff(new_id(), code, name, nick, code.title()) for code, name, nick in rows}
    for one in made.values():
        desk.security.add(replace(one, role=Role.OPERATOR), PIN)
    return made


@pytest.fixture
def open_page(desk: Desk, kit: Kit, tasks: Tasks, qtbot: QtBot, staff: dict[str, Staff]) -> Callable[[str], SignInPage]:
    def open_it(last: str = "") -> SignInPage:
        page = SignInPage(kit, desk, tasks, "A")
        qtbot.addWidget(page)
        page.resize(1366, 768)
        page.open(last)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(lambda: page.list.model().rowCount() == len(staff))
        return page

    return open_it


def chosen(page: SignInPage) -> str:
    assert page.list.chosen is not None
    return page.list.chosen.code


def test_digits_alone_sign_in_the_last_one_without_any_other_key(
    open_page: Callable[[str], SignInPage], staff: dict[str, Staff], qtbot: QtBot
) -> None:
    page = open_page(staff["orn"].id)
    with qtbot.waitSignal(page.signed_in) as signed_in:
        type_text(PIN)
    assert signed_in.args[0].code == "orn"
    assert page.list.pin.text() == ""


@pytest.mark.parametrize(("letters", "code"), [("อร", "orn"), ("som", "somchai"), ("l,=kp", "somchai")])
def test_letters_choose_and_digits_sign_in(
    open_page: Callable[..., SignInPage], qtbot: QtBot, letters: str, code: str
) -> None:
    page = open_page()
    type_text(letters)
    assert page.list.model().rowCount() == 1
    with qtbot.waitSignal(page.signed_in) as signed_in:
        type_text(PIN)
    assert signed_in.args[0].code == code


@pytest.fixture
def unread(desk: Desk, kit: Kit, tasks: Tasks, qtbot: QtBot, staff: dict[str, Staff]) -> SignInPage:
    """The page as it comes up, before it is known who works here."""
    page = SignInPage(kit, desk, tasks, "A")
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.open()
    page.show()
    page.activateWindow()
    assert page.list.model().rowCount() == 0
    return page


def test_who_types_before_the_names_are_read_signs_in(unread: SignInPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(unread.signed_in) as signed_in:
        type_text(f"อร{PIN}")
    assert signed_in.args[0].code == "orn"


def test_escape_forgets_digits_typed_before_the_names_are_read(unread: SignInPage, qtbot: QtBot) -> None:
    type_text("123")
    press(Qt.Key.Key_Escape)
    with qtbot.waitSignal(unread.signed_in):
        type_text(f"อร{PIN}")


def test_nothing_is_said_of_the_shift_before_until_it_is_read(unread: SignInPage, desk: Desk, qtbot: QtBot) -> None:
    said = unread.before.said
    assert said == ("", "", "")
    qtbot.waitUntil(lambda: all(unread.before.said))
    unread.hide()
    unread.open()
    assert unread.before.said == ("", "", "")


def test_the_desk_is_called_as_it_was_named(open_page: Callable[[], SignInPage]) -> None:
    page = open_page()
    for name in ("โต๊ะ A", "ประตู 1"):
        page.set_desk_name(name)
        assert page.date.text().startswith(f"{name} · ")


def test_a_longer_pin_is_tried_when_it_is_whole(
    desk: Desk, open_page: Callable[[str], SignInPage], staff: dict[str, Staff], qtbot: QtBot
) -> None:
    desk.security.set_pin(staff["orn"].id, "25803614")
    page = open_page(staff["orn"].id)
    with qtbot.waitSignal(page.signed_in):
        type_text("25803614")
    with desk.storage.read() as repos:
        record = repos.staff.pin(staff["orn"].id)
    assert record is not None
    assert record.failures == 0


def test_a_pin_of_unknown_length_is_tried_by_enter(
    desk: Desk, open_page: Callable[[str], SignInPage], staff: dict[str, Staff], qtbot: QtBot
) -> None:
    with desk.storage.write() as repos:
        record = repos.staff.pin(staff["orn"].id)
        assert record is not None
        repos.staff.set_pin(staff["orn"].id, replace(record, digits=0))
    page = open_page(staff["orn"].id)
    type_text(PIN)
    assert page.list.pin.text() == PIN
    with qtbot.waitSignal(page.signed_in):
        press(Qt.Key.Key_Return)


def test_arrows_choose_and_the_ends_hold(open_page: Callable[..., SignInPage]) -> None:
    page = open_page()
    assert chosen(page) == "wanna"  # ว comes before ส and อ
    press(Qt.Key.Key_Up)
    assert chosen(page) == "wanna"
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert chosen(page) == "orn"


def test_the_number_row_of_the_thai_keyboard_is_a_pin(open_page: Callable[..., SignInPage], qtbot: QtBot) -> None:
    page = open_page()
    with qtbot.waitSignal(page.signed_in) as signed_in:
        type_text("/ถคจ-ุ")
    assert signed_in.args[0].code == "wanna"


def test_a_wrong_pin_says_so_in_place_and_the_next_try_works(
    open_page: Callable[..., SignInPage], qtbot: QtBot
) -> None:
    page = open_page()
    type_text(WRONG)
    qtbot.waitUntil(lambda: page.list.pin.wrong)
    assert "PIN" in page.list.pin.accessibleDescription()
    assert page.list.pin.text() == ""
    with qtbot.waitSignal(page.signed_in):
        type_text(PIN)
    assert not page.list.pin.wrong


def test_five_wrong_pins_lock_out_with_a_sentence(open_page: Callable[..., SignInPage], qtbot: QtBot) -> None:
    page = open_page()
    for _ in range(6):
        type_text(WRONG)
        qtbot.waitUntil(lambda: page.list.pin.wrong and not page.list.pin.isReadOnly())
    assert "หัวหน้างาน" in page.list.pin.accessibleDescription()
    page.grab()


def test_escape_takes_back_the_pin_then_the_name(open_page: Callable[..., SignInPage]) -> None:
    page = open_page()
    type_text("อร")
    type_text("258")
    assert page.list.pin.text() == "258"
    press(Qt.Key.Key_Escape)
    assert (page.list.pin.text(), page.name.text()) == ("", "อร")
    press(Qt.Key.Key_Escape)
    assert page.name.text() == ""
    assert page.list.model().rowCount() == 3


def test_letters_in_the_pin_field_go_to_the_name(
    open_page: Callable[[str], SignInPage], staff: dict[str, Staff]
) -> None:
    page = open_page(staff["orn"].id)
    assert page.list.pin.hasFocus()
    type_text("som")
    assert (page.name.text(), chosen(page)) == ("som", "somchai")


def test_an_unknown_name_is_said(open_page: Callable[..., SignInPage]) -> None:
    page = open_page()
    type_text("zzz")
    assert "zzz" in page.nobody.text()
    assert page.nobody.isVisible()
    assert not page.list.pin.isVisible()


def test_drafts_that_wait_are_counted(
    desk: Desk, open_page: Callable[..., SignInPage], staff: dict[str, Staff]
) -> None:
    desk.contact_log.save_draft(replace(begin(staff["wanna"].id, desk.clock.now()), query="บัตรหาย"))
    page = open_page()
    said = page.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "วรรณา สุขเกษม · โอเปอเรเตอร์ · มีร่างค้าง 1 เรื่อง"


def test_the_language_changes_without_rebuilding(open_page: Callable[..., SignInPage], kit: Kit) -> None:
    page = open_page()
    thai, parts = page.date.text(), page.findChildren(QWidget)
    press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert kit.words.language is Language.EN
    assert page.site.text() == "Tharaburi Hospital"
    assert "พ.ศ." not in thai
    assert str(2026 + 543) not in page.date.text()
    assert page.findChildren(QWidget) == parts


def test_every_widget_that_takes_the_focus_has_a_name(open_page: Callable[..., SignInPage]) -> None:
    page = open_page()
    takers = [w for w in page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert takers
    assert [type(w).__name__ for w in takers if not w.accessibleName()] == []


def test_the_backup_is_told(desk: Desk, open_page: Callable[..., SignInPage], tmp_path: Path, qtbot: QtBot) -> None:
    page = open_page()
    assert "ยังไม่มี" in page.before._backup.text()
    desk.backups.back_up()
    page.refresh()
    qtbot.waitUntil(lambda: "วันนี้" in page.before._backup.text())
