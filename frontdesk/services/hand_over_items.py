"""What is open at the desk and goes over to the next shift, and how whoever takes over comes to have it.

Another part of a hand-over is one more source in ``SOURCES``, and what takes it over in ``_GIVERS`` where it is owned.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from frontdesk.domain.drafts import Draft
from frontdesk.domain.hand_over import HandItem, ItemKind, Plan
from frontdesk.domain.languages import Language
from frontdesk.domain.masking import mask_numbers_in
from frontdesk.domain.notices import ends_with_its_day, last_day
from frontdesk.domain.numbers import mask, parse_number
from frontdesk.domain.promises import Promise, PromiseEvent, PromiseEventKind, PromiseKind
from frontdesk.domain.shifts import next_shift_end

from . import hand_over_gate
from .notices import readers_among
from .repositories import Repositories
from .site_hours import desk_hours

PLAN_RULE = "hand_over_plan"
"""What was decided before anybody signed, so that it outlives the program."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Now, in the site's time, until when is looked ahead, and all that is owed, by due time."""

    now: datetime
    until: datetime
    owed: tuple[Promise, ...] = ()

    @property
    def horizon(self) -> datetime:
        """What is due before this is handed over: all of today, and of the coming shift."""
        midnight = datetime.combine(self.now.date() + timedelta(days=1), time(), self.now.tzinfo)
        return max(self.until, midnight)


Source = Callable[[Repositories, Moment], Iterable[HandItem]]


def open_items(repos: Repositories, moment: Moment, plan: Plan) -> tuple[HandItem, ...]:
    """Return what would be handed over now, in the order in which it is read out."""
    found = (item for source in SOURCES for item in source(repos, moment))
    return tuple(replace(item, owner=_there(repos, plan.owner_of(item.key))) for item in found)


def moment_of(repos: Repositories, now: datetime, plan: Plan) -> Moment:
    """Return until when is looked: as was decided, else to the end of the coming shift."""
    decided = plan.until if plan.until is not None and plan.until > now else None
    return Moment(now, decided or next_shift_end(now, desk_hours(repos)), tuple(repos.promises.open()))


def read_plan(repos: Repositories) -> Plan:
    kept = repos.rules.get(PLAN_RULE)
    if not kept:
        return Plan()
    told = json.loads(kept)
    until = datetime.fromisoformat(told["until"]) if told["until"] else None
    return Plan(tuple((key, owner) for key, owner in told["owners"]), until)


def keep_plan(repos: Repositories, plan: Plan) -> None:
    until = plan.until.isoformat() if plan.until else ""
    repos.rules.put(PLAN_RULE, json.dumps({"owners": plan.owners, "until": until}))


def still_open(repos: Repositories, moment: Moment) -> frozenset[str]:
    """Return the keys of all that is not done yet, whenever it is due."""
    drafts = (draft.id for draft in repos.drafts.all())
    owed = (one.id for one in moment.owed if one.kind is not PromiseKind.MESSAGE or one.to_tell)
    notices = (notice.id for notice in repos.notices.standing(moment.now))
    return frozenset((*drafts, *owed, *notices, *hand_over_gate.open_keys(repos)))


def give(repos: Repositories, item: HandItem, owner: str, by: str, at: datetime) -> bool:
    """Let somebody have what was handed over; tell whether it changed hands. What is done meanwhile stays done."""
    giver = _GIVERS.get(item.kind)
    return giver is not None and giver(repos, item.key, _there(repos, item.owner) or owner, by, at)


def _there(repos: Repositories, staff_id: str) -> str:
    """Return somebody who was named, unless they work here no more."""
    staff = repos.staff.get(staff_id) if staff_id else None
    return staff_id if staff is not None and not staff.archived else ""


