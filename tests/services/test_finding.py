"""Numbers in the box: an answer is shown for one only where that number stands in it."""

import pytest

from frontdesk.domain.articles import Answer, Article
from frontdesk.services.finding import with_digits

EMERGENCY = Article("a1", "ER-01", "ห้องฉุกเฉิน", say="โทร 1669 ได้ตลอด ๒๔ ชั่วโมงค่ะ")
CLINIC = Article(
    "a2", "DEN-02", "คิวทำฟัน", body="ทำฟัน " * 200 + "1. นัดล่วงหน้า 02-999-1234 ต่อ 1410", keywords=("081 234 5678",)
)
ANSWERS = (Answer(EMERGENCY, 2.0), Answer(CLINIC, 1.0))


@pytest.mark.parametrize(
    ("digits", "codes"),
    [
        ("1669", ["ER-01"]),
        ("24", ["ER-01"]),
        ("1410", ["DEN-02"]),
        ("029991234", ["DEN-02"]),
        ("0812345678", ["DEN-02"]),
        ("0998761234", []),
        ("1120", []),
    ],
)
def test_only_answers_with_the_number_are_kept(digits: str, codes: list[str]) -> None:
    assert [answer.article.code for answer in with_digits(ANSWERS, digits)] == codes
