"""The gate page with real keys on the real services."""

from PySide6.QtCore import Qt

from frontdesk.domain.contacts import Outcome
from frontdesk.domain.keyboard_layout import to_thai
from frontdesk.domain.visits import VisitState
from frontdesk.ui.pages.gate.board_rows import ColumnKind
from frontdesk.ui.pages.gate.control import DeedKind
from frontdesk.ui.pages.gate.found_rows import AnswerFound, PersonFound, VisitFound

from ...keys import focused, press, type_text
from .conftest import GATE, AtGate

Key = Qt.Key
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def scan(text: str) -> None:
    """Type as a scanner does: all at once, and Enter."""
    type_text(text)
    press(Key.Key_Return)


def names(gate: AtGate, kind: ColumnKind) -> list[str]:
    return [row.visit.name for row in gate.page.board.columns[kind].list.rows]


def test_the_board_shows_who_is_expected_inside_and_overdue(at_gate: AtGate) -> None:
    assert names(at_gate, ColumnKind.EXPECTED) == ["วิชัย ทองดี", "นงนุช แสงทอง", "บ.ธารการแพทย์"]
    assert set(names(at_gate, ColumnKind.INSIDE)) == {"สมศรี บุญมา", "Peter Brown", "อนันต์ เรืองศรี"}
    assert names(at_gate, ColumnKind.OVERDUE) == []
    assert at_gate.page.keys.roll.text() == "รายชื่ออพยพ 3"
    at_gate.clock.go(60)
    at_gate.page.refresh()
    at_gate.settle()
    (late,) = at_gate.page.board.columns[ColumnKind.OVERDUE].list.rows
    assert late.spoken == "อนันต์ เรืองศรี, ตึก 5, +37 นาที"


def test_an_expected_visitor_arrives_with_five_keys(at_gate: AtGate) -> None:
    at_gate.find("1234")
    band = at_gate.page.band.text
    assert (band.title, band.primary and band.primary.word) == ("วิชัย ทองดี", "มาถึงแล้ว")
    assert [span.text for span in band.under] == ["1กก 1234 กรุงเทพมหานคร", "นัด 10:30", "โทรมาเมื่อ 13 นาทีก่อน"]
    assert [span.text for span in band.beside] == ["พบ", "วรรณา", "เวชระเบียน · ห้อง 1120"]
    deed = at_gate.do(DeedKind.ARRIVED, lambda: press(Key.Key_Return))
    assert at_gate.visit("วิชัย ทองดี").state is VisitState.GATE
    assert at_gate.visit("วิชัย ทองดี").gate == GATE
    assert at_gate.page.box.text() == ""
    assert at_gate.page.band.text.beside[0].text == "มาถึงแล้ว 10:44"
    assert deed.host is not None
    assert "โทร 1121" in at_gate.page.band.text.spoken


def test_an_arrival_is_taken_back(at_gate: AtGate) -> None:
    at_gate.find("1234")
    at_gate.do(DeedKind.ARRIVED, lambda: press(Key.Key_Return))
    at_gate.do(DeedKind.TAKEN_BACK, lambda: press(Key.Key_Z, modifiers=CONTROL))
    assert at_gate.visit("วิชัย ทองดี").state is VisitState.EXPECTED
    assert at_gate.visit("วิชัย ทองดี").arrived_at is None
    press(Key.Key_Z, modifiers=CONTROL)
    at_gate.settle()
    assert at_gate.visit("วิชัย ทองดี").state is VisitState.EXPECTED


def test_after_an_arrival_the_host_is_told_and_reception_sees_them(at_gate: AtGate) -> None:
    at_gate.find("1234")
    at_gate.do(DeedKind.ARRIVED, lambda: press(Key.Key_Return))
    at_gate.do(DeedKind.HOST_TOLD, lambda: press(Key.Key_T, modifiers=CONTROL))
    at_gate.do(DeedKind.AT_RECEPTION, lambda: press(Key.Key_B, modifiers=CONTROL))
    visit = at_gate.visit("วิชัย ทองดี")
    assert visit.host_told_at is not None
    assert visit.state is VisitState.RECEPTION
    at_gate.do(DeedKind.TAKEN_BACK, lambda: press(Key.Key_Z, modifiers=CONTROL))
    assert at_gate.visit("วิชัย ทองดี").state is VisitState.GATE


