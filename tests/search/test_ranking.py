import pytest

from frontdesk.search.ranking import Candidate, alignment, naming, ranked

LOST = "บัตรประชาชนหาย\nlost id card\n\nทำบัตรใหม่ได้ที่ช่อง 3"
GOLD = "บัตรทอง\n\nถ้าบัตรประชาชนหาย ใช้ใบแจ้งความแทน"


@pytest.mark.parametrize(
    ("chunks", "text", "low", "high"),
    [
        (["บัตรประชาชน"], LOST, 1.0, 1.0),
        (["บัตรปรชาชน"], LOST, 0.6, 0.99),
        (["บัตรประชาชน", "xyz"], LOST, 0.7, 0.9),
        (["เลือด"], LOST, 0.0, 0.3),
        ([], LOST, 0.0, 0.0),
        (["บัตร"], "", 0.0, 0.0),
    ],
)
def test_alignment(chunks: list[str], text: str, low: float, high: float) -> None:
    assert low <= alignment(chunks, text) <= high


@pytest.mark.parametrize(
    ("chunks", "text", "expected"),
    [
        (["บัตร", "หาย"], LOST, 1),
        (["lost"], LOST, 2),
        (["lost", "id"], LOST, 2),
        (["บัตรประชาชน"], LOST, 2),
        (["ช่อง"], LOST, 0),
        (["บัตรประชาชน"], GOLD, 0),
        (["id"], LOST, 0),
        ([], LOST, 0),
    ],
)
def test_naming(chunks: list[str], text: str, expected: int) -> None:
    assert naming(chunks, text) == expected


def test_of_two_alike_the_one_with_that_name_comes_first() -> None:
    order = ranked("บัตรประชาชนหาย", (), [Candidate(1, GOLD, 10.0), Candidate(2, LOST, 10.0)])
    assert [one.document for one in order] == [2, 1]


def test_equal_ones_keep_their_order_and_none_is_lost() -> None:
    same = [Candidate(number, "เหมือนกัน", 1.0) for number in (3, 1, 2)]
    assert [one.document for one in ranked("เหมือน", (), same)] == [1, 2, 3]
    assert ranked("เหมือน", (), []) == []