def _begun(repos: Repositories, _: Moment) -> Iterator[HandItem]:
    drafts = repos.drafts.all()
    people = repos.people.by_ids({one.person_id for one in drafts if one.person_id})
    for one in drafts:
        person = people.get(one.person_id)
        yield HandItem(
            ItemKind.DRAFT, one.id, mask_numbers_in(_about(one)), person.name if person else "", _masked(one.number),
            channel=one.channel, by=one.staff, since=one.started_at, contact_id=one.id, person_id=one.person_id,
        )  # fmt: skip


def _about(draft: Draft) -> str:
    words = draft.topic or draft.query or next(reversed(draft.queries), "")
    return " · ".join(filter(None, (words.strip(), draft.note.strip())))


def _broken_off(_: Repositories, moment: Moment) -> Iterator[HandItem]:
    return (_item(ItemKind.CALL_BACK, one) for one in moment.owed if one.kind is PromiseKind.CALL_BACK)


def _promised(_: Repositories, moment: Moment) -> Iterator[HandItem]:
    """Yield what is due, or has no time; of messages those that were told and are not closed."""
    for one in moment.owed:
        due = one.due_at is None or one.due_at <= moment.horizon
        if due and one.kind is not PromiseKind.CALL_BACK and not one.to_tell:
            yield _item(ItemKind.PROMISE, one)


def _untold(_: Repositories, moment: Moment) -> Iterator[HandItem]:
    return (_item(ItemKind.MESSAGE, one) for one in moment.owed if one.to_tell)


def _noticed(repos: Repositories, moment: Moment) -> Iterator[HandItem]:
    """Yield the notices that stand; of those that must be read, with the names of who has not."""
    readers = readers_among(repos.staff.all())
    for posted in repos.notices.posted(moment.now):
        one, until = posted.notice, posted.notice.terms.until
        said = mask_numbers_in(one.wording.in_one_line(Language.TH))
        unread = ", ".join(staff.name for staff in posted.unread_by(readers))
        yield HandItem(
            ItemKind.NOTICE, one.id, said, unread, by=one.made_by, since=one.made_at,
            due=None if until is None or ends_with_its_day(until) else until, until=last_day(until) if until else None,
        )  # fmt: skip


def _item(kind: ItemKind, one: Promise) -> HandItem:
    return HandItem(
        kind, one.id, mask_numbers_in(one.what), one.person_name, _masked(one.number), one.for_name, one.channel,
        one.owner, since=one.made_at, due=one.due_at, contact_id=one.contact_id, person_id=one.person_id,
        addressee_id=one.for_id,
    )  # fmt: skip


def _masked(number: str) -> str:
    return mask(parse_number(number)) if number.strip() else ""


def _inside(repos: Repositories, _: Moment) -> Iterator[HandItem]:
    return hand_over_gate.inside(repos)


def _cards(repos: Repositories, _: Moment) -> Iterator[HandItem]:
    return hand_over_gate.cards(repos)


def _logged(repos: Repositories, moment: Moment) -> Iterator[HandItem]:
    return hand_over_gate.logged(repos, moment.now)


SOURCES: tuple[Source, ...] = (_begun, _broken_off, _promised, _untold, _noticed, _inside, _cards, _logged)


def _give_draft(repos: Repositories, key: str, owner: str, by: str, at: datetime) -> bool:
    draft = next((one for one in repos.drafts.all() if one.id == key), None)
    if draft is None or draft.staff == owner:
        return False
    repos.drafts.save(replace(draft, staff=owner))
    return True


def _give_promise(repos: Repositories, key: str, owner: str, by: str, at: datetime) -> bool:
    promise = repos.promises.get(key)
    if promise is None or not promise.open or promise.owner == owner:
        return False
    event = PromiseEvent(at, by, PromiseEventKind.HANDED_OVER, owner)
    repos.promises.save(replace(promise, owner=owner), event)
    return True


_GIVERS: Mapping[ItemKind, Callable[[Repositories, str, str, str, datetime], bool]] = {
    ItemKind.DRAFT: _give_draft,
    ItemKind.CALL_BACK: _give_promise,
    ItemKind.PROMISE: _give_promise,
    ItemKind.MESSAGE: _give_promise,
}
