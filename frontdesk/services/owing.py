"""What contacts do to promises: some make one, whoever calls again needs no call back, and a corrected one follows."""

from dataclasses import replace
from datetime import datetime

from frontdesk.domain.contacts import Contact
from frontdesk.domain.promises import (
    CALL_BACK_WITHIN,
    Closing,
    Promise,
    PromiseEvent,
    PromiseEventKind,
    PromiseKind,
    promise_of,
)
from frontdesk.services.repositories import Repositories

FOLLOWED = frozenset({"outcome", "channel", "number", "person_id", "topic", "note"})
"""What a promise has from its contact: put right there, it is put right here."""


def settle(repos: Repositories, contact: Contact, continues: str = "") -> None:
    """Close the call-backs of whoever called again, then write down what is owed now. ``continues`` is the
    contact that broke off and was taken up again."""
    _close_answered(repos, contact, contact.staff, contact.at, continues)
    promise = promise_of(contact)
    if promise is not None:
        _make(repos, promise, contact.staff, contact.at)


def unsettle(repos: Repositories, contact_id: str, by: str, at: datetime) -> None:
    """Take back what a contact did, as the contact itself is taken back."""
    own = repos.promises.get(contact_id)
    if own is not None and own.open:
        _withdraw(repos, own, by, at)
    for one in repos.promises.closed_by_contact(contact_id):
        _reopen(repos, one, by, at)


def resettle(repos: Repositories, before: Contact, contact: Contact, by: str, at: datetime) -> None:
    """Let what is owed follow a contact that was put right; what was closed with an outcome stays as it ended."""
    for one in repos.promises.closed_by_contact(contact.id):
        if _same_caller(one, before) and not _same_caller(one, contact):
            _reopen(repos, one, by, at)
    _close_answered(repos, contact, by, at)
    own, wanted = repos.promises.get(contact.id), promise_of(contact)
    if wanted is None:
        if own is not None and own.open:
            _withdraw(repos, own, by, at)
    elif own is None:
        if not _called_since(repos, wanted):
            _make(repos, _from_now(wanted, at), by, at)
    elif own.open or own.closing is Closing.WITHDRAWN:
        _follow(repos, own, wanted, by, at)


def closed(promise: Promise, closing: Closing, by: str, at: datetime) -> Promise:
    return replace(promise, closing=closing, closed_at=at, closed_by=by)


def reopened(promise: Promise) -> Promise:
    return replace(promise, closing=None, closed_at=None, closed_by="", closing_contact="")


def _close_answered(repos: Repositories, contact: Contact, by: str, at: datetime, continues: str = "") -> None:
    for one in _answered_by(repos, contact, continues):
        fresh = closed(one, Closing.CALLED_AGAIN, by, at)
        event = PromiseEvent(at, by, PromiseEventKind.CLOSED, Closing.CALLED_AGAIN)
        repos.promises.save(replace(fresh, closing_contact=contact.id), event)


def _make(repos: Repositories, promise: Promise, by: str, at: datetime) -> None:
    repos.promises.add(promise, PromiseEvent(at, by, PromiseEventKind.MADE, _written(promise.due_at)))


def _withdraw(repos: Repositories, promise: Promise, by: str, at: datetime) -> None:
    event = PromiseEvent(at, by, PromiseEventKind.CLOSED, Closing.WITHDRAWN)
    repos.promises.save(closed(promise, Closing.WITHDRAWN, by, at), event)


def _reopen(repos: Repositories, promise: Promise, by: str, at: datetime) -> Promise:
    again = reopened(promise)
    repos.promises.save(again, PromiseEvent(at, by, PromiseEventKind.REOPENED))
    return again


def _follow(repos: Repositories, own: Promise, wanted: Promise, by: str, at: datetime) -> None:
    """Let a promise say what its contact says now, and open it again if it had been taken back with the outcome."""
    anew = not own.open or own.kind is not wanted.kind
    due = _from_now(wanted, at).due_at if anew and PromiseKind.CALL_BACK in (own.kind, wanted.kind) else own.due_at
    if not own.open:
        own = _reopen(repos, own, by, at)
    fresh = replace(
        own, kind=wanted.kind, what=wanted.what, person_id=wanted.person_id, person_name=wanted.person_name,
        number=wanted.number, digits=wanted.digits, channel=wanted.channel,
    )  # fmt: skip
    if fresh != own:
        repos.promises.save(fresh, PromiseEvent(at, by, PromiseEventKind.CORRECTED, fresh.kind))
    if due != fresh.due_at:
        repos.promises.save(replace(fresh, due_at=due), PromiseEvent(at, by, PromiseEventKind.MOVED, _written(due)))


def _from_now(wanted: Promise, at: datetime) -> Promise:
    """Return what nobody knew to be owed until now: it was not late before."""
    due = at + CALL_BACK_WITHIN if wanted.kind is PromiseKind.CALL_BACK else None
    return replace(wanted, made_at=at, due_at=due)


def _called_since(repos: Repositories, wanted: Promise) -> bool:
    """Tell whether somebody who was cut off has been in contact since, so that nobody waits for a call back."""
    if wanted.kind is not PromiseKind.CALL_BACK:
        return False
    found = repos.contacts.of_digits(wanted.digits, 1) if wanted.digits else []
    found += repos.contacts.of_person(wanted.person_id, 1) if wanted.person_id else []
    return any(one.at > wanted.made_at and one.id != wanted.contact_id for one in found)


def _same_caller(call_back: Promise, contact: Contact) -> bool:
    same_number = call_back.digits != "" and call_back.digits == contact.digits
    return same_number or (call_back.person_id != "" and call_back.person_id == contact.person_id)


def _answered_by(repos: Repositories, contact: Contact, continues: str) -> list[Promise]:
    found = {one.id: one for one in repos.promises.call_backs(contact.person_id, contact.digits)}
    taken_up = repos.promises.get(continues) if continues else None
    if taken_up is not None and taken_up.open:
        found[taken_up.id] = taken_up
    return [one for one in found.values() if one.contact_id != contact.id and one.made_at <= contact.at]


def _written(due: datetime | None) -> str:
    return due.isoformat() if due else ""
