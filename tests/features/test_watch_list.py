"""Somebody is to be watched for: listed at one window, noticed at the gate, and the guard decides."""

from frontdesk.domain.audit import AuditKind
from frontdesk.domain.watch_list import Decision
from frontdesk.ui.pages.watch_list.page import WatchListPage
from tests.features.driver import Driver

PLATE = "2กข 7788 ชลบุรี"


def page_of(driver: Driver) -> WatchListPage:
    return driver.place.pages.watch_list


def list_somebody(driver: Driver, name: str, plate: str, reason: str) -> None:
    """Open the list and add an entry with the keys alone."""
    page = page_of(driver)
    driver.press("Shift+F4")
    driver.wait_for(lambda: page.pane.box.hasFocus() and page.board is not None)
    driver.press("Ins")
    driver.wait_for(lambda: page.form.form.fields["name"].hasFocus())
    driver.type(name)
    driver.press("Tab")
    driver.type(plate)
    driver.press("Tab")
    driver.type(reason)
    driver.press("Ctrl+S")
    driver.wait_for(lambda: page.card.entry is not None and page.card.entry.reason == reason)


def test_one_window_lists_and_the_other_knows_it_at_once(reception: Driver, gate: Driver) -> None:
    gate.press("Shift+F4")
    gate.wait_for(lambda: page_of(gate).board is not None)
    reception.turn_to()
    reception.keys = 0
    list_somebody(reception, "นายทองดี มีทรัพย์เย็น", PLATE, "ขู่พนักงาน")
    assert reception.keys == 5

    gate.wait_for(lambda: page_of(gate).card.title.text() == "นายทองดี มีทรัพย์เย็น")
    hits = gate.place.services.watch_list.check("thongdi mesapyen", "2กข 7788")
    assert [hit.watched.names for hit in hits] == [("นายทองดี มีทรัพย์เย็น",)]


def test_everything_done_to_the_list_is_on_record(reception: Driver) -> None:
    list_somebody(reception, "ทองดี มีทรัพย์เย็น", "", "ขู่พนักงาน")
    reception.wait_for_data()

    with reception.place.services.storage.read() as repos:
        events = repos.audit.latest(9)
    assert [one.kind for one in events] == [AuditKind.WATCH_ADD, AuditKind.WATCH_LOOK]
    assert {one.staff for one in events} == {reception.place.staff.id if reception.place.staff else ""}
    assert "ทองดี" not in str(events)


def test_a_supervisor_sees_what_was_decided_and_ends_the_entry(reception: Driver, gate: Driver) -> None:
    reception.turn_to()
    list_somebody(reception, "ทองดี มีทรัพย์เย็น", "", "ขู่พนักงาน")
    watch = reception.place.services.watch_list
    watch.decide(watch.check("ทองดี มีทรัพย์เย็น")[0], Decision.REFUSED, "staff-orn")

    gate.turn_to()
    gate.press("Shift+F4")
    page = page_of(gate)
    gate.wait_for(lambda: page.card.entry is not None)
    assert page.card.decisions.lines[0][1].startswith("ไม่ให้เข้า (100%)")
    gate.press("Del", "Del")
    gate.wait_for(lambda: not watch.standing())
    gate.press("Esc")
    gate.wait_for(lambda: gate.place.window.page_id == "visitors")
