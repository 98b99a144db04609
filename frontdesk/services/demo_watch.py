"""Whom the demo desk's gate watches for; none of them is real."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from frontdesk.domain.ids import new_id
from frontdesk.domain.staff import Staff
from frontdesk.domain.watch_list import Advice, Watched, WatchKind

from .clock import SITE_ZONE


def watched_at_the_gate(
    rows: Iterable[Mapping[str, Any]], staff: Mapping[str, Staff], now: datetime
) -> Iterator[Watched]:
    """Yield entries; a row's ``days`` is how many days from now its last one is."""
    for row in rows:
        names = tuple(row.get("names", ()))
        kind = WatchKind.PERSON if names else WatchKind.PLATE
        until = now.astimezone(SITE_ZONE).date() + timedelta(days=row["days"])
        added = now - timedelta(days=row["days_ago"])
        yield Watched(
            new_id(), kind, names, row.get("plate", ""), row["reason"], Advice(row["advice"]), staff[row["by"]].id,
            added, until,
        )  # fmt: skip
