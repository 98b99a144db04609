"""No answer, a wrong answer, a lost line: the keys of later lists already store everything."""

import json

from frontdesk.domain.contacts import Feedback, Outcome
from tests.features.driver import Driver
from tests.features.small_desk import GOLD_CARD, LOST_CARD, NOBODYS_NUMBER, VISITING
from tests.features.terminal import frontdesk


def listed(driver: Driver) -> list[dict[str, object]]:
    """Return the record as the command line prints it."""
    rows: list[dict[str, object]] = json.loads(frontdesk(driver.place.folder, "contacts", "--json"))["contacts"]
    return rows


def test_f10_stores_that_there_was_no_answer_and_the_words(at_desk: Driver) -> None:
    at_desk.type("ชาร์จรถไฟฟ้า")
    at_desk.wait_for(lambda: at_desk.desk.results.complete)

    at_desk.press("F10", "Ctrl+4")

    contact = at_desk.wait_for_record(1)
    assert at_desk.keys == 2
    assert (contact.unanswered, contact.queries, contact.articles) == (True, ("ชาร์จรถไฟฟ้า",), ())
    assert contact.outcome is Outcome.MESSAGE
    assert [(row["id"], row["outcome"]) for row in listed(at_desk)] == [(contact.id, "message")]


def test_ctrl_d_stores_which_answer_was_wrong(at_desk: Driver) -> None:
    at_desk.find("บัตรหาย", LOST_CARD)

    at_desk.press("Return", "Ctrl+D", "Ctrl+1")

    contact = at_desk.wait_for_record(1)
    assert at_desk.keys == 3
    assert (contact.flagged, contact.articles, contact.queries) == ((LOST_CARD,), (LOST_CARD,), ("บัตรหาย",))
    assert [row["articles"] for row in listed(at_desk)] == [[LOST_CARD]]


def test_an_answer_flagged_but_not_used_keeps_its_words(at_desk: Driver) -> None:
    at_desk.find("gold card", GOLD_CARD)

    at_desk.press("Ctrl+D", "Ctrl+7")

    contact = at_desk.wait_for_record(1)
    assert at_desk.keys == 2
    assert (contact.flagged, contact.articles, contact.queries) == ((GOLD_CARD,), (), ("gold card",))


def test_six_stores_that_the_line_dropped_with_number_and_answer(at_desk: Driver) -> None:
    at_desk.type(NOBODYS_NUMBER)
    at_desk.wait_for(lambda: at_desk.desk.results.complete)
    at_desk.press("Return")
    assert at_desk.draft.number == NOBODYS_NUMBER
    at_desk.find("เยี่ยมไข้", VISITING)

    at_desk.press("Return", "Ctrl+Return", "6")

    contact = at_desk.wait_for_record(1)
    assert at_desk.keys == 3
    assert (contact.outcome, contact.number, contact.digits) == (Outcome.DROPPED, NOBODYS_NUMBER, "0891112222")
    row = listed(at_desk)[0]
    assert (row["outcome"], row["number"], row["articles"]) == ("dropped", NOBODYS_NUMBER, [VISITING])


def test_a_complaint_goes_before_the_outcome(at_desk: Driver) -> None:
    at_desk.find("เยี่ยม", VISITING)

    at_desk.press("Return", "Ctrl+Return", "9", "1")

    contact = at_desk.wait_for_record(1)
    assert at_desk.keys == 4
    assert (contact.feedback, contact.outcome) == (Feedback.COMPLAINT, Outcome.ANSWERED)
