"""Somebody stands at the desk: no number, no name, and still a full record."""

from frontdesk.domain.contacts import Channel, Outcome
from tests.features.driver import Driver
from tests.features.small_desk import PARKING, VISITING


def test_a_walk_in_without_a_number_is_logged(at_desk: Driver) -> None:
    at_desk.press("Ctrl+Shift+2")
    assert at_desk.draft.channel is Channel.WALK_IN
    at_desk.find("ที่จอดรถ", PARKING)

    at_desk.press("Return", "Ctrl+Return", "1")

    contact = at_desk.wait_for_record(1)
    assert at_desk.keys == 3
    assert (contact.channel, contact.outcome, contact.articles) == (Channel.WALK_IN, Outcome.ANSWERED, (PARKING,))
    assert (contact.number, contact.digits, contact.person_id) == ("", "", "")


def test_the_channel_may_be_said_in_the_middle(at_desk: Driver) -> None:
    at_desk.find("visiting hours", VISITING)

    at_desk.press("Return", "Ctrl+Shift+2", "Ctrl+1")

    assert at_desk.wait_for_record(1).channel is Channel.WALK_IN
    assert at_desk.keys == 3


def test_the_next_contact_is_a_call_again(at_desk: Driver) -> None:
    at_desk.press("Ctrl+Shift+2")
    at_desk.find("จอดรถ", PARKING)
    at_desk.press("Ctrl+1")

    at_desk.find("เยี่ยม", VISITING)
    at_desk.press("Ctrl+1")

    assert at_desk.wait_for_record(2).channel is Channel.PHONE


def test_a_pinned_answer_needs_no_typing_at_all(at_desk: Driver) -> None:
    at_desk.press("Alt+1", "Ctrl+1")

    contact = at_desk.wait_for_record(1)
    assert at_desk.keys == 2
    assert (contact.articles, contact.topic, contact.queries) == ((VISITING,), "เวลาเยี่ยมผู้ป่วย", ())
