"""Somebody is on file twice: found, merged, and parted again."""

import pytest

from frontdesk.domain.contacts import Channel, Outcome
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Person
from frontdesk.services.contact_log import Entry
from tests.features.driver import Driver
from tests.features.small_desk import LOST_CARD, ORN, SUDA, SUDAS_NUMBER
from tests.features.terminal import frontdesk

TWICE = Person("id-P-0009", "P-0009", "สุดา", "ใจดี", numbers=(parse_number(SUDAS_NUMBER), parse_number("025556666")))


@pytest.fixture
def twice(at_desk: Driver) -> Driver:
    """Suda is on file twice, with one contact in each place; the page of people shows her."""
    services = at_desk.place.services
    services.people_book.save(TWICE, ORN.id)
    for code in (TWICE.code, SUDA, SUDA):
        services.contact_log.enter(Entry(Channel.PHONE, Outcome.ANSWERED, person=code), ORN.id)
    at_desk.press("F3")
    at_desk.wait_for(lambda: at_desk.place.pages.people.card.person_id == f"id-{SUDA}")
    at_desk.keys = 0
    return at_desk


def on_file(driver: Driver) -> int:
    return driver.place.services.people_book.count()


def merge(driver: Driver) -> None:
    page, before = driver.place.pages.people, on_file(driver)
    driver.press("Ctrl+M")
    driver.wait_for(page.merge.list.hasFocus)
    driver.press("Return")
    driver.wait_for(page.merge.decide.hasFocus)
    driver.press("Return")
    driver.wait_for(lambda: page.merger.can_undo and on_file(driver) == before - 1)
    driver.wait_for(page.pane.box.hasFocus)


def test_two_cards_become_one_with_three_keys(twice: Driver) -> None:
    merge(twice)

    assert twice.keys == 3
    card = twice.place.services.people_book.card(f"id-{SUDA}")
    assert card is not None
    assert card.figures.total == 3
    assert [number.digits for number in card.person.numbers] == ["0812345678", "025556666"]


def test_one_key_parts_them_again(twice: Driver) -> None:
    before = on_file(twice)
    merge(twice)
    twice.keys = 0

    twice.press("Ctrl+Z")

    twice.wait_for(lambda: on_file(twice) == before)
    assert twice.keys == 1
    assert twice.place.services.people_book.by_code(TWICE.code) is not None


def test_a_call_from_the_number_of_the_other_card_is_hers(twice: Driver) -> None:
    merge(twice)
    twice.press("F2")

    twice.desk.session.set_number("02-555-6666")

    twice.wait_for(lambda: twice.caller == "สุดา ใจดี")
    twice.find("บัตรหาย", LOST_CARD)
    twice.press("Return", "Ctrl+1")
    assert twice.wait_for_record(4).person_code == SUDA


def test_another_program_may_go_on_using_the_old_code(twice: Driver) -> None:
    merge(twice)

    frontdesk(twice.place.folder, "log", "--channel", "phone", "--outcome", "answered", "--person", TWICE.code)

    assert twice.wait_for_record(4).person_code == SUDA
