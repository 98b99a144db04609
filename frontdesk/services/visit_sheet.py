"""Visits as rows of a table, in the columns by which they come in again."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from frontdesk.domain.visits import Visit, VisitState

from .clock import SITE_ZONE

VISIT_COLUMNS = ("id", "date", "time", "until", "name", "organisation", "host", "place", "phone", "plate", "purpose",
                 "party", "group", "belongings", "note", "state", "arrived", "left")  # fmt: skip
"""The last three only tell; nobody comes or goes by a file."""
_SAME = ("id", "name", "organisation", "host", "place", "plate", "purpose", "belongings", "note")


def visit_rows(visits: Iterable[Visit]) -> Iterator[list[str]]:
    """Write visits; those that were called off stay inside."""
    for visit in visits:
        if visit.state is not VisitState.CANCELLED:
            cells = _cells(visit)
            yield [cells[column] for column in VISIT_COLUMNS]


def _cells(visit: Visit) -> dict[str, str]:
    due = visit.due.astimezone(SITE_ZONE) if visit.due else None
    return {name: getattr(visit, name) for name in _SAME} | {
        "date": visit.day.isoformat(),
        "time": f"{due:%H:%M}" if due else "",
        "until": _until(visit, due),
        "phone": visit.number,
        "party": str(visit.party),
        "group": visit.group_id,
        "state": visit.state.value,
        "arrived": _moment(visit.arrived_at),
        "left": _moment(visit.left_at),
    }


def _until(visit: Visit, due: datetime | None) -> str:
    """Write a time alone where it is one of the visit's day, behind its beginning."""
    if visit.until is None:
        return ""
    until = visit.until.astimezone(SITE_ZONE)
    plain = until.date() == visit.day and (due is None or until > due)
    return f"{until:%H:%M}" if plain else f"{until:%Y-%m-%d %H:%M}"


def _moment(moment: datetime | None) -> str:
    return f"{moment.astimezone(SITE_ZONE):%Y-%m-%d %H:%M:%S}" if moment else ""
