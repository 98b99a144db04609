"""The best scores are picked out of many without sorting all."""

import numpy as np
import pytest

from frontdesk.search.snapshot import _highest


@pytest.mark.parametrize("size", [0, 1, 39, 40, 41, 127, 128, 5000, 20_000])
@pytest.mark.parametrize("filled", [0.0, 0.001, 0.3, 1.0])
def test_highest(size: int, filled: float) -> None:
    chance = np.random.default_rng(size)
    scores = chance.integers(1, 50, size).astype(np.float32)
    scores[chance.random(size) >= filled] = 0
    expected = sorted((doc for doc in range(size) if scores[doc] > 0), key=lambda doc: (-scores[doc], doc))
    assert _highest(scores, 40) == expected[:40]
