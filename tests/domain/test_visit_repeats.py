from datetime import date, timedelta

import pytest

from frontdesk.domain.errors import DeskError
from frontdesk.domain.visit_repeats import MOST_REPEATS, Repeat, days_of

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("repeat", "ahead", "days"),
    [
        (Repeat.NEVER, 9, [20]),
        (Repeat.DAILY, 3, [20, 21, 22, 23]),
        (Repeat.WEEKDAYS, 4, [20, 23, 24]),
        (Repeat.WEEKLY, 13, [20, 27]),
        (Repeat.DAILY, 0, [20]),
    ],
)
def test_a_visit_repeats(repeat: Repeat, ahead: int, days: list[int]) -> None:
    assert [day.day for day in days_of(FRIDAY, FRIDAY + timedelta(days=ahead), repeat)] == days


def test_as_many_as_a_year_of_working_days_and_no_more() -> None:
    last = FRIDAY + timedelta(days=MOST_REPEATS - 1)
    assert len(days_of(FRIDAY, last, Repeat.DAILY)) == MOST_REPEATS
    with pytest.raises(DeskError) as caught:
        days_of(FRIDAY, last + timedelta(days=1), Repeat.DAILY)
    assert (caught.value.code, caught.value.data["most"]) == ("repeat_too_long", MOST_REPEATS)
