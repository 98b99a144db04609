"""Hours as people in Thailand write them, read into a week: จ-ศ 08:30-16:30, ทุกวัน 24 ชม., Mon-Fri 8-4."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import lru_cache

from .hours_groups import Week, week_of
from .hours_words import WEEK, Sort, Span, hours_words

_NEVER_ENDS = timedelta(days=WEEK)


@dataclass(frozen=True, slots=True)
class Opening:
    """Open or closed, and until when, in the site's time; None where that never ends."""

    is_open: bool
    until: datetime | None


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """The same week again and again; ``days`` begins with Monday."""

    days: Week

    def at(self, moment: datetime) -> Opening:
        """Tell whether it is open at a moment of the site's time, and until when."""
        times = self._around(moment)
        for start, end in times:
            if start <= moment < end:
                return Opening(True, None if end - moment > _NEVER_ENDS else end)
        return Opening(False, min((start for start, _ in times if start > moment), default=None))

    def after(self, moment: datetime, work: timedelta) -> datetime:
        """Return when so much has been worked from a moment on."""
        opening = self.at(moment)
        while opening.until is not None:
            if opening.is_open:
                if moment + work <= opening.until:
                    break
                work -= opening.until - moment
            moment = opening.until
            opening = self.at(moment)
        return moment + work

    def _around(self, moment: datetime) -> list[tuple[datetime, datetime]]:
        """Return when it is open from yesterday on, touching times as one."""
        midnight = datetime.combine(moment.date(), time(), moment.tzinfo)
        times: list[tuple[datetime, datetime]] = []
        for ahead in range(-1, WEEK + 2):
            day = midnight + timedelta(days=ahead)
            for span in self.days[day.weekday()]:
                start, end = (day + timedelta(minutes=minutes) for minutes in (span.start, span.end))
                if times and start <= times[-1][1]:
                    first, last = times.pop()
                    start, end = first, max(last, end)
                times.append((start, end))
        return times


@lru_cache(maxsize=1_024)
def read_hours(text: str) -> WorkingHours | None:
    """Read hours; None where any of it is not understood, for one half of them would mislead.

    Hours without days hold every day. What is said of public holidays is taken note of and changes nothing.
    """
    words = hours_words(text)
    week = week_of(words) if words else None
    return WorkingHours(week) if week else None


@lru_cache(maxsize=1_024)
def read_span(text: str) -> Span | None:
    """Read one span of a day, such as lunch: พักเที่ยง 12.00-13.00 น."""
    words = [word for word in hours_words(text) or () if word.sort not in (Sort.BREAK, Sort.COMMA)]
    return words[0].span if len(words) == 1 else None
