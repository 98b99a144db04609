"""How the demo's callers come back: about the same matter, within days, mostly when it was not settled."""

import heapq
import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from math import exp

from frontdesk.domain.contacts import Contact, Outcome
from frontdesk.domain.ids import new_id

BACK: Mapping[Outcome, float] = {
    Outcome.ANSWERED: 0.07, Outcome.TRANSFERRED: 0.4, Outcome.PROMISED: 0.2, Outcome.MESSAGE: 0.25,
    Outcome.DROPPED: 0.6, Outcome.OTHER: 0.1,
}  # fmt: skip
"""How many come back after a contact that ended so."""
TRANSFERRED_AGAIN = 0.3
SOONEST, LATEST = 2, 150
"""Hours after which somebody comes back."""
FAST, SLOW_ANSWER, TALK = 2.2, 0.7, 3.8
"""Logarithms of seconds: to an answer, how these differ, and what is said after it."""


class Returns:
    """Who will come back, the first first."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        self._due: list[tuple[datetime, str, Contact]] = []

    def note(self, contact: Contact) -> None:
        """Decide whether somebody comes back after a contact."""
        known = contact.person_id or contact.digits
        if known and contact.topic and self._dice.random() < BACK.get(contact.outcome, 0):
            due = contact.at + timedelta(hours=self._dice.uniform(SOONEST, LATEST))
            heapq.heappush(self._due, (due, contact.id, contact))

    def at(self, moment: datetime) -> Contact | None:
        """Return the next contact of somebody who was to come back by now, if there is one."""
        if not self._due or self._due[0][0] > moment:
            return None
        before = heapq.heappop(self._due)[2]
        again = self._dice.random() < TRANSFERRED_AGAIN
        outcome = Outcome.TRANSFERRED if again and before.outcome is Outcome.TRANSFERRED else Outcome.ANSWERED
        once_more = replace(before, id=new_id(), at=moment, outcome=outcome, feedback=None, note="", unanswered=False)
        return timed(once_more, self._dice)


def timed(contact: Contact, dice: random.Random) -> Contact:
    """Return a contact that took as long as such contacts do."""
    answering = exp(dice.gauss(FAST, SLOW_ANSWER))
    talk = exp(dice.gauss(TALK, 0.5))
    started = contact.at - timedelta(seconds=round(answering) + round(talk))
    answered = started + timedelta(seconds=round(answering)) if contact.articles else None
    return replace(contact, started_at=started, answered_at=answered)
