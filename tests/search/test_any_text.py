"""Any text gets an answer or none, at a bounded cost: the index, the answers and the whole box."""

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frontdesk.app import Desk
from frontdesk.domain.finding import LONGEST, Question
from frontdesk.search.article_index import ArticleIndex
from frontdesk.search.query.planner import Planner
from frontdesk.services.finding import Finder
from tests.features.small_desk import make_small_desk

from .hostile_texts import FAMILIES, PASTE

MOST = 12
MOST_WORDS = 4 * LONGEST
"""A letter is in a word, in a compound, in a code and in a number at most."""
MOST_GUESSES = 300
MOST_ASKED_OF_VOCABULARY = 40 * LONGEST

families = st.sampled_from(sorted(FAMILIES))
seeds = st.integers(0, 1 << 32)
any_text = st.text(max_size=LONGEST) | st.text(st.characters(), min_size=LONGEST, max_size=LONGEST)
literally = st.booleans()


@pytest.fixture(scope="module")
def box(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Finder]:
    """All that the search process holds, on a small desk."""
    folder = tmp_path_factory.mktemp("desk")
    make_small_desk(folder)
    desk = Desk(folder)
    desk.index.catch_up()
    yield Finder(desk.storage, desk.index, desk.answering, desk.people, desk.storage.close)
    desk.close()


def check_index(index: ArticleIndex, text: str, literal: bool) -> None:
    ranking = index.search(text, MOST, literal=literal)
    assert ranking.ready, "an error inside was taken for damage"
    assert len(ranking.hits) <= MOST
    assert len({hit.article_id for hit in ranking.hits}) == len(ranking.hits)


def check_box(box: Finder, text: str, literal: bool) -> None:
    check_index(box.index, text, literal)  # type: ignore[arg-type]
    answers = box.answering.search(text, MOST, literal=literal)
    assert answers.ready
    assert answers.query == text
    assert len(answers.answers) <= MOST
    found = box.find(Question(text, MOST, literal))
    assert (found.query, found.answers.ready) == (text, True)


@given(any_text, literally)
@settings(deadline=None)
def test_any_text_at_all(site: ArticleIndex, box: Finder, text: str, literal: bool) -> None:
    check_index(site, text, literal)
    check_box(box, text, literal)


@given(families, seeds, literally)
@settings(deadline=None)
def test_any_hostile_text(site: ArticleIndex, box: Finder, family: str, seed: int, literal: bool) -> None:
    text = FAMILIES[family](Random(seed))
    check_index(site, text, literal)
    check_box(box, text, literal)


@pytest.mark.parametrize("family", FAMILIES)
def test_each_family(site: ArticleIndex, box: Finder, family: str) -> None:
    chance = Random(family)
    for _ in range(5):
        text = FAMILIES[family](chance)
        check_index(site, text, literal=False)
        check_box(box, text, literal=False)


@pytest.mark.parametrize("text", ["or or", "สม สม", "#", "# ", "@", "0", "๐", "-", '""', "\ud83d", "ก\x00ข", "ß" * 200])
def test_what_was_once_an_error(box: Finder, text: str) -> None:
    check_box(box, text, literal=False)
    check_box(box, text, literal=True)


FIELDS = ["id:wifi", "words:wifi wifi", "id:wifi OR id:tax", '"wifi', "wifi~", "wifi^9", "(wifi)", "wifi AND NOT tax"]


@pytest.mark.parametrize("text", FIELDS)
def test_signs_of_query_languages_mean_nothing(site: ArticleIndex, text: str) -> None:
    assert site.search(text, 1).hits[0].article_id == "wifi"


@pytest.mark.parametrize("text", ["*", "?", "id:*", "w?f*", "[a TO z]", "_stored:1", "wi*"])
def test_no_sign_stands_for_other_letters(site: ArticleIndex, text: str) -> None:
    letters = "".join(filter(str.isalnum, text))
    assert len(site.search(text, MOST).hits) <= len(site.search(letters, MOST).hits)


@pytest.mark.parametrize("hidden", ["\u200b", "\u200d", "\ufeff", "\u00ad", "\u2060"])
def test_letters_that_nobody_sees_change_nothing(site: ArticleIndex, hidden: str) -> None:
    plain = site.search("บัตรประชาชน", 3)
    assert site.search(hidden.join("บัตรประชาชน"), 3).hits == plain.hits


def test_a_paste_is_looked_up_by_its_beginning(site: ArticleIndex, box: Finder) -> None:
    start = "ที่จอดรถ ".ljust(LONGEST)
    pasted = start + "บัตรทองหาย " * (PASTE // 11)
    assert site.search(pasted, MOST) == site.search(start, MOST)
    found = box.find(Question(pasted)).answers
    assert [one.article.code for one in found.answers] == [
        one.article.code for one in box.find(Question(start)).answers.answers
    ]


class CountedVocabulary:
    """Passes everything on to a vocabulary and counts what it is asked."""

    def __init__(self, real: object) -> None:
        self._real, self.asked = real, 0

    def __getattr__(self, name: str) -> object:
        self.asked += 1
        return getattr(self._real, name)

    def __contains__(self, word: str) -> bool:
        self.asked += 1
        return word in self._real  # type: ignore[operator]


@given(families, seeds, literally)
@settings(deadline=None)
def test_the_work_for_a_text_is_bounded(site: ArticleIndex, family: str, seed: int, literal: bool) -> None:
    """Words, guesses and questions to the vocabulary grow with 200 letters at most, whatever they are."""
    planner: Planner = site._snapshot._planner  # type: ignore[union-attr]
    real, counted = planner._vocabulary, CountedVocabulary(planner._vocabulary)
    planner._vocabulary = counted  # type: ignore[assignment]
    try:
        plan = planner.plan(FAMILIES[family](Random(seed)), literal)
    finally:
        planner._vocabulary = real
    assert len(plan.words) <= MOST_WORDS
    assert sum(map(len, plan.guesses)) <= MOST_GUESSES
    assert len(plan.trigrams) <= 2 * LONGEST
    assert counted.asked <= MOST_ASKED_OF_VOCABULARY
