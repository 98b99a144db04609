"""What the sign-in page shows: who may sign in, and what the last shift hands over. Counts only."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from frontdesk.domain.collation import sort_key
from frontdesk.domain.contacts import Contact, Outcome
from frontdesk.domain.notices import Posted
from frontdesk.domain.site import Site
from frontdesk.domain.staff import Staff
from frontdesk.services.clock import SITE_ZONE

if TYPE_CHECKING:
    from frontdesk.services.desk import Services


@dataclass(frozen=True, slots=True)
class StaffEntry:
    """Somebody who may sign in, how many drafts wait for them, and how long the PIN is (0 if not known)."""

    staff: Staff
    drafts: int = 0
    digits: int = 0


@dataclass(frozen=True, slots=True)
class SignInBoard:
    """``promised`` counts what is owed by the end of today, ``dropped`` calls that broke off today,
    ``today`` contacts of today; ``backed_up`` is the time of the last backup (UTC). ``waiting`` is how much the shift
    before handed over that nobody has taken over yet, ``notices`` what somebody has to read. ``cards`` is how many
    cards the gate keeps that were not given back, ``inside`` how many people are inside."""

    site: Site = field(default_factory=Site)
    entries: tuple[StaffEntry, ...] = ()
    drafts: int = 0
    promised: int = 0
    dropped: int = 0
    today: int = 0
    backed_up: datetime | None = None
    waiting: int = 0
    notices: tuple[Posted, ...] = ()
    cards: int = 0
    inside: int = 0


def sign_in_board(desk: "Services") -> SignInBoard:
    """Gather the board, staff in the order of the dictionary."""
    drafts = Counter(draft.staff for draft in desk.contact_log.drafts())
    staff = sorted(desk.security.staff(), key=lambda one: sort_key(one.name))
    digits = desk.security.pin_digits()
    midnight = desk.clock.now().astimezone(SITE_ZONE).replace(hour=0, minute=0, second=0, microsecond=0)
    with desk.contact_log.between(midnight, None) as recent:
        dropped, today = _counted(recent)
    latest, waiting = desk.backups.latest(), desk.hand_overs.waiting()
    return SignInBoard(
        desk.site.get(), tuple(StaffEntry(one, drafts[one.id], digits.get(one.id, 0)) for one in staff), drafts.total(),
        desk.promises.counts().due, dropped, today, latest.at if latest else None,
        len(waiting.items) if waiting else 0, desk.notices.to_read(),
        len(desk.card_exchange.open()), desk.visits.people_inside(),
    )  # fmt: skip


def _counted(contacts: Iterable[Contact]) -> tuple[int, int]:
    """Count calls that broke off, and contacts."""
    outcomes = [contact.outcome for contact in contacts]
    return outcomes.count(Outcome.DROPPED), len(outcomes)
