"""Names that are spelt or said like what was typed, Thai beside English."""

import pytest

from frontdesk.domain.names import name_key
from frontdesk.domain.near_names import NearNames

NAMES = ("วิชัย ทองดี", "ณัฐพร แสงทอง", "สมชาย ใจดี", "Peter Brown", "พรรณี ศรีสุข", "วิชัย")
TABLE = NearNames([tuple(name_key(word) for word in name.split()) for name in NAMES])


def nearest(*asked: str) -> list[str]:
    found = TABLE.near([name_key(word) for word in asked])
    return [NAMES[number] for number in sorted(found, key=lambda n: -found[n])]


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        (("วิชย", "ทองดี"), "วิชัย ทองดี"),
        (("ทองดี", "วิชย"), "วิชัย ทองดี"),
        (("นัทพร",), "ณัฐพร แสงทอง"),
        (("พันนี",), "พรรณี ศรีสุข"),
        (("natthaporn", "saengthong"), "ณัฐพร แสงทอง"),
        (("somchai",), "สมชาย ใจดี"),
        (("pter", "brwon"), "Peter Brown"),
        (("ปีเตอร์", "บราวน์"), "Peter Brown"),
        (("วิชย",), "วิชัย"),
    ],
)
def test_the_nearest_name(asked: tuple[str, ...], name: str) -> None:
    assert nearest(*asked)[0] == name


@pytest.mark.parametrize("asked", [(), ("xq",), ("ฆฆฆฆ",), ("วิชัย", "ฆฆฆฆ"), ("peter", "zzzz")])
def test_every_word_needs_one_like_it(asked: tuple[str, ...]) -> None:
    assert nearest(*asked) == []


def test_no_names_are_near_nothing() -> None:
    assert NearNames([]).near(["วิชัย"]) == {}
    assert NearNames([()]).near(["วิชัย"]) == {}
