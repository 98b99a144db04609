"""The log: filters typed and chosen, kept filters, picking, putting right, printing and exporting, all by key."""

import csv
from array import array
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlcipher3.dbapi2 import connect

from frontdesk.app import Desk
from frontdesk.domain.asked_days import Period, Stretch
from frontdesk.domain.audit import AuditKind
from frontdesk.domain.contact_filter import ContactFilter
from frontdesk.domain.contacts import Channel, Contact, Outcome
from frontdesk.domain.languages import Language
from frontdesk.domain.people import Person
from frontdesk.services.contact_report import LogOrder
from frontdesk.services.saved_filters import SavedFilter
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.log.page import LogPage
from frontdesk.ui.pages.log.places import row_of
from frontdesk.ui.pages.log.row_words import Column
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher
from tests.ui.keys import focused, type_text

from .conftest import ORN

CTRL, SHIFT, ALT = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
                    Qt.KeyboardModifier.AltModifier)  # fmt: skip
Open = Callable[[QWidget], None]


def contact(number: int, at: datetime, **values: object) -> Contact:
    kept: dict[str, object] = {"topic": f"เรื่องที่ {number}", "staff": "s-orn", "channel": Channel.PHONE,
                               "outcome": Outcome.ANSWERED, **values}  # fmt: skip
    return Contact(f"c{number:05}", at, at, **kept)  # type: ignore[arg-type]


@pytest.fixture
def page(desk: Desk, tasks: Tasks, kit: Kit, watcher: Watcher, open_page: Open, qtbot: QtBot) -> Iterator[LogPage]:
    """Six contacts of now and one of long ago, newest first: 5, 4, 3, 2, 1, 0, 9."""
    now = datetime.now(UTC)
    fields: dict[int, dict[str, object]] = {
        1: {"topic": "บัตรหาย", "note": "=1+1 ย้ายสิทธิ"},
        2: {"outcome": Outcome.TRANSFERRED},
        3: {"channel": Channel.LINE},
        4: {"outcome": Outcome.TRANSFERRED, "channel": Channel.LINE},
    }
    with desk.storage.write() as repos:
        repos.people.save(Person(id="p1", code="P-1", given_name="สุดา", family_name="ใจดี"), "s-orn")
        repos.contacts.add(contact(9, now - timedelta(days=900)))
        for number in range(6):
            repos.contacts.add(contact(number, now + timedelta(milliseconds=number), **fields.get(number, {})))
    made = LogPage(kit, desk, tasks, watcher)
    made.sign_in(ORN)
    open_page(made)
    qtbot.waitUntil(lambda: made.model.complete)
    yield made
    watcher.stop()


def topics(page: LogPage) -> list[str]:
    return [str(page.model.index(row, Column.TOPIC).data()) for row in range(page.model.rowCount())]


def numbers(page: LogPage) -> list[str]:
    contacts = [page.model.contact(row) for row in range(page.model.rowCount())]
    return [one.id[-1] if one else "?" for one in contacts]


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifiers)


TYPED = [
    ("บัตรหาย", ["1"]),
    ("สิทธิ", ["1"]),
    ("โอนสาย", ["4", "2"]),
    ("transferred LINE", ["4"]),
    ("วันนี้", None),
    ("ไลน์ วันนี้", ["4", "3"]),
    ("ไม่มีคำนี้", []),
    ("โดย:อรอนงค์ โอนสาย", ["4", "2"]),
    ("โดย:สมชาย", []),
]


@pytest.mark.parametrize(("text", "found"), [(text, found) for text, found in TYPED if found is not None])
def test_typing_filters(page: LogPage, qtbot: QtBot, text: str, found: list[str]) -> None:
    press(Qt.Key.Key_F, CTRL)
    assert page.bar.field.hasFocus()
    type_text(text)
    qtbot.waitUntil(lambda: page.model.complete and numbers(page) == found)


