"""Visitors come and go at the gate, counted in keys, and reception sees the same."""

from dataclasses import replace
from datetime import timedelta

import pytest

from frontdesk.domain.visits import CardKind, Visit, VisitState
from frontdesk.ui.pages.gate.page import GatePage
from tests.features.driver import Driver
from tests.features.small_desk import ORN, SUDAS_NUMBER

PLATE = "1กก 1234 กรุงเทพมหานคร"


@pytest.fixture
def at_gate(at_desk: Driver) -> Driver:
    """Orn has gone to the gate; Wichai is expected, Somsri is inside and has left a card."""
    services = at_desk.place.services
    visits, now = services.visits, services.clock.now()
    wichai = Visit("", visits.today(), "วิชัย ทองดี", plate=PLATE, due=now, number=SUDAS_NUMBER, host="วรรณา")
    visits.expect(replace(wichai, host_id="id-S-MRD-1", place="เวชระเบียน"), ORN.id)
    somsri = visits.walk_in(Visit("", visits.today(), "สมศรี บุญมา", place="ตึก 5"), ORN.id)
    services.card_exchange.take(somsri.id, CardKind.NATIONAL_ID, ORN.id, "14")
    at_desk.press("F4")
    page = at_desk.place.pages.gate
    at_desk.wait_for(lambda: page.board.board is not None and page.board.board.expected_count == 1)
    at_desk.keys = 0
    return at_desk


def gate(driver: Driver) -> GatePage:
    return driver.place.pages.gate


def visit(driver: Driver, name: str) -> Visit:
    """Return the one visit of a name."""
    visits = driver.place.services.visits
    found = driver.place.services.gate_finder.find(name).matches
    stands = visits.get(found[0].visit.id)
    assert stands is not None
    return stands


def done(driver: Driver, said: str) -> None:
    """Wait until the band says that something was done."""
    driver.wait_for(lambda: said in gate(driver).band.text.spoken)
    driver.wait_for_data()


def test_an_expected_visitor_is_in_with_five_keys(at_gate: Driver) -> None:
    at_gate.press("1", "2", "3", "4", "Return")

    done(at_gate, "มาถึงแล้ว")
    assert at_gate.keys == 5
    assert visit(at_gate, "วิชัย ทองดี").state is VisitState.GATE
    at_gate.press("Ctrl+T", "Ctrl+B")
    done(at_gate, "ถึงประชาสัมพันธ์")
    stands = visit(at_gate, "วิชัย ทองดี")
    assert (stands.state, stands.host_told_at is not None) == (VisitState.RECEPTION, True)


def test_a_caller_of_a_moment_ago_is_recognised_at_the_gate(at_gate: Driver) -> None:
    at_gate.press("F2")
    at_gate.desk.session.set_number(SUDAS_NUMBER)
    at_gate.press("Ctrl+1")
    at_gate.wait_for_record(1)
    at_gate.press("F4")
    at_gate.type("กก1234")

    at_gate.wait_for(lambda: gate(at_gate).band.text.title == "วิชัย ทองดี")
    assert "โทรมาเมื่อครู่นี้" in gate(at_gate).band.text.spoken


def test_a_badge_scanned_right_after_coming_in_lets_nobody_out(at_gate: Driver) -> None:
    at_gate.type(visit(at_gate, "สมศรี").token)
    at_gate.press("Return")  # the scanner's own, which only shows her: she came in a moment ago
    at_gate.wait_for(lambda: gate(at_gate).band.text.title == "สมศรี บุญมา")
    at_gate.wait_for_data()
    at_gate.press("Return")

    done(at_gate, "คืนบัตรช่อง 14 แล้ว")
    assert at_gate.place.services.card_exchange.open() == []
    assert visit(at_gate, "สมศรี").inside
    at_gate.wait_for(lambda: gate(at_gate).hand.awake)
    at_gate.press("Return")
    at_gate.wait_for(lambda: visit(at_gate, "สมศรี").state is VisitState.LEFT)


def test_a_slip_of_the_hand_is_taken_back(at_gate: Driver) -> None:
    at_gate.type("กก1234")
    at_gate.press("Return")
    done(at_gate, "มาถึงแล้ว")

    at_gate.press("Ctrl+Z")

    done(at_gate, "เลิกทำแล้ว")
    assert visit(at_gate, "วิชัย ทองดี").state is VisitState.EXPECTED


def test_the_gates_questions_are_answered_and_counted(at_gate: Driver) -> None:
    at_gate.type("จอดรถ")
    at_gate.wait_for(lambda: "ฟรี 3 ชั่วโมง" in gate(at_gate).band.text.say)

    at_gate.press("Return")

    contact = at_gate.wait_for_record(1)
    assert (contact.articles, contact.queries) == (("SEC-01",), ("จอดรถ",))
    assert at_gate.keys == 1


def test_a_new_visitor_is_written_down_from_what_the_box_holds(at_gate: Driver) -> None:
    at_gate.type("มานะ ใจกล้า")
    at_gate.press("Ins")
    at_gate.wait_for(lambda: gate(at_gate).at_forms.open)
    at_gate.press("Ctrl+Return")

    done(at_gate, "มานะ ใจกล้า")
    assert at_gate.keys == 2
    assert visit(at_gate, "มานะ ใจกล้า").inside


def test_late_and_overdue_are_said_in_words(at_gate: Driver) -> None:
    services = at_gate.place.services
    hour = timedelta(hours=1)
    stale = Visit("", services.visits.today(), "ช่างลิฟต์", due=services.clock.now() - hour, party=2)
    services.visits.expect(stale, ORN.id)

    page = gate(at_gate)
    at_gate.wait_for(lambda: any("สาย 1 ชม." in row.spoken for one in page.board.lists for row in one.rows))
    assert any("2 คน" in row.spoken for one in page.board.lists for row in one.rows)


def test_the_bar_names_the_gate_and_when_its_board_was_read(at_gate: Driver) -> None:
    bar = at_gate.place.window.top_bar
    assert bar.gate.isVisible()
    assert bar.gate.text().startswith("โต๊ะ A · ประชาสัมพันธ์เห็นตรงกัน ")
    assert not bar.new.isVisible()
    at_gate.press("F2")
    assert not bar.gate.isVisible()
    assert bar.new.isVisible()
    assert bar.tabs.isVisible()


def test_the_keys_of_the_window_stay_at_the_gate(at_gate: Driver) -> None:
    at_gate.press("Tab", "Ctrl+K")
    assert at_gate.place.window.page_id == "visitors"
    assert gate(at_gate).box.hasFocus()
    before = at_gate.place.kit.theme.name
    at_gate.press("Ctrl+D")
    assert {before, at_gate.place.kit.theme.name} == {"light", "dark"}
    at_gate.press("Ctrl+D")
    assert at_gate.place.kit.theme.name == before


def test_a_caller_who_waits_stays_in_sight_at_the_gate(at_gate: Driver) -> None:
    at_gate.press("F2")
    at_gate.desk.session.set_number(SUDAS_NUMBER)
    at_gate.press("Ctrl+N", "F4")
    assert at_gate.place.window.top_bar.tabs.isVisible()
