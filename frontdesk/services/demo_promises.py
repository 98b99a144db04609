"""What the demo desk owes: some overdue, some due today and later, messages not told yet, and many kept."""

import random
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

from frontdesk.domain.contacts import Channel, Contact, Outcome
from frontdesk.domain.ids import new_id
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Person
from frontdesk.domain.promises import (
    CALL_BACK_WITHIN,
    COUNTED,
    Closing,
    Promise,
    PromiseEvent,
    PromiseEventKind,
    PromiseKind,
    promise_of,
)
from frontdesk.domain.staff import Staff
from frontdesk.services.clock import SITE_ZONE

Story = tuple[Promise, Sequence[PromiseEvent]]
ENDINGS = {Closing.KEPT: 84, Closing.NOT_REACHED: 6, Closing.NOT_KEPT: 3, Closing.NOT_NEEDED: 5, Closing.PASSED_ON: 2}
LATE = 0.08
"""The share of promises that were kept too late."""
LAST_DAYS = 1
"""Promises of the last days come from the stories alone."""


def past_promises(
    contacts: Iterable[Contact], but: Container[str], now: datetime, dice: random.Random
) -> Iterator[Story]:
    """Yield what was promised in the demo's past, ``but`` in some contacts; all of it kept or ended somehow."""
    for contact in contacts:
        promise = promise_of(contact)
        if promise is not None and promise.id not in but and contact.at < now - timedelta(days=LAST_DAYS):
            yield _ended(promise, dice)


def story_promises(
    rows: Iterable[Mapping[str, Any]], people: Mapping[str, Person], contacts: Sequence[Contact],
    staff: Mapping[str, Staff], now: datetime,
) -> Iterator[Story]:  # fmt: skip
    """Yield the promises that the pictures show; people and staff come by code. A row's ``due`` is in minutes from
    now, or a time ``at`` on a day ``days`` from now."""
    for row in rows:
        promise = _story(row, people, staff[row["owner"]].id, now)
        made_in = _made_in(promise, contacts)
        if made_in is not None:
            promise = replace(promise, id=made_in.id, contact_id=made_in.id, made_at=made_in.at)
        yield promise, [_made(promise)]


def _story(row: Mapping[str, Any], people: Mapping[str, Person], owner: str, now: datetime) -> Promise:
    caller, addressee = people.get(row.get("person", "")), people.get(row.get("for", ""))
    raw = row.get("number") or (caller.numbers[0].raw if caller and caller.numbers else "")
    parsed = parse_number(raw) if raw else None
    return Promise(
        new_id(), PromiseKind(row["kind"]), now - timedelta(minutes=4 + 60 * row.get("hours_ago", 3)), owner, owner,
        what=row["what"], person_id=caller.id if caller else "", person_name=caller.name if caller else "",
        number=raw, digits=parsed.digits if parsed else "", channel=Channel(row["channel"]), due_at=_due(row, now),
        for_id=addressee.id if addressee else "", for_name=addressee.name if addressee else "",
    )  # fmt: skip


def _made_in(promise: Promise, contacts: Iterable[Contact]) -> Contact | None:
    """Return the last contact of the stories in which this may have been promised."""
    own = (
        one for one in contacts
        if promise.person_id and one.person_id == promise.person_id and one.outcome is Outcome.PROMISED
    )  # fmt: skip
    return max(own, key=lambda one: one.at, default=None) if promise.kind is PromiseKind.PROMISE else None


def _due(row: Mapping[str, Any], now: datetime) -> datetime | None:
    if "at" in row:
        day = now.astimezone(SITE_ZONE).date() + timedelta(days=row.get("days", 0))
        return datetime.combine(day, time.fromisoformat(row["at"]), SITE_ZONE).astimezone(UTC)
    return now + timedelta(minutes=row["due"]) if "due" in row else None


def _ended(promise: Promise, dice: random.Random) -> Story:
    """Give a promise a due time and an end: mostly kept, and mostly in time."""
    due = promise.due_at or promise.made_at + timedelta(hours=dice.choice((2, 4, 6, 24, 48)))
    closing = dice.choices(list(ENDINGS), list(ENDINGS.values()))[0]
    late = dice.random() < LATE and closing in COUNTED
    closed_at = due + timedelta(hours=dice.choice((1, 3))) if late else due - CALL_BACK_WITHIN * dice.random()
    told = closed_at if promise.kind is PromiseKind.MESSAGE and closing is Closing.KEPT else None
    ended = replace(
        promise, due_at=due, closing=closing, closed_at=closed_at, closed_by=promise.owner, told_at=told,
    )  # fmt: skip
    return ended, [_made(ended), PromiseEvent(closed_at, promise.owner, PromiseEventKind.CLOSED, closing.value)]


def _made(promise: Promise) -> PromiseEvent:
    due = promise.due_at.isoformat() if promise.due_at else ""
    return PromiseEvent(promise.made_at, promise.made_by, PromiseEventKind.MADE, due)