def test_enter_moves_what_was_typed_to_the_buttons_and_esc_gives_it_up(page: LogPage, qtbot: QtBot) -> None:
    press(Qt.Key.Key_F, CTRL)
    type_text("โทรศัพท์ โอนสาย วันนี้ เรื่อง")
    press(Qt.Key.Key_Return)
    assert page.table.hasFocus()
    assert page.bar.field.text() == "เรื่อง"
    values = {name: button.value for name, button in page.bar.buttons.items()}
    assert values == {"days": "วันนี้", "channel": "โทรศัพท์", "outcome": "โอนสาย", "topic": "", "staff": ""}
    qtbot.waitUntil(lambda: numbers(page) == ["2"])
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(numbers(page)) == 7)
    assert page.bar.wanted == ContactFilter()


def test_menus_are_worked_by_keys(page: LogPage, qtbot: QtBot) -> None:
    press(Qt.Key.Key_2, ALT)
    for _ in range(5):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: numbers(page) == ["4", "3"])
    press(Qt.Key.Key_3, ALT)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: numbers(page) == ["4"])
    assert page.bar.wanted == ContactFilter(channels=(Channel.LINE,), outcomes=(Outcome.TRANSFERRED,))
    press(Qt.Key.Key_1, ALT)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert page.bar.wanted.period == Period(Stretch.TODAY)


def test_nothing_that_fits_says_how_to_go_on(page: LogPage, qtbot: QtBot) -> None:
    page.bar.show_filter(ContactFilter(channels=(Channel.FAX,)))
    qtbot.waitUntil(lambda: page.model.rowCount() == 0 and page.model.complete)
    assert page.foot.remark.text() == "0 รายการ"
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.model.rowCount() == 7)


def test_a_filter_is_kept_and_chosen_by_its_number(page: LogPage, desk: Desk, qtbot: QtBot) -> None:
    press(Qt.Key.Key_F, CTRL)
    type_text("ไลน์")
    press(Qt.Key.Key_S, CTRL)
    assert page.name_strip.field.hasFocus()
    type_text("ทางไลน์")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.saving.kept))
    assert desk.saved_filters.of("s-orn") == [SavedFilter("ทางไลน์", "LINE")]
    assert desk.saved_filters.of("another") == []
    assert page.table.hasFocus()
    page.bar.clear()
    qtbot.waitUntil(lambda: len(numbers(page)) == 7)
    press(Qt.Key.Key_1)
    qtbot.waitUntil(lambda: numbers(page) == ["4", "3"])
    press(Qt.Key.Key_6, ALT)
    press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not page.saving.kept)


def test_a_filter_for_everybody(page: LogPage, desk: Desk, qtbot: QtBot) -> None:
    page.bar.show_filter(ContactFilter(Period(Stretch.LAST_WEEK)))
    press(Qt.Key.Key_S, CTRL)
    type_text("เดิม")
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: desk.saved_filters.of("another") == [SavedFilter("เดิม", "สัปดาห์ก่อน", site=True)])


def test_space_and_shift_pick_and_esc_gives_up(page: LogPage) -> None:
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert page.table.picked_rows == [range(1)]
    press(Qt.Key.Key_Space)
    assert page.table.picked_count == 2
    assert page.foot.remark.text() == "7 รายการ · เลือก 2"
    press(Qt.Key.Key_Escape)
    assert page.table.picked_count == 0
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_Down, SHIFT)
    assert page.table.picked_rows == [range(2, 5)]
    press(Qt.Key.Key_A, CTRL)
    assert page.table.picked_count == 7


def test_correcting_shows_both_values(page: LogPage, desk: Desk, qtbot: QtBot) -> None:
    press(Qt.Key.Key_E, CTRL)
    assert page.strip.outcome.hasFocus()
    press(Qt.Key.Key_Down)
    page.strip.fields["note"].setFocus()
    type_text("ต่อ 1133")
    page.strip.fields["person"].setFocus()
    type_text("P-1")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.strip.isVisible())
    qtbot.waitUntil(lambda: "โอนสาย" in str(page.model.index(0, Column.OUTCOME).data()))
    stored = desk.contact_log.latest()[0]
    assert (stored.outcome, stored.note, stored.person_id) == (Outcome.TRANSFERRED, "ต่อ 1133", "p1")
    assert [change.field for change in stored.corrections[0].changes if change.field == "outcome"] == ["outcome"]
    assert stored.corrections[0].by == "s-orn"
    qtbot.waitUntil(lambda: page.table.rowHeight(0) > page.table.rowHeight(1))
    press(Qt.Key.Key_Return)
    told = page.detail.lines["corrections"].text()
    assert "ตอบแล้ว → โอนสาย" in told and "โดย อรอนงค์" in told and "ของเดิมยังอยู่" in told
    press(Qt.Key.Key_Down)
    assert page.table.rowHeight(0) == page.table.rowHeight(1)


