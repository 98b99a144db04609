"""An entry as the form has it, and back: pure, so that it can be tested without a window."""

from dataclasses import replace
from datetime import date

from frontdesk.domain.errors import DeskError
from frontdesk.domain.languages import Language
from frontdesk.domain.near_days import read_near_day
from frontdesk.domain.thai_dates import format_date
from frontdesk.domain.watch_list import Advice, Watched, WatchKind
from frontdesk.ui.pages.forms.fields import FieldKind, FieldSpec, Values
from frontdesk.ui.widgets.choice import Option

ADVICE = tuple(Option(advice.value, f"watch.advice_{advice.value}") for advice in Advice)
FIELDS = (
    FieldSpec("name", 0, 6, hint="hint_name", private="hidden"),
    FieldSpec("plate", 0, 6, hint="hint_plate", private="plate"),
    FieldSpec("reason", 1, 12, FieldKind.AREA, 3, hint="hint_reason", private="hidden"),
    FieldSpec("advice", 2, 12, FieldKind.SEGMENTS, options=ADVICE),
    FieldSpec("aliases", 3, 6, FieldKind.AREA, 3, private="hidden"),
    FieldSpec("until", 3, 6, hint="hint_until"),
)
FIELD_OF = {"watch_nothing_listed": "name", "watch_reason_missing": "reason", "watch_date_past": "until"}
"""Where the services' refusals belong."""


def values_of(entry: Watched, language: Language) -> Values:
    """Return what the form shows of an entry."""
    return {
        "name": entry.names[0] if entry.names else "",
        "aliases": "\n".join(entry.names[1:]),
        "plate": entry.plate,
        "reason": entry.reason,
        "advice": entry.advice.value,
        "until": format_date(entry.until, language) if entry.until else "",
    }


def read_entry(values: Values, base: Watched, today: date) -> tuple[Watched, dict[str, DeskError]]:
    """Return the entry that a form says, and what is wrong by field. With a name it is a person, else a plate."""
    names = tuple(filter(None, map(str.strip, (values["name"], *values["aliases"].splitlines()))))
    kind = WatchKind.PERSON if names or not values["plate"].strip() else WatchKind.PLATE
    entry = replace(
        base, kind=kind, names=names, plate=values["plate"], reason=values["reason"], advice=Advice(values["advice"])
    )
    try:
        return replace(entry, until=_day(values["until"], today)), {}
    except DeskError as error:
        return entry, {"until": error}


def _day(text: str, today: date) -> date | None:
    return read_near_day(text, today) if text.strip() else None
