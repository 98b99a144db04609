"""Digits in the middle of numbers are found, each number once."""

from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.digit_table import PART, DigitTable

NUMBERS = st.lists(st.text(alphabet="0123", min_size=1, max_size=11), max_size=30)


@given(NUMBERS, st.text(alphabet="0123", min_size=PART, max_size=7))
def test_finds_what_looking_at_each_finds(numbers: list[str], digits: str) -> None:
    found = list(DigitTable(numbers).holding(digits))
    inside = [number for number in numbers if digits in number[1:-1]]
    assert set(inside) <= set(found) and all(digits in number for number in found)
    assert len(found) <= len(numbers)


def test_a_number_stands_once_however_often_it_holds_the_digits() -> None:
    table = DigitTable(["0812345678", "0999999999"])
    assert list(table.holding("9999")) == list(table.holding("99999")) == ["0999999999"]
    assert list(table.holding("34567")) == list(table.holding("234567")) == ["0812345678"]
    assert list(table.holding("")) == list(table.holding("77777")) == []


def test_of_no_numbers_none_is_found() -> None:
    assert len(DigitTable([])) == 0 and list(DigitTable([]).holding("1234")) == []
