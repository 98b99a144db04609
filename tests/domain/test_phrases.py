"""Quotation marks of all kinds."""

import pytest

from frontdesk.domain.phrases import holds, quoted
from frontdesk.domain.thai_text import normalise


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ('"lost card"', ("lost card",)),
        ("“บัตรหาย” ทำไง", ("บัตรหาย",)),
        ("ใบ„ท.ร. 14/1“ครับ", ("ท.ร. 14/1",)),
        ("＂ภาษีป้าย＂", ("ภาษีป้าย",)),
        ("«ของหาย»", ("ของหาย",)),
        ('"ภาษี" ที่ "ล่าช้า"', ("ภาษี", "ล่าช้า")),
        ('"  two \n spaces "', ("two spaces",)),
        ('"again" "again"', ("again",)),
        ('จอ 15" ใหม่', ()),
        ('""', ()),
        ('" - "', ()),
        ("ไม่มี", ()),
        ("", ()),
    ],
)
def test_what_is_quoted(text: str, phrases: tuple[str, ...]) -> None:
    assert quoted(normalise(text)) == phrases


@pytest.mark.parametrize(
    ("text", "phrase", "held"),
    [
        ("ของหายได้คืน", "ของหาย", True),
        ("lost\nand  found", "lost and found", True),
        ("found and lost", "lost and found", False),
        ("a.b", "a?b", False),
        ("", "x", False),
    ],
)
def test_holds(text: str, phrase: str, held: bool) -> None:
    assert holds(text, phrase) is held
