"""What strangers may read: people can be told apart, and nobody can be called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.masking import hidden_note, mask_address, mask_numbers_in, mask_plate, shorten
from frontdesk.domain.numbers import digits_of, mask


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("โทรกลับ 081-234-5678 ก่อนเที่ยง", "โทรกลับ 081-xxx-5678 ก่อนเที่ยง"),
        ("0812345678 สุดา", "081-xxx-5678 สุดา"),
        ("๐๘๑-๒๓๔-๕๖๗๘ สุดา", "081-xxx-5678 สุดา"),
        ("call +49 30 901820 please", "call +xx xx xx1820 please"),
        ("02-123-4567 ต่อ 25", "02-xxx-4567 ต่อ 25"),
        ("0812345678 0891112222", "081-xxx-5678 089-xxx-2222"),
        ("เลข 1-2345-67890-12-1", "เลข x-xxxx-xxxxx-12-1"),
        ("บัตร ๑๒๓๔๕๖๗๘๙๐๑๒๑ โทร 0812345678", "บัตร x-xxxx-xxxxx-12-1 โทร 081-xxx-5678"),
        ("เลข 1-2345-67890-12-2", "เลข x-xxxx-xxxx0-12-2"),
        ("วันที่ 20/11/2569 เวลา 10:42", "วันที่ 20/11/2569 เวลา 10:42"),
        ("2026-11-20 10:42", "2026-11-20 10:42"),
        ("ราคา 1,250,000 บาท", "ราคา 1,250,000 บาท"),
        ("ต่อ 1120 ห้อง 204", "ต่อ 1120 ห้อง 204"),
        ("", ""),
    ],
)
def test_numbers_in_words_are_masked_and_nothing_else(text: str, shown: str) -> None:
    assert mask_numbers_in(text) == shown


@pytest.mark.parametrize(
    ("address", "shown"),
    [("suda@example.org", "su•••@example.org"), ("suda.j", "su•••"), ("@suda", "@su•••"), ("ก@ข.ไทย", "ก•••@ข.ไทย"),
     ("", ""), ("@", "")],
)  # fmt: skip
def test_an_address_keeps_its_beginning(address: str, shown: str) -> None:
    assert mask_address(address) == shown


@pytest.mark.parametrize(
    ("plate", "shown"),
    [("1กก 1234 กรุงเทพมหานคร", "1กก xx34 กรุงเทพมหานคร"), ("กข 99", "กข x"), ("กข 7", "กข x"), ("ป้ายแดง", "ป้ายแดง")],
)
def test_a_plate_keeps_letters_province_and_the_last_figures(plate: str, shown: str) -> None:
    assert mask_plate(plate) == shown


@pytest.mark.parametrize(
    ("note", "shown"),
    [("พูดช้า ๆ", "พูดช้า ๆ"), ("Speak slowly and repeat every date twice", "Speak slowly and repeat …"),
     ("ก" * 40, "ก" * 23 + " …"), ("พูดช้า ๆ และทวนวันเวลานัดทุกครั้ง", "พูดช้า ๆ และทวนวันเวลา …"), ("หนึ่ง\nสอง", "หนึ่ง สอง")],
)  # fmt: skip
def test_a_note_is_cut_short(note: str, shown: str) -> None:
    assert shorten(note) == shown


@pytest.mark.parametrize(
    ("note", "shown"),
    [("ติดเชื้อ HIV", "ติด …"), ("ไม่ชอบรอ", "ไม่ …"), ("ดุ", "…"), ("", ""),
     ("พูดช้า ๆ และทวนวันเวลานัดทุกครั้งที่โทรมา ทุกช่องทาง", "พูดช้า ๆ และทวนวันเวลา …")],
)  # fmt: skip
def test_strangers_never_read_a_whole_note(note: str, shown: str) -> None:
    assert hidden_note(note) == shown


@given(st.text(max_size=80))
def test_any_text_can_be_masked(text: str) -> None:
    mask_numbers_in(text), mask_plate(text), mask_address(text), shorten(text), hidden_note(text)


MOBILES = st.tuples(st.sampled_from("689"), st.text("0123456789", min_size=8, max_size=8)).map(
    lambda two: "0" + "".join(two)
)


@given(MOBILES, st.text("กขค abc-()", max_size=6), st.text("กขค abc", max_size=6))
def test_no_mobile_number_is_left_whole(number: str, before: str, after: str) -> None:
    assert number not in digits_of(mask_numbers_in(f"{before} {number} {after}"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("nobody@example.com", "no•••@example.com"),
        ("Mail: ก@ตัวอย่าง.ไทย", "Mail: ก•••@ตัวอย่าง.ไทย"),
        ("คุณวิไล wilai@example.com", "คุณวิไล wi•••@example.com"),
        ("@tharaburi", "@tharaburi"),
        ("อีเมล @ ที่ไหน", "อีเมล @ ที่ไหน"),
    ],
)
def test_an_address_in_a_numbers_place_or_among_words(text: str, shown: str) -> None:
    assert mask_numbers_in(text) == shown
    assert mask(text) == shown
