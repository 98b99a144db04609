"""Words that tell nothing are common, words that a call is about are not."""

import pytest

from frontdesk.domain.common_words import commonness
from frontdesk.domain.segmentation import piece_texts
from frontdesk.domain.thai_text import normalise


@pytest.mark.parametrize(
    ("common", "rarer"),
    [
        ("ที่", "บัตร"),
        ("ค่ะ", "หาย"),
        ("สอบถาม", "ใบรับรอง"),
        ("เอ่อ", "แพทย์"),
        ("รบกวน", "เอกซเรย์"),
        ("the", "card"),
        ("please", "parking"),
        ("could", "water"),
    ],
)
def test_talk_is_commoner_than_matter(common: str, rarer: str) -> None:
    assert commonness(common) > 3 * commonness(rarer)


@pytest.mark.parametrize("word", ["", "ฟอกไต", "qqzj", "ท.ร.14/1", "\u0e48", "2500"])
def test_rare_and_unknown_words_count_as_none(word: str) -> None:
    assert commonness(word) == 0


@pytest.mark.parametrize(
    "talk",
    [
        "เอ่อ สวัสดีค่ะ คือว่าอยากจะสอบถามหน่อยน่ะค่ะ ว่าต้องทำยังไงคะ",
        "ขอโทษนะคะ ไม่ทราบว่าที่นั่นเปิดกี่โมงคะ",
        "อ๋อ โอเคครับ งั้นเดี๋ยวผมโทรไปใหม่นะครับ ขอบคุณมากครับ",
        "hello, I'm just calling to ask how I could do that, please",
    ],
)
def test_nothing_in_a_callers_manner_is_rare(talk: str) -> None:
    assert min(commonness(word) for word in piece_texts(normalise(talk))) >= 50
