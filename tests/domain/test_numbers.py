"""Every way of writing a telephone number."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frontdesk.domain.languages import Language
from frontdesk.domain.numbers import (
    display,
    looks_like_number,
    mask,
    number_beginnings,
    parse_number,
    parse_numbers,
)
from frontdesk.domain.people import NumberKind

SAME_MOBILE = [
    "0812345678",
    "081-234-5678",
    "081 234 5678",
    "081.234.5678",
    "08-1234-5678",
    "(081) 234-5678",
    "๐๘๑-๒๓๔-๕๖๗๘",
    "０８１２３４５６７８",
    "+66812345678",
    "+66 81 234 5678",
    "+66 (0)81 234 5678",
    "+660812345678",
    "66812345678",
    "66-81-234-5678",
    "0066812345678",
    "00166812345678",
    "00766812345678",
    "00866812345678",
    "00966812345678",
    "โทร. 081-2345678",
    "มือถือ 081–234–5678",
    "Tel: 081-234-5678",
    "812345678",
    "812345678.0",
    "8.12345678E+08",
    "081-234-5678 (คุณแม่)",
    "\u200b081-234-5678",
]


@pytest.mark.parametrize("text", SAME_MOBILE)
def test_one_number_in_every_format_is_one_number(text: str) -> None:
    number = parse_number(text)
    assert (number.digits, number.e164, number.kind) == ("0812345678", "+66812345678", NumberKind.MOBILE)
    assert number.raw == text
    assert number.extension == ""


@pytest.mark.parametrize(
    ("text", "kind", "digits", "extension"),
    [
        ("02-123-4567", NumberKind.LANDLINE, "021234567", ""),
        ("0-2123-4567", NumberKind.LANDLINE, "021234567", ""),
        ("+66 2 123 4567", NumberKind.LANDLINE, "021234567", ""),
        ("21234567", NumberKind.LANDLINE, "021234567", ""),
        ("053-123-456", NumberKind.LANDLINE, "053123456", ""),
        ("02-123-4567 ต่อ 2500", NumberKind.LANDLINE, "021234567", "2500"),
        ("02-061-2365ต่อ7868", NumberKind.LANDLINE, "020612365", "7868"),
        ("โทร. ๐๒-๑๒๓-๔๕๖๗ ต่อ ๒๕", NumberKind.LANDLINE, "021234567", "25"),
        ("02 123 4567 กด 0", NumberKind.LANDLINE, "021234567", "0"),
        ("02-123-4567 ext. 25", NumberKind.LANDLINE, "021234567", "25"),
        ("02-123-4567 x25", NumberKind.LANDLINE, "021234567", "25"),
        ("02-123-4567#25", NumberKind.LANDLINE, "021234567", "25"),
        ("แฟกซ์ 02-123-4567", NumberKind.FAX, "021234567", ""),
        ("Fax 02-123-4567", NumberKind.FAX, "021234567", ""),
        ("โทรสาร 02-123-4567", NumberKind.FAX, "021234567", ""),
        ("1669", NumberKind.SHORT, "1669", ""),
        ("191", NumberKind.SHORT, "191", ""),
        ("๑๑๓๓", NumberKind.SHORT, "1133", ""),
        ("1800-123-456", NumberKind.TOLL_FREE, "1800123456", ""),
        ("1800 123456", NumberKind.TOLL_FREE, "1800123456", ""),
        ("2500", NumberKind.EXTENSION, "", "2500"),
        ("ต่อ 2500", NumberKind.EXTENSION, "", "2500"),
        ("25", NumberKind.EXTENSION, "", "25"),
        ("+1 415 555 2671", NumberKind.FOREIGN, "14155552671", ""),
        ("001 1 415 555 2671", NumberKind.FOREIGN, "14155552671", ""),
        ("009 44 20 7946 0958", NumberKind.FOREIGN, "442079460958", ""),
        ("081-234", NumberKind.OTHER, "081234", ""),
        ("8.12E+08", NumberKind.OTHER, "", ""),
        ("ไม่มี", NumberKind.OTHER, "", ""),
        ("", NumberKind.OTHER, "", ""),
    ],
)
def test_kinds(text: str, kind: NumberKind, digits: str, extension: str) -> None:
    number = parse_number(text)
    assert (number.kind, number.digits, number.extension) == (kind, digits, extension)


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("081-234-5678, 02-123-4567", ["0812345678", "021234567"]),
        ("081-234-5678 หรือ 089 999 8888", ["0812345678", "0899998888"]),
        ("081-234-5678\n089-999-8888;02-123-4567", ["0812345678", "0899998888", "021234567"]),
        ("02-1234567 081-2345678", ["021234567", "0812345678"]),
        ("02-123-4567/8", ["021234567", "021234568"]),
        ("02-123-4567-9", ["021234567", "021234568", "021234569"]),
        ("0-2123-4569-70", ["021234569", "021234570"]),
        ("081-234-5678 / ไม่มี", ["0812345678"]),
        ("ไม่มี", []),
    ],
)
def test_several_numbers_in_one_field(text: str, digits: list[str]) -> None:
    assert [number.digits for number in parse_numbers(text)] == digits


def test_extensions_after_a_number() -> None:
    found = parse_numbers("02-123-4567 ต่อ 25, 26")
    assert [(number.digits, number.extension) for number in found] == [("021234567", "25"), ("021234567", "26")]
    assert [number.extension for number in parse_numbers("02-123-4567-8 ต่อ 25")] == ["25", "25"]
    assert [number.extension for number in parse_numbers("02-123-4567/2500")] == ["", "2500"]


@pytest.mark.parametrize("text", ["081", "๐๘๑-๒", "+66 81", "02-123-4567 ต่อ 25", "โทร 1669", "(02) 123", "#25"])
def test_a_number_begun_looks_like_a_number(text: str) -> None:
    assert looks_like_number(text)


@pytest.mark.parametrize("text", ["", "5", "สมชาย", "1กก 1234", "ห้อง 204", "P0000001", "line0001", "ต่อ", "a@b.co"])
def test_other_texts_do_not(text: str) -> None:
    assert not looks_like_number(text)


@pytest.mark.parametrize(
    ("text", "beginnings"),
    [("081-23", ("08123",)), ("+66 81", ("6681", "081")), ("006681", ("006681", "081")), ("02-1 ต่อ 5", ("021",))],
)
def test_a_number_begun_with_the_country_code(text: str, beginnings: tuple[str, ...]) -> None:
    assert number_beginnings(text) == beginnings


@pytest.mark.parametrize(
    ("text", "shown", "hidden"),
    [
        ("0812345678", "081-234-5678", "081-xxx-5678"),
        ("+6621234567", "02-123-4567", "02-xxx-4567"),
        ("053123456", "053-123-456", "053-xxx-456"),
        ("02 1234567 ต่อ 25", "02-123-4567 ต่อ 25", "02-xxx-4567 ต่อ 25"),
        ("1800123456", "1800-123-456", "1800-123-456"),
        ("1669", "1669", "1669"),
        ("ต่อ 2500", "2500", "2500"),
        ("+14155552671", "+1 415 555 2671", "+x xxx xxx 2671"),
        ("1234567890123", "1234567890123", "xxxxxxxxx0123"),
        ("ไม่มี", "ไม่มี", "ไม่มี"),
    ],
)
def test_shown_and_masked(text: str, shown: str, hidden: str) -> None:
    assert display(parse_number(text)) == shown
    assert mask(text) == hidden
    assert mask(parse_number(text)) == hidden


def test_the_word_for_an_extension_follows_the_language() -> None:
    assert display(parse_number("021234567 ต่อ 25"), Language.EN) == "02-123-4567 ext. 25"
    assert mask("021234567 ต่อ 25", Language.EN) == "02-xxx-4567 ext. 25"


TYPED = st.text(alphabet=st.sampled_from("0123456789๐๘๑+-/().,#x EeตอกดFax–\u200b²"), max_size=40) | st.text(
    max_size=300
)


@settings(deadline=None)
@given(TYPED)
def test_any_text_is_read_and_kept(text: str) -> None:
    number = parse_number(text)
    assert number.raw == text
    assert parse_number(number.raw) == number
    assert number.digits == "" or (number.digits.isascii() and number.digits.isdigit())
    mask(text)
    looks_like_number(text)


@settings(deadline=None)
@given(TYPED)
def test_a_number_shown_is_read_as_the_same_number(text: str) -> None:
    for number in parse_numbers(text):
        if number.e164:
            again = parse_number(display(number))
            assert (again.digits, again.extension) == (number.digits, number.extension)


@settings(deadline=None)
@given(st.from_regex(r"0[689][0-9]{8}|02[0-9]{7}", fullmatch=True))
def test_a_masked_number_does_not_give_the_number_away(text: str) -> None:
    assert sum(sign.isdigit() for sign in mask(text)) == len(text) - 3


def test_parts_that_are_too_many_are_left_out() -> None:
    assert [number.digits for number in parse_numbers("081-234-5678, 02-123-4567, 1669", 2)] == [
        "0812345678",
        "021234567",
    ]
    assert len(parse_numbers("1/" * 500)) <= 64


def test_the_international_sign_comes_before_an_operators_prefix() -> None:
    assert parse_number("0066628719585").digits == "0628719585"
    assert parse_number("00666028719585").digits == "028719585"
