"""The steps of an axis: round numbers from a stated base."""

from math import ceil, floor

LEAST_SPAN, WHOLE = 20, 100
ROUND = (1, 2, 5, 10)
MOST_STEPS = 4


def percent_axis(values: list[float]) -> list[int]:
    """Return the steps of an axis of percents: it may begin above 0, but then its first step says so."""
    low = floor(min(values) / 10) * 10
    high = min(WHOLE, ceil(max(values) / 10) * 10)
    if high - low < LEAST_SPAN:
        low, high = max(0, high - LEAST_SPAN), max(high, LEAST_SPAN)
    step = 10 if high - low <= MOST_STEPS * 10 else 20
    low -= (high - low) % step
    return list(range(max(0, low), high + 1, step))


def count_axis(values: list[float]) -> list[int]:
    """Return the steps of an axis from 0."""
    high = max(1.0, *values)
    size = 1
    while True:
        for round_number in ROUND:
            step = round_number * size
            if step * MOST_STEPS >= high:
                return list(range(0, ceil(high / step) * step + 1, step))
        size *= 10
