"""The wrong key was pressed: Ctrl+Z takes the contact back."""

import json

from frontdesk.domain.contacts import Outcome
from tests.features.driver import Driver
from tests.features.small_desk import LOST_CARD, SUDAS_NUMBER
from tests.features.terminal import frontdesk


def test_ctrl_z_brings_the_contact_back_as_it_was(at_desk: Driver) -> None:
    at_desk.desk.session.set_number(SUDAS_NUMBER)
    at_desk.wait_for(lambda: at_desk.caller)
    at_desk.find("บัตรหาย", LOST_CARD)
    at_desk.press("Return", "Ctrl+5")
    at_desk.wait_for_record(1)
    at_desk.wait_for(lambda: at_desk.desk.session.can_undo)
    at_desk.keys = 0

    at_desk.press("Ctrl+Z")

    at_desk.wait_for(lambda: at_desk.desk.session.draft is not None)
    assert at_desk.keys == 1
    assert at_desk.record == []
    at_desk.wait_for(lambda: at_desk.caller == "สุดา ใจดี")
    assert at_desk.desk.view.box.text() == "บัตรหาย"
    assert (at_desk.draft.articles, at_desk.draft.number) == ((LOST_CARD,), SUDAS_NUMBER)


def test_the_right_key_then_gives_one_contact(at_desk: Driver) -> None:
    at_desk.find("บัตรหาย", LOST_CARD)
    at_desk.press("Return", "Ctrl+5")
    at_desk.wait_for(lambda: at_desk.desk.session.can_undo)
    at_desk.press("Ctrl+Z")
    at_desk.wait_for(lambda: at_desk.desk.session.draft is not None)

    at_desk.press("Ctrl+1")

    assert at_desk.wait_for_record(1).outcome is Outcome.ANSWERED
    listed = json.loads(frontdesk(at_desk.place.folder, "contacts", "--json"))["contacts"]
    assert [row["outcome"] for row in listed] == ["answered"]
    assert json.loads(frontdesk(at_desk.place.folder, "drafts", "--json"))["drafts"] == []


def test_ctrl_z_takes_back_letters_while_nothing_was_logged(at_desk: Driver) -> None:
    at_desk.type("เยี่ยม")

    at_desk.press("Ctrl+Z")

    assert at_desk.desk.view.box.text() != "เยี่ยม"
    assert at_desk.record == []
