"""How a promise is named on the screen: what, to whom, by when and how late."""

from datetime import datetime, timedelta

from frontdesk.domain.numbers import mask, parse_number
from frontdesk.domain.promises import Promise, PromiseKind, When, when_of
from frontdesk.domain.thai_dates import THAI_TIME, DateStyle, format_date, format_time
from frontdesk.ui.contact_words import told_word
from frontdesk.ui.paint.tags import TagLook
from frontdesk.ui.words import Words

KIND_ICONS = {
    PromiseKind.PROMISE: "handshake",
    PromiseKind.MESSAGE: "message-circle",
    PromiseKind.CALL_BACK: "phone-call",
}
HOUR, DAY = 60, 24 * 60


def what_word(words: Words, promise: Promise) -> str:
    """Return what is owed, numbers in it masked; a message begins with whom it is for."""
    what = told_word(words, promise.what, in_full=False) or words(f"promises.kind_{promise.kind.value}")
    if promise.kind is PromiseKind.MESSAGE and promise.for_name:
        return words("promises.message_for", name=promise.for_name, text=what)
    return words("promises.call_back_about", text=what) if promise.kind is PromiseKind.CALL_BACK else what


def who_word(words: Words, promise: Promise) -> str:
    """Return to whom: the name, else the masked number, else nothing."""
    if promise.person_name:
        return promise.person_name
    return mask(parse_number(promise.number), words.language) if promise.number else ""


def due_word(words: Words, promise: Promise, now: datetime) -> str:
    """Say by when, or how late it is."""
    now = now.astimezone(THAI_TIME)
    match when_of(promise, now):
        case When.UNSAID:
            return words("promises.no_time")
        case When.OVERDUE:
            assert promise.due_at is not None
            return late_word(words, now - promise.due_at)
        case _:
            assert promise.due_at is not None
            return moment_word(words, promise.due_at, now)


def late_word(words: Words, late: timedelta) -> str:
    """Say how late something is: 42 minutes, 3 hours, 2 days."""
    minutes = int(late.total_seconds()) // 60
    if minutes < 1:
        return words("promises.due_now")
    for name, unit in (("days", DAY), ("hours", HOUR)):
        if minutes >= unit:
            return words(f"promises.late_{name}", count=minutes // unit)
    return words("promises.late_minutes", count=minutes)


def moment_word(words: Words, moment: datetime, now: datetime) -> str:
    """Say when: today 15:00, tomorrow 09:30, 24 Nov 15:00."""
    days = (moment.astimezone(THAI_TIME).date() - now.astimezone(THAI_TIME).date()).days
    clock = format_time(moment)
    if days in (0, 1):
        return words("promises.today_at" if days == 0 else "promises.tomorrow_at", time=clock)
    style = DateStyle.WEEKDAY if 1 < days < 7 else DateStyle.NORMAL
    day = format_date(moment, words.language, style)
    return f"{day.rsplit(' ', 1)[0] if style is DateStyle.WEEKDAY else day} {clock}"


def due_tag(words: Words, promise: Promise, now: datetime) -> TagLook:
    """Return the tag with the due time; an overdue one is known by its sign and its words, not by colour alone."""
    overdue = promise.overdue(now)
    text = due_word(words, promise, now)
    return TagLook(text, "overdue" if overdue else "", "clock-alert" if overdue else "clock", bold=overdue)
