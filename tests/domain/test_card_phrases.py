"""The words of a card as they are typed: the very words that are shown, and what comes near them."""

import pytest

from frontdesk.domain.card_phrases import (
    Bought,
    CardPhrase,
    SenderOf,
    SentBy,
    SentSoMany,
    bought_words,
    read_card_phrase,
)
from frontdesk.domain.card_text import card_text
from frontdesk.domain.people import Person, PersonKind
from frontdesk.domain.segments import Segment


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("มาประจำ", Segment.REPEAT),
        ("มาประจํา", Segment.REPEAT),
        (" long  AWAY ", Segment.DORMANT),
        ("Customer", PersonKind.CUSTOMER),
        ("แนะนำโดย วิไล ศรีสุข", SentBy("วิไล ศรีสุข")),
        ("แนะนำโดยวิไล", SentBy("วิไล")),
        ("Sent by: P-0002", SentBy("p-0002")),
        ("ผู้แนะนำ 081-234-5678", SentBy("081-234-5678")),
        ("แนะนำต่อ: มานี, ชูใจ…", SenderOf(("มานี", "ชูใจ"))),
        ("sent: Mani", SenderOf(("mani",))),
        ("แนะนำต่อ ๓ คน", SentSoMany(3)),
        ("sent 1,200 others", SentSoMany(1200)),
        ("12 purchases", Bought(12)),
        ("ซื้อหรือใช้บริการ 1,200 ครั้ง", Bought(1200)),
        ("ซื้อ 12", Bought(12)),
        ("มาประจำ สุดา", None),
        ("newton", None),
        ("sent by", None),
        ("sent: ,", None),
        ("sent mail", None),
        ("ซื้อบัตร", None),
        ("purchases", None),
        ("0812345678", None),
        ("", None),
    ],
)
def test_what_is_said(text: str, meant: CardPhrase | None) -> None:
    assert read_card_phrase(text) == meant


def test_no_count_of_purchases_stands_in_another() -> None:
    assert bought_words(12) in card_text(Person("1", "P-1", "", purchases=12))
    assert bought_words(12) not in card_text(Person("1", "P-1", "", purchases=112))
    assert bought_words() in card_text(Person("1", "P-1", "", purchases=1))
    assert card_text(Person("1", "P-1", "")) == ""
