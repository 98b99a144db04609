"""Somebody is to be watched for: listed at one window, noticed at the gate, and the guard decides."""

from datetime import UTC, datetime

from frontdesk.domain.audit import AuditKind
from frontdesk.domain.visits import Visit
from frontdesk.domain.watch_list import Advice, Decision, Watched, WatchKind
from frontdesk.services.watch_list import WatchList
from frontdesk.ui.pages.gate.watch_strip import WatchStrip
from frontdesk.ui.pages.watch_list.page import WatchListPage
from tests.features.driver import Driver
from tests.features.small_desk import CHAI, ORN

PLATE = "2กข 7788 ชลบุรี"
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


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


def listed(driver: Driver, name: str = "ทองดี มีทรัพย์เย็น") -> WatchList:
    """Let a name be on the list already."""
    watch = driver.place.services.watch_list
    watch.add(
        Watched("", WatchKind.PERSON, (name,), "", "ขู่พนักงาน", Advice.CALL_SUPERVISOR, "", datetime.now(UTC)), ORN.id
    )
    return watch


def expect(driver: Driver, name: str, number: str = "0891112222") -> Visit:
    """Write down at reception that somebody will come."""
    visits = driver.place.services.visits
    return visits.expect(Visit("", visits.today(), name, number=number), ORN.id)


def comes_to_the_gate(driver: Driver, name: str) -> WatchStrip:
    """Find somebody expected in the box, and let them in."""
    page = driver.place.pages.gate
    driver.turn_to()
    driver.press("F4")
    driver.wait_for(lambda: page.isVisible() and page.box.hasFocus())
    driver.wait_for_data()
    driver.type(name)
    driver.wait_for(lambda: page.hand.visit is not None)
    driver.press("Return")
    driver.wait_for_data()
    page.watch.grace_ms = page.watch.settle_ms = 0
    return page.watch


def test_a_guard_refuses_somebody_whose_name_sounds_like_a_listed_one(reception: Driver, gate: Driver) -> None:
    watch, visit = listed(reception), expect(reception, "ทองดี มีซับเย็น")
    strip = comes_to_the_gate(gate, "ทองดี มีซับเย็น")
    gate.wait_for(lambda: strip.hasFocus() and strip.hit is not None)
    assert strip.face.lines()[:3] == ("ทองดี มีทรัพย์เย็น", "เหมือนมาก 97%", "ออกเสียงเหมือนกัน")
    assert gate.place.services.visits.board().people == 0

    gate.press("3")
    gate.wait_for(lambda: len(watch.decisions(LONG_AGO, datetime.now(UTC))) == 1)
    (decided,) = watch.decisions(LONG_AGO, datetime.now(UTC))
    assert (decided.decision, decided.visit_id, decided.by) == (Decision.REFUSED, visit.id, CHAI.id)
    gate.wait_for_data()
    assert gate.place.services.visits.board().people == 0


def test_who_is_not_the_same_comes_in_and_is_not_asked_about_again(reception: Driver, gate: Driver) -> None:
    watch, first = listed(reception), expect(reception, "ทองดี มีทรัพย์เย็น")
    strip = comes_to_the_gate(gate, "ทองดี มีทรัพย์เย็น")
    gate.wait_for(lambda: strip.hasFocus() and strip.hit is not None)
    gate.press("1")
    visits = gate.place.services.visits
    gate.wait_for(lambda: [one.id for one in visits.board().inside] == [first.id])
    visits.leave(first.id, CHAI.id)

    again = expect(reception, "นายทองดี มีทรัพย์เย็น")
    strip = comes_to_the_gate(gate, "นายทองดี มีทรัพย์เย็น")
    gate.wait_for(lambda: [one.id for one in visits.board().inside] == [again.id])
    assert strip.hit is None
    assert len(watch.decisions(LONG_AGO, datetime.now(UTC))) == 1


def test_a_name_that_merely_contains_a_listed_word_comes_in_unasked(reception: Driver, gate: Driver) -> None:
    listed(reception, "Yes")
    listed(reception, "ชัย")
    visit = expect(reception, "Laura Reyes")
    strip = comes_to_the_gate(gate, "Laura Reyes")
    visits = gate.place.services.visits
    gate.wait_for(lambda: [one.id for one in visits.board().inside] == [visit.id])
    assert not strip.isVisible()


def test_strangers_at_the_counter_read_nothing_of_it(reception: Driver, gate: Driver) -> None:
    listed(reception)
    expect(reception, "ทองดี มีทรัพย์เย็น")
    words = gate.place.kit.words
    words.set_discreet(True)
    strip = comes_to_the_gate(gate, "ทองดี มีทรัพย์เย็น")
    gate.wait_for(lambda: strip.hasFocus() and strip.hit is not None)
    assert strip.face.lines() == (words("watch.neutral"), words("watch.neutral_how"))
    assert [button.text() for button in strip.buttons] == [""] * 4
    gate.press("4")
    assert strip.hit is not None
    words.set_discreet(False)
