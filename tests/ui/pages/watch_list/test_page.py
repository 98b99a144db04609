"""The watch list kept with the keys alone: found, added, put right, ended; and little of it shown to strangers."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.audit import AuditKind
from frontdesk.domain.languages import Language
from frontdesk.domain.staff import Role
from frontdesk.domain.watch_list import Advice, Decision, Watched, WatchKind
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.watch_list.page import WatchListPage
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher
from tests.ui.keys import focused, press, type_text
from tests.ui.pages.conftest import ORN

K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
CHIEF = replace(ORN, id="s-chief", code="chief", name="วรรณา สุขเกษม", role=Role.SUPERVISOR)
Make = Callable[..., WatchListPage]


def entry(desk: Desk, *names: str, plate: str = "", reason: str = "ขู่พนักงาน", days: int = 30) -> Watched:
    kind = WatchKind.PERSON if names else WatchKind.PLATE
    until = desk.watch_list.today() + timedelta(days=days)
    return Watched("", kind, names, plate, reason, Advice.CALL_SUPERVISOR, "", desk.clock.now(), until)


@pytest.fixture
def filled(desk: Desk) -> dict[str, Watched]:
    """List somebody, a car, and one whose time is over."""
    with desk.storage.write() as repos:
        repos.staff.save(CHIEF)
        over = replace(entry(desk, "สายหยุด ลมเปลี่ยนทิศ", days=-3), id="w-over", added_by=ORN.id)
        repos.watch.save(over, ORN.id, desk.clock.now() - timedelta(days=60))
    somchai = desk.watch_list.add(entry(desk, "สมชาย ใจดี", "ชัย ใจดี"), ORN.id)
    car = desk.watch_list.add(entry(desk, plate="1กก 1234 กทม", reason="ชนแล้วหนี"), ORN.id)
    return {"somchai": somchai, "car": car, "over": over}


@pytest.fixture
def make(
    desk: Desk, filled: dict[str, Watched], kit: Kit, tasks: Tasks, watcher: Watcher, qtbot: QtBot,
    open_page: Callable[[QWidget], None],
) -> Make:  # fmt: skip
    def build(staff: object = CHIEF) -> WatchListPage:
        page = WatchListPage(kit, desk.watch_list, tasks, watcher)
        page.sign_in(staff)  # type: ignore[arg-type]
        open_page(page)
        page.focus_first()
        qtbot.waitUntil(lambda: page.card.entry is not None)
        return page

    return build


def titles(page: WatchListPage) -> list[str]:
    return [item.spoken.split(", ")[0] for item in page.pane.list.items]


def type_form(page: WatchListPage, qtbot: QtBot, name: str, plate: str, reason: str) -> None:
    """Fill in the first three fields of a new entry, going on by Tab."""
    press(K.Key_Insert)
    qtbot.waitUntil(lambda: focused() is page.form.form.fields["name"])
    for text in (name, plate):
        type_text(text)
        press(K.Key_Tab)
    type_text(reason)


def test_those_in_force_come_first_and_the_rest_are_marked(page_rows: list[str]) -> None:
    assert page_rows == ["ใช้อยู่ 2", "1กก 1234 กรุงเทพมหานคร", "สมชาย ใจดี", "หมดเวลาหรือยกเลิกแล้ว 1", "สายหยุด ลมเปลี่ยนทิศ"]


@pytest.fixture
def page_rows(make: Make) -> list[str]:
    return titles(make())


def test_the_card_says_why_what_to_do_by_whom_and_until_when(make: Make, kit: Kit, filled: dict[str, Watched]) -> None:
    page = make()
    page.pane.list.pick(filled["somchai"].id)
    assert (page.card.title.text(), page.card.reason.text()) == ("สมชาย ใจดี", "ขู่พนักงาน")
    assert page.card.advice.text() == "แจ้งหัวหน้างานก่อน"
    lines = dict(page.card.record.lines)
    assert lines["ชื่ออื่น"] == "ชัย ใจดี"
    assert lines["เพิ่มเมื่อ"].endswith("โดย อรอนงค์")
    assert lines["เฝ้าระวังถึง"] == kit.words.date(filled["somchai"].until or date.min)
    assert page.card.decisions.lines[0][0] == "ยังไม่เคยเตือน"
    page.pane.list.pick("w-over")
    assert page.card.state.accessibleName() == "หมดเวลาแล้ว"


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("นัท", []),
        ("somchai jaidee", ["สมชาย ใจดี"]),
        ("ชนแล้ว", ["1กก 1234 กรุงเทพมหานคร"]),
        ("กก 1 1234", ["1กก 1234 กรุงเทพมหานคร"]),
        ("ใจดี", ["สมชาย ใจดี"]),
        ("สายหยุด", ["สายหยุด ลมเปลี่ยนทิศ"]),
    ],
)
def test_the_box_finds_by_name_sound_plate_and_reason(make: Make, typed: str, wanted: list[str]) -> None:
    page = make()
    type_text(typed)
    rows = [item for item in page.pane.list.items if item.key]
    assert [item.spoken.split(", ")[0] for item in rows] == wanted
    assert page.pane.caption.text() == (f"พบ {len(wanted)}" if wanted else "ไม่พบในบัญชี")


def test_somebody_is_added_with_the_keys_alone(make: Make, desk: Desk, qtbot: QtBot) -> None:
    page = make(ORN)
    type_form(page, qtbot, "นายวิชัย มีสุข", "", "ขโมยของในลานจอดรถ")
    press(K.Key_Tab, K.Key_Right, K.Key_Tab)
    type_text("ชัย")
    press(K.Key_S, modifiers=CTRL)
    qtbot.waitUntil(lambda: page.card.title.text() == "นายวิชัย มีสุข")
    (made,) = [one for one in desk.watch_list.standing() if "นายวิชัย มีสุข" in one.names]
    assert (made.names, made.advice, made.added_by) == (("นายวิชัย มีสุข", "ชัย"), Advice.DO_NOT_LET_IN, ORN.id)
    assert made.until == desk.watch_list.usual_until()
    assert page.card.foot.remark.text() == "เพิ่มในบัญชีแล้ว มีผลทันที"
    assert focused() is page.pane.box
    assert desk.watch_list.check("วิชัย มีสุก")


def test_a_car_needs_no_name(make: Make, desk: Desk, qtbot: QtBot) -> None:
    page = make(ORN)
    type_form(page, qtbot, "", "2ขข 99 ชลบุรี", "จอดขวางทางรถพยาบาล")
    press(K.Key_Return, modifiers=CTRL)
    qtbot.waitUntil(lambda: page.card.title.text() == "2ขข 99 ชลบุรี")
    assert desk.watch_list.check(plate="2ขข99")[0].watched.kind is WatchKind.PLATE


@pytest.mark.parametrize(
    ("name", "reason", "field", "said"),
    [("", "ขู่", "name", "ใส่ชื่อหรือทะเบียนรถ"), ("วิชัย มีสุข", "", "reason", "ใส่เหตุผล")],
)
def test_what_is_missing_is_said_at_its_field(
    make: Make, qtbot: QtBot, name: str, reason: str, field: str, said: str
) -> None:
    page = make(ORN)
    type_form(page, qtbot, name, "", reason)
    press(K.Key_S, modifiers=CTRL)
    qtbot.waitUntil(lambda: page.form.form.error(field).startswith(said))


def test_an_entry_is_put_right(make: Make, desk: Desk, qtbot: QtBot, filled: dict[str, Watched]) -> None:
    page = make()
    page.pane.list.pick(filled["somchai"].id)
    press(K.Key_E, modifiers=CTRL)
    qtbot.waitUntil(lambda: focused() is page.form.form.fields["name"])
    page.form.form.fields["until"].setFocus()
    press(K.Key_A, modifiers=CTRL)
    press(K.Key_Delete)
    press(K.Key_S, modifiers=CTRL)
    qtbot.waitUntil(lambda: page.card.foot.remark.text() == "แก้ไขแล้ว มีผลทันที")
    stored = next(one for one in desk.watch_list.standing() if one.id == filled["somchai"].id)
    assert (stored.until, stored.changed_by) == (None, CHIEF.id)


def test_a_supervisor_ends_with_del_twice(make: Make, desk: Desk, qtbot: QtBot, filled: dict[str, Watched]) -> None:
    page = make()
    page.pane.list.pick(filled["somchai"].id)
    press(K.Key_Delete)
    assert page.card.foot.remark.text().startswith("ยกเลิกการเฝ้าระวังรายการนี้ กด Del อีกครั้ง")
    press(K.Key_Delete)
    qtbot.waitUntil(lambda: not desk.watch_list.check("สมชาย ใจดี"))
    qtbot.waitUntil(lambda: page.card.foot.remark.text() == "ยกเลิกแล้ว จะไม่เตือนอีก")


def test_esc_takes_the_question_back_and_only_then_leaves(make: Make, desk: Desk, qtbot: QtBot) -> None:
    page = make()
    left: list[bool] = []
    page.left.connect(lambda: left.append(True))
    press(K.Key_Delete, K.Key_Escape)
    assert (left, page.card.foot.remark.text()) == ([], "")
    press(K.Key_Escape)
    assert left == [True]
    assert len(desk.watch_list.standing()) == 2


def test_del_edits_what_is_typed_in_the_box(make: Make) -> None:
    page = make()
    type_text("ใจดี")
    press(K.Key_Home, K.Key_Delete)
    assert page.card.foot.remark.text() == ""
    assert page.pane.box.text() == "จดี"


def test_a_guard_cannot_end_an_entry(make: Make, desk: Desk) -> None:
    page = make(ORN)
    press(K.Key_Delete, K.Key_Delete)
    assert page.card.foot.remark.text() == "เฉพาะหัวหน้างานเท่านั้นที่ยกเลิกหรือย่นเวลาเฝ้าระวังได้"
    assert len(desk.watch_list.standing()) == 2


def test_decisions_are_shown_with_the_entry(make: Make, desk: Desk, qtbot: QtBot, filled: dict[str, Watched]) -> None:
    desk.watch_list.decide(desk.watch_list.check("สมชาย ใจดี")[0], Decision.REFUSED, ORN.id, note="เอะอะโวยวาย")
    page = make()
    page.pane.list.pick(filled["somchai"].id)
    assert page.card.decisions.lines[0][1] == "ไม่ให้เข้า (100%) โดย อรอนงค์ · เอะอะโวยวาย"


def looks(desk: Desk) -> list[tuple[str, str]]:
    with desk.storage.read() as repos:
        return [(one.staff, one.subject) for one in repos.audit.latest(99) if one.kind is AuditKind.WATCH_LOOK]


def test_each_look_is_on_record_once_however_often_the_list_is_read_again(
    make: Make, desk: Desk, watcher: Watcher, qtbot: QtBot
) -> None:
    page = make()
    qtbot.waitUntil(lambda: len(looks(desk)) == 1)
    for _ in range(3):
        watcher.changed.emit()
    page.reload()
    page.hide()
    page.show()
    qtbot.waitUntil(lambda: looks(desk) == [(CHIEF.id, "")] * 2)


def seen(page: WatchListPage) -> str:
    lines = [*page.card.record.lines, *page.card.decisions.lines]
    parts = [item.spoken for item in page.pane.list.items] + [part for line in lines for part in line]
    widgets = [page.card.title.text(), page.card.reason.text(), page.card.record.toolTip()]
    return " ".join([*parts, *widgets, page.card.record.accessibleName(), page.card.decisions.accessibleName()])


def test_strangers_read_neither_names_nor_reasons_until_a_key_is_held(
    make: Make, desk: Desk, kit: Kit, qtbot: QtBot, filled: dict[str, Watched]
) -> None:
    desk.watch_list.decide(desk.watch_list.check("สมชาย ใจดี")[0], Decision.REFUSED, ORN.id, note="โวยวาย")
    page = make()
    kit.words.set_discreet(True)
    page.pane.list.pick(filled["somchai"].id)
    secrets = ("สมชาย", "ใจดี", "ขู่", "ชน", "1234", "โวยวาย", "สายหยุด")
    assert not [secret for secret in secrets if secret in seen(page)]
    assert page.card.title.text() == "ส••• ใจ•••"
    QTest.keyPress(focused(), K.Key_R, CTRL)
    assert "ขู่พนักงาน" in seen(page)
    QTest.keyRelease(focused(), K.Key_R, CTRL)
    assert not [secret for secret in secrets if secret in seen(page)]
    qtbot.waitUntil(lambda: (CHIEF.id, filled["somchai"].id) in looks(desk))


def test_speaks_english(make: Make, kit: Kit, filled: dict[str, Watched]) -> None:
    page = make()
    page.pane.list.pick(filled["somchai"].id)
    kit.words.set_language(Language.EN)
    assert page.card.advice.text() == "Call the supervisor first"
    assert titles(page)[0] == "2 in force"
    assert dict(page.card.record.lines)["Other names"] == "ชัย ใจดี"


def test_until_is_shown_in_the_buddhist_era(make: Make, desk: Desk, filled: dict[str, Watched]) -> None:
    page = make()
    page.pane.list.pick(filled["car"].id)
    year = (filled["car"].until or date.min).year + 543
    assert dict(page.card.record.lines)["เฝ้าระวังถึง"].endswith(str(year))
