"""Names typed with the English keyboard on are read as they were meant; what is Latin stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.keyboard_layout import to_english
from frontdesk.domain.meant_keyboard import meant_line
from frontdesk.domain.new_person import read_new_person

NAMES = ["สุดา ใจดี", "มานพ แสนดี", "นายสมชาย ใจมั่น", "เกี่ยวก้อย น้ำใส", "เพราะพริ้ง ศรีสุข"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("line", ["{}", "{} 081-234-5678", "0812345678 {}", "a@b.co {}"])
def test_a_name_on_the_other_keyboard_is_read_in_thai(name: str, line: str) -> None:
    assert meant_line(line.format(to_english(name))) == line.format(name)


def test_somebody_new_has_the_name_that_was_meant() -> None:
    new = read_new_person("l6fk .0fu 0812345678")
    assert (new.given_name, new.family_name, new.rest) == ("สุดา", "ใจดี", "")
    assert [number.digits for number in new.numbers] == ["0812345678"]


@pytest.mark.parametrize(
    "line",
    [
        "Anna Smith", "John O'Neil", "Jean-Luc Picard", "Siam Tools Co., Ltd. 02 123 4567", "Dr. Smith", "room456",
        "abc123", "A380", "4th Avenue", "1st floor", "Louis, MO", "suda@example.org", "line: suda.j", "x12", "12E+3",
        "Anna [Annie]", "สุดา l6fk", "", "081-234-5678", "wi-fi", "P-0001", "2nd floor",
    ],
)  # fmt: skip
def test_what_is_latin_stays(line: str) -> None:
    assert meant_line(line) == line


@given(st.text(max_size=60))
def test_any_line_may_be_typed(line: str) -> None:
    assert meant_line(meant_line(line)) == meant_line(line)
