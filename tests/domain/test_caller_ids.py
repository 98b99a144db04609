"""Numbers handed over as addresses, and numbers that are not handed over at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frontdesk.domain.caller_ids import plain_number, withheld


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("081-234-5678", "081-234-5678"),
        ("สมชาย ใจดี", "สมชาย ใจดี"),
        ("Tel: 081", "Tel: 081"),
        ("sip:0812345678@pbx", "0812345678"),
        ("sip:somchai@pbx", ""),
        ("a@b.co", ""),
        ("081,a@b.co", "081,a@b.co"),
        ("tel:+6621234567;ext=25", "+6621234567 ext. 25 "),
    ],
)
def test_addresses_become_numbers(text: str, plain: str) -> None:
    assert plain_number(text) == plain


@pytest.mark.parametrize(
    "text",
    ["Anonymous", "anonymous", "unknown", "Unknown Caller", "UNKNOWN NUMBER", "Private", "Private Number",
     "private-number", "No Caller ID", "withheld", "Restricted", "Unavailable", "Blocked", "ไม่แสดงหมายเลข",
     "ไม่แสดงเบอร์", "ไม่ทราบหมายเลข", "ไม่ทราบเบอร์", "ไม่ระบุหมายเลข", "หมายเลขส่วนตัว", "เบอร์ไม่แสดง",
     "sip:anonymous@anonymous.invalid", '"Anonymous" <sip:anonymous@anonymous.invalid>', "anonymous@10.0.0.5",
     "266696687"],
)  # fmt: skip
def test_hidden_numbers_are_known_by_their_words(text: str) -> None:
    assert withheld(text)


@pytest.mark.parametrize(
    "text", ["", "081-234-5678", "สมชาย", "sip:0812345678@anonymous.invalid", "ไม่มี", "private clinic", "ส่วนตัวค่ะ"]
)
def test_others_are_not_hidden(text: str) -> None:
    assert not withheld(text)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_taken(text: str) -> None:
    plain_number(text)
    withheld(text)
