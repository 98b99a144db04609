"""Somebody who never called before: one line, one key, one chord."""

from frontdesk.domain.contacts import Outcome
from frontdesk.ui.pages.desk.newcomer import new_person_in
from tests.features.driver import Driver
from tests.features.small_desk import NOBODYS_NUMBER, PARKING, SUDA


def offered(driver: Driver) -> str:
    """The name in the last row, where somebody new is offered."""
    row = new_person_in(driver.rows)
    return row.new.name if row and row is driver.rows[-1] else ""


def likened(driver: Driver) -> bool:
    """Whether the last row names somebody on file much like the new one."""
    row = new_person_in(driver.rows)
    return bool(row and row.alike)


def type_line(driver: Driver, line: str, name: str) -> None:
    driver.type(line)
    driver.wait_for(lambda: driver.desk.results.complete and offered(driver) == name)
    driver.keys = 0


def test_a_new_caller_is_on_file_and_logged_with_three_keys(at_desk: Driver) -> None:
    type_line(at_desk, f"{NOBODYS_NUMBER} คุณมานี มีสุข (นี)", "มานี มีสุข")

    at_desk.press("Ins")
    at_desk.find("จอดรถ", PARKING)
    keys = 1
    at_desk.press("Return", "Ctrl+1")
    keys += at_desk.keys

    contact = at_desk.wait_for_record(1)
    assert keys == 3
    assert (contact.person_name, contact.digits) == ("มานี มีสุข", "0891112222")
    assert (contact.articles, contact.outcome) == ((PARKING,), Outcome.ANSWERED)
    assert contact.queries == ("จอดรถ",)


def test_next_time_the_number_is_enough(at_desk: Driver) -> None:
    type_line(at_desk, f"มานี มีสุข {NOBODYS_NUMBER}", "มานี มีสุข")
    at_desk.press("Ins", "Ctrl+1")
    at_desk.wait_for_record(1)

    at_desk.type(NOBODYS_NUMBER)
    at_desk.wait_for(lambda: at_desk.desk.results.complete and at_desk.desk.results.listing.people)
    at_desk.press("Return")

    at_desk.wait_for(lambda: at_desk.caller == "มานี มีสุข")


def test_a_slip_is_taken_back_with_one_key(at_desk: Driver) -> None:
    type_line(at_desk, f"มานะ มีสุข {NOBODYS_NUMBER}", "มานะ มีสุข")
    at_desk.press("Ins")
    at_desk.wait_for(lambda: at_desk.caller == "มานะ มีสุข")

    at_desk.press("Ctrl+Z")

    at_desk.wait_for(lambda: at_desk.desk.view.box.text().startswith("มานะ"))
    assert at_desk.draft.person_id == ""
    assert at_desk.keys == 2


def test_somebody_on_file_under_another_number_is_taken_instead(at_desk: Driver) -> None:
    at_desk.type(f"สุดา ใจดี {NOBODYS_NUMBER}")
    at_desk.wait_for(lambda: at_desk.desk.results.complete and likened(at_desk))
    at_desk.keys = 0

    at_desk.press("F11", "Ctrl+1")

    contact = at_desk.wait_for_record(1)
    assert (contact.person_code, contact.digits, at_desk.keys) == (SUDA, "0891112222", 2)
