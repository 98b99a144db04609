"""The desk in figures: by keys alone, in words and numbers, and to those who may see them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.contacts import Channel, Contact, Outcome
from frontdesk.domain.counted_days import Span
from frontdesk.domain.languages import Language
from frontdesk.domain.staff import Role, Staff
from frontdesk.services.figures import DeskFigures
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.supervise.page import SupervisePage
from frontdesk.ui.pages.supervise.table_rows import TABLES
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher
from frontdesk.ui.widgets.labels import TextBlock, TextLabel
from tests.ui.conftest import FixedClock
from tests.ui.keys import press, type_text

ORN = Staff("s-orn", "S-1", "อรอนงค์ พรหมดี", "อร", role=Role.RECEPTIONIST)
CHAI = Staff("s-chai", "S-2", "สมชาย", "ชาย", role=Role.SUPERVISOR)
MORNING = datetime(2026, 11, 2, 2, 0, tzinfo=UTC)


def contact(number: int, **fields: object) -> Contact:
    """Make the contact of some hour: two a day from the second of November on."""
    at = MORNING + timedelta(hours=12 * number)
    usual: dict[str, object] = {
        "channel": Channel.PHONE, "outcome": Outcome.ANSWERED, "staff": "s-orn", "topic": "บัตรหาย",
        "person_id": f"p{number}", "answered_at": at - timedelta(seconds=80),
    }  # fmt: skip
    return Contact(f"c{number:04}", at, at - timedelta(seconds=90), **(usual | fields))  # type: ignore[arg-type]


@pytest.fixture
def page(
    desk: Desk, tasks: Tasks, kit: Kit, watcher: Watcher, clock: FixedClock,
    open_page: Callable[[QWidget], None], qtbot: QtBot,
) -> SupervisePage:  # fmt: skip
    """The page on November so far: 34 contacts on lost cards, two on parking, one gap, before a supervisor."""
    with desk.storage.write() as repos:
        for staff in (ORN, CHAI):
            repos.staff.save(staff)
        repos.contacts.add_many(contact(number) for number in range(34))
        repos.contacts.add_many(
            contact(number, topic="ที่จอดรถ", staff="s-chai", outcome=Outcome.TRANSFERRED) for number in (34, 35)
        )
        repos.contacts.add(contact(36, unanswered=True, queries=("ชาร์จรถไฟฟ้า",), topic="ชาร์จรถ"))
    made = SupervisePage(kit, DeskFigures(desk.storage, clock), clock, tasks, watcher)
    made.sign_in(CHAI)
    with qtbot.waitSignal(made.counted):
        open_page(made)
    made.focus_first()
    return made


def texts(widget: QWidget) -> list[str]:
    """Return what labels say on the screen."""
    labels: list[TextLabel | TextBlock] = [*widget.findChildren(TextLabel), *widget.findChildren(TextBlock)]
    return [label.text() for label in labels if label.isVisibleTo(widget) and label.text()]


@pytest.mark.parametrize("language", list(Language))
def test_before_it_is_counted_nothing_is_said_of_the_days(
    desk: Desk, tasks: Tasks, kit: Kit, watcher: Watcher, clock: FixedClock, qtbot: QtBot, language: Language
) -> None:
    made = SupervisePage(kit, DeskFigures(desk.storage, clock), clock, tasks, watcher)
    qtbot.addWidget(made)
    kit.words.set_language(language)
    assert texts(made.gaps) == [kit.words("supervise.gaps"), kit.words("supervise.verified_share")]
    assert not made.gaps.share.accessibleName()
    assert [texts(card)[1:] for card in (made.figure, made.hours, made.table)] == [[], [], []]
    with qtbot.waitSignal(made.counted):
        made.show_days(made.bar.days)
    assert kit.words("supervise.gaps_none") in texts(made.gaps)


def names(page: SupervisePage) -> list[str]:
    return [row.name for row in page.table.list.rows.rows]  # type: ignore[attr-defined]


def values(page: SupervisePage) -> list[str]:
    return [f"{tile.reading.value} {tile.reading.basis}" for tile in page.tiles.tiles if tile.reading]


def counting(page: SupervisePage, qtbot: QtBot, keys: str) -> None:
    """Type letters and wait until other days are counted."""
    with qtbot.waitSignal(page.counted):
        type_text(keys)


def test_five_figures_each_with_its_n(page: SupervisePage) -> None:
    assert values(page) == [
        "37 20 วัน · ทุกช่องทาง",
        "100 n 23 · รอครบ 7 วัน 14",
        "5 n 37 · ยาวสุด 1 ทอด",
        "10 n 37 · มัธยฐาน · p90 10 วินาที",
        "– n 0 · ปิดก่อนกำหนด",
    ]
    assert [tile.reading.weak for tile in page.tiles.tiles if tile.reading] == [False, True, False, False, False]


@pytest.mark.parametrize(
    ("key", "place", "title"), [(Qt.Key.Key_Right, 2, "โอนสาย"), (Qt.Key.Key_Left, 0, "ติดต่อทั้งหมด")]
)
def test_arrows_choose_a_figure_and_say_what_it_means(page: SupervisePage, key: Qt.Key, place: int, title: str) -> None:
    press(key)
    assert page.tiles.tiles[place].hasFocus()
    assert page.figure.title.text() == title
    tile = page.tiles.tiles[place]
    assert tile.reading is not None
    assert page.figure.meaning.text() == tile.accessibleDescription() == tile.reading.meaning
    assert tile.accessibleName().startswith(title)


def test_the_ends_stay(page: SupervisePage) -> None:
    press(*[Qt.Key.Key_Right] * 9)
    assert page.tiles.place == 4


@pytest.mark.parametrize("keys", ["[", "บ"])
def test_brackets_step_on_either_keyboard(page: SupervisePage, qtbot: QtBot, keys: str) -> None:
    counting(page, qtbot, keys)
    assert page.bar.field.text() == "1–31 ต.ค. 2569"
    assert page.bar.remark.text() == "เทียบกับ 1–30 ก.ย. 2569"
    assert values(page)[0].startswith("0 ")


def test_no_step_into_the_future(page: SupervisePage) -> None:
    type_text("]")
    assert page.bar.field.text() == "1–20 พ.ย. 2569"


@pytest.mark.parametrize(
    ("keys", "span", "days"),
    [
        ("d", Span.DAY, "ศ. 20 พ.ย. 2569"),
        ("ก", Span.DAY, "ศ. 20 พ.ย. 2569"),
        ("w", Span.WEEK, "16–20 พ.ย. 2569"),
        ("ไ", Span.WEEK, "16–20 พ.ย. 2569"),
    ],
)
def test_letters_choose_the_span(page: SupervisePage, qtbot: QtBot, keys: str, span: Span, days: str) -> None:
    counting(page, qtbot, keys)
    assert (page.bar.days.span, page.bar.field.text(), page.bar.spans.value) == (span, days, span.value)


@pytest.mark.parametrize(
    ("typed", "days"),
    [("3-9 พ.ย. 2569", "3–9 พ.ย. 2569"), ("เดือนก่อน", "1–31 ต.ค. 2569"), ("2 Nov 2026", "จ. 2 พ.ย. 2569")],
)
def test_days_are_typed(page: SupervisePage, qtbot: QtBot, typed: str, days: str) -> None:
    type_text("r")
    assert page.bar.field.hasFocus()
    type_text(typed)
    with qtbot.waitSignal(page.counted):
        press(Qt.Key.Key_Return)
    assert page.bar.field.text() == days
    assert page.tiles.tiles[1].hasFocus()


def test_letters_belong_to_the_field_that_has_the_focus(page: SupervisePage) -> None:
    type_text("r")
    type_text("dwm1[")
    assert page.bar.field.text() == "dwm1["
    assert page.bar.days.span is Span.MONTH


def test_days_that_cannot_be_read_are_said_so(page: SupervisePage) -> None:
    type_text("r")
    type_text("เมื่อไรก็ได้")
    press(Qt.Key.Key_Return)
    assert page.bar.field.wrong
    assert "1–20 พ.ย. 2569" in page.bar.remark.text()
    press(Qt.Key.Key_Escape)
    assert (page.bar.field.wrong, page.bar.field.text()) == (False, "1–20 พ.ย. 2569")
    assert page.tiles.tiles[1].hasFocus()


@pytest.mark.parametrize(
    ("keys", "table", "first"),
    [("1", "topic", "บัตรหาย"), ("ๅ", "topic", "บัตรหาย"), ("2", "channel", "โทรศัพท์"), ("3", "staff", "อร")],
)
def test_digits_switch_the_table(page: SupervisePage, keys: str, table: str, first: str) -> None:
    type_text("5")
    type_text(keys)
    assert (page.table_name, names(page)[0], page.table.choice.value) == (table, first, table)


def test_a_row_says_everything_of_itself(page: SupervisePage) -> None:
    page.table.list.setFocus()
    press(Qt.Key.Key_Down)
    row = page.table.list.current
    assert (row.name, row.count, row.weak, row.tag) == ("ที่จอดรถ", "2", False, "")
    assert row.last == "100%"
    assert "โอน 100% จาก 2" in row.told
    assert page.table.foot.text() == row.foot


def test_few_are_marked_in_the_table(page: SupervisePage) -> None:
    row = page.table.list.rows.rows[0]
    assert (row.weak, row.tag, row.percent) == (True, "n<30 ข้อมูลน้อย", "100%")  # type: ignore[attr-defined]


def test_colleagues_are_for_supervisors(page: SupervisePage) -> None:
    type_text("3")
    assert names(page) == ["อร", "ชาย"]
    page.sign_in(ORN)
    assert names(page) == ["อร"]
    assert "หัวหน้า" in page.table.basis.text()
    type_text("1")
    assert page.table.basis.text() == ""


def test_enter_on_a_gap_asks_for_an_answer(page: SupervisePage, qtbot: QtBot) -> None:
    page.gaps.list.setFocus()
    with qtbot.waitSignal(page.answer_asked) as asked:
        press(Qt.Key.Key_Return)
    assert asked.args == ["ชาร์จรถไฟฟ้า"]
    assert page.gaps.list.current.age == "รอ 0 วัน"


def test_everything_is_reached_by_tab(page: SupervisePage) -> None:
    reached = []
    for _ in range(6):
        reached.append(page.focusWidget())
        press(Qt.Key.Key_Tab)
    wanted = {page.tiles.tiles[1], page.table.choice, page.table.list, page.gaps.list, page.bar.field, page.bar.spans}
    assert set(reached) == wanted


def test_whatever_is_painted_has_a_name(page: SupervisePage) -> None:
    painted = (*page.tiles.tiles, page.figure.chart, page.hours.chart, page.gaps.share, page.table.list, page.gaps.list)
    assert all(widget.accessibleName() for widget in painted)
    assert "มากสุด 8 นาฬิกา 19 ครั้ง" in page.hours.chart.accessibleName()


def test_the_other_language_follows(page: SupervisePage, kit: Kit) -> None:
    kit.words.set_language(Language.EN)
    assert page.bar.field.text() == "1–20 Nov 2026"
    assert values(page)[1] == "100 n 23 · 14 not 7 days old"
    assert page.table.list.rows.rows[0].tag == "n<30 too few"  # type: ignore[attr-defined]


def test_days_without_a_contact_say_so(page: SupervisePage, qtbot: QtBot) -> None:
    counting(page, qtbot, "[")
    assert page.figure.remark.text().startswith("ช่วงนี้ไม่มีการติดต่อ")
    assert names(page) == []


def test_young_days_say_why_nothing_is_known(page: SupervisePage, qtbot: QtBot) -> None:
    counting(page, qtbot, "w")
    assert values(page)[1].startswith("–")
    assert "7 วัน" in page.figure.remark.text()


def test_news_are_counted_when_the_page_is_seen_again(
    page: SupervisePage, desk: Desk, watcher: Watcher, qtbot: QtBot
) -> None:
    page.hide()
    with desk.storage.write() as repos:
        repos.contacts.add(contact(10, person_id="new"))
        repos.contacts.add(contact(37, person_id="new"))
    watcher.changed.emit()
    with qtbot.waitSignal(page.counted):
        page.show()
    assert values(page)[0].startswith("38 ")


def test_the_last_of_several_wishes_is_counted(page: SupervisePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.counted):
        type_text("[[[")
    assert page.found is not None
    assert page.found.now.days == page.bar.days
    assert page.bar.field.text() == "1–31 ส.ค. 2569"


@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_painted(page: SupervisePage, table: str) -> None:
    page.show_table(table)
    assert not page.table.list.grab().isNull()
    assert all(row.told for row in page.table.list.rows.rows)


def test_mouse_works_too(page: SupervisePage) -> None:
    QTest.mouseClick(page.tiles.tiles[3], Qt.MouseButton.LeftButton)
    assert page.figure.title.text() == "ถึงคำตอบ"
