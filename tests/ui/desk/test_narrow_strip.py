"""The bars over and under the desk where there is little room: nothing in them is cut short."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.domain.articles import CallNow
from frontdesk.domain.coverage import Coverage, Presence
from frontdesk.domain.languages import Language
from frontdesk.domain.thai_dates import THAI_TIME
from frontdesk.services.transfers import Receiver, TransferPreview
from frontdesk.ui.directory_words import call_word
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.contact_bar import ContactBar
from frontdesk.ui.pages.desk.contact_strip import ContactStrip
from frontdesk.ui.pages.desk.gap.strip import GapStrip
from frontdesk.ui.pages.desk.transfer.panel import PAD
from frontdesk.ui.pages.desk.transfer.receiver_panel import LINE, WHY_LINES, ReceiverPanel
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


@pytest.mark.parametrize("language", Language)
def test_who_should_know_is_read_in_full(kit: Kit, qtbot: QtBot, room: QWidget, language: Language) -> None:
    kit.words.set_language(language)
    strip = GapStrip(kit, room)
    strip.department.set_guess("เวชระเบียน")
    strip.owner.setText("ปราณี ศรีสายธาร")
    strip.owner.set_trailing(call_word(kit.words, "1121"))
    strip.show()
    for width in (1278, 904, 1278):
        strip.resize(width, strip.height())
        qtbot.waitUntil(lambda: not cut_off(strip.owner, strip.department))
        assert strip.width() == width


def cut_off(*fields: QLineEdit) -> list[str]:
    """Return the texts that are wider than their fields."""

    def room(field: QLineEdit) -> int:
        margins = field.textMargins()
        return field.width() - margins.left() - margins.right() - 4

    return [one.text() for one in fields if one.fontMetrics().horizontalAdvance(one.text()) > room(one)]


@pytest.mark.parametrize("language", Language)
def test_why_it_is_not_the_owner_is_read_in_full(kit: Kit, qtbot: QtBot, language: Language) -> None:
    kit.words.set_language(language)
    panel = ReceiverPanel(kit)
    qtbot.addWidget(panel)
    now = datetime(2026, 11, 20, 10, 42, tzinfo=THAI_TIME)
    away = Coverage(Presence.LEAVE, now + timedelta(days=5))
    call = CallNow(
        "s", "วิรุฬห์ บุญเรืองชัย", "1122", "deputy", owner="ปราณี ศรีสายธาร", owner_doing=away, asked_at=now
    )  # fmt: skip
    panel.show_receiver(TransferPreview(receiver=Receiver(call, place="เวชระเบียน")))
    said = panel.said
    assert said is not None
    room = kit.theme.px(282 - 2 * PAD - 6) - kit.theme.px("icon.small")
    block = panel.brush.block(said.why, LINE, room, WHY_LINES)
    assert not block.elided
    assert said.short != said.place
