from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.thai_text import has_thai, marked_spans, normalise, strip_marks

SPELLINGS = [
    ("nikhahit, tone, aa", "น\u0e4d\u0e49\u0e32", "น้ำ"),
    ("tone, nikhahit, aa", "น\u0e49\u0e4d\u0e32", "น้ำ"),
    ("am before its tone", "น\u0e33\u0e49", "น้ำ"),
    ("nikhahit and aa", "จ\u0e4d\u0e32", "จำ"),
    ("two sara e for sara ae", "\u0e40\u0e40ม่", "แม่"),
    ("tone before vowel", "ท\u0e48\u0e35", "ที่"),
    ("tone before sara u", "ผ\u0e49\u0e39", "ผู้"),
    ("doubled tone", "ที่่", "ที่"),
    ("doubled vowel", "ท\u0e35\u0e35่", "ที่"),
    ("tone after aa", "กา\u0e49ว", "ก้าว"),
    ("long a for aa", "ก\u0e45", "กา"),
    ("long a where it belongs", "ฤๅษี", "ฤๅษี"),
    ("zero-width space", "ท\u200bี่", "ที่"),
    ("word joiner and soft hyphen", "รหัส\u2060ผ่\u00adาน", "รหัสผ่าน"),
    ("Thai digits", "๐๘๑-๒๓๔", "081-234"),
    ("full width", "ＡＢＣ１２", "abc12"),
    ("full-width space and no-break space", "ก\u3000ข\u00a0ค", "ก ข ค"),
    ("case", "OPD Ward", "opd ward"),
    ("typographic quotes and dashes", "don’t “ok” 1–2", 'don\'t "ok" 1-2'),
    ("sara am stays whole", "น้ำ", "น้ำ"),
    ("composed Latin", "cafe\u0301", "café"),
    ("nothing", "", ""),
]


@pytest.mark.parametrize(("typed", "plain"), [case[1:] for case in SPELLINGS], ids=[c[0] for c in SPELLINGS])
def test_one_spelling(typed: str, plain: str) -> None:
    assert normalise(typed) == plain


THAI_MIX = st.text(st.sampled_from("กเแฤๅาำะํ่้ิฺุ์็\u200bAİ\u0301ຸ່๑ａ "), max_size=12)


@given(THAI_MIX | st.text(max_size=40))
def test_normalising_again_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


def test_a_flood_of_marks_becomes_little() -> None:
    assert normalise("ก" + "\u0e48" * 5000) == "ก่"


@pytest.mark.parametrize(
    ("text", "bare"), [("ที่", "ที"), ("เซ็นต์", "เซนต"), ("น้ำ", "นำ"), ("กรุณา", "กรุณา"), ("wifi", "wifi")]
)
def test_strip_marks(text: str, bare: str) -> None:
    assert strip_marks(text) == bare


@pytest.mark.parametrize(("text", "expected"), [("wifi ฟรี", True), ("wifi 123 ฿", False), ("", False)])
def test_has_thai(text: str, expected: bool) -> None:
    assert has_thai(text) is expected


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("ขอน\u0e4d\u0e49\u0e32ร้อน", ["น้ำ"], ["น\u0e4d\u0e49\u0e32"]),
        ("บัตรประชาชนหาย", ["ประชาชน", "บัตร"], ["บัตรประชาชน"]),
        ("ห้อง ๓๐๕ และ 305", ["305"], ["๓๐๕", "305"]),
        ("WiFi ฟรี", ["wifi"], ["WiFi"]),
        ("ที่นี่", ["ท"], ["ที่"]),
        ("ไม่มีคำนี้", ["wifi", ""], []),
    ],
)
def test_marked_spans_lie_over_what_was_written(text: str, words: list[str], shown: list[str]) -> None:
    assert [text[start:end] for start, end in marked_spans(text, words)] == shown


@given(st.text(max_size=60), st.lists(st.text(min_size=1, max_size=4), max_size=4))
def test_marked_spans_never_overlap(text: str, words: list[str]) -> None:
    spans = marked_spans(text, [normalise(word) for word in words])
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(left[1] < right[0] for left, right in pairwise(spans))
