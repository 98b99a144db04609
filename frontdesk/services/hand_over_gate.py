"""What the gate hands over: visits that are still inside, cards not given back, and what the pass-down log says."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from frontdesk.domain.hand_over import HandItem, ItemKind
from frontdesk.domain.masking import mask_numbers_in
from frontdesk.domain.numbers import mask
from frontdesk.domain.shift_log import EntryKind, ShiftEntry
from frontdesk.domain.visits import Visit

from .repositories import Repositories
from .shift_log import shift_start


def inside(repos: Repositories) -> Iterator[HandItem]:
    """Yield who is still inside, whoever has stayed too long first."""
    visits = sorted(repos.visits.inside(), key=lambda one: (one.until is None, one.until, one.id))
    return (_visit(one) for one in visits)


def cards(repos: Repositories) -> Iterator[HandItem]:
    """Yield the cards that the gate still keeps, oldest first."""
    held = repos.cards.open()
    owners = repos.visits.by_ids({card.visit_id for card in held})
    for card in held:
        owner = owners.get(card.visit_id)
        yield HandItem(
            ItemKind.CARD, card.id, card.slot, owner.name if owner else "", by=card.taken_by, since=card.taken_at,
            person_id=owner.person_id if owner else "", visit_id=card.visit_id, sort=card.kind.value,
        )  # fmt: skip


def logged(repos: Repositories, now: datetime) -> Iterator[HandItem]:
    """Yield what waits for somebody, and incidents of this shift that are settled but must be told."""
    waiting = repos.shift_log.open()
    yield from (_entry(ItemKind.FOLLOW_UP, one) for one in waiting)
    for one in repos.shift_log.between(shift_start(repos, now), now + timedelta(minutes=1)):
        if one.kind is EntryKind.INCIDENT and not one.open:
            yield _entry(ItemKind.INCIDENT, one)


def open_keys(repos: Repositories) -> Iterator[str]:
    """Yield the keys of what is not settled at the gate."""
    yield from (one.id for one in repos.visits.inside())
    yield from (card.id for card in repos.cards.open())
    yield from (one.id for one in repos.shift_log.open())


def _visit(visit: Visit) -> HandItem:
    about = " · ".join(filter(None, (visit.organisation, visit.place)))
    return HandItem(
        ItemKind.VISIT, visit.id, about, visit.name, mask(visit.number) if visit.number else "", visit.host,
        since=visit.arrived_at, due=visit.until, person_id=visit.person_id,
        addressee_id=visit.host_id, visit_id=visit.id, sort=str(visit.party),
    )  # fmt: skip


def _entry(kind: ItemKind, entry: ShiftEntry) -> HandItem:
    text = " ".join(entry.text.split())
    return HandItem(
        kind, entry.id, mask_numbers_in(text), by=entry.by, since=entry.at, visit_id=entry.visit_id,
        sort=entry.kind.value,
    )  # fmt: skip
