"""Somebody new in one line: every part in its place, and nothing typed is lost."""

import re
import unicodedata
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.meant_keyboard import meant_line
from frontdesk.domain.new_person import NewPerson, as_person, is_named, may_be_name, read_new_person, with_number
from frontdesk.domain.people import NumberKind, Person

NAMES = {
    "081-234-5678 สุดา ใจดี": ("", "สุดา", "ใจดี", ""),
    "คุณสุดา ใจดี (ดา) 0812345678 ต่อ 12": ("คุณ", "สุดา", "ใจดี", "ดา"),
    "๐๘๑-๒๓๔-๕๖๗๘ นายสมชาย แสนดี": ("นาย", "สมชาย", "แสนดี", ""),
    "081-234-5678สุดา ใจดี": ("", "สุดา", "ใจดี", ""),
    "สุดา0812345678": ("", "สุดา", "", ""),
    "+66 81 234 5678 น.ส.มาลี ศรีสุข [ลี]": ("น.ส.", "มาลี", "ศรีสุข", "ลี"),
    "สุดา ชื่อเล่น ดา 0812345678": ("", "สุดา", "", "ดา"),
    "สุดา, 081-234-5678, ใจดี": ("", "สุดา", "ใจดี", ""),
    "Anna Smith +49 30 901820": ("", "Anna", "Smith", ""),
    "Dr. John O'Neil 089 111 2222": ("Dr.", "John", "O'Neil", ""),
    "(081) 234-5678 x12 Mr. Max Power": ("Mr.", "Max", "Power", ""),
    "สุดา": ("", "สุดา", "", ""),
    "0812345678": ("", "", "", ""),
    "": ("", "", "", ""),
    " -- ": ("", "", "", ""),
}


@pytest.mark.parametrize("line", NAMES)
def test_title_name_and_nickname_are_told_apart(line: str) -> None:
    new = read_new_person(line)

    assert (new.title, new.given_name, new.family_name, new.nickname) == NAMES[line]
    assert new.rest == ""


NUMBERS = {
    "081-234-5678 สุดา ใจดี": [("0812345678", "")],
    "คุณสุดา ใจดี (ดา) 0812345678 ต่อ 12": [("0812345678", "12")],
    "๐๘๑-๒๓๔-๕๖๗๘ นายสมชาย": [("0812345678", "")],
    "โทร. 02-123-4567 ต่อ 2500 สุดา": [("021234567", "2500")],
    "สุดา 0812345678 0891112222": [("0812345678", ""), ("0891112222", "")],
    "สุดา 02-123-4567/8": [("021234567", ""), ("021234568", "")],
    "สุดา ใจดี, 081-234-5678, 02-123-4567 ต่อ 5": [("0812345678", ""), ("021234567", "5")],
    "Anna +49 30 901820": [("4930901820", "")],
    "ต่อ 12 สุดา": [("", "12")],
    "สมชาย 1210": [("", "1210")],
    "สุดา อายุ 45": [],
    "บ้านเลขที่ 12/3": [],
    "สุดา": [],
}


@pytest.mark.parametrize("line", NUMBERS)
def test_numbers_are_read_wherever_they_stand(line: str) -> None:
    assert [(number.digits, number.extension) for number in read_new_person(line).numbers] == NUMBERS[line]


def test_a_fax_stays_a_fax() -> None:
    kinds = [number.kind for number in read_new_person("081-234-5678 แฟกซ์ 02-123-4567 วีระ").numbers]

    assert kinds == [NumberKind.MOBILE, NumberKind.FAX]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("บริษัท เมืองธาร จำกัด 02-123-4567", "บริษัท เมืองธาร จำกัด"),
        ("ร้านยาใจดี 02 123 4567", "ร้านยาใจดี"),
        ("Siam Tools Co., Ltd. 02 123 4567", "Siam Tools Co., Ltd."),
    ],
)
def test_a_firm_is_no_person(line: str, name: str) -> None:
    new = read_new_person(line)

    assert (new.organisation, new.given_name, new.name) == (name, "", name)


def test_an_address_is_taken_along() -> None:
    new = read_new_person("anna@example.org Anna Smith")

    assert (new.email, new.name) == ("anna@example.org", "Anna Smith")


def test_a_line_without_name_and_number_is_nobody() -> None:
    assert read_new_person(" - ").empty
    assert not read_new_person("1669").empty


def test_a_number_typed_elsewhere_comes_along_once() -> None:
    new = read_new_person("สุดา ใจดี 081-234-5678")

    assert with_number(new, "0812345678") == new
    assert [one.digits for one in with_number(new, "02-123-4567").numbers] == ["0812345678", "021234567"]
    assert with_number(new, "") == new


