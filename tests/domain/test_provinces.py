"""The provinces by every name they go by."""

import pytest

from frontdesk.domain.provinces import _PROVINCES, province_of

LINES = [line.split() for line in _PROVINCES.strip().split("\n")]


def test_there_are_77_and_no_name_is_used_twice() -> None:
    names = [name for line in LINES for name in line]
    assert len(LINES) == 77
    assert len(names) == len(set(names)) == 3 * 77


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[2])
def test_each_is_known_by_its_names_and_with_one_letter_lost(line: list[str]) -> None:
    for name in line:
        assert province_of(name) == line[0]
        assert province_of(f"จังหวัด{name} ") == line[0]
    full = line[0]
    if len(full) > 6:
        assert province_of(full[:-2] + full[-1]) == full


@pytest.mark.parametrize(
    ("text", "full"),
    [("กทม.", "กรุงเทพมหานคร"), ("จ.เชียงใหม่", "เชียงใหม่"), ("โคราช", "นครราชสีมา"), ("Chiang Rai", "เชียงราย"),
     ("นครสวรร", "นครสวรรค์"), ("สุพรรณ", "สุพรรณบุรี"), ("นคร", ""), ("สมชาย", ""), ("", ""), ("ก", ""), ("รถยนต์", "")],
)  # fmt: skip
def test_in_speech_and_in_part(text: str, full: str) -> None:
    assert province_of(text) == full
