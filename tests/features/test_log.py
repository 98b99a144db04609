"""A supervisor goes through the record: a filter is typed, a contact put right, what fits is put on paper."""

from tests.features.driver import Driver
from tests.features.small_desk import PARKING
from tests.ui.keys import focused


def log_of(driver: Driver) -> list[str]:
    model = driver.place.pages.log.model
    contacts = [model.contact(row) for row in range(model.rowCount())]
    return [f"{one.outcome} {one.note}" if one else "?" for one in contacts]


def log_a_call(driver: Driver, outcome: str, note: str) -> None:
    driver.find("จอดรถ", PARKING)
    driver.press("Return")
    driver.desk.session.set_note(note)
    driver.press(outcome)


def test_a_wrong_outcome_is_found_put_right_and_printed(at_desk: Driver) -> None:
    log_a_call(at_desk, "Ctrl+1", "ถามค่าจอด")
    at_desk.wait_for_record(1)
    log_a_call(at_desk, "Ctrl+7", "รถหายในลานจอด")
    at_desk.wait_for_record(2)
    page = at_desk.place.pages.log

    at_desk.press("F7")
    at_desk.wait_for(lambda: log_of(at_desk) == ["other รถหายในลานจอด", "answered ถามค่าจอด"])
    at_desk.press("Ctrl+F")
    at_desk.type("วันนี้ ค่าจอด")
    at_desk.press("Return")
    at_desk.wait_for(lambda: log_of(at_desk) == ["answered ถามค่าจอด"])

    at_desk.press("Ctrl+E", "Down", "Down", "Return")
    at_desk.wait_for(lambda: log_of(at_desk) == ["promised ถามค่าจอด"])
    corrected = page.model.contact(0)
    assert corrected is not None and len(corrected.corrections) == 1

    at_desk.press("Escape")
    at_desk.wait_for(lambda: len(log_of(at_desk)) == 2)
    at_desk.press("Space", "Ctrl+P")
    pane = at_desk.place.pages.log_and_report.pane
    at_desk.wait_for(pane.isVisible)
    at_desk.wait_for(lambda: pane.status.text() == "")
    at_desk.press("Escape")
    at_desk.wait_for(lambda: focused() is page.table)
