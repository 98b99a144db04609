import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.keyboard_layout import to_english, to_thai


@pytest.mark.parametrize(
    ("english_keys", "thai"),
    [
        ("[y9iskp", "บัตรหาย"),
        ("[y9ixit=k=osk", "บัตรประชาชนหา"),
        ("Tok8ki", "ธนาคาร"),
        ("gxH,Fxiw9i", "เป็มโปรไตร"),
        ("1 2 3", "ๅ / -"),
        ("!@#$%^&*()_+", "+๑๒๓๔ู฿๕๖๗๘๙"),
    ],
)
def test_the_same_keys_on_both_layouts(english_keys: str, thai: str) -> None:
    assert to_thai(english_keys) == thai
    assert to_english(thai) == english_keys


def test_english_typed_with_the_thai_keyboard_on() -> None:
    assert to_english("ไรดร") == "wifi"
    assert to_english("ยฟหหไนพก") == "password"


def test_case_is_kept() -> None:
    assert to_thai("l") == "ส"
    assert to_thai("L") == "ศ"


@given(st.text(string.ascii_letters + string.digits + string.punctuation + " ", max_size=30))
def test_there_and_back(typed: str) -> None:
    assert to_english(to_thai(typed)) == typed
