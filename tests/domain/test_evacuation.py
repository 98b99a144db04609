"""The roll: in order, counted by the head, found and missing."""

import pytest

from frontdesk.domain.evacuation import OnRoll, Tick, by_place, counts_of, roll_of, typed_count
from tests.services.conftest import StillClock

NOW = StillClock().now()
ROWS = (
    OnRoll("1", "สมศรี บุญมา", place="ตึก 5"),
    OnRoll("2", "Peter Brown"),
    OnRoll("3", "เอกชัย ดี", place="ตึก 3"),
    OnRoll("4", "กมล ใจดี", place="ตึก 5"),
    OnRoll("5", "บ.ธารการแพทย์", place="คลังยา", people=4),
)


def test_places_and_names_stand_in_the_order_of_the_dictionary_and_no_place_comes_last() -> None:
    roll = roll_of(ROWS, NOW, None, {})
    assert [(place, [row.name for row in rows]) for place, rows in by_place(roll.rows)] == [
        ("คลังยา", ["บ.ธารการแพทย์"]), ("ตึก 3", ["เอกชัย ดี"]), ("ตึก 5", ["กมล ใจดี", "สมศรี บุญมา"]), ("", ["Peter Brown"]),
    ]  # fmt: skip


def test_everybody_is_counted_by_the_head() -> None:
    roll = roll_of(ROWS, NOW, None, {"5": 3, "2": 1})
    assert (roll.people, roll.found) == (8, 4)
    assert [row.visit_id for row in roll.missing] == ["5", "3", "4", "1"]
    assert [row.missing for row in roll.missing] == [1, 1, 1, 1]


def test_a_count_never_leaves_what_there_is() -> None:
    roll = roll_of(ROWS, NOW, None, {"5": 9, "2": -1, "gone": 1})
    assert roll.found == 4


def test_whom_the_gate_let_out_is_found_unless_counted_otherwise() -> None:
    rows = (OnRoll("1", "ก", out=True, people=2), OnRoll("2", "ข", out=True))
    assert roll_of(rows, NOW, None, {}).found == 3
    assert roll_of(rows, NOW, None, {"1": 1}).found == 2


def test_the_last_count_of_a_visit_holds() -> None:
    ticks = [Tick("5", 4, NOW), Tick("2", 1, NOW), Tick("5", 3, NOW)]
    assert counts_of(ticks) == {"5": 3, "2": 1}


@pytest.mark.parametrize(
    ("typed", "people", "count"),
    [
        ("3", 4, 3), ("0", 4, 0), ("32", 4, 2), ("12", 25, 12), ("123", 25, 3), ("9", 4, None), ("ก", 4, None),
        ("๓", 4, 3), ("", 4, None), ("25", 25, 25),
    ],
)  # fmt: skip
def test_digits_are_read_together_while_they_fit(typed: str, people: int, count: int | None) -> None:
    assert typed_count(typed, people) == count
