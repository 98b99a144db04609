"""Words that narrow a question, as people type them."""

import pytest

from frontdesk.domain.scopes import category_word, meant_by, scope_words, without

CATEGORIES = ("ทะเบียน", "ทะเบียนรถ", "การเงิน", "สิทธิการรักษา", "General Medicine", "5ส")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("#ทะ บัตรหาย", [("#", "ทะ")]),
        ("บัตรหาย @เวชระเบียน", [("@", "เวชระเบียน")]),
        ("a #ทะ b @เวช", [("#", "ทะ"), ("@", "เวช")]),
        ("＃ทะ", [("#", "ทะ")]),
        ("ถาม suda@example.com", []),
        ("ห้อง#5", []),
        ("#", []),
        ("# ทะ", []),
        ("#" + "ท" * 100_000, []),
        ("#" * 50, [("#", "#" * 49)]),
        ("", []),
    ],
)
def test_only_words_of_their_own_may_narrow(text: str, words: list[tuple[str, str]]) -> None:
    assert [(word.sign, word.name) for word in scope_words(text)] == words


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("#ทะ บัตรหาย", "บัตรหาย"),
        ("บัตรหาย  ด่วน #ทะ", "บัตรหาย  ด่วน"),
        ("บัตร #ทะ หาย", "บัตร หาย"),
        ("#ทะ @เวช", ""),
        ("บัตรหาย", "บัตรหาย"),
    ],
)
def test_the_rest_of_the_text_stays_as_it_was(text: str, rest: str) -> None:
    assert without(text, scope_words(text)) == rest


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ทะเบียน", ["ทะเบียน"]),
        ("ทะ", ["ทะเบียน", "ทะเบียนรถ"]),
        ("ทะเบียนร", ["ทะเบียนรถ"]),
        ("general", ["General Medicine"]),
        ("GeneralMedicine", ["General Medicine"]),
        ("mt", ["ทะเบียน", "ทะเบียนรถ"]),
        ("dkig", ["การเงิน"]),
        ("5", ["5ส"]),
        ("12", []),
        ("e", []),
        ("ไม่มี", []),
    ],
)
def test_the_beginning_of_a_name_is_enough_on_either_keyboard(typed: str, meant: list[str]) -> None:
    assert list(meant_by(typed, CATEGORIES)) == meant


@pytest.mark.parametrize("category", CATEGORIES)
def test_the_word_for_a_category_means_just_that(category: str) -> None:
    (word,) = scope_words(category_word(category))
    assert meant_by(word.name, CATEGORIES) == (category,)
