from datetime import datetime

import pytest

from frontdesk.domain.shifts import next_shift_end
from frontdesk.domain.thai_dates import THAI_TIME
from frontdesk.domain.working_hours import read_hours

OFFICE, GATE, TWO = "จ-ศ 08:30-16:30", "ทุกวัน 24 ชม.", "จ-ศ 08:00-12:00, 13:00-17:00"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=THAI_TIME)


@pytest.mark.parametrize(
    ("hours", "now", "end"),
    [
        (OFFICE, "2026-11-20 16:20", "2026-11-23 16:30"),  # on a Friday the coming shift is on Monday
        (OFFICE, "2026-11-19 10:00", "2026-11-20 16:30"),
        (OFFICE, "2026-11-22 12:00", "2026-11-23 16:30"),  # nobody works on a Sunday
        (OFFICE, "2026-11-19 07:00", "2026-11-19 16:30"),
        (TWO, "2026-11-19 11:50", "2026-11-19 17:00"),
        (GATE, "2026-11-20 15:50", "2026-11-21 00:00"),
        (GATE, "2026-11-20 16:10", "2026-11-21 00:00"),
    ],
)
def test_the_coming_shift_ends(hours: str, now: str, end: str) -> None:
    read = read_hours(hours)
    assert read is not None
    assert next_shift_end(at(now), read) == at(end)
