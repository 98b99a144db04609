"""What a typed text becomes, over a small vocabulary."""

import pytest

from frontdesk.domain.segmentation import piece_texts
from frontdesk.search.lookup.trigrams import LayeredTrigrams, Trigrams
from frontdesk.search.lookup.vocabulary import Vocabulary
from frontdesk.search.query.planner import Plan, Planner
from frontdesk.search.query.synonyms import LiveSynonyms
from tests.search.feed import FixedGroups

TEXTS = [
    "รหัสผ่าน ระบบนัดหมาย",
    "รหัสผ่าน ทะเบียนราษฎร",
    "ประชาชน ประชาสัมพันธ์ ประชุม",
    "ที่จอดรถ เสื้อ",
    "password wifi 2569",
    "คำตัดสิน ของศาล",
]


@pytest.fixture(scope="module")
def planner() -> Planner:
    """A planner over six short texts."""
    counts: dict[str, int] = {}
    for text in TEXTS:
        for word in set(piece_texts(text)):
            counts[word] = counts.get(word, 0) + 1
    layers = LayeredTrigrams(Trigrams.build(TEXTS[:4]), Trigrams.build(TEXTS[4:]))
    return Planner(Vocabulary(counts), layers, LiveSynonyms(FixedGroups(("ไวไฟ", "wifi"))))


def guessed(plan: Plan) -> dict[str, float]:
    return {word: weight for group in plan.guesses for word, weight in group.items()}


def test_known_words_count_and_their_parts_less(planner: Planner) -> None:
    plan = planner.plan("รหัสผ่าน wifi ")
    assert set(plan.words) == {"รหัสผ่าน", "รหัส", "ผ่าน", "wifi"}
    assert plan.words["รหัสผ่าน"] > 0.7
    assert max(plan.words["รหัส"], plan.words["ผ่าน"]) < plan.words["รหัสผ่าน"] / 2
    assert set(guessed(plan)) <= {"ไวไฟ"}


def test_what_everybody_says_counts_for_little(planner: Planner) -> None:
    plan = planner.plan("อยากจะสอบถาม รหัสผ่าน ที่ไหนคะ")
    assert plan.telling[0] == "รหัสผ่าน"
    assert plan.words["รหัสผ่าน"] > 2 * plan.words.get("ที่", 0.0)


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("ประชา", "ประชาชน"),
        ("รหัสผ่", "รหัสผ่าน"),
        ("pass", "password"),
        ("25", "2569"),
    ],
)
def test_the_last_word_is_completed(planner: Planner, typed: str, word: str) -> None:
    assert 0.5 < guessed(planner.plan(typed))[word] < 1
    assert word not in guessed(planner.plan(typed + " "))


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("คำตัสดิน", "คำตัดสิน"),
        ("คำตั ดสินของ", "คำตัดสินของ"),
        ("ทะเบียนรษฎร", "ทะเบียนราษฎร"),
        ("ระบบ ทะเบียนราษฎ์ร", "ระบบ ทะเบียนราษฎร"),
        ("ทีจอดรถ", "ที่จอดรถ"),
        ("paswsord", "password"),
    ],
)
def test_a_sure_slip_is_mended(planner: Planner, typed: str, text: str) -> None:
    plan = planner.plan(typed)
    assert (plan.text, plan.understood) == (text, text)
    assert all(plan.words[word] < 0.5 for word in set(plan.words) - set(planner.plan(text).words))


@pytest.mark.parametrize(("typed", "word"), [("เสือ", "เสื้อ"), ("เมื่อเสือ", "เสื้อ")])
def test_what_may_be_a_slip_is_guessed(planner: Planner, typed: str, word: str) -> None:
    plan = planner.plan(typed)
    assert (plan.text, plan.understood) == (typed, "")
    assert word in guessed(plan)


@pytest.mark.parametrize("typed", ["คำตัสดิน", "paswsord", "isylzjko", "เสือ"])
def test_literally_nothing_is_mended(planner: Planner, typed: str) -> None:
    plan = planner.plan(typed, literal=True)
    assert (plan.text, plan.understood, guessed(plan)) == (typed, "", {})


@pytest.mark.parametrize("typed", ["ประชา", "passwor", "ทะเบียนราษ"])
def test_an_unfinished_word_is_no_slip(planner: Planner, typed: str) -> None:
    assert planner.plan(typed).understood == ""


def test_synonyms_of_the_site(planner: Planner) -> None:
    assert planner.plan("ไวไฟ").words["wifi"] > 0.5


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("isylzjko", "รหัสผ่าน"),
        ("ยฟหหไนพก", "password"),
        ("รหัสผ่าน", ""),
        ("wifi", ""),
        ("0812345678", ""),
        ("", ""),
        ("isylzjko wifi", "รหัสผ่าน wifi"),
        ("isylzjko 2569", "รหัสผ่าน 2569"),
    ],
)
def test_the_other_keyboard(planner: Planner, typed: str, understood: str) -> None:
    assert planner.plan(typed).understood == understood


@pytest.mark.parametrize(
    ("query", "telling"),
    [
        ("ต่อไวไฟอย่างไร", ("ต่อ", "ไวไฟ")),
        ("ใครออกบัตร", ("ออก", "บัตร")),
        ("how do you fix wifi", ("do", "you", "fix", "wifi")),
    ],
)
def test_words_that_make_a_question_are_not_what_it_is_about(query: str, telling: tuple[str, ...]) -> None:
    counts = dict.fromkeys(piece_texts("ใครออกบัตร ต่อไวไฟอย่างไร how do you fix wifi"), 1)
    layers = LayeredTrigrams(Trigrams.build(TEXTS[:4]), Trigrams.build(TEXTS[4:]))
    assert Planner(Vocabulary(counts), layers, LiveSynonyms(FixedGroups())).plan(query).telling == telling
