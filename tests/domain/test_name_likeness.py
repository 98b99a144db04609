"""Questions are not taken for names; names are, Thai and romanised, however they are spelt."""

import pytest

from frontdesk.domain.name_likeness import LONGEST_JOINED, may_be_name


@pytest.mark.parametrize(
    "text",
    [
        "สุดา", "สุดา ใจดี", "นางสาวสุดา ใจดั", "คุณ ณัฐพงษ์ แก้วมนี", "กมล ณ อยุธยา", "สุดาใจดี",
        "suda", "Suda Jaidee", "Mr. Natthapong Kaewmanee", "Kamol na Ayutthaya", "Khun May Thongdee", "On Srisuk",
        "Will Smth", "where", "May", "parkng",
    ],
)  # fmt: skip
def test_a_name_may_be_a_name(text: str) -> None:
    assert may_be_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "where is", "where is the parking lot", "lost card", "my boss wants", "Can I bring", "do you need a lett",
        "บัตร หาย ต้อง ทำ อย่าง ไร", "one two three four five six", "ก" * (LONGEST_JOINED + 1), "", " . ", "-",
    ],
)  # fmt: skip
def test_a_question_is_no_name(text: str) -> None:
    assert not may_be_name(text)
