"""How times that were typed are read, in words."""

from datetime import date, datetime

from frontdesk.domain.thai_dates import DateStyle
from frontdesk.domain.typed_visits import TypedVisit, VisitForm
from frontdesk.domain.visits import Stay, Visit
from frontdesk.services.clock import SITE_ZONE
from frontdesk.ui.promise_words import moment_word
from frontdesk.ui.words import Words


def read_back(
    words: Words, form: VisitForm, typed: TypedVisit, visits: tuple[Visit, ...], now: datetime, stay: Stay
) -> dict[str, str]:
    """Return what stands under the fields."""
    first = visits[0]
    said = {"until": _until(words, first, form, now, stay)}
    if form is not VisitForm.ARRIVAL and typed.when.strip():
        said["when"] = f"= {when_word(words, first.day, first.due, now)}"
    if typed.repeat_until.strip():
        days = len({one.day for one in visits})
        said["repeat_until"] = words("gate_forms.repeats", count=f"{days:,}") if days > 1 else ""
    return said


def when_word(words: Words, day: date, due: datetime | None, now: datetime) -> str:
    """Say when somebody is expected."""
    if due is not None:
        return moment_word(words, due, now)
    return f"{words.date(day, DateStyle.WEEKDAY)} · {words('gate_forms.any_time')}"


def _until(words: Words, visit: Visit, form: VisitForm, now: datetime, stay: Stay) -> str:
    if visit.until is not None:
        return f"= {moment_word(words, visit.until, now)}"
    if form is not VisitForm.ARRIVAL:
        return ""
    usual = (now + stay.usual).astimezone(SITE_ZONE)
    return words("gate_forms.until_usual", when=moment_word(words, usual, now))
