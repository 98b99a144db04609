"""The end of a guard's shift: what happened is written down, who never left is closed with a reason, the next signs."""

from frontdesk.domain.hand_over import ItemKind
from frontdesk.domain.shift_log import EntryKind
from frontdesk.domain.visits import CardKind, Visit, VisitState
from frontdesk.ui.pages.hand_over.items import HandRow
from frontdesk.ui.pages.hand_over.log_items import LogRow
from frontdesk.ui.pages.hand_over.page import HandOverPage
from tests.features.driver import Driver
from tests.features.small_desk import CHAI, ORN, PIN


def page_of(driver: Driver) -> HandOverPage:
    return driver.place.pages.hand_over


def log_rows(driver: Driver) -> list[LogRow]:
    return [item for item in page_of(driver).list.items if isinstance(item, LogRow)]


def kinds(driver: Driver) -> list[ItemKind]:
    return [item.item.kind for item in page_of(driver).list.items if isinstance(item, HandRow)]


def test_what_happens_is_written_from_any_page_with_three_keys(at_desk: Driver) -> None:
    at_desk.press("F4")
    at_desk.keys = 0
    at_desk.press("Ctrl+Shift+J", "1")
    at_desk.type("น้ำรั่วชั้น 2 แจ้งช่างแล้ว")
    at_desk.press("Return")
    at_desk.wait_for(lambda: len(log_rows(at_desk)) == 1)
    assert at_desk.keys == 3
    [entry] = at_desk.place.services.shift_log.page().entries
    assert (entry.kind, entry.text, entry.by, entry.place) == (
        EntryKind.INCIDENT, "น้ำรั่วชั้น 2 แจ้งช่างแล้ว", ORN.id, "โต๊ะ A",
    )  # fmt: skip


def test_ctrl_j_at_the_gate_is_the_log(at_desk: Driver) -> None:
    at_desk.place.services.shift_log.write(EntryKind.PATROL, "ตรวจรอบ 10:00 ปกติ", ORN.id)
    at_desk.press("F4", "Ctrl+J")
    at_desk.wait_for(lambda: [row.what for row in log_rows(at_desk)] == ["ตรวจรอบ 10:00 ปกติ"])


def test_a_shift_ends_with_nobody_left_inside_silently(at_desk: Driver) -> None:
    services = at_desk.place.services
    visits = [
        services.visits.walk_in(Visit("", services.visits.today(), name, place="ตึก 3"), ORN.id)
        for name in ("มาลี พูลสุข", "ช่างลิฟต์", "ธนากร วงศ์ชัย")
    ]
    services.card_exchange.take(visits[0].id, CardKind.NATIONAL_ID, ORN.id, "14")
    services.shift_log.write(EntryKind.KEYS, "กุญแจห้อง 4 ยังไม่คืน", ORN.id, follow_up=True)
    at_desk.keys = 0
    at_desk.press("Ctrl+J")
    at_desk.wait_for(lambda: kinds(at_desk) == [ItemKind.VISIT] * 3 + [ItemKind.CARD, ItemKind.FOLLOW_UP])
    at_desk.press("Space", "Space")
    at_desk.type("a")
    at_desk.type("ตรวจห้องแล้วไม่พบ")
    at_desk.press("Return")
    at_desk.wait_for(lambda: kinds(at_desk) == [ItemKind.VISIT, ItemKind.CARD, ItemKind.FOLLOW_UP])
    assert at_desk.keys == 4
    closed = [one for one in map(services.visits.get, (one.id for one in visits)) if one and one.state.ended]
    assert {(one.state, one.reason) for one in closed} == {(VisitState.ASSUMED_LEFT, "ตรวจห้องแล้วไม่พบ")}

    at_desk.press("Ctrl+Return")
    at_desk.type(PIN)
    page = page_of(at_desk)
    at_desk.wait_for(lambda: page.asking.signing.chosen == CHAI and page.asking.signing.pin.hasFocus())
    at_desk.type(PIN)
    at_desk.wait_until_ready(CHAI)
    [made] = services.hand_overs.board().past
    assert [item.kind for item in made.items] == [ItemKind.VISIT, ItemKind.CARD, ItemKind.FOLLOW_UP]
    assert made.taken is not None
    assert made.taken.staff == CHAI.id


def test_the_report_of_the_shift_lies_beside_its_log(at_desk: Driver) -> None:
    at_desk.place.services.shift_log.write(EntryKind.ALARM, "สัญญาณเตือนชั้น 3", ORN.id)
    at_desk.press("Ctrl+J", "Alt+4")
    at_desk.wait_for(lambda: len(log_rows(at_desk)) == 1)
    pane = at_desk.place.pages.hand_over_and_paper.pane
    at_desk.press("Ctrl+P")
    at_desk.wait_for(lambda: pane.sheet.image is not None)
    assert pane.choice.value == "gate-shift"
    at_desk.press("Alt+1")
    at_desk.wait_for(lambda: pane.choice.value == "hand-over")
