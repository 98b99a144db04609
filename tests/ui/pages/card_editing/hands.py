"""What the tests of changing a card share: whose card it is, and the hands on it."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Person, PersonKind, QuickFact
from frontdesk.ui.pages.people.page import PeoplePage
from tests.ui.keys import press, type_text

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER, ESC, DOWN, UP, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Tab
SUDA = Person(
    id="p-suda", code="P-0001", given_name="สุดา", family_name="ใจดี", nickname="ดา", note="พูดช้า ๆ",
    numbers=(parse_number("081-234-5678"),), facts=(QuickFact("เครื่องดื่ม", "ชาร้อน", "เล่าเอง"),),
)  # fmt: skip
WILAI = Person(id="p-wilai", code="P-0003", given_name="วิไล", family_name="ศรีสุข")
STAFF_MEMBER = Person(id="p-chai", code="S-1", given_name="สมชาย", family_name="ใจมั่น", kind=PersonKind.STAFF)


def walk_to(page: PeoplePage, key: str) -> None:
    for _ in range(60):
        if page.editing.key == key:
            return
        press(DOWN)
    raise AssertionError(f"{key} is not on the card")


def change(page: PeoplePage, qtbot: QtBot, key: str, text: str) -> Person:
    """Walk to a value and type another; return the person as stored."""
    walk_to(page, key)
    press(ENTER)
    type_text(text)
    with qtbot.waitSignal(page.editing.saved) as saved:
        press(ENTER)
    assert saved.args is not None
    stored = saved.args[0]
    assert isinstance(stored, Person)
    return stored


def stored(desk: Desk, person_id: str = "p-suda") -> Person:
    person = desk.people_book.get(person_id)
    assert person is not None
    return person


def to_be_saved(page: PeoplePage) -> bool:
    return page.unsaved


def walk_to_key(page: PeoplePage, key: str) -> None:
    """Walk back first: what was added may stand before."""
    press(Qt.Key.Key_Home)
    walk_to(page, key)
