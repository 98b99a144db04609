"""Keys in one string are found just as if they had been compared one by one."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from frontdesk.domain.key_table import KeyTable, in_order

KEYS = st.lists(st.text(alphabet="กขคมนา", min_size=1, max_size=9), max_size=60)
TYPED = st.text(alphabet="กขคมนา", min_size=3, max_size=10)


def _compared(keys: list[str], typed: str, slips: int) -> dict[str, int]:
    apart = {key: OSA.distance(typed, key) for key in keys}
    return {key: far for key, far in apart.items() if far <= slips}


@given(KEYS, TYPED)
def test_one_slip_misses_nobody(keys: list[str], typed: str) -> None:
    assert KeyTable(keys).near(typed, 1) == _compared(keys, typed, 1)


@given(KEYS, TYPED)
def test_two_slips_miss_nobody(keys: list[str], typed: str) -> None:
    assert KeyTable(keys).near(typed, 2) == _compared(keys, typed, 2)


@given(KEYS, st.text(alphabet="กขคมนา", max_size=9))
def test_members(keys: list[str], typed: str) -> None:
    table = KeyTable(keys)
    assert (typed in table) == (typed in keys)


def test_things_that_share_a_key() -> None:
    table = KeyTable(["ขาว", "ดำ", "ขาว", "", "แดง"])
    assert sorted(table.same("ขาว")) == [0, 2]
    assert list(table.same("ดำ")) == [1]
    assert not table.same("") and not table.same("เขียว")


@given(KEYS)
def test_in_order_numbers_are_places(keys: list[str]) -> None:
    table = KeyTable(in_order(keys))
    assert [table[place] for place in range(len(table))] == in_order(keys)
    assert all(table[number] == key for key in keys for number in table.same(key))


@given(KEYS, st.integers(0, 9), st.integers(0, 9))
def test_places_of_lengths(keys: list[str], first: int, last: int) -> None:
    table = KeyTable(in_order(keys))
    wanted = [key for key in in_order(keys) if first <= len(key) <= last]
    assert [table[place] for place in table.of_lengths(first, last)] == wanted


@pytest.mark.parametrize("every", [1, 2, 3])
def test_members_among_many_keys(every: int) -> None:
    letters = "กข1"
    texts = ["".join(signs) for length in (1, 4, 5) for signs in product(letters, repeat=length)]
    keys = set(texts[::every])
    table = KeyTable(sorted(keys))
    assert {text for text in texts if text in table} == keys
    assert "กกกกกก" not in table
