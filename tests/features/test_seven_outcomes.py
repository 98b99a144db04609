"""Every way to end a contact is at most three keys after the answer, and what came with it is on record by itself."""

import pytest

from frontdesk.domain.contacts import Outcome
from tests.features.driver import Driver
from tests.features.small_desk import LOST_CARD, NOBODYS_NUMBER, SUDA, SUDAS_NUMBER

KEYS = {
    Outcome.ANSWERED: ("1",), Outcome.TRANSFERRED: ("2", "1"), Outcome.PROMISED: ("3", "Return"),
    Outcome.MESSAGE: ("4", "Return"), Outcome.WRONG_PLACE: ("5",), Outcome.DROPPED: ("6",), Outcome.OTHER: ("7",),
}  # fmt: skip
"""What follows Ctrl+Enter: the number, and where more is asked the key that goes on."""


@pytest.mark.parametrize("outcome", KEYS)
def test_three_keys_at_most(at_desk: Driver, outcome: Outcome) -> None:
    at_desk.desk.session.set_number(NOBODYS_NUMBER)
    at_desk.find("บัตรหาย", LOST_CARD)

    at_desk.press("Ctrl+Return", *KEYS[outcome])

    contact = at_desk.wait_for_record(1)
    assert at_desk.keys <= 3
    assert (contact.outcome, contact.queries, contact.digits) == (outcome, ("บัตรหาย",), "0891112222")
    at_desk.wait_for(at_desk.desk.view.box.hasFocus)


def test_whoever_was_cut_off_and_comes_in_person_goes_on_where_it_was(at_desk: Driver) -> None:
    at_desk.desk.session.set_person(f"id-{SUDA}", SUDAS_NUMBER)
    at_desk.find("บัตรหาย", LOST_CARD)
    at_desk.press("Return")
    at_desk.desk.session.set_note("ทำหายที่ตึก 2")
    at_desk.press("Ctrl+6")
    dropped = at_desk.wait_for_record(1)

    at_desk.press("Ctrl+Shift+2")
    at_desk.desk.session.set_person(f"id-{SUDA}")
    at_desk.wait_for(lambda: "สายหลุดเมื่อ" in at_desk.desk.view.line.text())
    at_desk.keys = 0
    at_desk.press("Ctrl+B")

    assert at_desk.keys == 1
    assert (at_desk.draft.note, at_desk.draft.articles) == ("ทำหายที่ตึก 2", (LOST_CARD,))
    assert at_desk.draft.continues == dropped.id
