"""Calls and visits of somebody as lines of one list: when, which way, what about, how it ended."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from frontdesk.domain.contacts import Contact
from frontdesk.domain.thai_dates import format_time
from frontdesk.domain.visits import Visit, VisitState
from frontdesk.ui.contact_words import CHANNEL_ICONS, channel_word, outcome_word, told_word
from frontdesk.ui.words import Words

VISIT_ICON = "door-open"


@dataclass(frozen=True, slots=True)
class PastLine:
    """A contact or a visit as a line; ``at`` is in UTC, ``by`` the id of a member of staff."""

    at: datetime
    icon: str
    way: str
    outcome: str
    by: str
    contact: Contact | None = None
    visit: Visit | None = None


def past_lines(words: Words, contacts: Iterable[Contact], visits: Iterable[Visit], today: date) -> tuple[PastLine, ...]:
    """Join contacts and visits, newest first; ``today`` tells who never came."""
    lines = [_of_contact(words, one) for one in contacts]
    lines += [_of_visit(words, one, at, today) for one in visits if (at := one.arrived_at or one.due or one.made_at)]
    return tuple(sorted(lines, key=lambda line: line.at, reverse=True))


def visit_matter(words: Words, visit: Visit) -> str:
    """Return whom a visit is for, where and why; the purpose is left out where strangers see it."""
    host = words("people.visit_host", name=visit.host) if visit.host else ""
    purpose = "" if words.discreet else visit.purpose
    return told_word(words, " · ".join(filter(None, (host, visit.place, purpose))), in_full=False)


def visit_stand(words: Words, visit: Visit, today: date) -> str:
    """Return how a visit stands, in a word or two."""
    if visit.never_came(today):
        return words("people.visit_never_came")
    moment = visit.left_at if visit.state is VisitState.LEFT else visit.due
    time = format_time(moment) if moment else ""
    return words(f"people.visit_{visit.state.value.replace('-', '_')}", time=time).strip()


def _of_contact(words: Words, contact: Contact) -> PastLine:
    way, ended = channel_word(words, contact), outcome_word(words, contact)
    return PastLine(contact.at, CHANNEL_ICONS[contact.channel], way, ended, contact.staff, contact=contact)


def _of_visit(words: Words, visit: Visit, at: datetime, today: date) -> PastLine:
    way = words("people.visit")
    return PastLine(at, VISIT_ICON, way, visit_stand(words, visit, today), visit.made_by, visit=visit)
