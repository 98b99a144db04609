"""A caller tells something new: the card is changed where it stands, and they are found by it from then on."""

from dataclasses import replace
from functools import partial

from frontdesk.domain.people import MatchReason
from frontdesk.ui.pages.desk.rows import PersonRow
from tests.features.driver import Driver
from tests.features.small_desk import ORN, PRANOM, SUDA, SUDAS_NUMBER
from tests.ui.keys import focused

NEW_NUMBER = "089-765-4321"


def turn_to(driver: Driver, name: str, code: str) -> None:
    """Find somebody on the page of people; keys are counted from here."""
    driver.press("F3")
    people = driver.place.pages.people
    driver.wait_for(lambda: people.pane.box.hasFocus())
    driver.type(name)
    driver.wait_for(lambda: people.card.person_id == f"id-{code}")
    driver.keys = 0


def found_on_card(driver: Driver) -> list[str]:
    """Return the codes of those in the desk's list who are there for words of their card."""
    matches = (row.match for row in driver.rows if isinstance(row, PersonRow))
    return [match.person.code for match in matches if match.reason is MatchReason.ON_CARD]


def test_a_number_is_changed_in_place_in_four_keys(at_desk: Driver) -> None:
    turn_to(at_desk, "สุดา", SUDA)
    editing, book = at_desk.place.pages.people.editing, at_desk.place.services.people_book
    at_desk.press("Ctrl+E")
    at_desk.wait_for(editing.walker.hasFocus)
    while editing.key != "number.0":
        at_desk.press("Down")
    walked, at_desk.keys = at_desk.keys - 1, 1
    at_desk.press("Return")
    at_desk.type(NEW_NUMBER)
    at_desk.press("Return")
    at_desk.wait_for(lambda: book.get(f"id-{SUDA}").numbers[0].digits == "0897654321")  # type: ignore[union-attr]
    at_desk.press("Esc")

    assert at_desk.keys == 4  # beside those that walk there, one a value
    assert walked < 15
    at_desk.wait_for(at_desk.place.pages.people.pane.box.hasFocus)
    found = at_desk.place.services.people
    assert [match.person.code for match in found.find("0897654321").people] == [SUDA]
    assert found.find(SUDAS_NUMBER.replace("-", "")).people == ()
    ((_, by, before), *_rest) = book.versions(f"id-{SUDA}")
    assert (by, before.numbers[0].digits) == (ORN.id, "0812345678")


def test_a_fact_is_noted_and_finds_the_person(at_desk: Driver) -> None:
    turn_to(at_desk, "ประนอม", PRANOM)
    people = at_desk.place.pages.people
    at_desk.press("Ctrl+I")
    at_desk.wait_for(people.editing.facts.fields["name"].hasFocus)
    at_desk.type("สัตว์เลี้ยง")
    at_desk.press("Return")
    at_desk.type("แมวชื่อปุยฝ้าย")
    at_desk.press("Return")
    at_desk.wait_for(lambda: bool(people.card.other.facts) and people.card.other.facts[0].value == "แมวชื่อปุยฝ้าย")
    at_desk.press("Esc")
    assert at_desk.keys == 4

    at_desk.wait_for(people.pane.box.hasFocus)
    people.pane.box.clear()
    at_desk.type("ปุยฝ้าย")
    at_desk.wait_for(lambda: [item.key for item in people.pane.list.items] == [f"id-{PRANOM}"])

    at_desk.press("F2")
    at_desk.wait_for(at_desk.desk.view.box.hasFocus)
    at_desk.type("ปุยฝ้าย")
    at_desk.wait_for(lambda: at_desk.desk.results.complete and found_on_card(at_desk) == [PRANOM])


def test_a_slip_is_taken_back_with_one_chord(at_desk: Driver) -> None:
    turn_to(at_desk, "สุดา", SUDA)
    editing, book = at_desk.place.pages.people.editing, at_desk.place.services.people_book
    at_desk.press("Ctrl+E")
    at_desk.wait_for(editing.walker.hasFocus)
    while editing.key != "number.0":
        at_desk.press("Down")
    at_desk.press("Del")
    at_desk.wait_for(lambda: book.get(f"id-{SUDA}").numbers == ())  # type: ignore[union-attr]
    at_desk.wait_for_data()
    at_desk.press("Ctrl+Z")
    at_desk.wait_for(lambda: len(book.get(f"id-{SUDA}").numbers) == 1)  # type: ignore[union-attr]


def test_closing_the_window_waits_for_a_field_on_the_card(at_desk: Driver) -> None:
    turn_to(at_desk, "สุดา", SUDA)
    editing, window = at_desk.place.pages.people.editing, at_desk.place.window
    at_desk.press("Ctrl+=")
    at_desk.wait_for(editing.field.field.hasFocus)
    at_desk.type("089")
    assert not window.close()
    assert editing.field.wrong.text()
    assert focused() is editing.field.field
    assert editing.field.text == "089"


def test_who_sent_them_how_often_they_bought_and_how_well_they_are_known_are_found(at_desk: Driver) -> None:
    book = at_desk.place.services.people_book
    book.change(f"id-{SUDA}", lambda suda: replace(suda, referred_by=f"id-{PRANOM}", purchases=12), ORN.id)
    asked = {
        "แนะนำโดย ประนอม แก้วใส": SUDA,
        "ประนอม แก้วใส": SUDA,
        f"sent by {PRANOM}": SUDA,
        "ซื้อ 12 ครั้ง": SUDA,
        "12 purchases": SUDA,
        "ช่วยบอกต่อ": SUDA,
        "Advocate": SUDA,
        "แนะนำต่อ 1 คน": PRANOM,
    }
    for text, code in asked.items():
        at_desk.desk.view.box.clear()
        at_desk.type(text)
        at_desk.wait_for(partial(_found_alone, at_desk, code))


def _found_alone(driver: Driver, code: str) -> bool:
    return driver.desk.results.complete and found_on_card(driver) == [code]
