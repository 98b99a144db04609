"""How a promise stood at an earlier moment, as its events tell."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from .promises import Closing, Promise, PromiseEvent, PromiseEventKind


def as_it_stood(promise: Promise, events: Iterable[PromiseEvent], moment: datetime) -> Promise:
    """Return a promise with the owner, the time, the telling and the end that it had at a moment (UTC).

    ``events`` are all of its events, oldest first. What it is about and for whom is as corrected since.
    """
    happened = list(events)
    handed_over = any(event.kind is PromiseEventKind.HANDED_OVER for event in happened)
    owner = promise.made_by if handed_over else promise.owner
    stood = replace(_opened(promise), owner=owner, due_at=None, told_at=None, late=False)
    for event in happened:
        if event.at <= moment:
            stood = _after(stood, event)
    return stood


def _after(stood: Promise, event: PromiseEvent) -> Promise:
    match event.kind:
        case PromiseEventKind.MADE:
            return replace(stood, due_at=_moment(event.detail))
        case PromiseEventKind.MOVED:
            return replace(stood, due_at=_moment(event.detail), late=stood.late or stood.overdue(event.at))
        case PromiseEventKind.TOLD:
            return replace(stood, told_at=event.at)
        case PromiseEventKind.UNTOLD:
            return replace(stood, told_at=None)
        case PromiseEventKind.CLOSED:
            return replace(stood, closing=Closing(event.detail), closed_at=event.at, closed_by=event.by)
        case PromiseEventKind.HANDED_OVER:
            return replace(stood, owner=event.detail)
        case PromiseEventKind.REOPENED:
            return _opened(stood)
    return stood


def _opened(promise: Promise) -> Promise:
    return replace(promise, closing=None, closed_at=None, closed_by="", closing_contact="")


def _moment(detail: str) -> datetime | None:
    return datetime.fromisoformat(detail) if detail else None
