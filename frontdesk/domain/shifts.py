"""Until when the coming shift lasts, as far as a desk's hours tell."""

from datetime import datetime, timedelta

from .working_hours import WorkingHours

USUAL_LENGTH = timedelta(hours=8)
"""How long a shift lasts where the hours do not tell, as at a desk that never closes."""


def next_shift_end(now: datetime, hours: WorkingHours) -> datetime:
    """Return when the shift after the present one ends, in the site's time.

    The desk's next opening is that shift; where it never closes, so many hours from the full hour at hand.
    """
    present = hours.at(now)
    start = hours.at(present.until).until if present.is_open and present.until else present.until
    if start is None:
        return _nearest_hour(now) + USUAL_LENGTH
    return hours.at(start).until or start + USUAL_LENGTH


def _nearest_hour(moment: datetime) -> datetime:
    """Return the full hour at hand: people relieve each other a little before or after it."""
    full = moment.replace(minute=0, second=0, microsecond=0)
    return full + timedelta(hours=1) if moment.minute >= 30 else full
