"""Two share one desk: each finds their own contacts as they left them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.features.driver import Driver
from tests.features.small_desk import CHAI, LOST_CARD, ORN, PARKING, PIN, SUDAS_NUMBER


def change_seats(driver: Driver) -> None:
    """Click the name in the bar, and wait for the page that asks who comes; what is left open is left."""
    window = driver.place.window
    QTest.mouseClick(window.top_bar.who, Qt.MouseButton.LeftButton)
    driver.wait_for(lambda: window.page_id == "sign-in" or driver.place.pages.hand_over.offering)
    if window.page_id != "sign-in":
        driver.press("Ctrl+Q")
    driver.wait_for(lambda: window.page_id == "sign-in")
    driver.wait_for(lambda: driver.place.pages.who.list.chosen is not None)


def test_switching_keeps_the_others_draft(at_desk: Driver) -> None:
    at_desk.desk.session.set_number(SUDAS_NUMBER)
    at_desk.wait_for(lambda: at_desk.caller)
    at_desk.find("บัตรหาย", LOST_CARD)
    at_desk.press("Return")
    orns = at_desk.draft

    change_seats(at_desk)
    at_desk.type(f"สมชาย{PIN}")
    at_desk.wait_until_ready(CHAI)
    assert at_desk.desk.session.draft is None
    assert at_desk.desk.view.box.text() == ""
    at_desk.find("จอดรถ", PARKING)
    chais = at_desk.draft

    change_seats(at_desk)
    at_desk.type(f"อร{PIN}")
    at_desk.wait_until_ready(ORN)
    at_desk.wait_for(lambda: at_desk.caller == "สุดา ใจดี")
    assert at_desk.desk.view.box.text() == "บัตรหาย"
    at_desk.keys = 0
    at_desk.press("Ctrl+1")

    contact = at_desk.wait_for_record(1)
    assert at_desk.keys == 1
    assert (contact.id, contact.staff, contact.articles) == (orns.id, ORN.id, (LOST_CARD,))
    left = at_desk.place.services.contact_log.drafts()
    assert [(draft.id, draft.staff, draft.query) for draft in left] == [(chais.id, CHAI.id, "จอดรถ")]


def test_a_wrong_pin_lets_nobody_in_and_loses_nothing(at_desk: Driver) -> None:
    at_desk.type("เยี่ยมไข้")
    orns = at_desk.draft
    change_seats(at_desk)

    at_desk.type("111222")
    at_desk.wait_for(lambda: not at_desk.place.pages.who.list.pin.isReadOnly())
    assert at_desk.place.window.page_id == "sign-in"
    at_desk.press("F7", "Ctrl+N")
    assert at_desk.place.window.page_id == "sign-in"

    at_desk.type(PIN)
    at_desk.wait_until_ready(ORN)
    at_desk.wait_for(lambda: at_desk.desk.session.draft is not None)
    assert (at_desk.draft.id, at_desk.draft.query) == (orns.id, "เยี่ยมไข้")
