"""Two people share the number that calls: one key says who it is."""

import pytest

from tests.features.driver import Driver
from tests.features.small_desk import MANOP, PARKING, PRANOM, SHARED_NUMBER, SUDA, SUDAS_NUMBER

FORMS = (SHARED_NUMBER, "+66 2 999 1234", "๐๒๙๙๙๑๒๓๔")


@pytest.mark.parametrize("number", FORMS)
def test_the_box_takes_the_number_and_f11_the_first_of_two(at_desk: Driver, number: str) -> None:
    at_desk.type(number)
    at_desk.wait_for(lambda: at_desk.desk.results.complete)
    at_desk.keys = 0

    at_desk.press("F11")

    assert (at_desk.draft.person_id, at_desk.draft.number) == (f"id-{PRANOM}", number)
    at_desk.wait_for(lambda: at_desk.caller == "ประนอม แก้วใส")
    assert at_desk.desk.view.box.text() == ""
    assert at_desk.keys == 1


def test_f12_refuses_the_first_and_f11_takes_the_second(at_desk: Driver) -> None:
    at_desk.desk.session.set_number(SHARED_NUMBER)
    at_desk.wait_for(lambda: at_desk.guesses == ["ประนอม แก้วใส", "มานพ แสนดี"])

    at_desk.press("F12")
    at_desk.wait_for(lambda: at_desk.guesses == ["มานพ แสนดี"])
    at_desk.press("F11")

    at_desk.wait_for(lambda: at_desk.caller == "มานพ แสนดี")
    assert at_desk.keys == 2
    at_desk.find("จอดรถ", PARKING)
    at_desk.press("Return", "Ctrl+1")
    contact = at_desk.wait_for_record(1)
    assert (contact.person_code, contact.number, contact.articles) == (MANOP, SHARED_NUMBER, (PARKING,))


def test_whoever_is_alone_on_a_number_is_known_without_a_key(at_desk: Driver) -> None:
    at_desk.desk.session.set_number(SUDAS_NUMBER)

    at_desk.wait_for(lambda: at_desk.caller == "สุดา ใจดี")

    assert at_desk.keys == 0
    assert at_desk.draft.person_id == f"id-{SUDA}"


def test_people_found_by_a_whole_number_stand_above_the_answers(at_desk: Driver) -> None:
    at_desk.type(SHARED_NUMBER)
    at_desk.wait_for(lambda: at_desk.desk.results.complete)

    assert at_desk.rows[1].key == ("person", f"id-{PRANOM}")
    assert at_desk.desk.view.list.current_row() == at_desk.rows[1]
