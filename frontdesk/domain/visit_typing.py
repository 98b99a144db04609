"""Understanding what was typed of a visit: how many, when, until when, how often, and who of a group."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from .due_times import read_day, read_due
from .errors import DeskError
from .ids import new_id
from .national_id import national_ids
from .near_days import read_near_day
from .numbers import digits_of
from .plates import show_plate
from .typed_visits import TypedVisit, VisitForm
from .visit_repeats import Repeat, days_of
from .visits import LONGEST_STAY, MOST_PEOPLE, Visit
from .working_hours import WorkingHours

MOST_NAMES, MOST_AT_ONCE = 200, 2_000
"""So many names has a group at most, and so many visits are written down at once."""
LONGEST = {"name": 120, "organisation": 120, "number": 60, "plate": 60, "host": 120, "place": 120, "purpose": 120,
           "belongings": 200}  # fmt: skip
"""Letters that a field may have."""
_COUNT = re.compile(r"(\d{1,4})\s*(?:คน|ท่าน|people|persons?|pax)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Moment:
    """The present at the site, and the hours that "before closing" is counted by."""

    now: datetime
    hours: WorkingHours


def read_visits(form: VisitForm, typed: TypedVisit, at: Moment, before: Visit | None = None) -> tuple[Visit, ...]:
    """Return the visits that a form speaks of; ``before`` is one on file that is meant.

    Raise ``DeskError`` with the ``field`` it is about: visit_name_needed, bad_party, due_unknown, due_past, stay_long,
    visit_when_needed, visit_national_id, no_number_in, repeat_too_long, group_too_large, day_before_first.
    """
    one = _words(typed, at, before)
    if form is VisitForm.ARRIVAL:
        return (replace(one, until=_until(typed, at.now, at, before)),)
    day, due = read_when(typed.when, at, before if form is VisitForm.CHANGE else None)
    one = replace(one, day=day, due=due, until=_until(typed, due or at.now, at, before))
    if form is VisitForm.CHANGE:
        return (one,)
    return _on_days(_group(one, typed), typed, at)


def read_when(text: str, at: Moment, before: Visit | None = None) -> tuple[date, datetime | None]:
    """Read a day, with or without a time. A moment on file that nobody changed may have passed."""
    if before is not None and text.strip() in (when_typed(before, at), ""):
        return before.day, before.due
    if not text.strip():
        raise DeskError("visit_when_needed", field="when")
    day = read_day(text, at.now, at.hours)
    if day is not None:
        return day, None
    with _Field("when"):
        due = read_due(text, at.now, at.hours)
    return due.date(), due


def when_typed(visit: Visit, at: Moment) -> str:
    """Write the day and time of a visit as they are read again."""
    if visit.due is None:
        return day_typed(visit.day)
    due = visit.due.astimezone(at.now.tzinfo)
    return f"{day_typed(due.date())} {due:%H:%M}"


def until_typed(visit: Visit, at: Moment) -> str:
    """Write until when somebody may stay as it is read again."""
    if visit.until is None:
        return ""
    until = visit.until.astimezone(at.now.tzinfo)
    return f"{until:%H:%M}" if until.date() == at.now.date() else f"{day_typed(until.date())} {until:%H:%M}"


def day_typed(day: date) -> str:
    """Write a day in the Buddhist Era, in figures."""
    return f"{day.day}/{day.month}/{day.year + 543}"


def as_typed(visit: Visit, at: Moment) -> TypedVisit:
    """Return what belongs into the fields for a visit on file, or for one that is to be made of it."""
    words = {name: getattr(visit, name) for name in LONGEST}
    return TypedVisit(
        **words, party=str(visit.party) if visit.party > 1 else "", until=until_typed(visit, at),
        when=when_typed(visit, at) if visit.made_at else "", person_id=visit.person_id, host_id=visit.host_id,
        visit_id=visit.id if visit.made_at else "",
    )  # fmt: skip


def read_party(text: str) -> int:
    """Read how many come; nothing typed is one. Raise ``DeskError`` bad_party."""
    if not text.strip():
        return 1
    found = _COUNT.fullmatch(text.strip())
    count = int(found[1]) if found else 0
    if not 1 <= count <= MOST_PEOPLE:
        raise DeskError("bad_party", most=MOST_PEOPLE, field="party")
    return count


class _Field:
    """Says of a fault which field it is about."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, DeskError):
            raise DeskError(error.code, **{**error.data, "field": self._name}) from None


