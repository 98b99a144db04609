"""What a typed text becomes, over a small vocabulary."""

import pytest

from frontdesk.domain.segmentation import piece_texts
from frontdesk.search.planner import Plan, Planner
from frontdesk.search.synonyms import LiveSynonyms
from frontdesk.search.trigrams import LayeredTrigrams, Trigrams
from frontdesk.search.vocabulary import Vocabulary

from .feed import FixedGroups

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


def test_known_words_count_in_full(planner: Planner) -> None:
    plan = planner.plan("รหัสผ่าน 2569 ")
    assert plan.words == {"รหัสผ่าน": 1.0, "รหัส": 1.0, "ผ่าน": 1.0, "2569": 1.0}
    assert guessed(plan) == {}


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
    ("typed", "word"),
    [
        ("คำตัสดิน", "คำตัดสิน"),
        ("ทะเบียนรษฎร", "ราษฎร"),
        ("ทีจอดรถ", "ที่จอดรถ"),
        ("เสือ", "เสื้อ"),
        ("paswsord", "password"),
    ],
)
def test_a_slip_is_repaired(planner: Planner, typed: str, word: str) -> None:
    plan = planner.plan(typed)
    assert word in guessed(plan)
    assert word not in plan.words


def test_splinters_of_a_slip_count_less(planner: Planner) -> None:
    assert set(planner.plan("คำตัสดิน").words.values()) == {0.5}


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
