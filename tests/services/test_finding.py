"""Numbers and names in the box: no answer is shown beside them that only looks like them."""

import pytest

from frontdesk.domain.articles import Answer, Article
from frontdesk.domain.people import MatchReason, Person, PersonMatch
from frontdesk.services.finding import is_name, with_digits, with_words

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


SUDA = Person("p1", "P-1", "สุดา", "ใจดี")


@pytest.mark.parametrize(
    ("text", "guess", "named"),
    [
        ("สุดา", False, True),
        ("Suda", False, True),
        ("สุกา ใจดี", True, True),
        ("สุกา", True, False),
        ("parkng", True, False),
    ],
)
def test_a_text_is_a_name_when_somebody_is_surely_or_wholly_called_so(text: str, guess: bool, named: bool) -> None:
    match = PersonMatch(SUDA, MatchReason.SPELLING if guess else MatchReason.NAME, 50.0, guess)
    assert is_name(text, (match,)) is named
    assert not is_name(text, ())


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("สุกา ใจดี", []),
        ("นัดทำฟัน", ["DEN-02"]),
        ("ห้องฉุกเฉิน สุดา", ["ER-01"]),
        ("สุ", []),
    ],
)
def test_beside_a_name_only_answers_with_its_words_are_kept(text: str, codes: list[str]) -> None:
    assert [answer.article.code for answer in with_words(ANSWERS, text)] == codes
