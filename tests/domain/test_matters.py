"""What a text is about, and which texts are alike."""

import pytest

from frontdesk.domain.matters import alike, telling_words

EV = "ที่จอดรถชั้นใต้ดินชาร์จรถไฟฟ้าได้ไหม หัวชาร์จแบบไหน"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (EV, "มีที่ชาร์จรถ EV ไหม"),
        (EV, "จอดรถแล้วเสียบชาร์จได้หรือเปล่า"),
        ("บัตรทองหาย", "สิทธิบัตรทอง บัตรหายหรือไม่ได้นำมา"),
        ("I lost my card", "Lost patient card"),
    ],
)
def test_these_are_alike(one: str, other: str) -> None:
    assert alike(telling_words(one), telling_words(other))
    assert alike(telling_words(other), telling_words(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [(EV, "เวลาเยี่ยมผู้ป่วย"), ("บัตรหาย", "รถหาย"), ("where is parking", "where is the lift"), ("", ""), ("บัตร", "")],
)
def test_these_are_not(one: str, other: str) -> None:
    assert not alike(telling_words(one), telling_words(other))


def test_common_words_tell_nothing_unless_there_is_nothing_else() -> None:
    assert telling_words("ขอ") == {"ขอ"}
    assert "ขอ" not in telling_words("ขอบัตร")
