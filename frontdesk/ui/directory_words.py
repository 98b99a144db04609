"""How it stands with somebody of the directory, in words: ประชุมถึง 15:00, ลาถึง 24 พ.ย., เปิดถึง 16:30."""

from datetime import datetime, timedelta

from frontdesk.domain.coverage import Coverage, Presence
from frontdesk.domain.languages import Language
from frontdesk.domain.numbers import display, parse_number
from frontdesk.domain.people import Person, PersonKind
from frontdesk.domain.statuses import Status, split_status
from frontdesk.domain.thai_dates import THAI_TIME, DateStyle, format_date, format_time
from frontdesk.domain.working_hours import read_hours
from frontdesk.ui.words import Words

LONGEST_INNER = 5
NEAR = timedelta(days=6)
"""Until then a day of the week says which day is meant."""


def when_word(words: Words, moment: datetime, now: datetime) -> str:
    """Write a moment as shortly as it is clear: 15:00, จ. 08:30, 24 พ.ย."""
    moment, now = moment.astimezone(THAI_TIME), now.astimezone(THAI_TIME)
    if moment.date() == now.date():
        return format_time(moment)
    if moment.date() - now.date() > NEAR:
        return format_date(moment, words.language, DateStyle.SHORT)
    weekday = format_date(moment, words.language, DateStyle.WEEKDAY).split()[0]
    return f"{weekday} {format_time(moment)}"


def status_word(words: Words, status: str) -> str:
    """Return a status in the language of the screen where it is one of the usual ones."""
    known = status_called(words, status)
    return words(f"directory.status_{known.value}") if known else status


def status_called(words: Words, text: str) -> Status | None:
    """Return the usual status that is called so in either language, or None."""
    said = text.casefold()
    for one in Status:
        name = f"directory.status_{one.value}"
        if said in (words.in_language(language, name).casefold() for language in Language):
            return one
    return None


def doing_word(words: Words, kind: PersonKind, coverage: Coverage, now: datetime) -> str:
    """Say why somebody cannot be reached, and until when; empty where they can."""
    match coverage.presence:
        case Presence.LEAVE:
            return _leave_word(words, coverage, now)
        case Presence.STATUS:
            return _status_word(words, coverage, now)
        case Presence.LUNCH if coverage.until:
            return words("directory.at_lunch", when=when_word(words, coverage.until, now))
        case Presence.OFF if coverage.until:
            name = "closed_until" if kind is PersonKind.DEPARTMENT else "off_until"
            return words(f"directory.{name}", when=when_word(words, coverage.until, now))
        case _:
            return ""


def there_word(words: Words, kind: PersonKind, coverage: Coverage, now: datetime) -> str:
    """Say until when somebody can be reached; empty where that is not known."""
    if coverage.until is None:
        return ""
    name = "open_until" if kind is PersonKind.DEPARTMENT else "there_until"
    return words(f"directory.{name}", when=when_word(words, coverage.until, now))


def presence_word(words: Words, person: Person, coverage: Coverage, now: datetime) -> str:
    """Say how it stands with somebody in a few words, empty where nothing is known."""
    if not coverage.available:
        return doing_word(words, person.kind, coverage, now)
    if coverage.until is None and read_hours(person.hours):
        return words("directory.open_always") if person.kind is PersonKind.DEPARTMENT else ""
    return there_word(words, person.kind, coverage, now)


def call_word(words: Words, number: str) -> str:
    """Write a number to call as it is dialled: an inner one with its word before it."""
    inner = len(number) <= LONGEST_INNER
    return words("desk.ext", number=number) if inner else display(parse_number(number), words.language)


def back_word(words: Words, back_at: datetime | None, now: datetime) -> str:
    """Say when somebody can be reached again."""
    if back_at is None:
        return words("directory.back_unknown")
    return words("directory.back_at", when=when_word(words, back_at, now))


def _leave_word(words: Words, coverage: Coverage, now: datetime) -> str:
    last = coverage.last_day
    if last is None:
        return words("directory.on_leave_open")
    if last == now.astimezone(THAI_TIME).date():
        return words("directory.on_leave_today")
    return words("directory.on_leave", when=format_date(last, words.language, DateStyle.SHORT))


def _status_word(words: Words, coverage: Coverage, now: datetime) -> str:
    what, until = status_word(words, coverage.text), coverage.until
    if until is None:
        return what
    until, now = until.astimezone(THAI_TIME), now.astimezone(THAI_TIME)
    if (until.hour, until.minute) != (0, 0):
        return words("directory.until", what=what, when=when_word(words, until, now))
    last = (until - timedelta(days=1)).date()
    if last == now.date():
        return words("directory.rest_of_day", what=what)
    return words("directory.until", what=what, when=format_date(last, words.language, DateStyle.SHORT))


def told_status(words: Words, text: str) -> tuple[str, str]:
    """Part "ประชุมถึง 23:30" or "ประชุม 23:30" into what and until when; what is empty where only a time is said."""
    what, when = split_status(text)
    if what:
        return what, when
    names = (words.in_language(one, f"directory.status_{status.value}") for one in Language for status in Status)
    for name in sorted(names, key=len, reverse=True):
        rest = text[len(name) :]
        if text.casefold().startswith(name.casefold()) and (not rest or rest[0] == " " or rest[0].isdecimal()):
            return text[: len(name)], rest.strip()
    return "", when
