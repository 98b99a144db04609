"""What the staff of the demo desk do now: rooms, lunch, deputies, and who is away."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from frontdesk.domain.people import Leave, Person, PersonKind
from frontdesk.services.clock import SITE_ZONE

QUARTER = 15


def on_duty(people: Iterable[Person], plan: dict[str, Any], now: datetime) -> Iterator[Person]:
    """Yield staff and departments with what the plan says of them; pairs of a unit are each other's deputies."""
    away = {row["code"]: row for row in plan["away"]}
    for person in people:
        yield _away(_placed(person, plan), away.get(person.code, {}), now)


def _placed(person: Person, plan: dict[str, Any]) -> Person:
    sort, _, rest = person.code.partition("-")
    unit, _, number = rest.partition("-")
    if unit not in plan["rooms"]:
        return person
    room = plan["rooms"][unit]
    if person.kind is PersonKind.DEPARTMENT:
        return replace(person, room=room)
    other = f"{sort}-{unit}-{'1' if number == '2' else '2'}"
    return replace(person, room=room, lunch=plan["lunch"].get(number, ""), deputy=other)


def _away(person: Person, row: dict[str, Any], now: datetime) -> Person:
    changed = replace(person, hours=row.get("hours", person.hours))
    if "leave" in row:
        today = now.astimezone(SITE_ZONE).date()
        first, last = (today + timedelta(days=days) for days in row["leave"])
        changed = replace(changed, leave=(Leave(first, last, row["reason"]),))
    if "status" in row:
        changed = replace(changed, status=row["status"], status_until=_quarter(now, row["minutes"]))
    return changed


def _quarter(now: datetime, minutes: int) -> datetime:
    """Return the quarter of an hour after so many minutes, as people say times."""
    moment = (now + timedelta(minutes=minutes)).astimezone(UTC).replace(second=0, microsecond=0)
    return moment + timedelta(minutes=-moment.minute % QUARTER)
