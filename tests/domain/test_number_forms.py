"""Every form of a number that people type, paste, print on cards or that telephones hand over."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frontdesk.domain.numbers import looks_like_number, number_beginnings, parse_number, parse_numbers
from frontdesk.domain.people import NumberKind

MOBILE, LANDLINE = ("0812345678", ""), ("021234567", "")
DIRECT = ("021234567", "2500")


@pytest.mark.parametrize(
    "text",
    [
        "081-234-5678", "0812345678", "081 234 5678", "0 8 1 2 3 4 5 6 7 8", "081 - 234 - 5678", "08-1234-5678",
        "(081) 234-5678", "(081)2345678", "081.234.5678", "081·234·5678", "081•234•5678",
        "+66 81 234 5678", "+66812345678", "+66-81-2345678", "+66 (0) 81 234 5678", "+66(0)812345678",
        "(+66) 81 234 5678", "+66 081 234 5678", "66 81 234 5678", "66812345678", "(66)812345678", "660812345678",
        "0066812345678", "0066 81 234 5678", "00660812345678", "001 66 81 234 5678", "00166812345678",
        "004 66 81 234 5678", "005 66812345678", "006 66 81 234 5678", "007-66-81-234-5678", "008 66 812345678",
        "009 66 81 234 5678", "011 66 81 234 5678", "๐๘๑-๒๓๔-๕๖๗๘", "๐๘๑๒๓๔๕๖๗๘", "０８１－２３４－５６７８",
        "＋６６ ８１ ２３４ ５６７８", "081\u00a0234\u00a05678", "081\u202f234\u202f5678", "081\u2009234\u20095678",
        "\u202a081-234-5678\u202c", "\u2066+66 81 234 5678\u2069", "081\u200b234\u200b5678", "081\u00ad2345678",
        "081‑234‑5678", "081–234–5678", "081—2345678", "081−234−5678", "081-234 5678.", "'0812345678",
        '="0812345678"', "0812345678.0", "812345678", "8.12345678E+08", "โทร. 081-2345678", "โทร.๐๘๑-๒๓๔๕๖๗๘",
        "โทรศัพท์ 081 234 5678", "เบอร์ 081-234-5678", "เบอร์โทรศัพท์: 081-234-5678", "มือถือ 081-2345678",
        "Tel. 081-234-5678", "TEL:0812345678", "Mobile: 081 234 5678", "call 081-234-5678", "Caller ID: 0812345678",
        "081-234-5678 (คุณแม่)", "081-234-5678 (ลูกคนที่ 2)", "ห้อง 204 โทร 081-234-5678", "081-234-5678 หลัง 17:00 น.",
        "081-234-5678 / ไม่มี", "tel:+66812345678", "tel:+66-81-234-5678", "tel://0812345678", "tel:081-234-5678",
        "tel:0812345678;phone-context=+66", "<tel:+66812345678>", "callto:0812345678", "callto:+66812345678",
        "sip:0812345678@pbx", "sips:0812345678@pbx.example.com", "sip:0812345678@10.0.0.5",
        "sip:0812345678@10.0.0.5:5060;transport=udp", "sip:+66812345678@192.168.1.20", "sip:%2B66812345678@pbx",
        "sip:081-234-5678@pbx;user=phone", "sip:0812345678;phone-context=+66@pbx", "sip:0812345678:pass@pbx",
        "<sip:0812345678@pbx.example.com:5060>;tag=123456", '"สมชาย ใจดี" <sip:0812345678@10.0.0.1>',
        '"0812345678" <sip:0812345678@10.0.0.1>', '"2500" <tel:0812345678>', "0812345678 <0812345678>",
        "0812345678@10.0.0.5", "0812345678@pbx1", "*31#0812345678", "#31#0812345678", "*67*0812345678", "0812345678#",
    ],
)  # fmt: skip
def test_a_mobile_in_any_form(text: str) -> None:
    number = parse_number(text)
    assert (number.digits, number.extension) == MOBILE
    assert (number.raw, number.e164, number.kind) == (text, "+66812345678", NumberKind.MOBILE)


@pytest.mark.parametrize(
    "text",
    [
        "โทร. 02-123-4567 ต่อ 2500", "02-123-4567 ต่อ 2500", "02-123-4567ต่อ2500", "02 123 4567 กด 2500",
        "0-2123-4567 ต่อ 2500", "๐๒-๑๒๓-๔๕๖๗ ต่อ ๒๕๐๐", "02-123-4567 (ต่อ 2500)", "02-123-4567 (2500)",
        "02-1234567 [2500]", "02-123-4567 ext 2500", "02-123-4567 ext. 2500", "02-123-4567 Ext:2500",
        "02-123-4567 extn 2500", "02-123-4567 extension 2500", "02-123-4567 x2500", "02-123-4567 x 2500",
        "02-123-4567#2500", "02-123-4567 # 2500", "02-123-4567 ภายใน 2500", "02-123-4567 สายใน 2500",
        "021234567;ext=2500", "+6621234567;ext=2500", "tel:+66-2-123-4567;ext=2500", "<tel:+6621234567;ext=2500>",
        "tel:+6621234567;ext=2500;phone-context=example.com", "021234567p2500", "02-123-4567 p 2500", "021234567w2500",
        "021234567,,2500", "021234567,2500#", "021234567,,,2500#", "+66 2 123 4567 ต่อ 2500", "02-123-4567 ต่อ 2500 กด 1",
        "02-123-4567 (10 คู่สาย) ต่อ 2500",
    ],
)  # fmt: skip
def test_an_extension_in_any_form(text: str) -> None:
    number = parse_number(text)
    assert (number.digits, number.extension) == DIRECT
    assert (number.raw, number.e164, number.kind) == (text, "+6621234567", NumberKind.LANDLINE)


@pytest.mark.parametrize(
    ("text", "kind", "digits", "extension"),
    [
        ("02 123 4567 กด 0", NumberKind.LANDLINE, "021234567", "0"),
        ("02-123-4567 (30 คู่สาย)", NumberKind.LANDLINE, "021234567", ""),
        ("02-123-4567 4 สายอัตโนมัติ", NumberKind.LANDLINE, "021234567", ""),
        ("02-123-4567 (20 lines)", NumberKind.LANDLINE, "021234567", ""),
        ("02-123-4567 (8.00-17.00 น.)", NumberKind.LANDLINE, "021234567", ""),
        ("1669", NumberKind.SHORT, "1669", ""),
        ("โทร 1669", NumberKind.SHORT, "1669", ""),
        ("*1669", NumberKind.SHORT, "1669", ""),
        ("๑๖๖๙", NumberKind.SHORT, "1669", ""),
        ("191", NumberKind.SHORT, "191", ""),
        ("199", NumberKind.SHORT, "199", ""),
        ("1133", NumberKind.SHORT, "1133", ""),
        ("1111", NumberKind.SHORT, "1111", ""),
        ("1800-123-456", NumberKind.TOLL_FREE, "1800123456", ""),
        ("1-800-123-456", NumberKind.TOLL_FREE, "1800123456", ""),
        ("1800 123 456", NumberKind.TOLL_FREE, "1800123456", ""),
        ("+66 1800 123 456", NumberKind.TOLL_FREE, "1800123456", ""),
        ("1900-222-333", NumberKind.OTHER, "1900222333", ""),
        ("สายใน 2500", NumberKind.EXTENSION, "", "2500"),
        ("เบอร์ภายใน ๒๕๐๐", NumberKind.EXTENSION, "", "2500"),
        ("โต๊ะ 2500", NumberKind.EXTENSION, "", "2500"),
        ("sip:2500@10.0.0.5", NumberKind.EXTENSION, "", "2500"),
        ("แฟกซ์. 02-123-4567", NumberKind.FAX, "021234567", ""),
        ("02-123-4567 (แฟกซ์)", NumberKind.FAX, "021234567", ""),
        ("+44 (0)20 7946 0958", NumberKind.FOREIGN, "442079460958", ""),
        ("+47 21 23 45 67", NumberKind.FOREIGN, "4721234567", ""),
        ("+298 201234", NumberKind.FOREIGN, "298201234", ""),
        ("+812345678", NumberKind.MOBILE, "0812345678", ""),
        ("+856 20 5555 1234", NumberKind.FOREIGN, "8562055551234", ""),
        ("+95 9 250 123 456", NumberKind.FOREIGN, "959250123456", ""),
        ("00 1 415 555 2671", NumberKind.FOREIGN, "14155552671", ""),
        ("001 1 415 555 2671", NumberKind.FOREIGN, "14155552671", ""),
        ("0044 20 7946 0958", NumberKind.FOREIGN, "442079460958", ""),
        ("sip:+442079460958@pbx", NumberKind.FOREIGN, "442079460958", ""),
        ("1-2345-67890-12-1", NumberKind.OTHER, "1234567890121", ""),
    ],
)
def test_other_kinds(text: str, kind: NumberKind, digits: str, extension: str) -> None:
    number = parse_number(text)
    assert (number.kind, number.digits, number.extension) == (kind, digits, extension)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("081-234-5678/089-999-8888", ["0812345678", "0899998888"]),
        ("081-234-5678 กับ 089-999-8888", ["0812345678", "0899998888"]),
        ("081-234-5678 and 089-999-8888", ["0812345678", "0899998888"]),
        ("081-2345678 , 02-1234567 , 1669", ["0812345678", "021234567", "1669"]),
        ("1669, 191", ["1669", "191"]),
        ("02-123-4567/1133", ["021234567", "021234567+1133"]),
        ("มือถือ: 081-234-5678 บ้าน: 02-123-4567", ["0812345678", "021234567"]),
        ("บ้าน 02-123-4567 ที่ทำงาน 02-765-4321 ต่อ 12", ["021234567", "027654321+12"]),
        ("02-123-4567 ต่อ 25 มือถือ 081-234-5678", ["021234567+25", "0812345678"]),
        ("โทร 02-123-4567 แฟกซ์ 02-123-4568", ["021234567", "021234568"]),
        ("02-123-4567-9", ["021234567", "021234568", "021234569"]),
        ("02-123-4567 ถึง 9", ["021234567", "021234568", "021234569"]),
        ("02-1234567 to 9", ["021234567", "021234568", "021234569"]),
        ("081-234-5678-9", ["0812345678", "0812345679"]),
        ("แฟกซ์ 02-123-4567-8", ["021234567", "021234568"]),
        ("02-123-4567-8 ต่อ 25", ["021234567+25", "021234568+25"]),
        ("02-123-4567 ต่อ 25/26", ["021234567+25", "021234567+26"]),
        ("081-234-5678, somchai99@example.com", ["0812345678"]),
        ("โทร 02-123-4567 ห้อง 12 หรือ 081-234-5678", ["021234567", "0812345678"]),
    ],
)
def test_several_in_one_field(text: str, numbers: list[str]) -> None:
    found = parse_numbers(text)
    assert ["+".join(filter(None, (one.digits, one.extension))) for one in found] == numbers
    assert len({one.kind for one in found if one.kind is NumberKind.FAX}) == ("แฟกซ์" in text)


@pytest.mark.parametrize(
    "text",
    ["sip:0812345678@pbx", "<tel:+66812345678;ext=25>", '"สมชาย" <sip:0812345678@10.0.0.1>', "021234567,,25#",
     "02-123-4567 ถึง 9", "เบอร์ตรง 02-123-4567", "สายใน 2500", "081·234·5678"],
)  # fmt: skip
def test_what_a_telephone_hands_over_is_looked_up_as_a_number(text: str) -> None:
    assert looks_like_number(text)
    assert number_beginnings(text)[0].startswith(("08", "02", "66", "2500"))


@pytest.mark.parametrize("text", ["somchai99@example.com", "sip:somchai@pbx", "sip:user12@10.0.0.5", "line0001"])
def test_a_name_at_a_host_is_no_number(text: str) -> None:
    assert not looks_like_number(text)


SIGNS = st.sampled_from("0123456789๐๘๑+-/().,;#x *ตอกดEpw\u200b²")
FIELDS = st.lists(
    st.sampled_from(["081-234-5678", "02-123-4567", "-9", "/25", " ต่อ 25", "แฟกซ์ ", ",", " ", "1669", "กด 0", "โทร ",
                     "(4 สาย)", "ext. 5", "ถึง 9", "+1 415 555 2671"]), max_size=7,
).map("".join)  # fmt: skip


@settings(deadline=None)
@given(FIELDS | st.text(SIGNS, max_size=40))
def test_each_whole_number_of_a_field_is_read_alone_as_the_same(text: str) -> None:
    for number in (one for one in parse_numbers(text) if one.e164):
        again = parse_numbers(number.raw)[0]
        assert (again.kind, again.digits, again.extension) == (number.kind, number.digits, number.extension)
    assert parse_numbers(text) == parse_numbers(text.strip())


def test_what_was_typed_is_kept() -> None:
    assert [number.raw for number in parse_numbers(" ๐๘๑-๒๓๔-๕๖๗๘ ")] == ["๐๘๑-๒๓๔-๕๖๗๘"]
    assert [number.raw for number in parse_numbers("<tel:+66812345678;ext=25>")] == ["<tel:+66812345678;ext=25>"]


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("081-234-5678", [""]),
        ("บ้าน 02-123-4567", ["home"]),
        ("02-123-4567 (บ้าน)", ["home"]),
        ("Home: 02-123-4567", ["home"]),
        ("ที่ทำงาน 02-123-4567 ต่อ 5", ["work"]),
        ("02-123-4567 (office)", ["work"]),
        ("บ้าน 02-123-4567 ที่ทำงาน 02-765-4321", ["home", "work"]),
        ("หมู่บ้านสุขใจ 02-123-4567", [""]),
        ("บ้านเลขที่ 5 โทร 02-123-4567", [""]),
        ("network 02-123-4567", [""]),
    ],
)
def test_where_a_number_reaches_somebody_may_stand_beside_it(text: str, uses: list[str]) -> None:
    assert [number.use for number in parse_numbers(text)] == uses
