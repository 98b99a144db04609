"""What use taught, on the Answers page: shown, taken up, refused and forgotten with the keys alone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.articles import Article
from frontdesk.domain.contacts import Channel, Contact, Outcome, Use
from frontdesk.domain.ids import new_id
from frontdesk.domain.languages import Language
from frontdesk.domain.staff import Role
from frontdesk.domain.thai_dates import format_date
from frontdesk.services.clock import SITE_ZONE
from frontdesk.services.learning import learn
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.answers.page import AnswersPage
from frontdesk.ui.paint.ink import Ink, text_width
from frontdesk.ui.search_client import SearchClient
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher
from tests.ui.pages.conftest import ORN
from tests.ui.pages.test_answers_page import NoSearch

CARD = Article("a-card", "MRD-01", "บัตรผู้ป่วยหาย", "Lost patient card", owner="onanong", category="บัตร")
PARKING = Article("a-park", "SEC-01", "ที่จอดรถ", "Parking", owner="somsak", category="สถานที่")
RESET = Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
TAUGHT = (
    Use(CARD.code, "บัตรหาย", ("ใบเหลือง", "สมุดตรวจ")),
    Use(CARD.code, "บัตร", ("ใบเหลือง", "สมุดตรวจ")),
    Use(CARD.code, "บัตร", ("ใบเหลือง",)),
    Use(PARKING.code, "จอด", ("ลานรถ",)),
    Use(PARKING.code, "รถ", ("ลานรถ",)),
)


def contact(desk: Desk, use: Use, days_ago: int) -> Contact:
    at = desk.clock.now() - timedelta(days=days_ago)
    return Contact(
        new_id(),
        at,
        at,
        Channel.PHONE,
        Outcome.ANSWERED,
        ORN.id,
        articles=(use.code,),
        queries=(use.words,),
        uses=(use,),
    )


@pytest.fixture
def taught(desk: Desk) -> Desk:
    for article in (CARD, PARKING):
        desk.knowledge.save(article, ORN.id)
    contacts = [contact(desk, use, len(TAUGHT) - place) for place, use in enumerate(TAUGHT)]
    with desk.storage.write() as repos:
        repos.contacts.add_many(contacts)
        learn(repos, contacts)
    return desk


@pytest.fixture
def page(
    taught: Desk, tasks: Tasks, kit: Kit, watcher: Watcher, open_page: Callable[[QWidget], None], qtbot: QtBot
) -> AnswersPage:
    made = AnswersPage(kit, taught, SearchClient(NoSearch()), tasks, watcher)
    made.sign_in(ORN)
    open_page(made)
    qtbot.waitUntil(lambda: shown(made) == CARD.id)
    return made


def shown(page: AnswersPage) -> str:
    return page.card.file.article.id if page.card.file else ""


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, held)


def day(desk: Desk, days_ago: int) -> str:
    at = desk.clock.now() - timedelta(days=days_ago)
    return format_date(at.astimezone(SITE_ZONE).date(), Language.TH)


def test_the_card_shows_words_with_uses_the_last_day_and_their_effect(taught: Desk, page: AnswersPage) -> None:
    assert dict(page.card.learned.lines) == {"บัตร": f"3 ครั้ง · ล่าสุด {day(taught, 3)} · ดันขึ้น 15%"}
    assert page.card.foot.reset.isVisible()


def test_ones_own_answers_with_new_words_come_first(page: AnswersPage) -> None:
    assert [item.spoken for item in page.pane.list.items[:3]] == [
        "ผู้โทรใช้คำอื่น · 2",
        "บัตรผู้ป่วยหาย, MRD-01, คำใหม่ 2",
        "ที่จอดรถ, SEC-01, คำใหม่ 1",
    ]


def test_words_often_missed_are_offered_first_and_the_next_moves_up(
    taught: Desk, page: AnswersPage, qtbot: QtBot
) -> None:
    bar = page.card.suggestions
    assert bar.sentence.text() == f"ผู้โทรใช้คำว่า “ใบเหลือง” 3 ครั้ง ล่าสุด {day(taught, 3)} · อีก 1 คำ"
    press(Qt.Key.Key_F12)
    assert bar.words == "สมุดตรวจ"
    with qtbot.waitSignal(page.saved):
        press(Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert not bar.isVisible()
    stored = taught.knowledge.get(CARD.id)
    assert stored is not None
    assert stored.keywords == ("สมุดตรวจ",)
    qtbot.waitUntil(lambda: page.pane.list.items[0].spoken == "ผู้โทรใช้คำอื่น · 1")


def test_the_mouse_decides_too(taught: Desk, page: AnswersPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.saved):
        QTest.mouseClick(page.card.suggestions.add, Qt.MouseButton.LeftButton)
    stored = taught.knowledge.get(CARD.id)
    assert stored is not None
    assert stored.keywords == ("ใบเหลือง",)


def test_the_owner_makes_it_forget_with_one_key_and_the_same_again(
    taught: Desk, page: AnswersPage, qtbot: QtBot
) -> None:
    press(*RESET)
    assert page.card.foot.question.text() == "ล้างคำที่เรียนรู้ 1 คำของคำตอบนี้?"
    assert page.card.foot.keep.hasFocus()
    press(*RESET)
    assert page.pane.box.hasFocus()
    qtbot.waitUntil(lambda: [label for label, _ in page.card.learned.lines] == ["ล้างคำเมื่อ"])
    assert not page.card.foot.reset.isVisible()
    press(*RESET)
    assert not page.card.foot.asking
    assert taught.answer_use.lessons(CARD).words == ()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_what_does_not_say_yes_keeps_the_words(taught: Desk, page: AnswersPage, key: Qt.Key) -> None:
    press(*RESET)
    press(key)
    assert not page.card.foot.asking
    assert page.pane.box.hasFocus()
    assert taught.answer_use.lessons(CARD).words


def test_news_from_elsewhere_do_not_take_the_question_away(page: AnswersPage, qtbot: QtBot) -> None:
    press(*RESET)
    file = page.card.file
    page.load(CARD.id)
    qtbot.waitUntil(lambda: page.card.file is not file)
    assert page.card.foot.asking
    assert page.pane.list.pick(PARKING.id)
    qtbot.waitUntil(lambda: shown(page) == PARKING.id)
    assert not page.card.foot.asking


def test_others_are_told_who_may_do_it(page: AnswersPage, qtbot: QtBot) -> None:
    page.sign_in(replace(ORN, code="somchai", name="สมชาย"))
    press(*RESET)
    assert not page.card.foot.asking
    assert "เจ้าของคำตอบ" in page.card.foot.remark.text()
    page.sign_in(replace(ORN, code="somchai", name="สมชาย", role=Role.SUPERVISOR))
    press(*RESET)
    assert page.card.foot.asking


@pytest.mark.parametrize("language", list(Language))
def test_nothing_is_cut_in_a_small_window(page: AnswersPage, kit: Kit, qtbot: QtBot, language: Language) -> None:
    kit.words.set_language(language)
    bar, foot = page.card.suggestions, page.card.foot
    buttons = (bar.add, bar.refuse, foot.reset)
    qtbot.waitUntil(lambda: all(one.width() == one.sizeHint().width() for one in buttons))
    assert text_width(kit.theme, Ink("label", bold=True), bar.sentence.text()) <= bar.sentence.width()
    for widget in buttons:
        assert page.rect().contains(widget.mapTo(page, widget.rect().bottomRight()))
    press(*RESET)
    assert text_width(kit.theme, Ink("label", bold=True), foot.question.text()) <= foot.question.width()
