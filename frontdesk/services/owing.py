"""What logging a contact does to promises: some make one, and whoever calls again needs no call back."""

from dataclasses import replace
from datetime import datetime

from frontdesk.domain.contacts import Contact
from frontdesk.domain.promises import Closing, Promise, PromiseEvent, PromiseEventKind, promise_of
from frontdesk.services.repositories import Repositories


def settle(repos: Repositories, contact: Contact, continues: str = "") -> None:
    """Close the call-backs of whoever called again, then write down what is owed now. ``continues`` is the
    contact that broke off and was taken up again."""
    for one in _answered_by(repos, contact, continues):
        fresh = closed(one, Closing.CALLED_AGAIN, contact.staff, contact.at)
        event = PromiseEvent(contact.at, contact.staff, PromiseEventKind.CLOSED, Closing.CALLED_AGAIN)
        repos.promises.save(replace(fresh, closing_contact=contact.id), event)
    promise = promise_of(contact)
    if promise is not None:
        due = promise.due_at.isoformat() if promise.due_at else ""
        repos.promises.add(promise, PromiseEvent(contact.at, contact.staff, PromiseEventKind.MADE, due))


def unsettle(repos: Repositories, contact_id: str, by: str, at: datetime) -> None:
    """Take back what a contact did, as the contact itself is taken back."""
    own = repos.promises.get(contact_id)
    if own is not None and own.open:
        event = PromiseEvent(at, by, PromiseEventKind.CLOSED, Closing.WITHDRAWN)
        repos.promises.save(closed(own, Closing.WITHDRAWN, by, at), event)
    for one in repos.promises.closed_by_contact(contact_id):
        repos.promises.save(reopened(one), PromiseEvent(at, by, PromiseEventKind.REOPENED))


def closed(promise: Promise, closing: Closing, by: str, at: datetime) -> Promise:
    return replace(promise, closing=closing, closed_at=at, closed_by=by)


def reopened(promise: Promise) -> Promise:
    return replace(promise, closing=None, closed_at=None, closed_by="", closing_contact="")


def _answered_by(repos: Repositories, contact: Contact, continues: str) -> list[Promise]:
    found = {one.id: one for one in repos.promises.call_backs(contact.person_id, contact.digits)}
    taken_up = repos.promises.get(continues) if continues else None
    if taken_up is not None and taken_up.open:
        found[taken_up.id] = taken_up
    return [one for one in found.values() if one.contact_id != contact.id and one.made_at <= contact.at]
