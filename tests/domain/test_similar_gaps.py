"""How often something like a question was asked before."""

from datetime import UTC, datetime, timedelta

from frontdesk.domain.similar_gaps import AskedGap, SimilarGaps, similar_gaps

NOW = datetime(2026, 11, 20, 3, 42, tzinfo=UTC)
WORDS = ("มีที่ชาร์จรถ EV ไหม", "เวลาเยี่ยมไข้", "จอดรถแล้วเสียบชาร์จได้หรือเปล่า", "ชาร์จรถไฟฟ้า", "ชาร์จรถไฟฟ้า")
ASKED = [AskedGap(NOW - timedelta(days=6 - days), words) for days, words in enumerate(WORDS)]


def test_those_alike_are_counted_and_the_newest_shown() -> None:
    found = similar_gaps("ที่จอดรถชั้นใต้ดินชาร์จรถไฟฟ้าได้ไหม", reversed(ASKED))
    assert found == SimilarGaps(4, NOW - timedelta(days=6), ("ชาร์จรถไฟฟ้า", "จอดรถแล้วเสียบชาร์จได้หรือเปล่า"))


def test_nothing_alike() -> None:
    assert similar_gaps("โดรนถ่ายภาพ", ASKED) == SimilarGaps()
    assert similar_gaps("", ASKED) == SimilarGaps()
