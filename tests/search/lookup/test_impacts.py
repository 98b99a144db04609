"""Adding whole columns and lists of postings gives what adding one posting after another gives."""

from collections.abc import Callable

import numpy as np
import pytest

from frontdesk.search.lookup.impacts import STEPS, Impacts, Rows, Scores, bm25, in_steps

SIZE = 5000
LENGTHS = np.random.default_rng(2).integers(5, 400, SIZE).astype(np.float32)
SHARES = (0.9, 0.5, 0.13, 0.12, 0.02, 0.001, 0.0)


@pytest.fixture(scope="module")
def often() -> np.ndarray:
    """How many times each row stands in each document, a line per row."""
    chance = np.random.default_rng(3)
    often = chance.integers(1, 9, (len(SHARES), SIZE))
    often[chance.random((len(SHARES), SIZE)) >= np.array(SHARES)[:, None]] = 0
    return often


@pytest.fixture(scope="module")
def table(often: np.ndarray) -> np.ndarray:
    """What each row is worth in each document, a line per row."""
    worth: np.ndarray = often * 2 / (often + (0.35 + 0.65 * LENGTHS / LENGTHS.mean()))
    return worth


@pytest.fixture(scope="module")
def impacts(often: np.ndarray) -> Impacts:
    rows, docs = np.nonzero(often)
    starts = np.searchsorted(rows, np.arange(len(SHARES) + 1)).astype(np.int64)
    return Impacts.of(LENGTHS, starts, docs.astype(np.int32), often[rows, docs])


ROWS: list[Rows] = [
    [(0, 0.5)],
    [(5, 1.5)],
    [(6, 2.0)],
    [(0, 0.3), (1, 2.0), (4, 1.0), (5, 0.2)],
    [(row, 1.0 + row) for row in range(len(SHARES))],
    [],
]


@pytest.mark.parametrize("rows", ROWS)
def test_adding(impacts: Impacts, table: np.ndarray, rows: Rows) -> None:
    expected = 1 + sum((table[row] * weight for row, weight in rows), np.zeros(SIZE))
    assert done(impacts.add, rows) == pytest.approx(expected, abs=0.005 * (1 + sum(weight for _, weight in rows)))


@pytest.mark.parametrize("rows", ROWS)
def test_raising_to_the_best(impacts: Impacts, table: np.ndarray, rows: Rows) -> None:
    expected = np.maximum.reduce([np.ones(SIZE), *(table[row] * weight for row, weight in rows)])
    assert done(impacts.raise_to, rows) == pytest.approx(expected, abs=0.005 * (1 + sum(weight for _, weight in rows)))


@pytest.mark.parametrize("row", range(len(SHARES)))
def test_one_row(impacts: Impacts, table: np.ndarray, row: int) -> None:
    docs, worth = impacts.row(row)
    assert docs.tolist() == np.flatnonzero(table[row]).tolist()
    assert worth == pytest.approx(table[row][docs], abs=0.005)
    assert impacts.counts[row] == len(docs)


def test_common_rows_are_columns_and_take_no_lists(impacts: Impacts, table: np.ndarray) -> None:
    assert impacts.arrays["common"].tolist() == [0, 1, 2]
    assert len(impacts.arrays["docs"]) == np.count_nonzero(table[3:])


@pytest.mark.parametrize(
    ("counts", "length", "mean", "worth"),
    [(1, 10, 10, 1.0), (3, 10, 10, 1.5), (1, 40, 10, 0.506), (200, 10, 10, 1.99)],
)
def test_more_often_is_worth_more_and_longer_less(counts: int, length: int, mean: float, worth: float) -> None:
    found = bm25(np.array([counts]), np.array([length]), mean)
    assert found[0] == pytest.approx(worth, abs=0.001)
    assert in_steps(found)[0] / STEPS == pytest.approx(worth, abs=0.005)


def done(change: Callable[[Scores, Rows], None], rows: Rows) -> Scores:
    scores = np.ones(SIZE, dtype=np.float32)
    change(scores, rows)
    return scores
