"""The bars over and under the desk where there is little room: nothing in them is cut short."""

from collections.abc import Iterable

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.domain.languages import Language
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.contact_bar import ContactBar
from frontdesk.ui.pages.desk.contact_strip import ContactStrip
from tests.ui.desk.conftest import HeldClock

WIDTHS = (1278, 1000, 900, 620, 1278)


@pytest.fixture
def room(qtbot: QtBot) -> QWidget:
    """Return a window that lets what is in it be as narrow as it is told to be."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(WIDTHS[0], 300)
    window.show()
    return window


def cut_short(buttons: Iterable[QAbstractButton]) -> list[str]:
    return [button.text() for button in buttons if button.isVisible() and button.width() < button.sizeHint().width()]


@pytest.mark.parametrize("language", Language)
def test_outcomes_are_never_cut_short(kit: Kit, qtbot: QtBot, room: QWidget, language: Language) -> None:
    kit.words.set_language(language)
    strip = ContactStrip(kit, room)
    strip.show()
    for width in WIDTHS:
        strip.resize(width, strip.height())
        qtbot.waitUntil(lambda: not cut_short((strip.finish, *strip.outcomes, *strip.feedback)))
        assert strip.width() == width
        ends = [button.mapTo(strip, button.rect().topRight()).x() for button in strip.outcomes]
        assert max(ends) < width
    assert len({button.y() for button in strip.outcomes}) == 1


@pytest.mark.parametrize("language", Language)
def test_what_was_done_is_said_in_full(kit: Kit, qtbot: QtBot, room: QWidget, language: Language) -> None:
    kit.words.set_language(language)
    strip = ContactStrip(kit, room)
    strip.show()
    for width in WIDTHS:
        strip.resize(width, strip.height())
        strip.status.offer_undo(kit.words("desk.logged"))
        qtbot.waitUntil(lambda: strip.status.width() >= strip.status.needed_width())
        strip.status.complain(kit.words("errors.disk_full"))
        if width > 700:
            qtbot.waitUntil(lambda: strip.status.width() >= strip.status.needed_width())
        strip.status.clear()
        assert all(button.isVisible() for button in strip.feedback)


@pytest.mark.parametrize("language", Language)
def test_channels_give_up_words_before_letters(kit: Kit, qtbot: QtBot, room: QWidget, language: Language) -> None:
    kit.words.set_language(language)
    bar = ContactBar(kit, HeldClock(), room)
    bar.show()
    for width in WIDTHS:
        bar.resize(width, bar.height())
        qtbot.waitUntil(lambda: not cut_short(bar.channels.buttons()))
        assert bar.width() == width
