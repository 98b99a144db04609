"""Titles and codes from memory."""

from dataclasses import replace

import pytest

from frontdesk.domain.articles import Article
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