def test_a_card_is_given_back_before_its_owner_leaves(at_gate: AtGate) -> None:
    at_gate.find("สมศรี")
    assert at_gate.page.band.key.text() == "คืนบัตรช่อง 14"
    at_gate.do(DeedKind.CARD_BACK, lambda: press(Key.Key_Return))
    assert not at_gate.card("สมศรี บุญมา").open
    assert at_gate.page.band.key.text() == "ออกแล้ว"
    at_gate.do(DeedKind.LEFT, lambda: press(Key.Key_Return))
    assert at_gate.visit("สมศรี บุญมา").state is VisitState.LEFT


def test_a_scanned_badge_lets_out_at_once_and_the_card_is_asked_for(at_gate: AtGate) -> None:
    token = at_gate.visit("สมศรี บุญมา").token
    at_gate.clock.go(10)
    deed = at_gate.do(DeedKind.LEFT, lambda: scan(token))
    assert deed.visit is not None
    assert at_gate.visit("สมศรี บุญมา").state is VisitState.LEFT
    assert at_gate.card("สมศรี บุญมา").open
    assert at_gate.page.band.key.text() == "คืนบัตรช่อง 14"
    at_gate.do(DeedKind.CARD_BACK, lambda: press(Key.Key_Return))
    assert not at_gate.card("สมศรี บุญมา").open


def test_a_scanner_works_with_the_thai_keyboard_on(at_gate: AtGate) -> None:
    token = at_gate.visit("วิชัย ทองดี").token
    at_gate.do(DeedKind.ARRIVED, lambda: scan(to_thai(token)))
    assert at_gate.visit("วิชัย ทองดี").inside


def test_a_badge_scanned_twice_does_not_let_out_again(at_gate: AtGate) -> None:
    token = at_gate.visit("วิชัย ทองดี").token
    at_gate.do(DeedKind.ARRIVED, lambda: scan(token))
    type_text(token)
    press(Key.Key_Return)
    at_gate.qtbot.waitUntil(lambda: at_gate.page.band.key.text() == "ออกแล้ว")
    at_gate.settle()
    assert at_gate.visit("วิชัย ทองดี").inside
    at_gate.do(DeedKind.LEFT, lambda: press(Key.Key_Return))


def test_enter_never_acts_on_what_was_found_for_other_words(at_gate: AtGate) -> None:
    at_gate.find("1234")
    type_text("99")  # nobody has this
    press(Key.Key_Return)
    at_gate.qtbot.waitUntil(lambda: at_gate.page.results.complete)
    at_gate.settle()
    assert at_gate.visit("วิชัย ทองดี").state is VisitState.EXPECTED


def test_enter_waits_for_people_and_answers_where_no_visit_is_sure(at_gate: AtGate) -> None:
    at_gate.finder.held = True
    type_text("จอดรถ")
    press(Key.Key_Return)
    at_gate.settle()
    assert len(at_gate.desk.contact_log.latest()) == 1
    at_gate.do(DeedKind.ANSWERED, at_gate.finder.release)
    contact = at_gate.desk.contact_log.latest()[0]
    assert (contact.articles, contact.queries, contact.outcome) == (("SEC-01",), ("จอดรถ",), Outcome.ANSWERED)


def test_visits_are_found_and_the_rest_is_said_while_the_search_is_away(at_gate: AtGate) -> None:
    at_gate.page.results._deadline.setInterval(50)
    at_gate.finder.held = True
    type_text("ไม่มีใครชื่อนี้")
    at_gate.qtbot.waitUntil(lambda: "ไม่พบ" in at_gate.page.band.text.title)
    assert at_gate.page.band.key.text() == "คนใหม่"
    at_gate.finder.release()


def test_a_sure_visit_does_not_wait_for_the_search(at_gate: AtGate) -> None:
    at_gate.finder.held = True
    at_gate.do(DeedKind.ARRIVED, lambda: scan("กก1234"))
    at_gate.finder.release()


