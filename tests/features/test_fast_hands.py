"""Hands faster than the search: no key is lost, and none acts on what was there before."""

from frontdesk.domain.contacts import Outcome
from tests.features.driver import Driver
from tests.features.small_desk import LOST_CARD, PARKING


def test_keys_pressed_before_the_answer_is_there_still_count(at_desk: Driver) -> None:
    at_desk.type("lost card")
    assert not at_desk.desk.results.complete
    at_desk.press("Return", "Ctrl+1")

    contact = at_desk.wait_for_record(1)
    assert at_desk.keys == 2
    assert (contact.articles, contact.outcome, contact.queries) == ((LOST_CARD,), Outcome.ANSWERED, ("lost card",))


def test_with_the_live_strip_too(at_desk: Driver) -> None:
    at_desk.type("gold")
    at_desk.press("Esc")
    at_desk.type("จอดรถ")
    at_desk.press("Return", "Ctrl+Return", "1")

    contact = at_desk.wait_for_record(1)
    assert (contact.articles, contact.queries) == ((PARKING,), ("จอดรถ",))


def test_letters_of_the_next_contact_go_to_the_next_one_and_the_first_keeps_its_words(at_desk: Driver) -> None:
    at_desk.type("lost card")
    at_desk.press("Return", "Ctrl+1")
    at_desk.type("จอดรถ")
    at_desk.press("Return", "Ctrl+1")

    second = at_desk.wait_for_record(2)
    assert (second.articles, second.queries) == ((PARKING,), ("จอดรถ",))
    assert [contact.queries for contact in at_desk.record] == [("จอดรถ",), ("lost card",)]


def test_a_second_return_uses_the_answer_once(at_desk: Driver) -> None:
    at_desk.type("lost card")
    at_desk.press("Return", "Return", "Ctrl+1")

    assert at_desk.wait_for_record(1).articles == (LOST_CARD,)
