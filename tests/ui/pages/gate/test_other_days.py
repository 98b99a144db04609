"""Who comes on another day than was written down, who only telephoned, and what else the band has to say of them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from frontdesk.domain.contacts import Channel, Contact, Outcome
from frontdesk.domain.languages import Language
from frontdesk.domain.staff import Particle
from frontdesk.domain.visits import MatchedBy, Visit, VisitMatch, VisitState
from frontdesk.services.gate_finding import GateFinder, GateFound
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.answer_row import Voice
from frontdesk.ui.pages.gate.band_text import BandWords
from frontdesk.ui.pages.gate.control import DeedKind
from frontdesk.ui.pages.gate.found_painter import listed
from frontdesk.ui.pages.gate.found_rows import AnswerFound, VisitFound

from ...desk.conftest import NOW
from ...keys import press
from ..conftest import ORN
from .conftest import AtGate

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
TOMORROW = date(2026, 11, 21)


def under(gate: AtGate) -> list[str]:
    return [span.text for span in gate.page.band.text.under]


@pytest.mark.parametrize(
    ("language", "days", "said"),
    [
        (Language.TH, 1, "นัด พรุ่งนี้ 10:30"),
        (Language.EN, 1, "due tomorrow 10:30"),
        (Language.TH, 3, "นัด 23 พ.ย. 10:30"),
    ],
)
def test_who_comes_early_is_let_in_on_that_visit(at_gate: AtGate, language: Language, days: int, said: str) -> None:
    due = NOW.replace(hour=3, minute=30) + timedelta(days=days)
    early = at_gate.desk.visits.expect(Visit("", due.date(), "กมล แก้วใส", due=due), ORN.id)
    at_gate.page.kit.words.set_language(language)
    at_gate.find("กมล")
    assert said in under(at_gate)
    at_gate.do(DeedKind.ARRIVED, lambda: press(Key.Key_Return))
    stands = at_gate.desk.visits.get(early.id)
    assert stands is not None
    assert stands.inside


@pytest.mark.parametrize(("name", "title"), [("", "087-xxx-1234"), ("ปรานี สุขใจ", "ปรานี สุขใจ")])
def test_who_only_telephoned_has_come_and_the_form_begins_with_them(at_gate: AtGate, name: str, title: str) -> None:
    at = NOW - timedelta(minutes=30)
    call = Contact("c-2", at, at, Channel.PHONE, Outcome.ANSWERED, ORN.id, number="087-555-1234", digits="0875551234")
    with at_gate.desk.storage.write() as repos:
        repos.contacts.add(replace(call, person_name=name))
    at_gate.find("0875551234")
    band = at_gate.page.band.text
    assert (band.title, band.primary and band.primary.word) == (title, "มาถึงแล้ว")
    assert under(at_gate) == ["โทรมาเมื่อ 32 นาทีก่อน"]
    press(Key.Key_Return)
    at_gate.qtbot.waitUntil(lambda: at_gate.page.at_forms.open)
    typed = at_gate.page.forms.form.typed
    assert (typed.name, typed.number, typed.visit_id) == (name, "087-555-1234", "")


def test_the_nearest_answer_is_looked_at_before_it_is_noted(at_gate: AtGate) -> None:
    at_gate.find("จอดรถ ห้องน้ำ")
    row = at_gate.page.hand.row
    assert isinstance(row, AnswerFound)
    band = at_gate.page.band.text
    assert (band.title, band.say, band.primary and band.primary.word) == ("~ ที่จอดรถ", "", "ดูคำตอบ")
    press(Key.Key_Return)
    assert at_gate.page.band.text.say == "จอดที่อาคาร 4 ฟรี 3 ชั่วโมงค่ะ"
    assert len(at_gate.desk.contact_log.latest()) == 1
    at_gate.do(DeedKind.ANSWERED, lambda: press(Key.Key_Return))


def test_what_somebody_has_gone_on_with_is_not_undone_and_said_calmly(at_gate: AtGate) -> None:
    at_gate.find("1234")
    at_gate.do(DeedKind.ARRIVED, lambda: press(Key.Key_Return))
    at_gate.desk.visits.at_reception(at_gate.visit("วิชัย ทองดี").id, "s-other")
    with at_gate.qtbot.waitSignal(at_gate.page.control.failed):
        press(Key.Key_Z, modifiers=CONTROL)
    assert "มีคนทำรายการนี้ต่อแล้ว" in at_gate.page.band.text.spoken
    assert at_gate.visit("วิชัย ทองดี").state is VisitState.RECEPTION


def test_the_days_visitors_are_taken_in_before_the_first_key_once_a_day(
    at_gate: AtGate, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, find = list[str](), GateFinder.find

    def note(self: GateFinder, text: str, limit: int = 8) -> GateFound:
        asked.append(text)
        return find(self, text, limit)

    monkeypatch.setattr(GateFinder, "find", note)
    at_gate.page.refresh()
    at_gate.settle()
    assert asked == []
    monkeypatch.setattr(at_gate.clock, "today", lambda: TOMORROW)
    at_gate.page.refresh()
    at_gate.page.refresh()
    at_gate.settle()
    assert asked == [""]


def test_a_caller_from_before_midnight_has_not_missed_anything(kit: Kit) -> None:
    call = Visit("c", date(2026, 11, 19), "", number="087-555-1234", digits="0875551234", made_at=NOW)
    row = VisitFound(VisitMatch(call, MatchedBy.NUMBER, earlier=True), called=NOW)
    voice = Voice(Language.TH, Particle.KHA, date(2026, 11, 20), {})
    assert [one.spoken for one in listed((row,), kit, NOW, voice)] == ["ผู้มาติดต่อ", "087-xxx-1234, 10:42, โทรมา"]
    assert BandWords(kit.words).row(row, NOW, voice).spoken == "087-xxx-1234 · โทรมาเมื่อครู่นี้ · Return มาถึงแล้ว"
