"""What the demo desk's shift hands over besides promises: a contact that a colleague has begun, and notices."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from frontdesk.domain.contacts import Channel
from frontdesk.domain.drafts import Draft
from frontdesk.domain.ids import new_id
from frontdesk.domain.notices import Notice, Terms, Wording, end_of_day
from frontdesk.domain.people import Person
from frontdesk.domain.staff import Staff
from frontdesk.services.clock import SITE_ZONE


def begun_contacts(
    rows: Iterable[Mapping[str, Any]], people: Mapping[str, Person], staff: Mapping[str, Staff], now: datetime
) -> Iterator[Draft]:
    """Yield contacts that somebody has begun and not finished; people and staff come by code."""
    for row in rows:
        caller = people.get(row.get("person", ""))
        began = now - timedelta(minutes=row["minutes_ago"])
        yield Draft(
            new_id(), began, staff[row["staff"]].id, Channel(row["channel"]), query=row["words"],
            number=row.get("number", ""), person_id=caller.id if caller else "", note=row.get("note", ""),
            updated_at=began,
        )  # fmt: skip


def story_notices(rows: Iterable[Mapping[str, Any]], staff: Mapping[str, Staff], now: datetime) -> Iterator[Notice]:
    """Yield notices; a row's ``days`` is how many days from now its last one is, its ``hours`` how long it stands."""
    for row in rows:
        key, wording = new_id(), Wording(*(row.get(name, "") for name in ("title", "text", "title_en", "text_en")))
        made = now - timedelta(hours=row.get("hours_ago", 1))
        terms = Terms(_until(row, now), row.get("must_read", False))
        yield Notice(key, wording, made, staff[row["by"]].id, terms, key)


def _until(row: Mapping[str, Any], now: datetime) -> datetime | None:
    if "hours" in row:
        whole = now.replace(minute=0, second=0, microsecond=0)
        return whole + timedelta(hours=row["hours"])
    return end_of_day(now.astimezone(SITE_ZONE).date() + timedelta(days=row["days"])) if "days" in row else None
