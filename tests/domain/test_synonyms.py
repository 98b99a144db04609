"""Groups of words as a person writes them."""

import pytest

from frontdesk.domain.errors import DeskError
from frontdesk.domain.synonyms import LONGEST_WORD, MOST_WORDS, read_words, word_key


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("ไวไฟ, wifi", ("ไวไฟ", "wifi")),
        ("ไวไฟ;วายฟาย ; Wi-Fi", ("ไวไฟ", "วายฟาย", "Wi-Fi")),
        ("รพ. = โรงพยาบาล", ("รพ.", "โรงพยาบาล")),
        ("ตึก 1\nอาคาร  1", ("ตึก 1", "อาคาร 1")),
        ("wifi, WIFI, wi-fi, เน็ต", ("wifi", "wi-fi", "เน็ต")),
        (" , a ,, b , ", ("a", "b")),
    ],
)
def test_words_of_a_line(line: str, words: tuple[str, ...]) -> None:
    assert read_words(line) == words


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("", "synonyms_too_few"),
        ("ไวไฟ", "synonyms_too_few"),
        ("ไวไฟ, ไวไฟ", "synonyms_too_few"),
        (",".join(f"w{i}" for i in range(MOST_WORDS + 1)), "synonyms_too_many"),
        ("ก" * (LONGEST_WORD + 1) + ", ข", "synonym_too_long"),
        ("12, a", "synonym_without_letters"),
        ("?!, a", "synonym_without_letters"),
    ],
)
def test_what_is_no_group(line: str, code: str) -> None:
    with pytest.raises(DeskError) as refused:
        read_words(line)
    assert refused.value.code == code


@pytest.mark.parametrize(("one", "other"), [("Wi-Fi", "wifi"), ("รพ.", "รพ"), ("ต.ม.", "ตม"), ("ID card", "idcard")])
def test_ways_to_write_one_word(one: str, other: str) -> None:
    assert word_key(one) == word_key(other)