def test_a_person_who_is_not_known_is_said_in_place(page: LogPage, qtbot: QtBot) -> None:
    press(Qt.Key.Key_E, CTRL)
    page.strip.fields["person"].setFocus()
    type_text("ไม่มีใคร")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "ไม่มีใคร" in page.strip.wrong.text())
    assert page.strip.isVisible()
    press(Qt.Key.Key_Escape)
    assert not page.strip.isVisible() and page.table.hasFocus()


def test_new_contacts_move_neither_selection_nor_scroll(
    page: LogPage, desk: Desk, watcher: Watcher, qtbot: QtBot
) -> None:
    page.resize(1000, 300)
    watcher.start()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    chosen = page.model.contact(page.table.currentIndex().row())
    shown = page.table.visualRect(page.table.currentIndex()).top()
    with desk.storage.write() as repos:
        for number in (6, 7):
            repos.contacts.add(contact(number, datetime.now(UTC) + timedelta(hours=number)))
        repos.contacts.withdraw("c00000", "s-orn", datetime.now(UTC))
    qtbot.waitUntil(lambda: page.model.rowCount() == 8)
    current = page.table.currentIndex()
    assert page.model.contact(current.row()) == chosen
    assert page.table.visualRect(current).top() == shown
    assert page.table.picked_rows == [range(3, 4)]
    press(Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: topics(page)[0] == "เรื่องที่ 7")


def test_only_what_fits_comes_in(page: LogPage, desk: Desk, watcher: Watcher, qtbot: QtBot) -> None:
    page.bar.show_filter(ContactFilter(channels=(Channel.LINE,)))
    qtbot.waitUntil(lambda: numbers(page) == ["4", "3"])
    watcher.start()
    with desk.storage.write() as repos:
        repos.contacts.add(contact(6, datetime.now(UTC) + timedelta(hours=1)))
        repos.contacts.add(contact(7, datetime.now(UTC) + timedelta(hours=2), channel=Channel.LINE))
        repos.contacts.correct("c00003", {"channel": Channel.FAX}, "s-orn", datetime.now(UTC))
    qtbot.waitUntil(lambda: page.model.rowCount() == 2 and numbers(page) == ["7", "4"])


def test_one_that_was_written_late_comes_in_at_its_place(
    page: LogPage, desk: Desk, watcher: Watcher, qtbot: QtBot
) -> None:
    watcher.start()
    with desk.storage.write() as repos:
        repos.contacts.add(contact(8, datetime.now(UTC) - timedelta(days=800)))
    qtbot.waitUntil(lambda: numbers(page) == ["5", "4", "3", "2", "1", "0", "8", "9"])


def test_the_paper_is_of_the_filter_or_of_what_is_picked(page: LogPage, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.print_asked) as asked:
        press(Qt.Key.Key_P, CTRL)
    assert asked.args == [None]
    page.bar.show_filter(ContactFilter(channels=(Channel.LINE,)))
    qtbot.waitUntil(lambda: numbers(page) == ["4", "3"])
    order = _asked(page, qtbot)(Language.TH)
    assert order.filters == ("ช่องทาง LINE",)
    assert order.chosen is not None
    with desk.storage.read() as repos:
        assert [one.id for one in order.chosen(repos)] == ["c00003", "c00004"]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    order = _asked(page, qtbot)(Language.EN)
    assert order.filters == ("channel LINE", "only the 1 that was picked")
    assert order.chosen is not None
    with desk.storage.read() as repos:
        assert [one.id for one in order.chosen(repos)] == ["c00003"]


def _asked(page: LogPage, qtbot: QtBot) -> Callable[[Language], LogOrder]:
    with qtbot.waitSignal(page.print_asked) as asked:
        press(Qt.Key.Key_P, CTRL)
    return asked.args[0]  # type: ignore[no-any-return]


