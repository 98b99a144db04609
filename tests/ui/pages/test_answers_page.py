"""The answers on file: listed, found, written, changed and verified with the keys alone."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.articles import Article
from frontdesk.domain.finding import Found, Question
from frontdesk.domain.languages import Language
from frontdesk.domain.people import Person
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.answers.page import AnswersPage
from frontdesk.ui.search_client import SearchClient
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher
from tests.ui.pages.conftest import ORN

CARD = Article(
    id="a-card", code="MRD-01", title="บัตรผู้ป่วยหาย", title_en="Lost patient card", say="แจ้งที่ช่อง 3 ได้เลยค่ะ",
    body="1. บอกชื่อ", category="บัตร", keywords=("บัตรหาย",), department="เวชระเบียน", owner="S-MRD-1",
)  # fmt: skip
HOURS = Article(id="a-hours", code="OPD-01", title="เวลาเปิดตรวจ", category="การตรวจรักษา")
PARKING = Article(id="a-park", code="SEC-01", title="ที่จอดรถ", category="สถานที่", review_by=date(2020, 1, 1))
OWNER = Person(id="p-owner", code="S-MRD-1", given_name="วรรณา", family_name="สุขเกษม")
CTRL = Qt.KeyboardModifier.ControlModifier


class NoSearch:
    """A search process that never answers, for what needs no search."""

    def start(
        self,
        on_reply: Callable[[int, Found], None],
        on_state: Callable[[str], None],
        on_progress: Callable[[int, int], None] | None = None,
    ) -> None: ...
    def ask(self, number: int, question: Question) -> None: ...
    def refresh(self) -> None: ...
    def close(self) -> None: ...


@pytest.fixture
def search() -> SearchClient:
    return SearchClient(NoSearch())


@pytest.fixture
def filled(desk: Desk) -> Desk:
    for article in (CARD, HOURS, PARKING):
        desk.knowledge.save(article, ORN.id)
    desk.people_book.save(OWNER, ORN.id)
    return desk


@pytest.fixture
def make(
    filled: Desk, tasks: Tasks, kit: Kit, watcher: Watcher, open_page: Callable[[QWidget], None], qtbot: QtBot
) -> Callable[[SearchClient], AnswersPage]:
    def build(search: SearchClient) -> AnswersPage:
        page = AnswersPage(kit, filled, search, tasks, watcher)
        page.sign_in(ORN)
        open_page(page)
        qtbot.waitUntil(lambda: page.card.file is not None)
        return page

    return build


@pytest.fixture
def page(make: Callable[[SearchClient], AnswersPage], search: SearchClient) -> AnswersPage:
    return make(search)


@pytest.fixture
def real_search(filled: Desk) -> Iterator[SearchClient]:
    client = SearchClient(filled.finder_process)
    yield client
    client.close()


def shown(page: AnswersPage) -> str:
    return page.card.file.article.id if page.card.file else ""


def show(page: AnswersPage, qtbot: QtBot, article_id: str) -> None:
    assert page.pane.list.pick(article_id)
    qtbot.waitUntil(lambda: shown(page) == article_id)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_over(text: str) -> None:
    field = focused()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    field.insert(text)


def open_form(page: AnswersPage, qtbot: QtBot) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_E, CTRL)
    qtbot.waitUntil(lambda: focused() is page.form.form.fields["title"])


def test_an_empty_box_lists_what_changed_lately_and_all_by_category(page: AnswersPage) -> None:
    rows = [(item.key, item.spoken) for item in page.pane.list.items]
    assert [key for key, _ in rows if key][:3] == ["a-park", "a-hours", "a-card"]
    heads = [spoken for key, spoken in rows if not key]
    assert heads == ["แก้ไขล่าสุด", "การตรวจรักษา · 1", "บัตร · 1", "สถานที่ · 1"]


def test_arrows_step_over_headings(page: AnswersPage, qtbot: QtBot) -> None:
    for _ in range(3):
        QTest.keyClick(page.pane.box, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: shown(page) == "a-hours")
    assert page.pane.list.currentIndex().row() == 5
    QTest.keyClick(page.pane.box, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: shown(page) == "a-card")


def test_the_card_shows_the_answer_and_who_stands_behind_it(page: AnswersPage, qtbot: QtBot) -> None:
    show(page, qtbot, "a-card")
    assert page.card.view.title.text() == "บัตรผู้ป่วยหาย"
    assert page.card.view.say.text() == "แจ้งที่ช่อง 3 ได้เลยค่ะ"
    assert dict(page.card.record.lines)["ผู้รับผิดชอบ"] == "วรรณา สุขเกษม"
    assert "ผู้แทน" not in dict(page.card.record.lines)
    assert dict(page.card.trust.lines)["ยืนยันเมื่อ"] == "ยังไม่ยืนยัน"
    assert not page.card.changes.isVisible()


def test_one_key_verifies_as_of_today(filled: Desk, page: AnswersPage, qtbot: QtBot) -> None:
    show(page, qtbot, "a-card")
    with qtbot.waitSignal(page.saved):
        QTest.keyClick(page.pane.box, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: bool(page.card.changes.lines))
    stored = filled.knowledge.get("a-card")
    assert stored is not None
    assert (stored.verified_on, stored.verified_by) == (filled.clock.today(), ORN.name)
    assert page.card.changes.lines[0][1] == "อรอนงค์ แก้วันที่ยืนยัน, ผู้ยืนยัน"
    with qtbot.waitSignal(page.saved):
        QTest.keyClick(page.pane.box, Qt.Key.Key_F11)
    assert len(filled.knowledge.versions("a-card")) == 1


def test_a_gap_becomes_the_title_of_a_new_answer(page: AnswersPage, qtbot: QtBot) -> None:
    page.write_about("ชาร์จรถไฟฟ้า")
    qtbot.waitUntil(lambda: focused() is page.form.form.fields["title"])
    assert page.form.form.values()["title"] == "ชาร์จรถไฟฟ้า"
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    page.write_about("ที่ชาร์จโทรศัพท์")
    assert page.form.form.values()["title"] == "ที่ชาร์จโทรศัพท์"


def test_typing_under_way_is_kept_when_a_gap_is_opened(page: AnswersPage, qtbot: QtBot) -> None:
    page.write_about("ชาร์จรถไฟฟ้า")
    qtbot.waitUntil(lambda: focused() is page.form.form.fields["title"])
    type_over("ที่ชาร์จรถไฟฟ้าอาคาร 2")
    page.write_about("ห้องละหมาด")
    assert page.form.form.values()["title"] == "ที่ชาร์จรถไฟฟ้าอาคาร 2"


def test_a_new_answer_is_written_with_the_keys_alone(filled: Desk, page: AnswersPage, qtbot: QtBot) -> None:
    QTest.keyClick(page.pane.box, Qt.Key.Key_Insert)
    qtbot.waitUntil(lambda: focused() is page.form.form.fields["title"])
    type_over("ห้องน้ำผู้พิการ")
    for _ in range(2):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "Floor 1")
    with qtbot.waitSignal(page.saved):
        QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: page.card.view.title.text() == "ห้องน้ำผู้พิการ")
    assert page.pane.box.hasFocus()
    assert "ห้องน้ำผู้พิการ" in [article.title for article in filled.knowledge.everything()]
    qtbot.waitUntil(lambda: page.pane.list.items[1].spoken.startswith("ห้องน้ำผู้พิการ"))


def test_a_change_keeps_the_earlier_version(filled: Desk, page: AnswersPage, qtbot: QtBot) -> None:
    show(page, qtbot, "a-card")
    open_form(page, qtbot)
    type_over("บัตรหาย")
    with qtbot.waitSignal(page.saved):
        QTest.keyClick(focused(), Qt.Key.Key_S, CTRL)
    ((_, by, earlier),) = filled.knowledge.versions("a-card")
    assert (by, earlier.title) == (ORN.id, "บัตรผู้ป่วยหาย")


@pytest.mark.parametrize(("field", "text"), [("review_by", "31 ก.พ. 2570"), ("code", "OPD-01")])
def test_what_is_wrong_is_said_under_its_field(page: AnswersPage, qtbot: QtBot, field: str, text: str) -> None:
    show(page, qtbot, "a-card")
    open_form(page, qtbot)
    page.form.form.fields[field].setFocus()
    type_over(text)
    QTest.keyClick(focused(), Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: text in page.form.form.error(field))
    assert focused() is page.form.form.fields[field]


def test_unsaved_typing_survives_another_answer_and_meets_the_newer_record(
    filled: Desk, page: AnswersPage, qtbot: QtBot
) -> None:
    show(page, qtbot, "a-card")
    open_form(page, qtbot)
    type_over("บัตรหายทำอย่างไร")
    show(page, qtbot, "a-hours")
    assert page.unsaved
    filled.knowledge.save(Article(id="a-card", code="MRD-01", title="บัตร", category="บัตร", say="ช่อง 5"), ORN.id)
    show(page, qtbot, "a-card")
    page.pane.box.setFocus()
    open_form(page, qtbot)
    assert page.form.form.values()["title"] == "บัตรหายทำอย่างไร"
    assert page.form.form.values()["say"] == "ช่อง 5"


def test_the_desk_can_ask_for_an_answer_to_be_changed(page: AnswersPage, qtbot: QtBot) -> None:
    page.edit("a-hours")
    qtbot.waitUntil(lambda: page.form.key == "a-hours")
    assert page.right.currentWidget() is page.form
    page.focus_first()
    assert focused() is page.form.form.fields["title"]


def test_the_search_process_finds_an_answer(
    make: Callable[[SearchClient], AnswersPage], real_search: SearchClient, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(real_search.state, timeout=20_000, check_params_cb=lambda word: word == "ready"):
        page = make(real_search)
    page.pane.box.setText("บัตรหาย")
    qtbot.waitUntil(lambda: [item.key for item in page.pane.list.items][:1] == ["a-card"], timeout=20_000)
    assert page.pane.caption.text().startswith("พบ")
    page.pane.box.setText("qqqq")
    qtbot.waitUntil(lambda: page.pane.caption.text().startswith("ไม่มีที่ตรง ใกล้เคียงที่สุด 3"), timeout=20_000)
    QTest.keyClick(page.pane.box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.pane.caption.text() == "คำตอบทั้งหมด 3")


def test_language_and_theme_change_in_place(page: AnswersPage, kit: Kit, qtbot: QtBot) -> None:
    show(page, qtbot, "a-card")
    view = page.card.view
    kit.words.set_language(Language.EN)
    kit.theme.set_theme("dark")
    assert page.card.view is view
    assert view.title.text() == "Lost patient card"
    qtbot.waitUntil(lambda: page.pane.list.items[0].spoken == "Changed lately")
    assert dict(page.card.trust.lines)["Verified"] == "not verified"
    assert shown(page) == "a-card"


def test_a_low_window_scrolls_the_card_from_the_box(page: AnswersPage, qtbot: QtBot) -> None:
    show(page, qtbot, "a-card")
    page.resize(1000, 360)
    bar = page.card.scroller.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    QTest.keyClick(page.pane.box, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() > 0
    QTest.keyClick(page.pane.box, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() == 0
    assert shown(page) == "a-card"


def test_exactly_one_thing_has_the_ring(page: AnswersPage, qtbot: QtBot) -> None:
    seen: list[QWidget] = []
    for _ in range(6):
        seen.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert set(seen) <= {page.pane.box, page.pane.list}
    assert all(widget.accessibleName() for widget in seen)
