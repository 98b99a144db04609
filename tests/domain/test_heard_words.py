"""What of a caller's words is kept with an answer, and what is not."""

import pytest

from frontdesk.domain.articles import Article
from frontdesk.domain.heard_words import all_names, heard, name_candidates, names_of, said_by, telling_words
from frontdesk.domain.people import Person

CARD = Article("a", "MRD-01", "บัตรประจำตัวผู้ป่วยหาย", "Lost patient card", body="ใช้แบบ ทร14", keywords=("ใบแทน",))
SAID = said_by(CARD)
SUDA = Person("p", "P-1", "สุดา", "ใจดี", nickname="ดา", romanised="Suda Jaidee", aliases=("สุดาวรรณ",))


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("บัตรหาย", ("บัตร", "หาย"), "บัตรหาย"),
        ("ทำบัตรหายค่ะ", ("บัตร", "หาย"), "ทำบัตรหายค่ะ"),
        ("Lost  CARD", ("lost", "card"), "lost card"),
        ("บัตรหาย 0812345678", ("บัตร", "หาย"), ""),
        ("บัตรหาย 081-234-5678", ("บัตร", "หาย"), ""),
        ("บัตร ๑๒๓๔๕", ("บัตร",), ""),
        ("บัตร suda@example.com", ("บัตร",), ""),
        ("รถ 1กข 1234", ("รถ",), ""),
        ("รถ กข 999", ("รถ",), ""),
        ("รถ กข99", ("รถ",), ""),
        ("รถ 3 คัน", ("รถ", "คัน"), "รถ 3 คัน"),
        ("ทร14 หาย", ("ทร", "14", "หาย"), "ทร14 หาย"),
        ("คุณมะลิวัลย์ บัตรหาย", ("บัตร", "หาย"), ""),
        ("#ทะเบียน บัตร @เวชระเบียน", ("บัตร",), "บัตร"),
        ("ได้ไหมคะ", (), ""),
        ("0812345678", (), ""),
        ("  ", (), ""),
        ("\x00\u200b][*", (), ""),
    ],
)
def test_only_what_tells_of_the_matter_is_kept(text: str, words: tuple[str, ...], whole: str) -> None:
    found = heard(text, SAID)
    assert (found.words, found.whole) == (words, whole)


@pytest.mark.parametrize("text", ["สุดา บัตรหาย", "สุดาบัตรหาย", "ใจดี บัตรหาย", "ดา บัตรหาย", "jaidee บัตรหาย"])
def test_the_names_of_the_contacts_own_person_are_left_out(text: str) -> None:
    assert heard(text, SAID, names_of(*all_names(SUDA))).words == ("บัตร", "หาย")
    assert heard(text, SAID, names_of(*all_names(SUDA))).whole == ""


def test_a_name_on_file_is_left_out_unless_the_answer_says_it() -> None:
    assert {"สมศรี", "บัตร"} <= name_candidates("สมศรี บัตรหาย")
    assert heard("สมศรี บัตรหาย", SAID, on_file={"สมศรี", "บัตร"}).words == ("บัตร", "หาย")


def test_the_words_looked_up_are_those_that_were_kept() -> None:
    for text in ("ทำบัตรหายค่ะ", "Lost CARD please", "#ทะเบียน บัตร"):
        assert set(heard(text, SAID).words) <= set(telling_words(text))