def test_what_fits_is_exported_without_formulas(page: LogPage, desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    press(Qt.Key.Key_F, CTRL)
    type_text("บัตรหาย")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: numbers(page) == ["1"])
    for name in ("ออก.csv", "ออก.xlsx"):
        page.out.export(tmp_path / name)
        qtbot.waitUntil(lambda name=name: name in page.foot.remark.text())  # type: ignore[misc]
    raw = (tmp_path / "ออก.csv").read_bytes()
    rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines()))
    assert raw.startswith(b"\xef\xbb\xbf")
    assert [(row["หัวข้อ"], row["บันทึก"], row["ผล"]) for row in rows] == [("บัตรหาย", "'=1+1 ย้ายสิทธิ", "ตอบแล้ว")]
    sheet = load_workbook(tmp_path / "ออก.xlsx").active
    assert sheet is not None and sheet.title == "บันทึกการติดต่อ"
    cells = [list(row) for row in sheet.iter_rows()]
    note = cells[1][[cell.value for cell in cells[0]].index("บันทึก")]
    assert note.data_type == "s" and "=1+1" in str(note.value)
    with desk.storage.read() as repos:
        events = [(one.staff, one.detail) for one in repos.audit.latest(5) if one.kind is AuditKind.EXPORT]
    assert events == [("s-orn", "contacts 1")] * 2


def test_a_number_is_cleared_by_a_correction_that_shows_both(page: LogPage, desk: Desk, qtbot: QtBot) -> None:
    with desk.storage.write() as repos:
        called = contact(8, datetime.now(UTC) + timedelta(hours=1))
        repos.contacts.add(replace(called, number="0812345678", digits="0812345678"))
    page.model.refresh()
    qtbot.waitUntil(lambda: numbers(page)[0] == "8")
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_E, CTRL)
    page.strip.fields["number"].setFocus()
    type_text("-")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.strip.isVisible())
    qtbot.waitUntil(lambda: shown_caller(page) == "ไม่ทราบชื่อ")
    stored = desk.contact_log.latest()[0]
    assert (stored.number, stored.digits) == ("", "")
    press(Qt.Key.Key_Return)
    assert "081-xxx-5678 → –" in page.detail.lines["corrections"].text()
    page.bar.show_filter(ContactFilter(words=("0812345678",)))
    qtbot.waitUntil(lambda: page.model.complete and numbers(page) == [])


def shown_caller(page: LogPage) -> str:
    return str(page.model.index(0, Column.CALLER).data())


def test_esc_stops_an_export_and_no_file_is_left(
    page: LogPage, desk: Desk, tasks: Tasks, tmp_path: Path, qtbot: QtBot
) -> None:
    gate = Event()
    tasks.run(gate.wait, lambda _: None)
    page.out.export(tmp_path / "ออก.xlsx")
    assert "Esc" in page.foot.remark.text()
    press(Qt.Key.Key_Escape)
    gate.set()
    qtbot.waitUntil(lambda: page.foot.remark.text() == "หยุดส่งออกแล้ว ไม่มีไฟล์ใหม่")
    assert list(tmp_path.glob("ออก*")) == []
    with desk.storage.read() as repos:
        assert not [one for one in repos.audit.latest(5) if one.kind is AuditKind.EXPORT]


def test_a_file_that_was_rewritten_is_read_anew(page: LogPage, desk: Desk, watcher: Watcher, qtbot: QtBot) -> None:
    watcher.start()
    before = page.model.layout_seen
    with closing(connect(desk.storage.file, isolation_level=None)) as other:
        other.execute("VACUUM").close()
    qtbot.waitUntil(lambda: page.model.layout_seen != before and page.model.complete)
    assert numbers(page) == ["5", "4", "3", "2", "1", "0", "9"]


def test_the_place_of_a_row_among_a_million_is_found() -> None:
    places = array("q", range(1_000_000, 0, -1))
    assert [row_of(places, place) for place in (1_000_000, 999_000, 1, 256, 0)] == [0, 1_000, 999_999, 999_744, None]


def test_leaving_a_correction_goes_back_to_what_was_open(page: LogPage) -> None:
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_E, CTRL)
    assert page.strip.isVisible() and not page.detail.isVisible()
    press(Qt.Key.Key_Escape)
    assert page.detail.isVisible() and page.table.hasFocus()
    press(Qt.Key.Key_Escape)
    assert not page.detail.isVisible()
