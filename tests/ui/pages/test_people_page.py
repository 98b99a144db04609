"""The people on file: found, shown, written and changed with the keys alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.contacts import Channel, Outcome
from frontdesk.domain.languages import Language
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Person, PersonKind
from frontdesk.domain.staff import Staff
from frontdesk.services.contact_log import Entry
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.people.page import PeoplePage
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher
from tests.ui.pages.conftest import ORN

SUDA = Person(
    id="p-suda", code="P-0001", given_name="สุดา", family_name="ใจดี", nickname="ดา", romanised="Suda Jaidee",
    email="suda.j@example.org", line="suda.j", note="พูดช้า ๆ", plate="1กก 1234",
    numbers=(parse_number("081-234-5678"),),
)  # fmt: skip
MANOP = Person(id="p-manop", code="P-0002", given_name="มานพ", family_name="ศรีสว่าง", organisation="ร้านศรีสว่าง")
PHARMACY = Person(
    id="p-pharmacy", code="D-PHA", given_name="ห้องยา", kind=PersonKind.DEPARTMENT, numbers=(parse_number("1210"),)
)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(
    desk: Desk, tasks: Tasks, kit: Kit, watcher: Watcher, open_page: Callable[[QWidget], None], qtbot: QtBot
) -> PeoplePage:
    for person in (SUDA, MANOP, PHARMACY):
        desk.people_book.save(person, ORN.id)
    desk.contact_log.enter(Entry(Channel.PHONE, Outcome.ANSWERED, "0812345678", "P-0001", note="ถามทาง"), ORN.id)
    desk.contact_log.enter(Entry(Channel.LINE, Outcome.OTHER, person="P-0002"), ORN.id)
    made = PeoplePage(kit, desk.people, desk.people_book, desk.contact_log, tasks, watcher, desk)
    made.sign_in(ORN)
    open_page(made)
    qtbot.waitUntil(lambda: shown(made) == "p-manop")
    return made


def shown(page: PeoplePage) -> str:
    return page.card.file.card.person.id if page.card.file else ""


def listed(page: PeoplePage) -> list[str]:
    return [item.key for item in page.pane.list.items]


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_over(text: str) -> None:
    """Put a text in place of what stands in the field that has the focus."""
    field = focused()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    field.insert(text)


def find(page: PeoplePage, qtbot: QtBot, text: str, person_id: str) -> None:
    page.pane.box.setText(text)
    qtbot.waitUntil(lambda: listed(page)[:1] == [person_id] and shown(page) == person_id)


def test_an_empty_box_lists_who_was_in_contact_lately(page: PeoplePage) -> None:
    assert listed(page) == ["p-manop", "p-suda"]


@pytest.mark.parametrize("text", ["สุดา", "Suda Jaidee", "0812345678", "5678", "1กก 1234", "l6fk"])
def test_somebody_is_found_by_anything_they_give(page: PeoplePage, qtbot: QtBot, text: str) -> None:
    find(page, qtbot, text, "p-suda")


def test_the_card_says_who_how_often_and_how_to_reach_them(page: PeoplePage, qtbot: QtBot) -> None:
    QTest.keyClick(page.pane.box, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: shown(page) == "p-suda")
    assert page.card.figures.cells()[0].value == "1"
    assert [fact.value for fact in page.card.reach.facts] == [
        "081-xxx-5678", "suda.j", "su•••@example.org", "1กก 1234"
    ]  # fmt: skip
    assert page.card.note.accessibleName() == "พูดช้า ๆ"


def test_parts_without_anything_to_say_are_gone(page: PeoplePage, qtbot: QtBot) -> None:
    find(page, qtbot, "ห้องยา", "p-pharmacy")
    assert [part.isVisible() for part in (page.card.note, page.card.figures, page.card.contacts, page.card.other)] == [
        False
    ] * 4
    assert [fact.value for fact in page.card.reach.facts] == ["1210"]


def test_numbers_are_in_full_while_ctrl_r_is_down(page: PeoplePage, qtbot: QtBot) -> None:
    find(page, qtbot, "สุดา", "p-suda")
    QTest.keyPress(page.pane.box, Qt.Key.Key_R, CTRL)
    assert [fact.value for fact in page.card.reach.facts] == [
        "081-234-5678", "suda.j", "suda.j@example.org", "1กก 1234"
    ]  # fmt: skip
    QTest.keyRelease(page.pane.box, Qt.Key.Key_R, CTRL)
    assert page.card.reach.facts[0].value == "081-xxx-5678"


def test_enter_starts_a_contact(page: PeoplePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.contact_asked) as asked:
        QTest.keyClick(page.pane.box, Qt.Key.Key_Return)
    assert asked.args == ["p-manop"]


def test_a_new_person_is_written_with_the_keys_alone(desk: Desk, page: PeoplePage, qtbot: QtBot) -> None:
    QTest.keyClick(page.pane.box, Qt.Key.Key_Insert)
    qtbot.waitUntil(lambda: focused() is page.form.form.fields["given_name"])
    type_over("วิไล")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    type_over("ศรีสุข")
    for _ in range(3):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "089-765-4321")
    with qtbot.waitSignal(page.saved):
        QTest.keyClick(focused(), Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: page.card.name.accessibleName() == "วิไล ศรีสุข")
    assert page.right.currentWidget() is page.card
    assert page.pane.box.hasFocus()
    (found,) = desk.people.find("0897654321").people
    assert found.person.name == "วิไล ศรีสุข"


def test_a_change_keeps_the_earlier_version(desk: Desk, page: PeoplePage, qtbot: QtBot) -> None:
    find(page, qtbot, "สุดา", "p-suda")
    QTest.keyClick(page.pane.box, Qt.Key.Key_E, CTRL | SHIFT)
    qtbot.waitUntil(lambda: focused() is page.form.form.fields["given_name"])
    page.form.form.fields["birthday"].setFocus()
    type_over("16 ม.ค. 2526")
    with qtbot.waitSignal(page.saved):
        QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    stored = desk.people_book.get("p-suda")
    assert stored is not None
    assert stored.birthday is not None
    assert stored.birthday.year == 1983
    ((_, by, earlier), *_rest) = desk.people_book.versions("p-suda")
    assert (by, earlier.birthday) == (ORN.id, None)


@pytest.mark.parametrize(("field", "text"), [("birthday", "31 ก.พ. 2526"), ("code", "P-0002"), ("email", "ไม่มี")])
def test_what_is_wrong_is_said_under_its_field(page: PeoplePage, qtbot: QtBot, field: str, text: str) -> None:
    find(page, qtbot, "สุดา", "p-suda")
    page.edit_whole()
    qtbot.waitUntil(lambda: bool(page.form.key))
    page.form.form.fields[field].setFocus()
    type_over(text)
    QTest.keyClick(focused(), Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: bool(page.form.form.error(field)))
    assert focused() is page.form.form.fields[field]
    assert text in page.form.form.error(field)
    before = page.form.form.error(field)
    page.kit.words.set_language(Language.EN)
    assert page.form.form.error(field) != before


def test_esc_asks_only_if_something_would_be_lost(page: PeoplePage, qtbot: QtBot) -> None:
    find(page, qtbot, "สุดา", "p-suda")
    page.edit_whole()
    qtbot.waitUntil(lambda: bool(page.form.key))
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert page.right.currentWidget() is page.card
    page.edit_whole()
    qtbot.waitUntil(lambda: bool(page.form.key))
    type_over("สุดารัตน์")
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert page.form.foot.asking
    assert focused() is page.form.foot.go_on
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert focused() is page.form.form.fields["given_name"]
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert page.right.currentWidget() is page.card
    assert not page.unsaved


def test_unsaved_typing_survives_looking_at_somebody_else(page: PeoplePage, qtbot: QtBot) -> None:
    QTest.keyClick(page.pane.box, Qt.Key.Key_E, CTRL | SHIFT)
    qtbot.waitUntil(lambda: page.form.key == "p-manop")
    type_over("มานพย์")
    page.pane.box.setFocus()
    QTest.keyClick(page.pane.box, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: shown(page) == "p-suda")
    assert page.unsaved
    assert page.right.currentWidget() is page.card
    QTest.keyClick(page.pane.box, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: shown(page) == "p-manop")
    assert "Ctrl+E" in page.card.foot.remark.text()
    QTest.keyClick(page.pane.box, Qt.Key.Key_E, CTRL)
    qtbot.waitUntil(lambda: page.form.key == "p-manop")
    assert page.form.form.values()["given_name"] == "มานพย์"


def test_a_change_made_elsewhere_is_shown(desk: Desk, page: PeoplePage, watcher: Watcher, qtbot: QtBot) -> None:
    watcher.start()
    other = Desk(desk.folder.root)
    changed = other.people_book.get("p-manop")
    assert changed is not None
    other.people_book.save(Person(id="p-manop", code="P-0002", given_name="มานะ"), Staff("s", "s", "s").id)
    qtbot.waitUntil(lambda: page.card.name.accessibleName() == "มานะ")
    other.close()


def test_somebody_outside_the_list_stays_in_view_when_anything_changes(
    desk: Desk, page: PeoplePage, watcher: Watcher, tasks: Tasks, qtbot: QtBot
) -> None:
    page.open_person("p-pharmacy")
    qtbot.waitUntil(lambda: shown(page) == "p-pharmacy")
    watcher.start()
    with qtbot.waitSignal(watcher.changed):
        desk.people_book.save(Person(id="p-new", code="P-9", given_name="วิไล"), ORN.id)
    seen: list[bool] = []
    tasks.run(lambda: True, seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert shown(page) == "p-pharmacy"


def test_language_and_theme_change_in_place(page: PeoplePage, kit: Kit, qtbot: QtBot) -> None:
    card, box = page.card, page.pane.box
    kit.words.set_language(Language.EN)
    kit.theme.set_theme("dark")
    qtbot.waitUntil(lambda: "on file" in page.pane.caption.text())
    assert page.card is card
    assert box.placeholderText() == "Name, number, plate, code"
    assert "Contacts 1" in card.figures.accessibleName()
