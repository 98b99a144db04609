"""One caller waits while another is helped, and comes back as they were."""

from dataclasses import replace

from frontdesk.domain.contacts import Channel, Outcome
from tests.features.driver import Driver
from tests.features.small_desk import LOST_CARD, PARKING, SUDAS_NUMBER


def test_ctrl_n_parks_a_contact_and_a_key_brings_it_back(at_desk: Driver) -> None:
    at_desk.desk.session.set_number(SUDAS_NUMBER)
    at_desk.wait_for(lambda: at_desk.caller)
    at_desk.find("บัตรหาย", LOST_CARD)
    at_desk.press("Return", "Ctrl+Shift+5")
    at_desk.desk.view.strip.note.setFocus()
    at_desk.type("ขอเวลาดูแฟ้ม")
    before = at_desk.draft

    at_desk.press("Ctrl+N")
    assert at_desk.desk.view.box.hasFocus()
    assert (at_desk.desk.view.box.text(), at_desk.caller) == ("", "")
    at_desk.find("จอดรถ", PARKING)
    at_desk.press("Return", "Ctrl+1")
    at_desk.wait_for_record(1)
    at_desk.keys = 0
    at_desk.press("Ctrl+Tab")

    at_desk.wait_for(lambda: at_desk.caller == "สุดา ใจดี")
    assert at_desk.keys == 1
    assert at_desk.draft == before
    view = at_desk.desk.view
    assert (view.box.text(), view.strip.note.text()) == ("บัตรหาย", "ขอเวลาดูแฟ้ม")
    assert (view.strip.topic.text(), at_desk.draft.channel) == ("บัตรประจำตัวผู้ป่วยหาย", Channel.LINE)
    at_desk.press("Ctrl+3")
    contact = at_desk.wait_for_record(2)
    assert (contact.outcome, contact.articles, contact.note) == (Outcome.PROMISED, (LOST_CARD,), "ขอเวลาดูแฟ้ม")


def test_a_waiting_contact_is_a_tab_that_can_be_clicked(at_desk: Driver) -> None:
    at_desk.type("เยี่ยมไข้")
    first = at_desk.draft
    at_desk.press("Ctrl+N")
    at_desk.type("จอดรถ")
    second = at_desk.draft
    tabs = at_desk.place.window.top_bar.tabs
    assert tabs.count() == 2

    tabs.setCurrentIndex(0)

    assert at_desk.draft == first
    assert at_desk.desk.session.waiting == (second,)
    assert at_desk.desk.view.box.text() == "เยี่ยมไข้"


def test_ctrl_tab_goes_round(at_desk: Driver) -> None:
    for words in ("หนึ่ง", "two", "สาม"):
        at_desk.type(words)
        at_desk.press("Ctrl+N")
    at_desk.keys = 0

    seen = []
    for _ in range(4):
        at_desk.press("Ctrl+Tab")
        seen.append(at_desk.draft.query)

    assert seen == ["หนึ่ง", "two", "สาม", "หนึ่ง"]
    assert at_desk.keys == 4


def test_waiting_contacts_survive_the_end_of_the_program(at_desk: Driver) -> None:
    at_desk.type("เยี่ยมไข้")
    first = at_desk.draft
    at_desk.press("Ctrl+N")

    at_desk.place.tasks.close()

    kept = at_desk.place.services.contact_log.drafts()
    assert [replace(draft, updated_at=None) for draft in kept] == [first]
