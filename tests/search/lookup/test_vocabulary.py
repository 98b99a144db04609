"""The indexed look-ups give what looking at every word gives, however the words are spread over the layers."""

import random

import numpy as np
import pytest
from rapidfuzz.distance import OSA

from frontdesk.domain.thai_text import strip_marks
from frontdesk.search.lookup.remembering import remember
from frontdesk.search.lookup.vocabulary import Vocabulary
from frontdesk.search.lookup.word_list import WordList

LETTERS = "กขคงจนมรลวสอะาิีุูเแโไ่้์abcdeinorst"


def some_words() -> dict[str, int]:
    """Random words with many close to each other, as words of a language are."""
    chance = random.Random(11)
    roots = ["".join(chance.choices(LETTERS, k=chance.randint(1, 16))) for _ in range(80)]
    words = {slipped(root, chance) for root in roots for _ in range(5)} | set(roots)
    words |= {str(chance.randint(0, 99999)) for _ in range(30)} | {"น้ำ", "นำ", "น่ำ", "เก่า", "เก้า", "เกา"}
    return {word: chance.randint(1, 9) for word in sorted(words) if word}


def slipped(word: str, chance: random.Random) -> str:
    for _ in range(chance.randint(0, 3)):
        at, letter = chance.randint(0, len(word)), chance.choice(LETTERS)
        after = word[at:]
        word = word[:at] + chance.choice(
            [after[1:], letter + after, letter + after[1:], after[1:2] + after[:1] + after[2:]]
        )
    return word


WORDS = some_words()
ASKED = [*WORDS, *(slipped(word, random.Random(at)) for at, word in enumerate(WORDS)), "", "น้ำา", "\ud800", "ก" * 90]


def layered(share: int) -> Vocabulary:
    """Keep the words of a full build and put every so many-th in later, some of them for a second time."""
    kept = [word for at, word in enumerate(WORDS) if share and at % share]
    again = set(kept[::5])
    counts = np.array([WORDS[word] - (word in again) for word in kept], dtype=np.int32)
    later = {
        word: 1 if word in again else count for word, count in WORDS.items() if word in again or word not in set(kept)
    }
    return Vocabulary(later, WordList.of(kept), counts)


@pytest.fixture(scope="module", params=[0, 2, 50], ids=["all later", "half", "few later"])
def vocabulary(request: pytest.FixtureRequest) -> Vocabulary:
    return layered(request.param)


def test_counts(vocabulary: Vocabulary) -> None:
    assert dict(vocabulary.counts) == WORDS
    assert [word in vocabulary for word in ASKED] == [word in WORDS for word in ASKED]
    assert vocabulary.counts.get("ไม่มี", 0) == 0


@pytest.mark.parametrize("limit", [1, 7, 64])
def test_beginning_with(vocabulary: Vocabulary, limit: int) -> None:
    for start in {word[:letters] for word in ASKED for letters in (0, 1, 3)}:
        expected = sorted((word for word in WORDS if word.startswith(start)), key=lambda word: (-WORDS[word], word))
        assert vocabulary.beginning_with(start, limit) == expected[:limit]


def test_with_other_marks(vocabulary: Vocabulary) -> None:
    for asked in ASKED:
        alike = [word for word in WORDS if strip_marks(word) == strip_marks(asked) and word != asked]
        assert vocabulary.with_other_marks(asked) == [word for word in alike if len(word) >= 3 and not word.isascii()]


def test_near(vocabulary: Vocabulary) -> None:
    for asked in ASKED[::3]:
        expected = near_by_looking_at_all(asked)
        assert vocabulary.near(asked) == expected
        assert vocabulary.near(asked) == expected  # from what was kept


def test_near_each(vocabulary: Vocabulary) -> None:
    assert vocabulary.near_each(ASKED) == [near_by_looking_at_all(asked) for asked in ASKED]
    assert vocabulary.near_each([]) == []


def near_by_looking_at_all(asked: str) -> list[tuple[str, float]]:
    cutoff = 0.74 if len(asked) < 8 else 0.8
    found: list[tuple[str, float]] = []
    for length in (len(asked) - 1, len(asked), len(asked) + 1):
        words = [
            word for word in WORDS if len(word) == length >= 4 and not word.isdigit() and OSA.distance(word, asked) <= 2
        ]
        likely = [(word, OSA.normalized_similarity(asked, word, score_cutoff=cutoff)) for word in words]
        found += sorted((one for one in likely if one[1]), key=lambda one: (-one[1], one[0]))[:3]
    return found


def test_what_is_remembered_stays_bounded() -> None:
    kept: dict[int, int] = {}
    for number in range(25):
        remember(kept, number, -number, most=10)
        assert kept[number] == -number
        assert len(kept) <= 10
