"""What answers are looked up in is what Whoosh holds, for documents of the full build and for later ones."""

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from frontdesk.search.article_index import ArticleIndex
from frontdesk.search.building.analyzer import indexed_text
from frontdesk.search.lookup.open_index import OpenIndex
from frontdesk.search.lookup.trigrams import codes_of
from tests.search.feed import SITE, MemoryFeed, article

LATER = (
    replace(SITE[0], title="ใบขับขี่หาย"),
    article("vaccine", "วัคซีนไข้หวัดใหญ่", "ฉีดฟรีทุกวันพุธ ที่ช่อง 3", "Flu vaccine"),
)
DOCUMENTS = [*SITE, *LATER]
"""By their numbers; the first was written again, so its old document is gone."""


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenIndex]:
    folder = tmp_path_factory.mktemp("index")
    feed = MemoryFeed(SITE)
    index = ArticleIndex(folder, feed)
    index.catch_up()
    for one in LATER:
        feed.put(one)
        index.catch_up()
    index.close()
    opened = OpenIndex(next(folder.glob("build-*")), len(SITE))
    yield opened
    opened.close()


def words_of(number: int) -> Counter[str]:
    return Counter(indexed_text(DOCUMENTS[number]).words())


ALL_WORDS = sorted({word for number in range(len(DOCUMENTS)) for word in words_of(number)} | {"ไม่มีคำนี้"})


def test_documents(opened: OpenIndex) -> None:
    assert opened.size == len(DOCUMENTS)
    assert opened.gone.tolist() == [0]
    for number, one in enumerate(DOCUMENTS):
        assert opened.id(number) == one.id
        assert opened.text(number) == indexed_text(one).whole


def test_words(opened: OpenIndex) -> None:
    counts = Counter(word for number in range(len(DOCUMENTS)) for word in words_of(number))
    assert dict(opened.vocabulary.counts) == counts


def impacts_by_the_book(word: str) -> dict[int, float]:
    lengths = [sum(words_of(number).values()) for number in range(len(DOCUMENTS))]
    often = {number: words_of(number)[word] for number in range(len(DOCUMENTS)) if words_of(number)[word]}
    rarity = math.log(1 + (len(lengths) - len(often) + 0.5) / (len(often) + 0.5))
    norms = [0.35 + 0.65 * length * len(lengths) / sum(lengths) for length in lengths]
    return {number: rarity * count * 2 / (count + norms[number]) for number, count in often.items()}


def test_what_words_are_worth(opened: OpenIndex) -> None:
    for word in ALL_WORDS:
        expected = impacts_by_the_book(word)
        documents, impacts = opened.postings.of(word)
        assert dict(zip(documents.tolist(), impacts.tolist(), strict=True)) == pytest.approx(expected, rel=0.05)


def test_adding_up_words_and_taking_the_best(opened: OpenIndex) -> None:
    weights = {word: 0.5 + len(word) / 10 for word in ALL_WORDS[::3]}
    total, best = np.ones(opened.size, dtype=np.float32), np.ones(opened.size, dtype=np.float32)
    opened.postings.add_scores(total, weights)
    opened.postings.add_best(best, weights)
    by_word = {word: impacts_by_the_book(word) for word in weights}
    for number in range(len(DOCUMENTS)):
        worths = [weights[word] * found.get(number, 0.0) for word, found in by_word.items()]
        assert total[number] == pytest.approx(1 + sum(worths), rel=0.05)
        assert best[number] == pytest.approx(1 + max(worths), rel=0.05)


def test_trigrams_are_counted_in_all_documents(opened: OpenIndex) -> None:
    texts = [indexed_text(one).whole for one in DOCUMENTS]
    held = [set(codes_of(text).tolist()) for text in texts]
    codes = np.array(sorted(set().union(*held)), dtype=np.int64)
    assert opened.trigrams.frequencies(codes).tolist() == [
        sum(code in some for some in held) for code in codes.tolist()
    ]
