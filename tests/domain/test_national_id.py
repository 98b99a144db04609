"""National IDs are found by their check digit, however they are grouped, and nothing else is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frontdesk.domain.national_id import is_national_id, masked, national_ids

VALID = "1234567890121"
MASKED = "x-xxxx-xxxxx-12-1"


@pytest.mark.parametrize(
    "written",
    [
        "1234567890121", "1-2345-67890-12-1", "1 2345 67890 12 1", "1-2345-67890-121", "1 2345 67890 121",
        "1 - 2345 - 67890 - 12 - 1", "1.2345.67890.12.1", "1–2345–67890–12–1", "๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑", "๑๒๓๔๕๖๗๘๙๐๑๒๑",
        "１２３４５６７８９０１２１", "12345-67890-12-1", "1\u00a02345\u00a067890\u00a012\u00a01", "12345 67890 121",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "around", ["{}", "เลขบัตร {} ค่ะ", "บัตรประชาชน{}", "ID: {}, 081-234-5678", "({})", "{}\n2", "{}."]
)
def test_every_grouping_is_found_and_masked(written: str, around: str) -> None:
    text = around.format(written)
    assert [one.digits for one in national_ids(text)] == [VALID]
    assert masked(text) == around.format(MASKED)
    start, end = national_ids(text)[0].start, national_ids(text)[0].end
    assert text[start:end] == written


@pytest.mark.parametrize(
    "text",
    [
        "", "1-2345-67890-12-2", "1234567890122", "081-234-5678", "0812345678", "+66 81 234 5678", "0066812345678",
        "001 66 81 234 5678", "02-123-4567 ต่อ 2500", "081-234-5678 089", "8613800138005", "+1234567890121",
        "001234567890121", "00 1234567890121", "91234567890121", "12345678901213", "12345678901211234",
        "A1234567890121", "1234567890121x", "123-456-789-0121", "1234 5678 9012 1", "9-2345-67890-12-1",
        "1-0012-67890-12-1", "1-2345-67890-12-1-5", "4-1-2345-67890-12-1", "0000000000000", "1111111111111",
    ],
)  # fmt: skip
def test_others_are_left_alone(text: str) -> None:
    assert national_ids(text) == ()
    assert masked(text) == text


def test_several_in_one_text() -> None:
    text = f"พ่อ {VALID} แม่ 3-1005-00123-45-8 บ้าน 02-123-4567"
    assert [one.digits for one in national_ids(text)] == [VALID, "3100500123458"]
    assert masked(text) == f"พ่อ {MASKED} แม่ x-xxxx-xxxxx-45-8 บ้าน 02-123-4567"


def test_stateless_persons_have_numbers_that_begin_with_0_and_are_seen_only_when_grouped_so() -> None:
    digits = with_check("012345678901")
    grouped = f"{digits[0]}-{digits[1:5]}-{digits[5:10]}-{digits[10:12]}-{digits[12]}"
    assert national_ids(digits) == ()
    assert masked(grouped) == f"x-xxxx-xxxxx-{digits[10:12]}-{digits[12]}"


def with_check(twelve: str) -> str:
    return next(twelve + last for last in "0123456789" if is_national_id(twelve + last))


IDS = st.from_regex(r"[1-8](1[0-9]|[2-8][0-9]|9[0-6])[0-9]{9}", fullmatch=True).map(with_check)


@settings(deadline=None)
@given(IDS, st.sampled_from("-. "), st.text(max_size=20), st.text(max_size=20))
def test_any_id_is_masked_wherever_it_stands(digits: str, sign: str, before: str, after: str) -> None:
    written = sign.join((digits[0], digits[1:5], digits[5:10], digits[10:12], digits[12]))
    text = f"{before} : {written} : {after}"
    assert digits in [one.digits for one in national_ids(text)]
    assert written not in masked(text)


@settings(deadline=None)
@given(IDS.filter(lambda digits: digits[12] != "1"), st.sampled_from([0, 1, *range(3, 13)]), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(digits: str, place: int, more: int) -> None:
    """But for the third, which weighs 11, and for numbers that end in 1, which two remainders share."""
    wrong = digits[:place] + str((int(digits[place]) + more) % 10) + digits[place + 1 :]
    assert not is_national_id(wrong)


@settings(deadline=None)
@given(st.text(max_size=200) | st.text(st.sampled_from("0123456789๑๒๓- .+"), max_size=60))
def test_masking_twice_changes_nothing_more(text: str) -> None:
    once = masked(text)
    assert national_ids(once) == ()
    assert masked(once) == once
