"""Who looks at a number at the desk is noted; strangers see it masked; identity numbers can be masked."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from frontdesk.domain.audit import AuditKind
from tests.ui.desk.conftest import NOBODYS, NUMBER, AtDesk
from tests.ui.keys import focused, press, type_text

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NATIONAL_ID, MASKED = "1-1017-00123-45-6", "x-xxxx-xxxxx-45-6"
Looks = list[tuple[AuditKind, str]]


@pytest.fixture
def looks(at_desk: AtDesk) -> Looks:
    told: Looks = []
    at_desk.page.looked.connect(lambda kind, subject: told.append((kind, subject)))
    return told


@pytest.fixture
def at_counter(at_desk: AtDesk) -> Iterator[None]:
    at_desk.page.view.kit.words.set_discreet(True)
    yield
    at_desk.page.view.kit.words.set_discreet(False)


def ring(at_desk: AtDesk, number: str) -> None:
    at_desk.page.session.set_number(number)
    at_desk.settle()
    at_desk.page.focus_first()


def hold(at_desk: AtDesk) -> str:
    """Hold Ctrl+R for a while; return what the number field said meanwhile."""
    QTest.keyPress(focused(), Qt.Key.Key_R, CTRL)
    shown = at_desk.page.view.bar.number.text()
    QTest.keyRelease(focused(), Qt.Key.Key_R, CTRL)
    return shown


def test_each_time_the_keys_are_held_is_one_look(at_desk: AtDesk, looks: Looks) -> None:
    ring(at_desk, NUMBER)
    assert hold(at_desk) == NUMBER
    assert hold(at_desk) == NUMBER

    assert looks == [(AuditKind.REVEAL, "P-1")] * 2


def test_the_number_of_nobody_known_is_the_contacts(at_desk: AtDesk, looks: Looks) -> None:
    ring(at_desk, NOBODYS)
    hold(at_desk)

    assert looks == [(AuditKind.REVEAL, at_desk.draft.id)]


def test_looking_at_two_at_once_is_noted_for_both(at_desk: AtDesk, looks: Looks) -> None:
    ring(at_desk, NUMBER)
    at_desk.find("วรรณา ศรีสุข")
    press(Qt.Key.Key_Down)
    at_desk.qtbot.waitUntil(lambda: at_desk.page.caller.state.preview)
    hold(at_desk)

    assert looks == [(AuditKind.REVEAL, "P-1"), (AuditKind.REVEAL, "S-1")]


def test_with_nothing_to_see_nothing_is_noted(at_desk: AtDesk, looks: Looks) -> None:
    at_desk.page.focus_first()
    hold(at_desk)

    assert looks == []


def test_holding_the_eye_is_a_look_too(at_desk: AtDesk, looks: Looks) -> None:
    ring(at_desk, NUMBER)
    eye = at_desk.page.view.bar.number.eye
    QTest.mousePress(eye, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(eye, Qt.MouseButton.LeftButton)

    assert looks == [(AuditKind.REVEAL, "P-1")]


def test_going_to_a_number_that_rang_is_a_look_but_typing_ones_own_is_none(at_desk: AtDesk, looks: Looks) -> None:
    field = at_desk.page.view.bar.number
    field.setFocus()
    type_text(NOBODYS)
    at_desk.page.focus_first()
    field.setFocus()
    assert looks == []

    at_desk.page.next_contact()
    ring(at_desk, NUMBER)
    field.setFocus()
    assert looks == [(AuditKind.REVEAL, "P-1")]


def test_copying_a_number_is_noted(at_desk: AtDesk, looks: Looks) -> None:
    ring(at_desk, NUMBER)
    at_desk.page.view.bar.number.setFocus()
    at_desk.page.view.bar.number.selectAll()
    press(Qt.Key.Key_C, modifiers=CTRL)

    assert QGuiApplication.clipboard().text() == NUMBER
    assert (AuditKind.COPY, "P-1") in looks


@pytest.mark.usefixtures("at_counter")
def test_at_the_counter_the_number_stays_masked_until_somebody_types(at_desk: AtDesk, looks: Looks) -> None:
    ring(at_desk, NUMBER)
    field = at_desk.page.view.bar.number
    field.setFocus()
    assert (field.text(), looks) == ("081-xxx-5678", [])

    press(Qt.Key.Key_C, modifiers=CTRL)
    assert (field.text(), looks) == ("081-xxx-5678", [])

    type_text("02")
    assert (field.text(), field.number, at_desk.draft.number) == ("02", "02", "02")


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
@pytest.mark.usefixtures("at_counter")
def test_at_the_counter_nothing_is_ever_typed_into_a_mask(at_desk: AtDesk, key: Qt.Key) -> None:
    ring(at_desk, NUMBER)
    field = at_desk.page.view.bar.number
    field.setFocus()
    field.setCursorPosition(4)
    field.deselect()
    press(key)

    assert "x" not in at_desk.draft.number


@pytest.mark.usefixtures("at_counter")
def test_at_the_counter_an_arrow_opens_the_number_and_is_a_look(at_desk: AtDesk, looks: Looks) -> None:
    ring(at_desk, NUMBER)
    field = at_desk.page.view.bar.number
    field.setFocus()
    press(Qt.Key.Key_Left)

    assert (field.text(), looks) == (NUMBER, [(AuditKind.REVEAL, "P-1")])


@pytest.mark.usefixtures("at_counter")
def test_at_the_counter_the_card_is_short(at_desk: AtDesk) -> None:
    ring(at_desk, NUMBER)

    facts = [text for _, text in at_desk.page.view.who.card._plain_facts(at_desk.page.caller.state.card.person) if text]  # type: ignore[union-attr]
    assert "กข xx34" in facts


def test_no_tab_shows_a_number_in_a_line(at_desk: AtDesk) -> None:
    at_desk.find(f"มานี {NOBODYS}")
    at_desk.page.next_contact()

    (tab,) = [tab for tab in at_desk.window.top_bar.tabs._tabs if tab.id] or at_desk.page.tabs._told[0][:1]  # type: ignore[index]
    assert tab.label == "มานี 089-xxx-2222"


@pytest.mark.parametrize("field", ["topic", "note"])
def test_a_national_id_is_masked_on_offer(at_desk: AtDesk, field: str) -> None:
    words, strip = at_desk.page.view.kit.words, at_desk.page.view.strip
    getattr(strip, field).setFocus()
    type_text(f"บัตร {NATIONAL_ID}")
    assert strip.note._trailing == words("privacy.id_found")

    press(Qt.Key.Key_X, modifiers=CTRL | SHIFT)

    assert getattr(at_desk.draft, field) == f"บัตร {MASKED}"
    assert getattr(strip, field).text() == f"บัตร {MASKED}"
    assert strip.note._trailing != words("privacy.id_found")


def test_a_national_id_in_words_without_an_answer_is_masked_too(at_desk: AtDesk) -> None:
    at_desk.find(f"บัตร {NATIONAL_ID}")
    press(Qt.Key.Key_F10)
    press(Qt.Key.Key_Escape)
    assert at_desk.draft.queries == (f"บัตร {NATIONAL_ID}",)

    press(Qt.Key.Key_X, modifiers=CTRL | SHIFT)

    assert (at_desk.draft.query, at_desk.draft.queries) == (f"บัตร {MASKED}", (f"บัตร {MASKED}",))
    assert at_desk.page.view.box.text() == f"บัตร {MASKED}"


def test_masking_is_never_by_itself_and_never_in_the_way(at_desk: AtDesk) -> None:
    at_desk.page.view.strip.note.setFocus()
    type_text(NATIONAL_ID)
    press(Qt.Key.Key_1, modifiers=CTRL)
    at_desk.qtbot.waitUntil(lambda: at_desk.page.session.can_undo)

    assert at_desk.logged()[0].note == NATIONAL_ID


def test_with_no_id_the_key_says_so(at_desk: AtDesk) -> None:
    at_desk.page.focus_first()
    press(Qt.Key.Key_X, modifiers=CTRL | SHIFT)

    assert at_desk.page.view.strip.status.text() == at_desk.page.view.kit.words("privacy.no_id")