def test_the_gates_questions_are_answered_in_the_same_box(at_gate: AtGate) -> None:
    at_gate.find("จอดรถ")
    row = at_gate.page.hand.row
    assert isinstance(row, AnswerFound)
    assert at_gate.page.band.text.say == "จอดที่อาคาร 4 ฟรี 3 ชั่วโมงค่ะ"
    deed = at_gate.do(DeedKind.ANSWERED, lambda: press(Key.Key_Return))
    assert deed.contact_id
    at_gate.do(DeedKind.TAKEN_BACK, lambda: press(Key.Key_Z, modifiers=CONTROL))
    assert [one.id for one in at_gate.desk.contact_log.latest()] == ["c-1"]


def test_what_sounds_alike_is_only_a_guess_until_it_is_confirmed(at_gate: AtGate) -> None:
    at_gate.find("วิไช ทองดี")
    assert at_gate.page.band.text.title == "~ วิชัย ทองดี"
    assert at_gate.page.band.key.text() == "ใช่ คนนี้"
    press(Key.Key_T, modifiers=CONTROL)
    press(Key.Key_F11)
    assert at_gate.page.band.text.title == "วิชัย ทองดี"
    at_gate.do(DeedKind.ARRIVED, lambda: press(Key.Key_Return))


def test_a_guess_is_refused(at_gate: AtGate) -> None:
    at_gate.find("วิไช ทองดี")
    press(Key.Key_F12)
    assert at_gate.page.hand.row is None or at_gate.page.hand.row.key != at_gate.visit("วิชัย ทองดี").id


def test_the_arrows_and_numbers_choose_among_several(at_gate: AtGate) -> None:
    at_gate.find("ตึก 5")
    assert [row.key for row in at_gate.page.hand.rows] and at_gate.page.found.isVisible()
    first, second = (row.key for row in at_gate.page.hand.rows[:2])
    press(Key.Key_Down)
    assert at_gate.page.found.list.key == second
    press(Key.Key_Up)
    assert at_gate.page.found.list.key == first
    row = at_gate.page.hand.rows[1]
    assert isinstance(row, VisitFound)
    kind = DeedKind.CARD_BACK if row.cards else DeedKind.LEFT
    at_gate.do(kind, lambda: press(Key.Key_2, modifiers=ALT))


def test_a_person_on_file_begins_a_walk_in_with_what_is_known(at_gate: AtGate) -> None:
    at_gate.find("สุดา")
    assert isinstance(at_gate.page.hand.row, PersonFound)
    press(Key.Key_Return)
    at_gate.settle()
    assert at_gate.page.at_forms.open
    draft = at_gate.page.forms.control.draft
    assert draft is not None
    assert (draft.typed.name, draft.typed.person_id) == ("สุดา ใจดี", "P-1")


def test_a_colleague_becomes_the_host_of_a_walk_in(at_gate: AtGate) -> None:
    at_gate.find("1121")
    press(Key.Key_Return)
    at_gate.settle()
    draft = at_gate.page.forms.control.draft
    assert draft is not None
    assert (draft.typed.name, draft.typed.host_id) == ("", "S-1")


def test_ins_takes_the_words_of_the_box_along(at_gate: AtGate) -> None:
    at_gate.find("มานะ ไม่เคยมา")
    press(Key.Key_Insert)
    at_gate.settle()
    draft = at_gate.page.forms.control.draft
    assert draft is not None
    assert draft.typed.name == "มานะ ไม่เคยมา"
    assert at_gate.page.box.text() == ""


def test_a_visitor_let_in_by_the_form_is_said_and_taken_back(at_gate: AtGate) -> None:
    press(Key.Key_Insert)
    type_text("มานะ ใจกล้า")
    at_gate.do(DeedKind.OTHER, lambda: press(Key.Key_Return, modifiers=CONTROL))
    assert at_gate.visit("มานะ ใจกล้า").inside
    assert at_gate.page.box.hasFocus()
    assert "มานะ ใจกล้า" in at_gate.page.band.text.title
    at_gate.do(DeedKind.TAKEN_BACK, lambda: press(Key.Key_Z, modifiers=CONTROL))
    assert not at_gate.visit("มานะ ใจกล้า").inside


