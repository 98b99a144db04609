import pytest

from frontdesk.search.ranking import Candidate, alignment, naming, nearness, ranked, subject

LOST = "บัตรประชาชนหาย\nlost id card\n\nทำบัตรใหม่ได้ที่ช่อง 3"
GOLD = "บัตรทอง\n\nถ้าบัตรประชาชนหาย ใช้ใบแจ้งความแทน"


@pytest.mark.parametrize(
    ("chunks", "text", "low", "high"),
    [
        (["บัตรประชาชน"], LOST, 1.0, 1.0),
        (["บัตรปรชาชน"], LOST, 0.6, 0.99),
        (["บัตรประชาชน", "xyz"], LOST, 0.5, 0.6),
        (["เลือด"], LOST, 0.0, 0.3),
        ([], LOST, 0.0, 0.0),
        (["บัตร"], "", 0.0, 0.0),
    ],
)
def test_alignment(chunks: list[str], text: str, low: float, high: float) -> None:
    assert low <= alignment(dict.fromkeys(chunks, 1.0), text) <= high


@pytest.mark.parametrize(
    ("chunks", "text", "expected"),
    [
        (["บัตร", "หาย"], LOST, 1),
        (["lost"], LOST, 2),
        (["lost", "id"], LOST, 2),
        (["บัตรประชาชน"], LOST, 2),
        (["ช่อง"], LOST, 0),
        (["บัตรประชาชน"], GOLD, 0),
        (["id"], LOST, 0),
        ([], LOST, 0),
    ],
)
def test_naming(chunks: list[str], text: str, expected: int) -> None:
    assert naming(chunks, text) == expected


def test_of_two_alike_the_one_with_that_name_comes_first() -> None:
    order = ranked({"บัตรประชาชนหาย": 1.0}, (), [Candidate(1, GOLD, 10.0), Candidate(2, LOST, 10.0)])
    assert [one.document for one in order] == [2, 1]


@pytest.mark.parametrize(
    ("words", "text", "low", "high"),
    [
        (("บัตร", "หาย"), "บัตรหาย แจ้งที่ช่อง 3", 1.0, 1.0),
        (("หาย", "บัตร"), "บัตรหาย แจ้งที่ช่อง 3", 1.0, 1.0),
        (("บัตร", "หาย"), "บัตร" + " " * 30 + "หาย", 0.3, 0.4),
        (("บัตร", "หาย"), "บัตร" + " " * 300 + "หาย", 0.0, 0.001),
        (("lost", "card"), "a card is lost, " + "x" * 200 + " lost card", 0.9, 1.0),
        (("บัตร", "หาย"), "บัตรทอง", 0.0, 0.0),
        (("บัตร",), "บัตร", 0.0, 0.0),
        ((), "บัตร", 0.0, 0.0),
    ],
)
def test_nearness(words: tuple[str, ...], text: str, low: float, high: float) -> None:
    assert low <= nearness(words, text) <= high


def test_of_two_that_have_the_words_the_one_that_says_them_together_comes_first() -> None:
    far = "บัตร" + " x" * 100 + " หาย"
    order = ranked(
        {"บัตร": 1.0, "หาย": 1.0},
        ("บัตร", "หาย"),
        [Candidate(1, far, 10.0), Candidate(2, "บัตรที่หาย", 10.0)],
    )
    assert [one.document for one in order] == [2, 1]


def test_equal_ones_keep_their_order_and_none_is_lost() -> None:
    same = [Candidate(number, "เหมือนกัน", 1.0) for number in (3, 1, 2)]
    assert [one.document for one in ranked({"เหมือน": 1.0}, (), same)] == [1, 2, 3]
    assert ranked({"เหมือน": 1.0}, (), []) == []


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("บัตรทอง ใช้ได้ทุกที่", "ใช้ได้ทุกที่ ยกเว้นแผนกนี้ บัตรทอง"),
        ("บัตรทอง บัตรประชาชน", "บัตรทอง และ ประชาชน"),
        ("a card, or two cards", "no word of it, but a card"),
        ("บัตร", "ใบขับขี่"),
    ],
)
def test_a_text_is_about_the_word_it_has_early_and_often(more: str, less: str) -> None:
    word = "card" if more.isascii() else "บัตร"
    assert subject(word, more) > subject(word, less) >= 0


def test_one_word_alone_finds_first_what_is_about_it() -> None:
    aside = "ที่จอดรถ\n\nจอดได้สองชั่วโมง ทำบัตรจอดรถที่ป้อมยาม"
    order = ranked({"บัตร": 1.0}, ("บัตร",), [Candidate(1, aside, 10.0), Candidate(2, LOST, 10.0)])
    assert [one.document for one in order] == [2, 1]