def _words(typed: TypedVisit, at: Moment, before: Visit | None) -> Visit:
    """Take over what needs no reading but of the number of people and the plate."""
    said: dict[str, Any] = {name: " ".join(getattr(typed, name).split())[:most] for name, most in LONGEST.items()}
    for name, text in said.items():
        if national_ids(text):
            raise DeskError("visit_national_id", field=name)
    if said["number"] and not digits_of(said["number"]):
        raise DeskError("no_number_in", field="number")
    if not said["name"] and not typed.names.strip():
        raise DeskError("visit_name_needed", field="name")
    return replace(
        before or Visit("", at.now.date(), ""), **said | {"plate": show_plate(said["plate"])},
        party=read_party(typed.party), person_id=typed.person_id, host_id=typed.host_id,
    )  # fmt: skip


def _until(typed: TypedVisit, start: datetime, at: Moment, before: Visit | None) -> datetime | None:
    """Read until when; a length of time counts from the beginning of the visit."""
    if before is not None and before.until and typed.until.strip() == until_typed(before, at):
        return before.until
    if not typed.until.strip():
        return None
    with _Field("until"):
        until = read_due(typed.until, start.astimezone(at.now.tzinfo), at.hours)
    if until - start > LONGEST_STAY:
        raise DeskError("stay_long", days=LONGEST_STAY.days, field="until")
    return until


def _group(one: Visit, typed: TypedVisit) -> tuple[Visit, ...]:
    """Return the visit, or one for each name of a group, whose own name then is where they come from."""
    names = [name for line in typed.names.splitlines() if (name := " ".join(line.split())[: LONGEST["name"]])]
    if not names:
        return (one,)
    if any(national_ids(name) for name in names):
        raise DeskError("visit_national_id", field="names")
    if len(names) > MOST_NAMES:
        raise DeskError("group_too_large", most=MOST_NAMES, field="names")
    group = new_id() if len(names) > 1 else ""
    whence = one.organisation or one.name
    each = replace(one, organisation=whence, party=1, group_id=group, person_id="")
    return tuple(replace(each, name=name) for name in names)


def _on_days(visits: tuple[Visit, ...], typed: TypedVisit, at: Moment) -> tuple[Visit, ...]:
    """Return visits on each day on which they repeat; each keeps its own series."""
    if typed.repeat is Repeat.NEVER:
        return visits
    first = visits[0].day
    days = _repeated(first, typed, at)
    if len(days) * len(visits) > MOST_AT_ONCE:
        raise DeskError("group_too_large", most=MOST_AT_ONCE, field="names")
    series = [new_id() for _ in visits]
    groups = {day: new_id() for day in days} if visits[0].group_id else {}
    return tuple(
        replace(_moved(one, day - first, at), day=day, series_id=own, group_id=groups.get(day, ""))
        for day in days
        for one, own in zip(visits, series, strict=True)
    )


def _repeated(first: date, typed: TypedVisit, at: Moment) -> tuple[date, ...]:
    with _Field("repeat_until"):
        if not typed.repeat_until.strip():
            raise DeskError("repeat_until_needed")
        last = read_day(typed.repeat_until, at.now, at.hours) or read_near_day(typed.repeat_until, at.now.date())
        if last < first:
            raise DeskError("day_before_first")
        return days_of(first, last, typed.repeat)


def _moved(visit: Visit, by: timedelta, at: Moment) -> Visit:
    return replace(visit, due=visit.due + by if visit.due else None, until=visit.until + by if visit.until else None)
