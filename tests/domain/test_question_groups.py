"""Questions that mean the same are one gap."""

from datetime import UTC, datetime, timedelta

import pytest

from frontdesk.domain.question_groups import grouped

MORNING = datetime(2026, 11, 14, 2, tzinfo=UTC)


def asked(*words: str) -> list[tuple[datetime, str]]:
    return [(MORNING + timedelta(days=n), one) for n, one in enumerate(words)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("ชาร์จรถไฟฟ้า", "ชาร์จรถไฟฟ้า ", "ชาร์ทรถไฟฟ้า", "ขอประวัติย้อนหลัง"), [("ชาร์จรถไฟฟ้า", 3), ("ขอประวัติย้อนหลัง", 1)]),
        (("EV charging", "ev chargin", "charging EV", "pet grooming"), [("EV charging", 3), ("pet grooming", 1)]),
        (("ไต", "ไข้", "ตา"), [("ตา", 1), ("ไข้", 1), ("ไต", 1)]),
        (("", "   "), []),
    ],
)
def test_alike_questions_are_one_gap(words: tuple[str, ...], found: list[tuple[str, int]]) -> None:
    assert [(gap.words, gap.count) for gap in grouped(asked(*words))] == found


def test_a_gap_knows_when_it_was_met_first_and_last() -> None:
    gap = grouped(asked("ชาร์จรถไฟฟ้า", "ขอประวัติ", "ชาร์จรถไฟฟ้า"))[0]
    assert (gap.first_at, gap.last_at) == (MORNING, MORNING + timedelta(days=2))


def test_what_has_an_answer_now_is_no_gap() -> None:
    assert [gap.words for gap in grouped(asked("ชาร์จรถไฟฟ้า", "โดรน"), {"ชาร์จรถไฟฟ้า"})] == ["โดรน"]
