"""When it is night at the site, for screens that are dark by the clock."""

from datetime import datetime, time

from frontdesk.domain.thai_dates import THAI_TIME

DUSK, DAWN = time(18), time(6)


def is_night(now: datetime) -> bool:
    """Tell whether it is night at a moment."""
    clock = now.astimezone(THAI_TIME).time()
    return clock >= DUSK or clock < DAWN
