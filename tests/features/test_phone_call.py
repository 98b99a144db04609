"""A call is answered, and on the record within three keys."""

from frontdesk.domain.contacts import Channel, Outcome
from tests.features.driver import Driver
from tests.features.small_desk import LOST_CARD, ORN, PARKING


def test_a_call_is_answered_and_logged_with_three_keys(at_desk: Driver) -> None:
    at_desk.find("บัตรหาย", LOST_CARD)

    at_desk.press("Return", "Ctrl+Return", "1")

    contact = at_desk.wait_for_record(1)
    assert at_desk.keys == 3
    assert (contact.channel, contact.outcome, contact.staff) == (Channel.PHONE, Outcome.ANSWERED, ORN.id)
    assert (contact.articles, contact.queries) == ((LOST_CARD,), ("บัตรหาย",))
    assert contact.topic == "บัตรประจำตัวผู้ป่วยหาย"


def test_two_keys_are_enough_with_one_chord(at_desk: Driver) -> None:
    at_desk.find("lost card", LOST_CARD)

    at_desk.press("Return", "Ctrl+1")

    contact = at_desk.wait_for_record(1)
    assert at_desk.keys == 2
    assert (contact.outcome, contact.articles, contact.queries) == (Outcome.ANSWERED, (LOST_CARD,), ("lost card",))


def test_the_desk_is_free_for_the_next_call_at_once(at_desk: Driver) -> None:
    at_desk.find("บัตรหาย", LOST_CARD)
    at_desk.press("Return", "Ctrl+5")

    assert at_desk.desk.session.draft is None
    assert at_desk.desk.view.box.hasFocus()
    at_desk.type("ที่จอด")
    assert at_desk.draft.query == "ที่จอด"
    assert at_desk.wait_for_record(1).outcome is Outcome.WRONG_PLACE


def test_a_second_matter_in_one_call_is_used_and_seen_to_be(at_desk: Driver) -> None:
    at_desk.find("บัตรหาย", LOST_CARD)
    at_desk.press("Return", "Ctrl+A")
    at_desk.find("จอดรถ", PARKING)
    at_desk.press("Return")

    assert at_desk.desk.view.strip.status.text() == "ใช้คำตอบแล้ว 2 เรื่อง"
    at_desk.press("Ctrl+1")
    contact = at_desk.wait_for_record(1)
    assert (contact.articles, contact.topic) == ((LOST_CARD, PARKING), "บัตรประจำตัวผู้ป่วยหาย")
