"""The words around a match, cut where a reader would cut them."""

import pytest

from frontdesk.domain.snippets import holds_any, plain, snippet
from frontdesk.domain.thai_text import marked_spans, normalise

PARKING = (
    "1. โรงรถมีหลังคา **ข้างประตู 2** จอดได้ประมาณ 300 คัน\n"
    "2. ฝากหมวกกันน็อกฟรีที่ป้อมประตู 2 เวลา 06:00-20:00\n"
    "3. จักรยานยนต์ไฟฟ้า ไม่มีที่ชาร์จแบตเตอรี่"
)
ENGLISH = "Bring your ID card.\n\n- The *guard post* at Gate 2 charges 50 baht for a lost ticket."


@pytest.mark.parametrize(
    ("texts", "words", "shown"),
    [
        ((PARKING,), ("ชาร์จ",), "…ไฟฟ้า ไม่มีที่ชาร์จแบตเตอรี่"),
        ((PARKING,), ("โรงรถ",), "โรงรถมีหลังคา ข้างประตู 2 จอดได้ประมาณ 300 คัน ฝากหมวกกันน็อกฟรีที่ป้อม"),
        (("", ENGLISH), ("charges",), "…post at Gate 2 charges 50 baht for a lost ticket."),
        ((PARKING, ENGLISH), ("ticket", "ไม่มีคำนี้"), "…baht for a lost ticket."),
        (("นํ้าดื่มฟรี",), (normalise("น้ำดื่ม"),), "นํ้าดื่มฟรี"),
        (("โทร ๑๖๖๙",), ("1669",), "โทร ๑๖๖๙"),
        ((PARKING,), ("ไม่มีคำนี้",), ""),
        ((), ("ที่",), ""),
        ((PARKING,), (), ""),
    ],
)
def test_a_snippet_begins_at_a_word_a_little_before_the_match(
    texts: tuple[str, ...], words: tuple[str, ...], shown: str
) -> None:
    assert snippet(texts, words)[: len(shown)] == shown
    assert bool(snippet(texts, words)) is bool(shown)


@pytest.mark.parametrize("word", ["ชาร์จ", "หมวก", "ประตู", "06:00", "ที่", "300"])
def test_the_match_is_always_inside(word: str) -> None:
    shown = snippet((PARKING,), (word,))
    assert marked_spans(shown, (word,))
    assert shown.removeprefix("…") in plain(PARKING)


def test_texts_hold_words_however_they_are_written() -> None:
    assert holds_any("ลืมรหัส WiFi", ("wifi",))
    assert not holds_any("ลืมรหัส", ("wifi",))


def test_what_goes_on_ends_with_dots_and_not_with_the_number_of_a_step() -> None:
    text = "บัตรหาย " + "ก" * 115 + " 2. ขอใหม่ที่ช่อง 3 และรอเรียกชื่อตามลำดับก่อนหลังที่หน้าห้อง"
    for more in range(20):
        shown = snippet((text[: len("บัตรหาย") + more] + text[len("บัตรหาย") :],), ("บัตรหาย",))
        assert shown.endswith("…") and not shown.removesuffix("…").rstrip().endswith(("2", "2."))
