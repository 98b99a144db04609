"""The other keyboard was on: the answer is found all the same."""

import pytest

from frontdesk.domain.keyboard_layout import to_english, to_thai
from tests.features.driver import Driver
from tests.features.small_desk import GOLD_CARD, LOST_CARD, PARKING, VISITING

CASES = (
    ("บัตรประจำตัวผู้ป่วยหาย", to_english, LOST_CARD),
    ("เวลาเยี่ยม", to_english, VISITING),
    ("ที่จอดรถ", to_english, PARKING),
    ("lost patient card", to_thai, LOST_CARD),
    ("parking", to_thai, PARKING),
    ("gold card", to_thai, GOLD_CARD),
)


@pytest.mark.parametrize(("meant", "other", "code"), CASES)
def test_words_typed_with_the_other_keyboard_on(at_desk: Driver, meant: str, other: object, code: str) -> None:
    assert callable(other)
    typed = str(other(meant))
    assert typed != meant
    at_desk.find(typed, code)

    at_desk.press("Return", "Ctrl+1")

    contact = at_desk.wait_for_record(1)
    assert at_desk.keys == 2
    assert (contact.articles, contact.queries) == ((code,), (typed,))


def test_the_number_row_ends_a_contact_with_the_thai_keyboard_on(at_desk: Driver) -> None:
    at_desk.find("จอดรถ", PARKING)
    at_desk.press("Return", "Ctrl+Return")

    at_desk.type(to_thai("1"))

    assert at_desk.wait_for_record(1).articles == (PARKING,)
