"""When answers are only near to what was asked."""

import pytest

from frontdesk.search.holding import only_near, share_held

ASKED = {"ต่ออายุ": 3.0, "พาสปอร์ต": 5.0}


@pytest.mark.parametrize(
    ("text", "asked", "guesses", "share"),
    [
        ("ต่ออายุพาสปอร์ตที่อาคาร 2", ASKED, [], 1.0),
        ("ต่ออายุบัตร", ASKED, [], 0.375),
        ("ต่ออายุหนังสือเดินทาง", ASKED, [["หนังสือเดินทาง", "passport"]], 1.0),
        ("หนังสือเดินทาง", ASKED, [["หนังสือเดินทาง"]], 0.625),
        ("ที่จอดรถ", ASKED, [["หนังสือเดินทาง"]], 0.0),
        ("renew a passport", {"renew": 2.0, "passport": 2.0}, [], 1.0),
        ("ที่จอดรถ", {}, [], 0.0),
        ("a repeated carpet", {"pet": 1.0, "carp": 1.0}, [], 0.5),
        ("ไวไฟpet", {"pet": 1.0}, [], 1.0),
    ],
)
def test_share_held(text: str, asked: dict[str, float], guesses: list[list[str]], share: float) -> None:
    assert share_held(text, asked, guesses) == pytest.approx(share)


@pytest.mark.parametrize(
    ("texts", "asked", "near"),
    [
        (["ที่จอดรถ", "ต่ออายุพาสปอร์ต"], ASKED, False),
        (["ที่จอดรถ", "ห้องน้ำ"], ASKED, True),
        ([], ASKED, True),
        (["ที่จอดรถ"], {}, False),
        (["ที่จอดรถ"] * 3 + ["ต่ออายุพาสปอร์ต"], ASKED, True),
        (["ต่ออายุบัตร"], ASKED, True),
        (["ต่ออายุบัตร"], {**ASKED, "อยาก": 0.1, "ที่ไหน": 0.1}, False),
    ],
)
def test_only_near(texts: list[str], asked: dict[str, float], near: bool) -> None:
    assert only_near(texts, asked, []) is near
