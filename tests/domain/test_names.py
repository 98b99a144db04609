"""Titles, parts and keys of names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.names import FullName, look_up_key, name_key, name_readings, split_name, strip_title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("นายสมชาย ใจดี", FullName("นาย", "สมชาย", "ใจดี")),
        ("นางสาว สุดา  ใจดี", FullName("นางสาว", "สุดา", "ใจดี")),
        ("น.ส.สุดา ใจดี", FullName("น.ส.", "สุดา", "ใจดี")),
        ("คุณสุดา", FullName("คุณ", "สุดา", "")),
        ("รศ.ดร.นพ. สมชาย ณ อยุธยา", FullName("รศ.ดร.นพ.", "สมชาย", "ณ อยุธยา")),
        ("พล.ต.อ. สมชาย ใจดี", FullName("พล.ต.อ.", "สมชาย", "ใจดี")),
        ("พญ.อร วงศ์ดี", FullName("พญ.", "อร", "วงศ์ดี")),
        ("Mr. John Smith", FullName("Mr.", "John", "Smith")),
        ("Mrs Smith", FullName("Mrs", "Smith", "")),
        ("Dr.Somchai Jaidee", FullName("Dr.", "Somchai", "Jaidee")),
        ("สมชาย", FullName("", "สมชาย", "")),
        ("", FullName()),
    ],
)
def test_a_name_is_taken_apart(text: str, expected: FullName) -> None:
    assert split_name(text) == expected


@pytest.mark.parametrize("name", ["คุณากร", "นายิกา", "นพดล ใจดี", "Drake", "Missy", "คุณ", "อรทัย", "ดรุณี"])
def test_a_name_that_begins_like_a_title_stays_whole(name: str) -> None:
    assert strip_title(name) == name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ณ อยุธยา", "ณอยุธยา"),
        ("น\u0e4d\u0e49\u0e32", "น้ำ"),
        ("Smith-Jones", "SMITH JONES"),
        ("O'Brien", "obrien"),
        ("José", "Jose"),
        ("สมชาย\u200b", "สมชาย"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    "text", ["1กก 1234 กทม", "1กก1234", "1 กก 1234", "1กก-1234 กรุงเทพมหานคร", "๑กก ๑๒๓๔", "1กก 1234 พระนคร ศรีอยุธยา"]
)
def test_a_plate_is_found_with_and_without_province(text: str) -> None:
    assert look_up_key(text) == "1กก1234"


@pytest.mark.parametrize(
    ("text", "key"),
    [("P0000001", "p0000001"), ("@TharaBuri", "tharaburi"), ("A.b@X.com", "a.b@x.com"), ("D-OPD", "d-opd"), ("", "")],
)
def test_codes(text: str, key: str) -> None:
    assert look_up_key(text) == key


@pytest.mark.parametrize(
    ("text", "reading"), [("พี่ดา", "ดา"), ("น้อง นุช", "นุช"), ("ครูสมศรี ใจดี", "สมศรี ใจดี"), ("สุดา (ดา) ใจดี", "สุดา   ใจดี")]
)
def test_a_name_as_it_is_spoken_of(text: str, reading: str) -> None:
    assert reading in name_readings(text)


@given(st.text(max_size=80))
def test_keys_are_stable(text: str) -> None:
    assert name_key(name_key(text)) == name_key(text)
    split_name(text)
    look_up_key(text)