def test_everything_read_stands_on_the_card() -> None:
    blank = Person("p-1", "P-1", "")
    new = NewPerson("คุณ", "สุดา", "ใจดี", "ดา", "", "s@example.org", (), "นอกนั้น")

    card = as_person(new, blank)

    assert (card.id, card.title, card.name, card.nickname) == ("p-1", "คุณ", "สุดา ใจดี", "ดา")
    assert (card.email, card.note) == ("s@example.org", "นอกนั้น")


PIECES = st.sampled_from(
    ["081-234-5678", "สุดา", "ใจดี", "คุณ", "(ดา)", "ต่อ 12", "+49 30", "/8", "-9", "1669", "น.ส.", "a@b.co", "Co., Ltd.",
     "๐๘๑๒๓๔๕๖๗๘", "ไลน์ suda.j", "LINE: @ab", "1กก 1234", "ทะเบียน กข 99 เชียงใหม่",
     ",", "#", "[", ")", "ชื่อเล่น", "โทร.", "บริษัท", "\u200b", "ํา", "12E+3"]
)  # fmt: skip
LINES = st.one_of(
    st.text(max_size=60), st.lists(PIECES, max_size=7).map(" ".join), st.lists(PIECES, max_size=7).map("".join)
)


def signs(text: str) -> Counter[str]:
    normal = unicodedata.normalize("NFC", text)
    return Counter(str(unicodedata.decimal(c, c)) for c in normal if unicodedata.category(c)[0] in "LMN")


@given(LINES)
def test_nothing_typed_is_ever_lost(line: str) -> None:
    new = read_new_person(line)
    card = as_person(new, Person("p", "P", ""))
    kept = (card.title, card.name, card.nickname, card.organisation, card.email, card.note, card.line, card.plate)

    told = "".join((*kept, *(number.raw for number in card.numbers)))

    said = re.sub("ชื่อเล่น|ไลน์|line|ทะเบียน", " ", meant_line(unicodedata.normalize("NFC", line)), flags=re.IGNORECASE)
    assert not signs(said) - signs(told)


@pytest.mark.parametrize(
    "line", ["สุดา ใจดี", "คุณมานี", "น.ส.มาลี", "มานี (นี)", "Anna Smith", "Anna van Dyck", "บริษัท เมืองธาร จำกัด"]
)
def test_a_name_is_told_from_a_question(line: str) -> None:
    assert may_be_name(read_new_person(line), line)


@pytest.mark.parametrize(
    "line",
    ["", "บัตรหาย", "เปิด กี่โมง", "มีที่ชาร์จ ไหม", "where is parking", "opening hours for visitors today", "#บัตร หาย",
     "โทร ทำไม ไม่ติด", "ห้อง 12", "ก " * 30],
)  # fmt: skip
def test_a_question_is_nobodys_name(line: str) -> None:
    assert not may_be_name(read_new_person(line), line)


ADDRESSES = {
    "suda@example.org สุดา ใจดี": ("สุดา ใจดี", "suda@example.org", "", ""),
    "สุดา ใจดี ไลน์ suda.j": ("สุดา ใจดี", "", "suda.j", ""),
    "สุดา ใจดี LINE: @suda_2": ("สุดา ใจดี", "", "suda_2", ""),
    "Anna Smith line id anna.s": ("Anna Smith", "", "anna.s", ""),
    "สุดา ใจดี 1กก 1234 กรุงเทพ": ("สุดา ใจดี", "", "", "1กก 1234 กรุงเทพ"),
    "1กก1234 สุดา ใจดี": ("สุดา ใจดี", "", "", "1กก1234"),
    "สุดา ใจดี กข 99 เชียงใหม่": ("สุดา ใจดี", "", "", "กข 99 เชียงใหม่"),
    "ทะเบียน กข 99 สุดา ใจดี": ("สุดา ใจดี", "", "", "กข 99"),
    "สุดา ใจดี กด 12": ("สุดา ใจดี", "", "", ""),
    "online desk": ("online desk", "", "", ""),
}


@pytest.mark.parametrize("line", ADDRESSES)
def test_an_address_or_a_plate_stands_beside_the_name(line: str) -> None:
    new = read_new_person(line)
    assert (new.name, new.email, new.line, new.plate) == ADDRESSES[line]
    assert is_named(new)
    card = as_person(new, Person("p", "P", ""))
    assert (card.line, card.plate) == (new.line, new.plate)


@pytest.mark.parametrize("line", ["a@b.co ขอที่อยู่ได้ไหม", "a@b.co", "1กก 1234 จอดขวางทางออกทำอย่างไร"])
def test_an_address_beside_a_question_is_nobody(line: str) -> None:
    assert not is_named(read_new_person(line))
