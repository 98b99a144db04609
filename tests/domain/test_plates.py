"""Licence plates, typed in any order and spacing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frontdesk.domain.plates import Plate, is_plate, plate_keys, read_plates, show_plate

BANGKOK = "กรุงเทพมหานคร"
FULL = Plate("1", "กก", "1234", BANGKOK)


@pytest.mark.parametrize(
    "text",
    [
        "1กก 1234 กรุงเทพมหานคร", "1กก 1234 กทม", "1กก1234กทม", "1 กก 1234 กทม.", "1กก-1234 กรุงเทพ", "1 ก ก 1 2 3 4 กทม",
        "1กก 1234 กรุงเทพฯ", "1กก 1234 กรุงเทพ มหานคร", "1กก 1234 กรุงเทพมหานค", "1กก 1234 กรุงเทบมหานคร", "1กก 1234 BKK",
        "1กก 1234 Bangkok", "กทม 1กก 1234", "กรุงเทพ1กก1234", "1234 กก 1 กทม", "1234 1กก กทม", "กก 1234 1 กทม",
        "1 1234 กก กทม", "๑กก ๑๒๓๔ กทม", "１กก１２３４ กทม", "ทะเบียน 1กก 1234 กทม", "ทะเบียนรถ 1กก1234 กทม",
        "เลขทะเบียน: 1กก-1234 กทม", "ป้ายทะเบียน 1กก 1234 จังหวัดกรุงเทพมหานคร", "รถ 1กก 1234 จ.กรุงเทพ", "1ก.ก. 1234 กทม",
        "1กก 1234 (กทม)", "1กก 1234\u00a0กทม", "1กก\u200b1234 กทม", "1กก 1234 กท",
    ],
)  # fmt: skip
def test_one_plate_typed_in_any_way(text: str) -> None:
    assert read_plates(text) == (FULL,)
    assert show_plate(text) == "1กก 1234 กรุงเทพมหานคร"
    assert plate_keys(text) == ("1กก1234", "กก1234", "1234")
    assert is_plate(text)


@pytest.mark.parametrize(
    ("text", "plate", "keys"),
    [
        ("กก1234", Plate("", "กก", "1234"), ("กก1234", "1234")),
        ("1กก1234", Plate("1", "กก", "1234"), ("1กก1234", "กก1234", "1234")),
        ("กขค 999", Plate("", "กขค", "999"), ("กขค999", "999")),
        ("กก 9", Plate("", "กก", "9"), ("กก9",)),
        ("9กก 9", Plate("9", "กก", "9"), ("9กก9", "กก9")),
        ("ษ 123 เชียงใหม่", Plate("", "ษ", "123", "เชียงใหม่"), ("ษ123", "123")),
        ("กข 5678 เชียงไหม่", Plate("", "กข", "5678", "เชียงใหม่"), ("กข5678", "5678")),
        ("กข 5678 สุราษฏร์ธานี", Plate("", "กข", "5678", "สุราษฎร์ธานี"), ("กข5678", "5678")),
        ("กข 5678 สุราษฎร์", Plate("", "กข", "5678", "สุราษฎร์ธานี"), ("กข5678", "5678")),
        ("กข 5678 โคราช", Plate("", "กข", "5678", "นครราชสีมา"), ("กข5678", "5678")),
        ("กข 5678 อยุธยา", Plate("", "กข", "5678", "พระนครศรีอยุธยา"), ("กข5678", "5678")),
        ("กข 5678 ชบ", Plate("", "กข", "5678", "ชลบุรี"), ("กข5678", "5678")),
        ("ชบ กข 5678", Plate("", "กข", "5678", "ชลบุรี"), ("กข5678", "5678")),
        ("กข 5678 Chiang Mai", Plate("", "กข", "5678", "เชียงใหม่"), ("กข5678", "5678")),
        ("กข 5678 นครสวรร", Plate("", "กข", "5678", "นครสวรรค์"), ("กข5678", "5678")),
        ("กทม 1234", Plate("", "กทม", "1234"), ("กทม1234", "1234")),
        ("70-1234 นครปฐม", Plate("70", "", "1234", "นครปฐม"), ("701234", "1234")),
        ("82-5678", Plate("82", "", "5678"), ("825678", "5678")),
        ("ตรากงจักร 12345", Plate(plain="ตรากงจักร 12345"), ("ตรากงจักร12345", "2345")),
        ("ท 12-3456", Plate(plain="ท 12-3456"), ("ท123456", "3456")),
        ("โล่ 04321", Plate(plain="โล่ 04321"), ("โล่04321", "4321")),
        ("SGX 1234 A", Plate(plain="SGX 1234 A"), ("sgx1234a", "1234")),
        ("ป้ายแดง", Plate(plain="ป้ายแดง"), ("ป้ายแดง",)),
    ],
)
def test_other_plates(text: str, plate: Plate, keys: tuple[str, ...]) -> None:
    assert read_plates(text) == (plate,)
    assert plate_keys(text) == keys


def test_several_plates_in_one_field() -> None:
    text = "1กก 1234 กทม, 2ขข 56 ชลบุรี / กค 7"
    assert show_plate(text) == "1กก 1234 กรุงเทพมหานคร, 2ขข 56 ชลบุรี, กค 7"
    assert plate_keys(text) == ("1กก1234", "กก1234", "1234", "2ขข56", "ขข56", "56", "กค7")


@pytest.mark.parametrize(
    "text",
    ["", "สมชาย", "สมชาย 1234", "081-234-5678", "1234", "กก", "ห้อง 204", "กก 12345", "12กก 1234", "สุดา กก 1234",
     "P0000001", "กขคง 1234", "1กก 1234 กทม, 2ขข 56 ชลบุรี"],
)  # fmt: skip
def test_what_is_no_single_plate(text: str) -> None:
    assert not is_plate(text)


PLATES = st.builds(
    Plate,
    st.sampled_from(["", "1", "9"]),
    st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E2E), min_size=2, max_size=3),
    st.from_regex(r"[1-9][0-9]{1,3}", fullmatch=True),
    st.sampled_from(["", BANGKOK, "เชียงใหม่", "น่าน", "พระนครศรีอยุธยา", "แพร่"]),
)


@settings(deadline=None)
@given(PLATES)
def test_a_plate_shown_is_read_as_the_same(plate: Plate) -> None:
    assert read_plates(str(plate)) == (plate,)
    assert read_plates(str(plate).replace(" ", "")) == (plate,)
    assert set(plate_keys(f"{plate.letters}{plate.number}")) <= set(plate_keys(str(plate)))


@settings(deadline=None)
@given(st.text(max_size=300) | st.text(st.sampled_from("กขทม1234๑ -./,จังหวัด"), max_size=40))
def test_any_text_is_taken_and_shown_again_as_the_same(text: str) -> None:
    assert plate_keys(show_plate(text)) == plate_keys(text)
