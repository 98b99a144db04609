"""A number nobody is known by is given to somebody at the desk (Ctrl+=)."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from frontdesk.domain.contacts import Outcome
from frontdesk.domain.ids import new_id
from frontdesk.domain.languages import Language
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Person
from tests.ui.desk.conftest import NOBODYS, NUMBER, SHARED, AtDesk, past
from tests.ui.keys import focused, press

CTRL = Qt.KeyboardModifier.ControlModifier
DIGITS = "0891112222"


@pytest.fixture
def earlier(at_desk: AtDesk) -> list[str]:
    """Two earlier contacts with the number that nobody is known by."""
    contacts = [
        past(new_id(), days, Outcome.ANSWERED, topic=topic, number=NOBODYS, digits=DIGITS)
        for days, topic in ((8, "ขอใบรับรองแพทย์"), (40, "เลื่อนนัด"))
    ]
    with at_desk.desk.storage.write() as repos:
        repos.contacts.add_many(contacts)
    return [one.id for one in contacts]


def call_from(at_desk: AtDesk, number: str, person_id: str = "") -> None:
    """Let a number call, and say who it is."""
    at_desk.page.session.set_number(number)
    if person_id:
        at_desk.page.session.set_person(person_id)
    at_desk.settle()


def ask(at_desk: AtDesk) -> None:
    press(Qt.Key.Key_Equal, modifiers=CTRL)
    at_desk.settle()


def person(at_desk: AtDesk, person_id: str = "P-1") -> Person:
    found = at_desk.desk.people_book.get(person_id)
    assert found is not None
    return found


def total(at_desk: AtDesk, person_id: str = "P-1") -> int:
    card = at_desk.desk.people_book.card(person_id)
    assert card is not None
    return card.figures.total


def test_what_would_be_done_is_shown_first(at_desk: AtDesk, earlier: list[str]) -> None:
    call_from(at_desk, NOBODYS, "P-1")
    high = at_desk.page.view.strip.height()
    ask(at_desk)
    strip = at_desk.page.view.attach
    assert focused() is strip
    assert strip.title.text() == "เพิ่ม 089-xxx-2222 ให้ สุดา ใจดี"
    assert strip.detail.text() == ("และนับการติดต่อเดิม 2 ครั้งเป็นของคนนี้: 12 พ.ย. ขอใบรับรองแพทย์ · 11 ต.ค. เลื่อนนัด")
    assert strip.height() == high
    assert not at_desk.page.view.strip.isVisible()
    assert total(at_desk) == 2
    strip.kit.words.set_language(Language.EN)
    assert strip.title.text() == "Give 089-xxx-2222 to Suda Jaidee"


def test_enter_does_it_and_ctrl_z_takes_it_back(at_desk: AtDesk, earlier: list[str]) -> None:
    call_from(at_desk, NOBODYS, "P-1")
    ask(at_desk)
    press(Qt.Key.Key_Return)
    at_desk.qtbot.waitUntil(lambda: at_desk.page.attach.can_undo)
    assert focused() is at_desk.page.view.box
    assert at_desk.page.view.strip.status.text() == "เพิ่มเบอร์แล้ว นับการติดต่อเดิม 2 ครั้ง"
    assert [one.digits for one in person(at_desk).numbers] == ["0812345678", DIGITS]
    assert total(at_desk) == 4
    assert {one.id for one in at_desk.logged() if one.attributed} == set(earlier)
    at_desk.settle()
    card = at_desk.page.caller.state.card
    assert card is not None
    assert card.figures.total == 4

    press(Qt.Key.Key_Z, modifiers=CTRL)
    at_desk.settle()
    assert [one.digits for one in person(at_desk).numbers] == ["0812345678"]
    assert total(at_desk) == 2
    assert at_desk.draft.person_id == "P-1"
    assert not at_desk.page.attach.can_undo


def test_somebody_only_looked_at_becomes_the_caller(at_desk: AtDesk, earlier: list[str]) -> None:
    call_from(at_desk, NOBODYS)
    at_desk.find("สุดา ใจดี")
    at_desk.qtbot.waitUntil(lambda: at_desk.page.caller.state.preview)
    ask(at_desk)
    press(Qt.Key.Key_Return)
    at_desk.qtbot.waitUntil(lambda: at_desk.page.attach.can_undo)
    assert (at_desk.draft.person_id, at_desk.draft.number) == ("P-1", NOBODYS)
    assert at_desk.page.view.box.text() == ""
    at_desk.settle()
    press(Qt.Key.Key_Z, modifiers=CTRL)
    at_desk.settle()
    assert (at_desk.draft.person_id, at_desk.draft.number) == ("", NOBODYS)


def test_a_number_in_the_box_is_given_to_the_caller(at_desk: AtDesk) -> None:
    call_from(at_desk, NUMBER, "P-1")
    at_desk.find(NOBODYS)
    at_desk.page.caller.end_preview()
    at_desk.settle()
    ask(at_desk)
    assert at_desk.page.view.attach.detail.text() == "ไม่มีการติดต่อเดิมจากเบอร์นี้"
    press(Qt.Key.Key_Return)
    at_desk.qtbot.waitUntil(lambda: at_desk.page.attach.can_undo)
    assert at_desk.draft.number == NUMBER
    assert at_desk.page.view.box.text() == ""
    assert [one.digits for one in person(at_desk).numbers] == ["0812345678", DIGITS]


def test_esc_and_going_elsewhere_do_nothing(at_desk: AtDesk, earlier: list[str]) -> None:
    call_from(at_desk, NOBODYS, "P-1")
    for by_key in (True, False):
        ask(at_desk)
        assert at_desk.page.view.attach.isVisible()
        if by_key:
            press(Qt.Key.Key_Escape)
        else:
            at_desk.page.focus_first()
        assert not at_desk.page.view.attach.isVisible()
        assert at_desk.page.view.strip.isVisible()
        assert focused() is at_desk.page.view.box
    assert total(at_desk) == 2
    assert at_desk.draft.number == NOBODYS


def test_a_number_that_somebody_has_moves_no_contacts(at_desk: AtDesk) -> None:
    call_from(at_desk, SHARED, "P-1")
    ask(at_desk)
    assert at_desk.page.view.attach.detail.text() == ("เบอร์นี้เป็นของ ประนอม ใจดี, มานพ แสนดี ด้วย การติดต่อเดิมจึงไม่ย้าย")
    press(Qt.Key.Key_Return)
    at_desk.qtbot.waitUntil(lambda: at_desk.page.attach.can_undo)
    assert total(at_desk) == 2


def test_a_confirmed_guess_moves_no_contacts(at_desk: AtDesk) -> None:
    shared = past(new_id(), 3, Outcome.ANSWERED, number=SHARED, digits="029991234")
    with at_desk.desk.storage.write() as repos:
        repos.contacts.add(shared)
    call_from(at_desk, SHARED)
    press(Qt.Key.Key_F11)
    at_desk.settle()
    assert at_desk.draft.person_id == "P-2"
    assert total(at_desk, "P-2") == 0


def test_waiting_contacts_with_the_number_are_given_too(at_desk: AtDesk) -> None:
    call_from(at_desk, NOBODYS)
    at_desk.page.next_contact()
    at_desk.settle()
    call_from(at_desk, NOBODYS, "P-1")
    ask(at_desk)
    assert "เรื่องที่เปิดค้าง 1 เรื่อง" in at_desk.page.view.attach.detail.text()
    press(Qt.Key.Key_Return)
    at_desk.qtbot.waitUntil(lambda: at_desk.page.attach.can_undo)
    assert [one.person_id for one in at_desk.page.session.waiting] == ["P-1"]
    at_desk.settle()
    press(Qt.Key.Key_Z, modifiers=CTRL)
    at_desk.settle()
    assert [one.person_id for one in at_desk.page.session.waiting] == [""]
    (waiting,) = at_desk.page.session.waiting
    assert [one.person_id for one in at_desk.desk.contact_log.drafts() if one.id == waiting.id] == [""]


def test_what_a_number_called_about_before_its_owner_was_on_file(at_desk: AtDesk, earlier: list[str]) -> None:
    with at_desk.desk.storage.write() as repos:
        repos.people.save(Person("P-9", "P-9", "วิไล", numbers=(parse_number(NOBODYS),)), "test")
    call_from(at_desk, NOBODYS)
    at_desk.settle()
    assert at_desk.draft.person_id == "P-9"
    assert at_desk.page.view.strip.status.text() == "เบอร์นี้เคยติดต่อ 2 ครั้ง กด Ctrl+= นับเป็นของคนนี้"
    ask(at_desk)
    assert at_desk.page.view.attach.title.text() == "089-xxx-2222 เป็นของ วิไล อยู่แล้ว"
    press(Qt.Key.Key_Return)
    at_desk.qtbot.waitUntil(lambda: at_desk.page.attach.can_undo)
    assert at_desk.page.view.strip.status.text() == "นับการติดต่อเดิม 2 ครั้งแล้ว"
    assert total(at_desk, "P-9") == 2
    press(Qt.Key.Key_Z, modifiers=CTRL)
    at_desk.settle()
    assert (total(at_desk, "P-9"), len(person(at_desk, "P-9").numbers)) == (0, 1)


WRONG = [(NOBODYS, "", "เลือกคนที่จะให้เบอร์นี้ก่อน พิมพ์ชื่อในช่องค้น"), (NUMBER, "P-1", "คนนี้มีเบอร์นี้อยู่แล้ว"),
         ("", "P-1", "ยังไม่มีเบอร์ที่จะเพิ่ม พิมพ์เบอร์ผู้ติดต่อก่อน")]  # fmt: skip


@pytest.mark.parametrize(("number", "person_id", "said"), WRONG)
def test_what_is_missing_is_said(at_desk: AtDesk, number: str, person_id: str, said: str) -> None:
    call_from(at_desk, number, person_id)
    ask(at_desk)
    assert at_desk.page.view.strip.status.text() == said
    assert not at_desk.page.view.attach.isVisible()


def test_the_key_is_named_where_it_helps(at_desk: AtDesk) -> None:
    call_from(at_desk, NOBODYS, "P-1")
    assert "Ctrl+=" in at_desk.page.view.strip.status.text()


def test_the_key_is_not_named_for_a_number_that_is_theirs(at_desk: AtDesk) -> None:
    call_from(at_desk, NUMBER, "P-1")
    assert at_desk.page.view.strip.status.text() == ""


def test_the_next_contact_cannot_take_it_back(at_desk: AtDesk, earlier: list[str]) -> None:
    call_from(at_desk, NOBODYS, "P-1")
    ask(at_desk)
    press(Qt.Key.Key_Return)
    at_desk.qtbot.waitUntil(lambda: at_desk.page.attach.can_undo)
    QTest.keyClick(focused(), Qt.Key.Key_1, CTRL)
    at_desk.qtbot.waitUntil(lambda: at_desk.page.session.can_undo)
    assert not at_desk.page.attach.can_undo
    press(Qt.Key.Key_Z, modifiers=CTRL)
    at_desk.settle()
    assert len(person(at_desk).numbers) == 2


def test_a_change_elsewhere_meanwhile_is_told(at_desk: AtDesk) -> None:
    call_from(at_desk, NOBODYS, "P-1")
    ask(at_desk)
    with at_desk.desk.storage.write() as repos:
        repos.people.save(replace(person(at_desk), archived=True), "test")
    press(Qt.Key.Key_Return)
    at_desk.qtbot.waitUntil(lambda: "ไม่พบบุคคลนี้แล้ว" in at_desk.page.view.strip.status.text())
    assert not at_desk.page.attach.can_undo
