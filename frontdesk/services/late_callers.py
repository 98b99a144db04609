"""Who telephoned a while ago and may stand at the gate now, though nobody wrote down that they would come."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from frontdesk.domain.contacts import Channel, Contact
from frontdesk.domain.visit_matching import Entry, VisitTable
from frontdesk.domain.visits import Visit, VisitMatch

from .clock import SITE_ZONE

if TYPE_CHECKING:
    from .repositories import Repositories

WITHIN = timedelta(hours=4)
MOST_CALLS, MOST_SHOWN = 500, 3


class LateCallers:
    """The callers of the last hours, kept in memory until another contact is logged."""

    def __init__(self) -> None:
        self._links = -1
        self._table = VisitTable()

    def find(self, repos: "Repositories", text: str, known: Sequence[VisitMatch], now: datetime) -> list[VisitMatch]:
        """Return the callers whom a text means and who are not among the visits that it means.

        Each is a visit that has not begun, with the id of the contact; it is marked as an earlier one.
        """
        self._follow(repos, now)
        there = {key for match in known for key in _keys(match.visit)}
        found = (match for match in self._table.find(text, 3 * MOST_SHOWN) if not match.guess)
        new = (match for match in found if not there & _keys(match.visit) and _lately(match.visit, now))
        return [VisitMatch(match.visit, match.reason, match.score, earlier=True) for match in islice(new, MOST_SHOWN)]

    def _follow(self, repos: "Repositories", now: datetime) -> None:
        links = repos.chain.head().count
        if links != self._links:
            called = [one for one in repos.contacts.latest(MOST_CALLS) if _called_lately(one, now)]
            self._table, self._links = VisitTable(_each_once(called)), links


def _called_lately(contact: Contact, now: datetime) -> bool:
    return contact.channel is Channel.PHONE and now - contact.at < WITHIN


def _each_once(newest_first: list[Contact]) -> list[Entry]:
    callers: dict[str, Entry] = {}
    for one in newest_first:
        if who := one.person_id or one.digits:
            callers.setdefault(who, Entry(_visit(one)))
    return list(callers.values())


def _visit(contact: Contact) -> Visit:
    return Visit(
        contact.id, contact.at.astimezone(SITE_ZONE).date(), contact.person_name, person_id=contact.person_id,
        number=contact.number, digits=contact.digits, made_at=contact.at,
    )  # fmt: skip


def _keys(visit: Visit) -> set[str]:
    return {visit.person_id, visit.digits} - {""}


def _lately(visit: Visit, now: datetime) -> bool:
    return visit.made_at is not None and now - visit.made_at < WITHIN
