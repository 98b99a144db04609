"""What the demo desk's shift hands over besides promises: a contact that a colleague has begun, and notices."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from frontdesk.domain.contacts import Channel
from frontdesk.domain.drafts import Draft
from frontdesk.domain.hand_over import Notice
from frontdesk.domain.ids import new_id
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
    """Yield notices; a row's ``days`` is how many days from now its last one is."""
    today = now.astimezone(SITE_ZONE).date()
    for row in rows:
        until = today + timedelta(days=row["days"]) if "days" in row else None
        made = now - timedelta(hours=row.get("hours_ago", 1))
        yield Notice(new_id(), row["text"], made, staff[row["by"]].id, until)
