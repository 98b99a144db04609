"""Titles and codes from memory."""

from dataclasses import replace

import pytest

from frontdesk.domain.articles import Article, ArticleChange
from frontdesk.services.quick_answers import QuickAnswers

CARD = Article("1", "MRD-01", "บัตรประจำตัวผู้ป่วยหาย", "Lost patient card", say="แจ้งที่ช่อง 3 ค่ะ", body="ยาว" * 500)
GOLD = Article("2", "UC-02", "สิทธิบัตรทอง บัตรหายหรือไม่ได้นำมา", "Gold card lost")
PARK = Article("3", "SEC-01", "ที่จอดรถ", "Parking", pinned=True)
VISIT = Article("4", "IPD-1", "เวลาเยี่ยมผู้ป่วย")


@pytest.fixture
def quick() -> QuickAnswers:
    return QuickAnswers((CARD, GOLD, PARK, VISIT))


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("บัตร", ["MRD-01", "UC-02"]),
        ("บ", ["MRD-01", "UC-02"]),
        ("สิทธิบัตรทอง", ["UC-02"]),
        ("ผู้ป่วย", ["IPD-1", "MRD-01"]),
        ("lost", ["MRD-01", "UC-02"]),
        ("CARD", ["MRD-01", "UC-02"]),
        ("ที่จอดรถ", ["SEC-01"]),
        ("mrd-01", ["MRD-01"]),
        ("จอด", []),
        ("", []),
        ("   ", []),
        ("ไม่มีคำนี้", []),
    ],
)
def test_beginnings(quick: QuickAnswers, typed: str, codes: list[str]) -> None:
    found = [article.code for article in quick.find(typed)]
    assert found == codes


def test_rows_are_light_and_few(quick: QuickAnswers) -> None:
    (first, *_) = quick.find("บัตร", limit=1)
    assert first == replace(CARD, body="")
    assert len(quick.find("บัตร", limit=1)) == 1


def codes(quick: QuickAnswers, typed: str) -> list[str]:
    return [article.code for article in quick.find(typed)]


def test_a_change_is_learned_as_if_everything_had_been_read_again(quick: QuickAnswers) -> None:
    changed = replace(CARD, title="ทำบัตรใหม่", title_en="New card")
    fifth = Article("5", "NEW-1", "บัตรคิว", "Queue card")
    quick.learn((ArticleChange(1, "1", changed), ArticleChange(2, "5", fifth), ArticleChange(3, "3", None)))
    whole = QuickAnswers((GOLD, VISIT, changed, fifth))
    assert len(quick) == len(whole) == 4
    for typed in ("บ", "บัตร", "ทำ", "ผู้ป่วย", "card", "new", "q", "mrd-01", "new-1", "sec-01", "ที่จอดรถ"):
        assert codes(quick, typed) == codes(whole, typed), typed
    assert codes(quick, "บัตรประจำตัว") == []


def test_the_same_change_twice_is_one_change(quick: QuickAnswers) -> None:
    changed = ArticleChange(1, "3", replace(PARK, title="ลานจอดรถ"))
    quick.learn((changed, changed))
    assert codes(quick, "ลานจอด") == ["SEC-01"]
    assert len(quick) == 4


def test_a_code_may_go_over_to_another(quick: QuickAnswers) -> None:
    quick.learn((ArticleChange(6, "2", replace(GOLD, code="MRD-01")), ArticleChange(7, "1", replace(CARD, code="X-9"))))
    assert [article.id for article in quick.find("mrd-01")] == ["2"]
    assert [article.id for article in quick.find("x-9")] == ["1"]
