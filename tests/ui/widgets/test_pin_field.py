"""A PIN is digits, whichever keyboard is on, and is never shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from frontdesk.ui.kit import Kit
from frontdesk.ui.widgets.pin_field import PinField, typed_digits


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("258036", "258036"),
        ("๒๕๘๐๓๖", "258036"),
        ("/ถคจ-ุ", "258036"),  # the number row with the Thai keyboard on
        ("ๅภึต", "1479"),
        ("อร", ""),
        ("a b", ""),
        ("", ""),
    ],
)
def test_digits_are_understood(typed: str, digits: str) -> None:
    assert typed_digits(typed) == digits


def test_keys_of_the_pad_and_pasted_text_give_digits_only(kit: Kit, qtbot: QtBot) -> None:
    field = PinField(kit, "sign_in.pin")
    qtbot.addWidget(field)
    QTest.keyClick(field, Qt.Key.Key_Slash, Qt.KeyboardModifier.KeypadModifier)
    QTest.keyClick(field, Qt.Key.Key_7, Qt.KeyboardModifier.KeypadModifier)
    assert field.text() == "7"
    field.setText("25 80-36")
    assert field.text() == "2580336"  # the dash is the Thai 3
    assert field.displayText() == ""


def test_letters_are_handed_on(kit: Kit, qtbot: QtBot) -> None:
    field = PinField(kit, "sign_in.pin")
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.letters_typed) as typed:
        QTest.keyClicks(field, "s")
    assert typed.args == ["s"]
    assert field.text() == ""
