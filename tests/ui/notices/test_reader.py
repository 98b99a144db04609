"""Notices in the way of an empty desk, and in the bar: real keys, real services, a page that is busy or is not."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.languages import Language
from frontdesk.domain.notices import LONGEST_NOTICE, LONGEST_TITLE, Terms, Wording
from frontdesk.domain.staff import Role, Staff
from frontdesk.services.clock import SITE_ZONE
from frontdesk.ui.kit import Kit
from frontdesk.ui.main_window import MainWindow
from frontdesk.ui.notices.reader import NoticeReader
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher

from ..keys import press, type_text

ORN = Staff("s-orn", "orn", "อรอนงค์ พรหมดี")
PORN = Staff("s-porn", "somporn", "สมพร คงทน", role=Role.GUARD)
BOSS = "s-boss"
GATE, FLU, MUST = Wording("ปิดประตู 1", "โทร 081-234-5678"), Wording("วัคซีนรอบสุดท้าย"), Terms(must_read=True)
CONTROL, ALT, Key = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.Key


class HandClock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 20, 3, 42, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.astimezone(SITE_ZONE).date()


@dataclass
class PlainPage:
    """A page with one field."""

    page_id: str
    widget: QLineEdit

    def focus_first(self) -> None:
        self.widget.setFocus()


@pytest.fixture
def clock(desk: Desk) -> HandClock:
    made = HandClock()
    desk.clock = made  # type: ignore[assignment]
    with desk.storage.write() as repos:
        for staff in (ORN, PORN):
            repos.staff.save(staff)
    return made


@pytest.fixture
def box() -> QLineEdit:
    return QLineEdit()


@pytest.fixture
def window(kit: Kit, clock: HandClock, box: QLineEdit, qtbot: QtBot) -> MainWindow:
    made = MainWindow(kit, clock)
    qtbot.addWidget(made)
    made.add_page(PlainPage("desk", box))
    made.add_page(PlainPage("people", QLineEdit()))
    made.add_page(PlainPage("sign-in", QLineEdit()), bare=True)
    made.open_page("desk")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(box.hasFocus)
    return made


@pytest.fixture
def reader(window: MainWindow, desk: Desk, clock: HandClock, tasks: Tasks, box: QLineEdit) -> Iterator[NoticeReader]:
    """Its desk is busy as soon as something is typed."""
    watcher = Watcher(desk.storage, tasks)
    made = NoticeReader(window, desk.notices, clock, tasks, watcher)
    made.lie_over("desk", lambda: bool(box.text()))
    box.textChanged.connect(made.renew)
    watcher.start()
    yield made
    watcher.stop()


def post(desk: Desk, *wordings: Wording, terms: Terms = MUST) -> None:
    for wording in wordings:
        desk.notices.post(wording, terms, BOSS)


def in_view(reader: NoticeReader) -> str:
    return reader.panel.card.look.title if reader.panel.isVisible() else ""


def count(reader: NoticeReader, window: MainWindow) -> str:
    return window.top_bar.notices.text() if window.top_bar.notices.isVisible() else ""


def sign_in(reader: NoticeReader, qtbot: QtBot, title: str) -> None:
    reader.sign_in(ORN)
    qtbot.waitUntil(lambda: in_view(reader) == title)


def mark(reader: NoticeReader, qtbot: QtBot) -> None:
    """Say that the notice in view was read, once it can have been."""
    qtbot.waitUntil(lambda: reader.panel.ready)
    press(Key.Key_O, modifiers=ALT)


def test_what_was_not_read_before_stays_in_the_way_until_each_is_marked(
    reader: NoticeReader, window: MainWindow, desk: Desk, box: QLineEdit, qtbot: QtBot
) -> None:
    post(desk, GATE, FLU)
    sign_in(reader, qtbot, "ปิดประตู 1")
    assert box.hasFocus()
    assert (count(reader, window), reader.panel.head.text()) == ("ประกาศ 2", "ประกาศที่ต้องอ่าน · เหลือ 2")
    mark(reader, qtbot)
    qtbot.waitUntil(lambda: in_view(reader) == "วัคซีนรอบสุดท้าย")
    mark(reader, qtbot)
    qtbot.waitUntil(lambda: in_view(reader) == "")
    assert count(reader, window) == ""
    assert desk.notices.unread(ORN.id) == ()
    assert len(desk.notices.unread(PORN.id)) == 2


def test_a_call_comes_first_and_nothing_moves(
    reader: NoticeReader, window: MainWindow, desk: Desk, box: QLineEdit, qtbot: QtBot
) -> None:
    post(desk, GATE)
    sign_in(reader, qtbot, "ปิดประตู 1")
    before = box.geometry()
    type_text("จอด")
    assert (box.text(), in_view(reader), box.geometry()) == ("จอด", "", before)
    assert count(reader, window) == "ประกาศ 1"
    box.clear()  # the contact is on the record
    assert in_view(reader) == "ปิดประตู 1"


def test_the_key_pressed_twice_marks_nothing_that_was_not_seen(reader: NoticeReader, desk: Desk, qtbot: QtBot) -> None:
    post(desk, GATE, FLU)
    sign_in(reader, qtbot, "ปิดประตู 1")
    qtbot.waitUntil(lambda: reader.panel.ready)
    press(Key.Key_O, Key.Key_O, modifiers=ALT)
    qtbot.waitUntil(lambda: in_view(reader) == "วัคซีนรอบสุดท้าย")
    press(Key.Key_O, modifiers=ALT)
    assert [one.wording for one in desk.notices.unread(ORN.id)] == [FLU]


def test_what_is_posted_during_the_shift_is_only_counted_until_it_is_asked_for(
    reader: NoticeReader, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    reader.sign_in(ORN)
    qtbot.waitUntil(lambda: reader._begun)
    post(desk, FLU)
    qtbot.waitUntil(lambda: count(reader, window) == "ประกาศ 1")
    assert in_view(reader) == ""
    press(Key.Key_O, modifiers=ALT)
    assert [one.wording for one in desk.notices.unread(ORN.id)] == [FLU]  # not in view, so not read
    press(Key.Key_O, modifiers=CONTROL)
    assert in_view(reader) == "วัคซีนรอบสุดท้าย"
    press(Key.Key_O, modifiers=CONTROL)
    assert in_view(reader) == ""
    press(Key.Key_O, modifiers=CONTROL)
    qtbot.waitUntil(lambda: reader.panel.ready)
    press(Key.Key_O, modifiers=ALT)
    qtbot.waitUntil(lambda: count(reader, window) == "")
    assert in_view(reader) == ""
    press(Key.Key_O, modifiers=CONTROL)
    assert in_view(reader) == ""


def test_it_is_read_on_any_page_and_even_over_a_contact(
    reader: NoticeReader, window: MainWindow, desk: Desk, box: QLineEdit, qtbot: QtBot
) -> None:
    post(desk, GATE)
    sign_in(reader, qtbot, "ปิดประตู 1")
    window.open_page("people")
    assert in_view(reader) == ""
    press(Key.Key_O, modifiers=CONTROL)
    assert in_view(reader) == "ปิดประตู 1"
    window.open_page("desk")
    type_text("จอด")
    assert in_view(reader) == ""
    press(Key.Key_O, modifiers=CONTROL)
    assert (in_view(reader), box.hasFocus()) == ("ปิดประตู 1", True)
    qtbot.waitUntil(lambda: reader.panel.ready)
    press(Key.Key_O, modifiers=ALT)
    qtbot.waitUntil(lambda: in_view(reader) == "")
    assert box.text() == "จอด"


def test_later_is_until_the_next_empty_desk(reader: NoticeReader, desk: Desk, box: QLineEdit, qtbot: QtBot) -> None:
    post(desk, GATE)
    sign_in(reader, qtbot, "ปิดประตู 1")
    press(Key.Key_O, modifiers=CONTROL)
    assert in_view(reader) == ""
    type_text("จอด")
    box.clear()
    assert in_view(reader) == "ปิดประตู 1"


def test_it_goes_by_itself_at_its_moment(
    reader: NoticeReader, window: MainWindow, desk: Desk, clock: HandClock, qtbot: QtBot
) -> None:
    post(desk, GATE, terms=replace(MUST, until=clock.now() + timedelta(milliseconds=300)))
    sign_in(reader, qtbot, "ปิดประตู 1")
    clock.moment += timedelta(milliseconds=300)
    qtbot.waitUntil(lambda: (in_view(reader), count(reader, window)) == ("", ""))


def test_other_words_are_asked_for_anew(reader: NoticeReader, window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    gate = desk.notices.post(GATE, MUST, BOSS)
    sign_in(reader, qtbot, "ปิดประตู 1")
    desk.notices.replace(gate.id, Wording("เปิดประตู 1 แล้ว"), MUST, BOSS)
    qtbot.waitUntil(lambda: in_view(reader) == "")
    assert count(reader, window) == "ประกาศ 1"
    press(Key.Key_O, modifiers=CONTROL)
    assert in_view(reader) == "เปิดประตู 1 แล้ว"


def test_whoever_leaves_takes_their_notices_along(
    reader: NoticeReader, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    post(desk, replace(GATE), terms=replace(MUST, role=Role.RECEPTIONIST))
    sign_in(reader, qtbot, "ปิดประตู 1")
    reader.sign_out()
    assert (in_view(reader), count(reader, window)) == ("", "")
    window.open_page("sign-in")
    press(Key.Key_O, modifiers=CONTROL)
    assert in_view(reader) == ""
    window.open_page("desk")
    reader.sign_in(PORN)
    qtbot.waitUntil(lambda: reader._begun)
    assert (in_view(reader), count(reader, window)) == ("", "")


def test_numbers_stand_in_full_unless_strangers_see_the_screen(
    reader: NoticeReader, desk: Desk, kit: Kit, qtbot: QtBot
) -> None:
    post(desk, GATE)
    sign_in(reader, qtbot, "ปิดประตู 1")
    assert reader.panel.card.look.text == "โทร 081-234-5678"
    kit.words.set_discreet(True)
    assert reader.panel.card.look.text == "โทร 081-xxx-5678"
    kit.words.set_discreet(False)


@pytest.mark.parametrize(("size", "zoom"), [((1366, 768), 100), ((960, 540), 100), ((1366, 768), 200)])
@pytest.mark.parametrize("language", list(Language))
def test_the_longest_notice_is_there_whole_on_a_small_screen(
    reader: NoticeReader, window: MainWindow, desk: Desk, kit: Kit, qtbot: QtBot, size: tuple[int, int], zoom: int,
    language: Language,
) -> None:  # fmt: skip
    window.set_zoom(zoom)
    window.resize(*size)
    words = ("กลุ่มผู้ป่วยที่ปิดประตู " * 30)[:LONGEST_NOTICE], ("Please come in by gate two " * 20)[:LONGEST_NOTICE]
    post(desk, Wording(words[0][:LONGEST_TITLE], words[0], words[1][:LONGEST_TITLE], words[1]))
    kit.words.set_language(language)
    reader.sign_in(ORN)
    qtbot.waitUntil(lambda: reader.panel.isVisible() and reader.panel.geometry().bottom() <= window.height())
    panel = reader.panel
    window.grab()
    qtbot.waitUntil(lambda: panel.card.height() == panel.card.heightForWidth(panel.card.width()))
    area: QWidget = window.page_area
    assert area.geometry().contains(panel.geometry())
    assert panel.rect().contains(panel.read.geometry())
    assert panel.rect().contains(panel.leave.geometry())
    kit.words.set_language(Language.TH)


def test_where_it_lies_on_a_part_of_the_page_the_right_side_stays_in_sight(
    reader: NoticeReader, window: MainWindow, desk: Desk, box: QLineEdit, qtbot: QtBot
) -> None:
    reader.lie_over("desk", lambda: bool(box.text()), over=box)
    window.resize(1366, 768)
    post(desk, GATE)
    sign_in(reader, qtbot, "ปิดประตู 1")
    panel, area = reader.panel, window.page_area
    left, wide = box.mapTo(window, box.rect().topLeft()), box.width()
    qtbot.waitUntil(lambda: panel.geometry().topLeft() == left)
    assert panel.geometry().right() < left.x() + wide * 0.66
    type_text("จอด")
    assert in_view(reader) == ""
    press(Key.Key_O, modifiers=CONTROL)  # asked for while somebody is helped: not over what was found
    assert panel.geometry().bottom() > area.geometry().center().y()
    assert panel.geometry().left() > area.geometry().left() + area.width() // 3
