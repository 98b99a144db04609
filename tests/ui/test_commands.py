"""No key does two things, and every command has its words."""

from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.domain.languages import Language
from frontdesk.texts import Texts
from frontdesk.ui.commands import COMMANDS, Command, Scope, bind_commands, in_scope
from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.caps import caps_of
from frontdesk.ui.widgets.fields import LineField


def _keys(scope: Scope) -> list[tuple[str, str]]:
    """Return the keys that hold on a page: its own and those of the window."""
    scopes = {scope, Scope.WINDOW}
    return [(QKeySequence(key).toString(), one.id) for one in COMMANDS if one.scope in scopes for key in one.keys]


@pytest.mark.parametrize("scope", list(Scope))
def test_no_two_commands_of_a_page_share_a_key(scope: Scope) -> None:
    clashes = [(a, b) for a, b in combinations(_keys(scope), 2) if a[0] == b[0]]
    assert clashes == []


def test_every_key_can_be_read_by_qt() -> None:
    assert all(key for scope in Scope for key, _ in _keys(scope))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_has_words_in_both_languages(command: Command) -> None:
    assert all(Texts(language)(command.text) for language in Language)


@pytest.mark.parametrize(
    ("shortcut", "caps"),
    [("Ctrl+Return", ("Ctrl", "↵")), ("Ctrl++", ("Ctrl", "+")), ("Ctrl+=", ("Ctrl", "=")), ("F1", ("F1",)),
     ("Ctrl+-", ("Ctrl", "-")), ("ก–ฮ", ("ก–ฮ",)), ("", ()), ("+", ("+",))],
)  # fmt: skip
def test_shortcuts_are_shown_as_caps(shortcut: str, caps: tuple[str, ...]) -> None:
    assert caps_of(shortcut) == caps


def test_numbered_keys_tell_their_place(qtbot: QtBot) -> None:
    page, done = QWidget(), list[int]()
    qtbot.addWidget(page)
    bind_commands(page, Scope.DESK, {"outcome": done.append})
    page.show()
    page.setFocus()
    qtbot.waitUntil(page.hasFocus)
    QTest.keyClick(page, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert done == [2]


def test_a_key_that_depends_on_the_focus_cannot_be_bound(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    with pytest.raises(KeyError):
        bind_commands(page, Scope.DESK, {"use": print})


@pytest.mark.parametrize(
    "command", [one for one in in_scope(Scope.DESK) if one.bound and not one.numbered], ids=lambda one: one.id
)
def test_the_desk_hears_its_keys_while_somebody_types(kit: Kit, qtbot: QtBot, command: Command) -> None:
    page, heard = QWidget(), list[str]()
    qtbot.addWidget(page)
    field = LineField(kit, "commands.box", parent=page)
    bind_commands(page, Scope.DESK, {command.id: lambda: heard.append(command.id)})
    page.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.setText("บัตรหาย")
    pressed = QKeySequence(command.keys[0])[0]  # type: ignore[index] # missing in Qt's stubs
    QTest.keyClick(field, pressed.key(), pressed.keyboardModifiers())
    assert heard == [command.id]
    assert field.text() == "บัตรหาย"
