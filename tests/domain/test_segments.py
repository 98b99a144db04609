"""First-time, regular, advocate, long away, and by what."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from frontdesk.domain.errors import DeskError
from frontdesk.domain.people import ContactFigures
from frontdesk.domain.segments import Ground, Purchases, Segment, SegmentRules, Standing, segment_of

TODAY = date(2026, 11, 20)
LATELY = datetime(2026, 11, 12, 3, tzinfo=UTC)
RULES = SegmentRules()


def came(times: int, last: datetime = LATELY, compliments: int = 0) -> ContactFigures:
    return ContactFigures(times, last, last, compliments) if times else ContactFigures()


@pytest.mark.parametrize(
    ("figures", "referrals", "purchases", "standing"),
    [
        (came(0), 0, Purchases(), Standing(Segment.FIRST_TIME, Ground.NEVER)),
        (came(1), 0, Purchases(), Standing(Segment.FIRST_TIME, Ground.CONTACTS, 1)),
        (came(4), 0, Purchases(), Standing(Segment.REPEAT, Ground.CONTACTS, 4)),
        (came(1), 0, Purchases(5, date(2026, 9, 1)), Standing(Segment.REPEAT, Ground.PURCHASES, 5)),
        (came(4), 1, Purchases(), Standing(Segment.REPEAT, Ground.CONTACTS, 4)),
        (came(4), 2, Purchases(), Standing(Segment.ADVOCATE, Ground.REFERRALS, 2)),
        (came(4, compliments=2), 0, Purchases(), Standing(Segment.ADVOCATE, Ground.COMPLIMENTS, 2)),
        (came(0), 0, Purchases(10), Standing(Segment.ADVOCATE, Ground.PURCHASES, 10)),
        (came(4, LATELY - timedelta(days=400)), 9, Purchases(), Standing(Segment.DORMANT, Ground.DAYS_AWAY, 408)),
        (came(4, LATELY - timedelta(days=400)), 0, Purchases(1, TODAY), Standing(Segment.REPEAT, Ground.CONTACTS, 4)),
    ],
)  # fmt: skip
def test_somebody_is_known_as_well_as_the_counts_say(
    figures: ContactFigures, referrals: int, purchases: Purchases, standing: Standing
) -> None:
    assert segment_of(figures, referrals, purchases, RULES, TODAY) == standing


@pytest.mark.parametrize(("days", "segment"), [(365, Segment.REPEAT), (366, Segment.DORMANT)])
def test_the_last_day_of_the_year_still_counts(days: int, segment: Segment) -> None:
    last = datetime(2026, 11, 20, 3, tzinfo=UTC) - timedelta(days=days)
    assert segment_of(came(4, last), 0, Purchases(), RULES, TODAY).segment is segment


def test_a_count_of_nought_does_not_matter() -> None:
    rules = replace(RULES, advocate_referrals=0, advocate_compliments=0, advocate_purchases=0)
    assert segment_of(came(9, compliments=9), 9, Purchases(99), rules, TODAY).segment is Segment.REPEAT


@pytest.mark.parametrize(
    ("field", "value"),
    [("repeat_from", 0), ("dormant_days", 0), ("advocate_referrals", -1), ("dormant_days", 10_000)],
)
def test_a_count_that_makes_no_sense_is_refused(field: str, value: int) -> None:
    with pytest.raises(DeskError) as refused:
        replace(RULES, **{field: value}).check()
    assert (refused.value.code, refused.value.data["field"]) == ("bad_rule", field)
