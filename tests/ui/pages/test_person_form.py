"""The form of a person: begun from a line, telling who may be on file, hiding what strangers must not read."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.audit import AuditKind
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import PartialDate, Person, QuickFact
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.forms.cover import Cover
from frontdesk.ui.pages.people.page import PeoplePage
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher
from tests.ui.keys import focused, press, type_text
from tests.ui.pages.conftest import ORN

SUDA = Person(
    id="p-suda", code="P-0001", given_name="สุดา", family_name="ใจดี", email="suda.j@example.org", line="suda.j",
    note="พูดช้า ๆ และทวนวันเวลานัดทุกครั้ง", plate="1กก 1234", numbers=(parse_number("081-234-5678"),),
)  # fmt: skip
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NATIONAL_ID = "1-1017-00123-45-6"


@pytest.fixture
def page(
    desk: Desk, tasks: Tasks, kit: Kit, watcher: Watcher, open_page: Callable[[QWidget], None], qtbot: QtBot
) -> PeoplePage:
    desk.people_book.save(SUDA, ORN.id)
    made = PeoplePage(kit, desk.people, desk.people_book, desk.contact_log, tasks, watcher, desk)
    made.sign_in(ORN)
    open_page(made)
    made.open_person("p-suda")
    qtbot.waitUntil(lambda: made.card.person_id == "p-suda")
    return made


@pytest.fixture
def looks(page: PeoplePage) -> list[tuple[AuditKind, str]]:
    """Every look at personal data that the page told of."""
    told: list[tuple[AuditKind, str]] = []
    page.looked.connect(lambda kind, subject: told.append((kind, subject)))
    return told


@pytest.fixture
def at_counter(kit: Kit) -> None:
    kit.words.set_discreet(True)


def begin_new(page: PeoplePage, qtbot: QtBot, line: str = "") -> None:
    page.pane.box.setFocus()
    page.pane.box.setText(line)
    press(Qt.Key.Key_Insert)
    qtbot.waitUntil(lambda: page.in_form and page.form.isAncestorOf(focused()))


def edit_suda(page: PeoplePage, qtbot: QtBot) -> None:
    page.edit_whole()
    qtbot.waitUntil(lambda: page.in_form and page.form.isAncestorOf(focused()))


def type_in(page: PeoplePage, name: str, text: str) -> None:
    page.form.form.fields[name].setFocus()
    type_text(text)


def cover(page: PeoplePage, name: str) -> Cover:
    found = page.form.form.fields[name].findChild(Cover)
    assert isinstance(found, Cover)
    return found


def test_insert_begins_with_what_stands_in_the_box(page: PeoplePage, qtbot: QtBot) -> None:
    begin_new(page, qtbot, "คุณมานี มีสุข (นี) 0891112222 ต่อ 12")

    values = page.form.form.values()
    names = ("title", "given_name", "family_name", "nickname", "numbers")
    assert [values[name] for name in names] == ["คุณ", "มานี", "มีสุข", "นี", "089-111-2222 ต่อ 12"]


def test_what_was_begun_from_a_line_is_saved_with_one_chord(desk: Desk, page: PeoplePage, qtbot: QtBot) -> None:
    begin_new(page, qtbot, "มานี มีสุข 0891112222")
    press(Qt.Key.Key_S, modifiers=CTRL)

    qtbot.waitUntil(lambda: not page.in_form)
    assert [match.person.name for match in desk.people.find("0891112222").people] == ["มานี มีสุข"]


def test_insert_with_an_empty_box_begins_empty(page: PeoplePage, qtbot: QtBot) -> None:
    begin_new(page, qtbot)

    assert page.form.form.values()["given_name"] == ""


def test_somebody_alike_is_named_while_typing_and_opened_with_one_key(page: PeoplePage, qtbot: QtBot) -> None:
    begin_new(page, qtbot)
    type_in(page, "numbers", "0812345678")
    alike = page.editor.noticing.alike
    qtbot.waitUntil(lambda: "สุดา ใจดี" in alike.text)
    assert "081-xxx-5678" in alike.text
    assert alike.isVisible()

    press(Qt.Key.Key_F11)

    qtbot.waitUntil(lambda: not page.in_form and page.card.person_id == "p-suda")
    assert not page.unsaved


def test_more_than_a_name_is_kept_for_later(page: PeoplePage, qtbot: QtBot) -> None:
    begin_new(page, qtbot)
    type_in(page, "note", "ฝากเรื่องไว้")
    type_in(page, "numbers", "0812345678")
    qtbot.waitUntil(lambda: bool(page.editor.noticing.alike.text))

    press(Qt.Key.Key_F11)

    qtbot.waitUntil(lambda: not page.in_form)
    assert page.form.holds("new")


def test_a_likeness_never_blocks_saving(desk: Desk, page: PeoplePage, qtbot: QtBot) -> None:
    begin_new(page, qtbot, "สุดา ใจดี 0812345678")
    qtbot.waitUntil(lambda: bool(page.editor.noticing.alike.text))
    press(Qt.Key.Key_S, modifiers=CTRL)

    qtbot.waitUntil(lambda: not page.in_form)
    assert len(desk.people.find("0812345678").people) == 2


def test_nobody_is_like_themselves(page: PeoplePage, qtbot: QtBot, tasks: Tasks) -> None:
    edit_suda(page, qtbot)
    done: list[bool] = []
    tasks.run(lambda: True, done.append)
    qtbot.waitUntil(lambda: bool(done))

    assert page.editor.noticing.alike.text == ""


def test_whoever_only_shares_a_number_is_said_to_share_it(page: PeoplePage, qtbot: QtBot, kit: Kit) -> None:
    begin_new(page, qtbot, "ประนอม แก้วใส 0812345678")
    alike = page.editor.noticing.alike
    qtbot.waitUntil(lambda: "สุดา ใจดี" in alike.text)

    assert alike.text.startswith(kit.words("new_person.sharing"))


def test_sharing_is_no_news_about_somebody_on_file(desk: Desk, page: PeoplePage, qtbot: QtBot, tasks: Tasks) -> None:
    desk.people_book.save(replace(SUDA, id="p-pranom", code="P-2", given_name="ประนอม", email="", line=""), ORN.id)
    edit_suda(page, qtbot)
    page.editor.noticing.look()
    done: list[bool] = []
    tasks.run(lambda: True, done.append)
    qtbot.waitUntil(lambda: bool(done))

    assert page.editor.noticing.alike.text == ""


def test_a_national_id_typed_on_the_card_is_masked_when_asked(
    desk: Desk, page: PeoplePage, kit: Kit, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_E, modifiers=CTRL)
    qtbot.waitUntil(page.editing.walker.hasFocus)
    while page.editing.key != "note":
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    type_text(f"บัตร {NATIONAL_ID}")
    wrong = page.editing.entry.field.wrong
    assert wrong.text() == kit.words("privacy.id_found")

    press(Qt.Key.Key_X, modifiers=CTRL | SHIFT)
    assert wrong.text() == ""
    with qtbot.waitSignal(page.editing.saved):
        press(Qt.Key.Key_Return)

    stored = desk.people_book.get("p-suda")
    assert stored is not None
    assert stored.note == "บัตร x-xxxx-xxxxx-45-6"


def test_a_national_id_in_the_note_is_masked_when_asked(page: PeoplePage, qtbot: QtBot) -> None:
    begin_new(page, qtbot, "มานี มีสุข")
    type_in(page, "note", f"บัตร {NATIONAL_ID} ครับ")
    remark = page.editor.noticing.id_found
    assert remark.isVisible()

    press(Qt.Key.Key_X, modifiers=CTRL | SHIFT)

    assert page.form.form.values()["note"] == "บัตร x-xxxx-xxxxx-45-6 ครับ"
    assert not remark.isVisible()


def test_a_national_id_never_blocks_saving(desk: Desk, page: PeoplePage, qtbot: QtBot) -> None:
    begin_new(page, qtbot, "มานี มีสุข")
    type_in(page, "note", NATIONAL_ID)
    press(Qt.Key.Key_S, modifiers=CTRL)

    qtbot.waitUntil(lambda: not page.in_form)
    assert desk.people.find("มานี มีสุข").people[0].person.note == NATIONAL_ID


def test_opening_the_form_counts_as_a_look(page: PeoplePage, qtbot: QtBot, looks: list[tuple[AuditKind, str]]) -> None:
    edit_suda(page, qtbot)

    assert looks == [(AuditKind.REVEAL, "p-suda")]
    assert not cover(page, "numbers").isVisible()


@pytest.mark.parametrize(
    ("name", "shown"),
    [("numbers", "081-xxx-5678"), ("email", "su•••@example.org"), ("line", "su•••"), ("plate", "1กก xx34"),
     ("note", "พูดช้า ๆ และทวน …")],
)  # fmt: skip
@pytest.mark.usefixtures("at_counter")
def test_strangers_see_private_fields_masked(page: PeoplePage, qtbot: QtBot, name: str, shown: str) -> None:
    edit_suda(page, qtbot)

    assert cover(page, name).isVisible()
    assert cover(page, name).text == shown
    assert page.form.form.values()[name] != shown
    page.form.form.fields[name].setFocus()
    assert not cover(page, name).isVisible()


@pytest.mark.usefixtures("at_counter")
def test_at_the_counter_going_to_a_field_is_the_look(
    page: PeoplePage, qtbot: QtBot, looks: list[tuple[AuditKind, str]]
) -> None:
    edit_suda(page, qtbot)
    assert looks == []
    for name in ("numbers", "email", "numbers"):
        page.form.form.fields[name].setFocus()

    assert looks == [(AuditKind.REVEAL, "p-suda")]


@pytest.mark.usefixtures("at_counter")
def test_ctrl_r_lifts_every_cover_while_it_is_held(
    page: PeoplePage, qtbot: QtBot, looks: list[tuple[AuditKind, str]]
) -> None:
    edit_suda(page, qtbot)
    QTest.keyPress(focused(), Qt.Key.Key_R, CTRL)
    assert not cover(page, "numbers").isVisible()
    QTest.keyRelease(focused(), Qt.Key.Key_R, CTRL)

    assert cover(page, "numbers").isVisible()
    assert looks == [(AuditKind.REVEAL, "p-suda")]


@pytest.mark.usefixtures("at_counter")
def test_saving_a_covered_field_changes_nothing(desk: Desk, page: PeoplePage, qtbot: QtBot) -> None:
    edit_suda(page, qtbot)
    type_in(page, "nickname", "ดา")
    press(Qt.Key.Key_S, modifiers=CTRL)

    qtbot.waitUntil(lambda: not page.in_form)
    stored = desk.people_book.get("p-suda")
    assert stored is not None
    assert (stored.nickname, stored.numbers, stored.email, stored.note) == ("ดา", SUDA.numbers, SUDA.email, SUDA.note)


@pytest.mark.usefixtures("at_counter")
def test_at_the_counter_the_card_tells_less(page: PeoplePage, looks: list[tuple[AuditKind, str]]) -> None:
    told = [fact.value for fact in page.card.reach.facts]
    assert told == ["081-xxx-5678", "su•••", "su•••@example.org", "1กก xx34"]
    assert page.card.note.accessibleName() == "พูดช้า ๆ และทวน …"

    QTest.keyPress(focused(), Qt.Key.Key_R, CTRL)
    told = [fact.value for fact in page.card.reach.facts]
    assert told == ["081-234-5678", "suda.j", "suda.j@example.org", "1กก 1234"]
    assert page.card.note.accessibleName() == SUDA.note
    QTest.keyRelease(focused(), Qt.Key.Key_R, CTRL)

    assert looks == [(AuditKind.REVEAL, "p-suda")]


@pytest.mark.usefixtures("at_counter")
def test_facts_and_birthday_are_covered_at_the_counter(desk: Desk, page: PeoplePage, kit: Kit, qtbot: QtBot) -> None:
    suda = desk.people_book.get("p-suda")
    assert suda is not None
    facts = (QuickFact("ครอบครัว", "แม่ประนอม"), QuickFact("โรค", "เบาหวาน"))
    desk.people_book.save(replace(suda, facts=facts, birthday=PartialDate(1, 16)), ORN.id)
    edit_suda(page, qtbot)
    assert cover(page, "facts").text == "ครอบครัว: •••\n•••"
    assert cover(page, "birthday").text == "•••"
    kit.words.set_discreet(False)


def test_a_form_does_not_give_way_when_the_list_is_read_again(
    desk: Desk, page: PeoplePage, tasks: Tasks, qtbot: QtBot
) -> None:
    page.pane.box.setText("สุดา")
    qtbot.waitUntil(lambda: page.pane.list.key == "p-suda")
    page.editor.write_new()
    qtbot.waitUntil(lambda: page.in_form)
    suda = desk.people_book.get("p-suda")
    assert suda is not None
    desk.people_book.save(replace(suda, archived=True), ORN.id)
    page.reload()
    done: list[bool] = []
    tasks.run(lambda: True, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert page.in_form
    page.form.back()
    qtbot.waitUntil(lambda: page.pane.list.items == ())