def test_tab_goes_through_the_columns_and_plain_letters_are_keys_there(at_gate: AtGate) -> None:
    press(Key.Key_Tab)
    assert at_gate.page.band.text.title == "วิชัย ทองดี"
    at_gate.qtbot.waitUntil(lambda: "ห้อง 1120" in at_gate.page.band.text.spoken)
    press(Key.Key_Tab)
    assert focused() is at_gate.page.board.columns[ColumnKind.INSIDE].list
    row = at_gate.page.board.row
    assert row is not None
    at_gate.do(DeedKind.HOST_TOLD, lambda: type_text("ะ"))  # the key T on a Thai keyboard
    assert at_gate.visit(row.visit.name).host_told_at is not None
    press(Key.Key_Tab, Key.Key_Tab)
    assert at_gate.page.box.hasFocus()
    type_text("t")
    assert at_gate.page.box.text() == "t"


def test_a_scan_into_a_column_goes_to_the_box_and_presses_no_key(at_gate: AtGate) -> None:
    token = at_gate.visit("วิชัย ทองดี").token
    press(Key.Key_Tab, Key.Key_Tab)
    at_gate.do(DeedKind.ARRIVED, lambda: scan(f"{token}"))
    assert at_gate.visit("วิชัย ทองดี").inside
    assert all(visit.host_told_at is None for visit in at_gate.all_visits())
    press(Key.Key_Tab)
    type_text("tb7")
    assert at_gate.page.box.text() == "tb7"
    at_gate.settle()
    assert all(visit.reception_at is None for visit in at_gate.all_visits())


def test_once_the_row_has_gone_enter_acts_on_no_other(at_gate: AtGate) -> None:
    press(Key.Key_Tab)
    at_gate.do(DeedKind.ARRIVED, lambda: press(Key.Key_Return))
    press(Key.Key_Return)
    at_gate.settle()
    assert [visit.name for visit in at_gate.all_visits() if visit.state is VisitState.EXPECTED] == [
        "นงนุช แสงทอง", "บ.ธารการแพทย์",
    ]  # fmt: skip
    assert at_gate.page.band.text.title == "วิชัย ทองดี"
    press(Key.Key_Down)
    assert at_gate.page.board.row is not None
    assert at_gate.page.board.row.visit.name == "นงนุช แสงทอง"


def test_whoever_does_not_come_is_noted_and_taken_back(at_gate: AtGate) -> None:
    press(Key.Key_Tab, Key.Key_Down)
    at_gate.do(DeedKind.CANCELLED, lambda: press(Key.Key_Delete))
    assert at_gate.visit("นงนุช แสงทอง").state is VisitState.CANCELLED
    at_gate.do(DeedKind.TAKEN_BACK, lambda: press(Key.Key_Z, modifiers=CONTROL))
    assert at_gate.visit("นงนุช แสงทอง").state is VisitState.EXPECTED


def test_escape_clears_back_to_the_board(at_gate: AtGate) -> None:
    at_gate.find("จอดรถ")
    assert at_gate.page.found.isVisible()
    press(Key.Key_Escape)
    assert at_gate.page.board.isVisible()
    assert at_gate.page.box.text() == ""
    press(Key.Key_Tab, Key.Key_Escape)
    assert at_gate.page.box.hasFocus()


def test_what_another_window_did_first_is_said_and_not_done_twice(at_gate: AtGate) -> None:
    at_gate.find("1234")
    at_gate.desk.visits.arrive(at_gate.visit("วิชัย ทองดี").id, "s-other", "ประชาสัมพันธ์")
    with at_gate.qtbot.waitSignal(at_gate.page.control.failed):
        press(Key.Key_Return)
    assert at_gate.page.band.text.icon == "triangle-alert"
    assert at_gate.visit("วิชัย ทองดี").gate == "ประชาสัมพันธ์"


def test_numbers_never_stand_on_the_board_and_plates_are_cut_on_a_discreet_screen(at_gate: AtGate) -> None:
    at_gate.page.kit.words.set_discreet(True)
    said = " ".join(row.spoken for one in at_gate.page.board.lists for row in one.rows)
    assert "1กก xx34" in said
    assert "5678" not in said


def test_control_j_asks_for_the_log_of_the_gate(at_gate: AtGate) -> None:
    with at_gate.qtbot.waitSignal(at_gate.page.log_asked):
        press(Key.Key_J, modifiers=CONTROL)
    press(Key.Key_Tab)
    with at_gate.qtbot.waitSignal(at_gate.page.log_asked):
        press(Key.Key_J, modifiers=CONTROL)
