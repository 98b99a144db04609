"""Facts about health are told from others."""

import pytest

from frontdesk.domain.people import QuickFact
from frontdesk.domain.quick_facts import tells_of_health


@pytest.mark.parametrize(
    ("name", "value", "health"),
    [
        ("โรคประจำตัว", "ไม่มี", True),
        ("ควรรู้", "แพ้ยาเพนิซิลลิน", True),
        ("Allergies", "nuts", True),
        ("note", "is pregnant", True),
        ("ครอบครัว", "คุณยายมาด้วย", False),
        ("เครื่องดื่ม", "ชาร้อน ไม่หวาน", False),
        ("hobby", "gardening", False),
    ],
)
def test_health_is_told_from_the_rest(name: str, value: str, health: bool) -> None:
    assert tells_of_health(QuickFact(name, value)) is health
