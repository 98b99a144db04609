"""How much a word counts, and how far it may lift an answer."""

from datetime import date, timedelta

import pytest

from frontdesk.domain.answer_use import HALF_LIFE, LIFT, WordUse, boosts, brought, lifted, strength, weight_of

TODAY = date(2026, 11, 22)


def use(uses: int, total: int = 0, days_ago: int = 0, word: str = "บัตร", article: str = "a") -> WordUse:
    """A word used so often for an answer, all on one day; ``total`` with the other answers."""
    weight = weight_of(TODAY - timedelta(days_ago))
    return WordUse(word, article, uses, uses * weight, max(uses, total) * weight)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (use(1), 0.0),
        (use(2), 0.5),
        (use(6), 0.75),
        (use(2, total=4), 0.25),
        (use(2, total=11), 0.0),
        (use(2, days_ago=HALF_LIFE), 0.3333),
        (use(2, days_ago=20 * HALF_LIFE), 0.0),
        (use(1_000_000), 1.0),
    ],
)
def test_a_word_counts_by_its_share_and_by_how_often_and_lately(one: WordUse, expected: float) -> None:
    assert strength(one, TODAY) == pytest.approx(expected, abs=1e-4)


def test_a_word_that_points_elsewhere_or_was_never_seen_weakens_the_rest() -> None:
    known = [use(2)]
    assert boosts(("บัตร",), known, TODAY) == {"a": 0.5}
    assert boosts(("บัตร", "ทอง"), known, TODAY) == {"a": 0.25}
    assert boosts(("บัตร", "ที่ไหน"), [*known, WordUse("ที่ไหน", "", 0, 0.0, 900.0)], TODAY) == {"a": 0.5}
    assert boosts((), [], TODAY) == {}
    assert boosts(("ที่ไหน",), [WordUse("ที่ไหน", "", 0, 0.0, 900.0)], TODAY) == {}


def test_no_order_of_rows_changes_anything() -> None:
    rows = [use(2), use(3, article="b", word="หาย"), use(5, article="b")]
    assert list(boosts(("บัตร", "หาย"), rows, TODAY).items()) == list(boosts(("บัตร", "หาย"), rows[::-1], TODAY).items())


def test_learning_lifts_by_a_part_of_the_best_score_at_most() -> None:
    assert lifted(8.0, 10.0, 1.0) == pytest.approx(8.0 + LIFT * 10.0)
    assert lifted(7.0, 10.0, 1.0) < 10.0


def test_an_answer_that_was_not_found_comes_below_the_best_unless_that_is_only_near() -> None:
    taught = {"a": 0.6, "b": 0.1, "c": 0.9}
    assert brought(taught, ["c"], 10.0, near=False) == {"a": 8.0}
    assert brought(taught, ["c"], 10.0, near=True)["a"] > 10.0
    assert brought(taught, [], 0.0, near=False).keys() == {"a", "c"}
