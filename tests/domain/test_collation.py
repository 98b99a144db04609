"""Dictionary order."""

import random

from frontdesk.domain.collation import sort_key

IN_ORDER = [
    "Anan",
    "ann",
    "กก",
    "กา",
    "ก่า",
    "ก้า",
    "เก",
    "เก่ง",
    "แก้ว",
    "ไก่",
    "ขวัญ",
    "ฤดี",
    "ลาภ",
    "สมชาย",
    "สมศรี",
    "ใส",
    "อำพร",
]


def test_thai_names_are_sorted_as_in_a_dictionary() -> None:
    mixed = IN_ORDER[:]
    random.Random(1).shuffle(mixed)
    assert sorted(mixed, key=sort_key) == IN_ORDER


def test_code_point_order_would_be_wrong() -> None:
    assert sorted(["เก", "ขวัญ"]) != sorted(["เก", "ขวัญ"], key=sort_key)


def test_case_and_both_spellings_of_am_play_no_part() -> None:
    assert sort_key("ANAN")[0] == sort_key("anan")[0]
    assert sort_key("น\u0e4d\u0e32")[:2] == sort_key("น\u0e33")[:2]
