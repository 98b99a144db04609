"""A stranger stands at the gate, somebody telephones that they will come, and a form is left half typed."""

from datetime import timedelta

import pytest

from frontdesk.domain.visits import StepKind, VisitState
from tests.features.conftest import OpenDesk
from tests.features.driver import Driver
from tests.features.gate_guard import Guard
from tests.features.small_desk import ORN, SUDA, SUDAS_NUMBER


@pytest.fixture
def guard(at_desk: Driver) -> Guard:
    return Guard(at_desk)


def test_a_stranger_is_let_in_with_a_name_and_a_host(guard: Guard) -> None:
    guard.driver.press("Ins")
    guard.type("วิชัย ทองดี")
    guard.driver.press("Tab")
    guard.type("วรร")
    guard.wait_for_host("วรรณา ศรีสุข")
    guard.driver.press("Return", "Ctrl+Return")
    guard.wait_until_closed()

    assert guard.driver.keys == 4
    assert guard.pressed <= 20
    visits = guard.driver.place.services.visits
    (visit,) = visits.board().inside
    assert (visit.name, visit.host, visit.state) == ("วิชัย ทองดี", "วรรณา ศรีสุข", VisitState.GATE)
    assert visit.host_id == "id-S-MRD-1"
    assert visit.until is not None
    assert visit.arrived_at is not None
    assert visit.until - visit.arrived_at == visits.stay().usual
    assert guard.gate.box.hasFocus()

    guard.driver.press("Ctrl+Z")
    guard.driver.wait_for(lambda: visits.board().people == 0)


def test_what_stands_in_the_box_goes_into_its_field(guard: Guard) -> None:
    guard.type("1กก 1234 ช่างลิฟต์ 3 คน")
    guard.driver.press("Ins")
    form = guard.forms.form
    guard.driver.wait_for(lambda: guard.forms.open is not None)
    assert (form.name.text(), form.plain["plate"].text(), form.party.text()) == ("ช่างลิฟต์", "1กก 1234", "3")
    guard.driver.press("Alt+4", "Ctrl+Return")
    guard.wait_until_closed()
    (visit,) = guard.driver.place.services.visits.board().inside
    assert (visit.name, visit.plate, visit.party, visit.purpose) == ("ช่างลิฟต์", "1กก 1234", 3, "ซ่อมบำรุง")


def test_a_question_can_be_answered_with_a_form_half_typed(guard: Guard) -> None:
    guard.driver.press("Ins")
    guard.type("วิชัย")
    guard.driver.press("Esc")
    guard.driver.wait_for(lambda: guard.gate.box.hasFocus())
    guard.type("จอดรถ")
    guard.driver.wait_for(lambda: guard.gate.hand.rows)
    guard.driver.press("Esc")
    guard.driver.press("Ins")
    guard.driver.wait_for(lambda: guard.forms.open is not None)
    assert guard.forms.form.name.text() == "วิชัย"
    guard.driver.press("Ctrl+Return")
    guard.wait_until_closed()
    assert [one.name for one in guard.driver.place.services.visits.board().inside] == ["วิชัย"]


def test_two_half_typed_forms_wait_side_by_side(guard: Guard) -> None:
    for name in ("เอก", "โท"):
        guard.type(name)
        guard.driver.wait_for(lambda name=name: guard.gate.results.rows_for == name)  # type: ignore[misc]
        guard.driver.press("Ins")
        guard.driver.press("Esc")
    guard.driver.press("Ins", "Ctrl+Down")
    assert guard.forms.form.name.text() == "เอก"
    guard.driver.press("Shift+Esc")
    guard.driver.wait_for_data()
    entry = guard.driver.place.services.visit_entry
    assert [one.typed.name for one in entry.waiting(ORN.id)] == ["โท"]

    guard.driver.press("Ctrl+Z")
    guard.driver.wait_for(lambda: [one.typed.name for one in entry.waiting(ORN.id)] == ["เอก", "โท"])
    guard.driver.wait_for_data()
    guard.driver.press("Ins")
    assert guard.forms.form.name.text() == "เอก"


def test_a_faulty_field_gets_the_focus_and_nothing_is_lost(guard: Guard) -> None:
    guard.driver.press("Ins")
    guard.type("วิชัย")
    form = guard.forms.form
    form.party.setFocus()
    guard.type("0")
    form.plain["until"].setFocus()
    guard.driver.press("Ctrl+Return")
    guard.driver.wait_for(lambda: form.party.hasFocus())
    assert "1 ถึง 999" in form.told.text()
    assert guard.driver.place.services.visits.board().people == 0
    form.party.selectAll()
    guard.type("2")
    guard.driver.press("Ctrl+Return")
    guard.wait_until_closed()
    assert guard.driver.place.services.visits.board().people == 2


def test_a_caller_says_that_they_will_come(at_desk: Driver) -> None:
    driver = at_desk
    driver.desk.session.set_number(SUDAS_NUMBER)
    driver.desk.session.set_person(f"id-{SUDA}")
    driver.wait_for(lambda: driver.caller == "สุดา ใจดี")
    driver.press("Ctrl+U")
    forms = driver.place.pages.gate.forms
    driver.wait_for(lambda: forms.form.isVisible() and forms.form.host.field.hasFocus())
    driver.keys = 0
    driver.type("วรร")
    driver.wait_for(lambda: "วรรณา" in forms.form.host.captioned.said)
    driver.press("Return")
    driver.type("พรุ่งนี้ 10:30")
    driver.wait_for(lambda: "10:30" in forms.form.parts["when"].said)
    driver.press("Ctrl+Return")
    driver.wait_for(lambda: forms.code.isVisible())
    assert driver.keys == 2

    visits = driver.place.services.visits
    with driver.place.services.storage.read() as repos:
        (visit,) = repos.visits.expected(visits.today() + timedelta(days=1))
    assert (visit.name, visit.person_id, visit.number) == ("สุดา ใจดี", f"id-{SUDA}", SUDAS_NUMBER)
    assert forms.code.code.text().replace(" ", "").lower() == visit.code
    driver.press("Return")
    driver.wait_for(lambda: forms.open is None)
    assert [step.kind for step in visits.steps(visit.id)] == [StepKind.ENTERED]


def test_a_half_typed_form_is_there_after_the_window_was_closed(open_desk: OpenDesk, guard: Guard) -> None:
    guard.driver.press("Ins")
    guard.type("วิชัย ทองดี")
    folder = guard.driver.place.folder
    guard.driver.place.close()

    again = open_desk(folder)
    again.sit_down(ORN)
    second = Guard(again)
    second.driver.press("Ins")
    assert second.forms.form.name.text() == "วิชัย ทองดี"
