"""Days, weeks and months, and what each is held against."""

from datetime import date

import pytest

from frontdesk.domain.counted_days import CountedDays, Span, before, days_of, stepped

TODAY = date(2026, 11, 20)
D = date.fromisoformat


@pytest.mark.parametrize(
    ("span", "day", "first", "last"),
    [
        (Span.DAY, "2026-11-20", "2026-11-20", "2026-11-20"),
        (Span.WEEK, "2026-11-20", "2026-11-16", "2026-11-20"),
        (Span.WEEK, "2026-11-15", "2026-11-09", "2026-11-15"),
        (Span.MONTH, "2026-11-03", "2026-11-01", "2026-11-20"),
        (Span.MONTH, "2026-02-03", "2026-02-01", "2026-02-28"),
    ],
)
def test_periods_go_as_far_as_today(span: Span, day: str, first: str, last: str) -> None:
    assert days_of(span, D(day), TODAY) == CountedDays(D(first), D(last), span)


@pytest.mark.parametrize(
    ("days", "first", "last"),
    [
        (days_of(Span.DAY, TODAY, TODAY), "2026-11-13", "2026-11-13"),
        (days_of(Span.WEEK, TODAY, TODAY), "2026-11-09", "2026-11-13"),
        (days_of(Span.MONTH, TODAY, TODAY), "2026-10-01", "2026-10-20"),
        (days_of(Span.MONTH, D("2026-10-05"), TODAY), "2026-09-01", "2026-09-30"),
        (days_of(Span.MONTH, D("2026-01-05"), TODAY), "2025-12-01", "2025-12-31"),
        (days_of(Span.MONTH, D("2026-03-30"), D("2026-03-30")), "2026-02-01", "2026-02-28"),
        (CountedDays(D("2026-11-05"), D("2026-11-14")), "2026-10-26", "2026-11-04"),
    ],
)
def test_the_period_before(days: CountedDays, first: str, last: str) -> None:
    assert (before(days).first, before(days).last) == (D(first), D(last))


@pytest.mark.parametrize(
    ("span", "steps", "first", "last"),
    [
        (Span.DAY, -1, "2026-11-19", "2026-11-19"),
        (Span.WEEK, -1, "2026-11-09", "2026-11-15"),
        (Span.MONTH, -1, "2026-10-01", "2026-10-31"),
        (Span.MONTH, -11, "2025-12-01", "2025-12-31"),
        (Span.MONTH, 1, "2026-11-01", "2026-11-20"),
    ],
)
def test_stepping_never_leaves_for_the_future(span: Span, steps: int, first: str, last: str) -> None:
    moved = stepped(days_of(span, TODAY, TODAY), steps, TODAY)
    assert (moved.first, moved.last) == (D(first), D(last))


def test_a_range_steps_by_its_own_length() -> None:
    assert stepped(CountedDays(D("2026-11-05"), D("2026-11-14")), -1, TODAY) == CountedDays(
        D("2026-10-26"), D("2026-11-04")
    )
