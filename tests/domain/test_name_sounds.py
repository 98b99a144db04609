"""Names said alike, in two alphabets, and guessing among many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.name_index import SOUNDS_ALIKE, NameIndex
from frontdesk.domain.name_sounds import romanised_key, romanised_keys, rough_key, sound_key, sound_keys
from frontdesk.domain.names import name_key

NAMES = ["สมชาย", "สมศรี", "สุดา", "ณัฐพงษ์", "พรรณี", "วิชัย", "ประเสริฐ", "ทิพย์", "วงศ์สุวรรณ", "somchai", "เพชร"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("พรรณ", "พันธ์"),
        ("ทิพย์", "ทิพ"),
        ("ณัฐ", "นัด"),
        ("วงศ์", "วงษ์"),
        ("ธรรม", "ทัม"),
        ("ใจ", "ไจ"),
        ("ชัย", "ไช"),
        ("จันทร์", "จัน"),
        ("ศักดิ์", "สัก"),
        ("ชาติ", "ชาด"),
        ("เพชร", "เพ็ด"),
        ("ภัทร", "ภัทร์"),
        ("ภัทร", "พัด"),
        ("แก้ว", "แกว"),
    ],
)
def test_names_said_alike(one: str, other: str) -> None:
    assert sound_key(one) == sound_key(other)


@pytest.mark.parametrize(("one", "other"), [("สมชาย", "สมศรี"), ("ใจดี", "ใจงาม"), ("มานี", "มานะ")])
def test_names_said_otherwise(one: str, other: str) -> None:
    assert sound_key(one) != sound_key(other)


@pytest.mark.parametrize(
    ("thai", "latin"),
    [
        ("สมชาย", "Somchai"),
        ("วิชัย", "Vichai"),
        ("วิชัย", "Wichai"),
        ("ธงชัย", "Thongchai"),
        ("จิรวัฒน์", "Jirawat"),
        ("ศิริพร", "Siriporn"),
        ("กนกวรรณ", "Kanokwan"),
        ("ณัฐพงษ์", "Nattapong"),
        ("ใจดี", "Jaidee"),
        ("แก้วมณี", "Kaewmanee"),
        ("บุญมี", "Boonmee"),
    ],
)
def test_a_name_in_latin_letters_is_near_the_thai_one(thai: str, latin: str) -> None:
    assert romanised_key(thai) == romanised_key(latin)


@given(st.lists(st.text(alphabet="กขคงจชซดตทนบปพมยรลวสหอะาิีุูเแโไใ์่้ัabcdeghnoprt", max_size=12).map(name_key)))
def test_many_at_once_are_the_same_as_one_by_one(names: list[str]) -> None:
    kept = [name for name in names if name]
    assert sound_keys(kept) == [sound_key(name) for name in kept]
    assert romanised_keys(kept) == [romanised_key(name) for name in kept]


def test_nothing_has_no_keys() -> None:
    assert (sound_key(""), romanised_key(""), rough_key("")) == ("", "", "")
    assert NameIndex([]).like("สมชาย") == {}
    assert NameIndex([]).romanised_like("somchai") == {}


def test_one_slip_finds_a_name() -> None:
    index = NameIndex(NAMES)
    assert index.like("สมชา") == {"สมชาย": 1.0}
    assert index.like("สทชาย") == {"สมชาย": 1.0}
    assert index.like("สชมาย") == {"สมชาย": 1.0}
    assert index.like("สดา", 1) == {"สุดา": 1.0}
    assert index.like("ฮฮฮฮฮ") == {}


def test_the_same_name_is_nearest_and_one_said_alike_is_next() -> None:
    found = NameIndex(["ทิพย์", "ทิพ", "ทิน"]).like("ทิพ")
    assert list(found.items()) == [("ทิพ", 0.0), ("ทิพย์", SOUNDS_ALIKE), ("ทิน", 1.0)]


def test_latin_letters_find_thai_names() -> None:
    index = NameIndex(NAMES)
    assert next(iter(index.romanised_like("natapong"))) == "ณัฐพงษ์"
    assert next(iter(index.romanised_like("prasert"))) == "ประเสริฐ"
    assert next(iter(index.romanised_like("petch"))) == "เพชร"
