import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.segmentation import piece_texts, pieces, with_breaks, without_breaks, words
from frontdesk.domain.thai_text import normalise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ลืมรหัสผ่านต้องทำอย่างไร", ["ลืม", "รหัสผ่าน", "ต้อง", "ทำ", "อย่างไร"]),
        ("ต่อ WiFi ฟรี!", ["ต่อ", "WiFi", "ฟรี"]),
        ("wifiฟรี2ชั่วโมง", ["wifi", "ฟรี", "2", "ชั่วโมง"]),
        ("don't stop", ["don't", "stop"]),
        ("ต่างๆ ฯลฯ", ["ต่างๆ", "ฯลฯ"]),
        ("... ( ) _", []),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("รหัสผ่าน", {"รหัสผ่าน", "รหัส", "ผ่าน"}),
        ("แบบ ท.ร.14/1", {"แบบ", "ทร14/1", "14/1"}),
        ("ทร 14/1", {"ทร14/1"}),
        ("ท.ร. 14/1", {"ทร14/1"}),
        ("ภ.ป.1", {"ภป1"}),
        ("สด.9", {"สด9"}),
        ("ipd-3", {"ipd", "3", "ipd3"}),
        ("ipd 3", {"ipd3"}),
        ("ห้อง 305 ต่อ 2500", {"ห้อง", "305", "2500"}),
        ("081-234-5678", {"081", "234", "5678", "0812345678"}),
        ("081 234 5678", {"0812345678"}),
        ("1,500 บาท", {"1500", "บาท"}),
        ("iphone15pro", {"iphone15pro", "iphone", "15", "pro"}),
        ("ม.ค.", {"มค"}),
        ("ต่อ Wi-Fi ฟรี", {"wi", "fi", "wifi"}),
        ("check-in", {"checkin", "check"}),
        ("passwords", {"passwords", "password"}),
        ("children's", {"children's", "children", "child"}),
        ("ช้าๆ", {"ช้าๆ", "ช้า"}),
        ("เด็ก ๆ", {"เด็ก"}),
        ("กรุงเทพฯ", {"กรุงเทพ"}),
    ],
)
def test_pieces_hold(text: str, expected: set[str]) -> None:
    assert expected <= {piece.text for piece in pieces(normalise(text))}


def test_a_simple_word_is_one_piece() -> None:
    assert [piece.text for piece in pieces("ประชาชน wifi")] == ["ประชาชน", "wifi"]


MIXED = st.text(st.sampled_from("กขคงรหสผ่านตาเแ ๆฯ.-/019abz'ุ์้\n฿"), max_size=40) | st.text(max_size=40)


@given(MIXED)
def test_pieces_stand_for_a_stretch_of_the_text(text: str) -> None:
    assert all(0 <= piece.start < piece.end <= len(text) for piece in pieces(text))
    assert all(piece.text for piece in pieces(text))


@given(MIXED)
def test_piece_texts_are_those_of_the_pieces(text: str) -> None:
    assert sorted(piece_texts(text)) == sorted(piece.text for piece in pieces(text))


def test_breaks_stand_between_words_only() -> None:
    shown = with_breaks("แจ้งที่ช่อง 3 ได้เลยค่ะ")
    assert shown.split("\u200b") == ["แจ้ง", "ที่", "ช่อง 3 ได้", "เลย", "ค่ะ"]


def test_no_line_begins_with_a_repetition_sign() -> None:
    assert "\u200bๆ" not in with_breaks("เร็วๆนี้ มากๆ ช้า ๆ")


@given(st.text(st.sampled_from("กขคงเแโ่้ัาิุๆฯabc 123"), max_size=60))
def test_breaks_can_be_taken_out_again(text: str) -> None:
    shown = with_breaks(text)
    assert without_breaks(shown) == text
    assert not any(part[:1] in "\u0e31\u0e34\u0e35\u0e48\u0e49" and part for part in shown.split("\u200b")[1:])
