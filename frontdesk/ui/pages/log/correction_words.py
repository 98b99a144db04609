"""What was corrected in a contact, said with both values."""

from collections.abc import Callable
from datetime import datetime

from frontdesk.domain.contacts import Change, Channel, Contact, Feedback, Outcome
from frontdesk.domain.corrections import FOLLOWING
from frontdesk.domain.numbers import mask, parse_number
from frontdesk.domain.thai_dates import DateStyle, format_date, format_time
from frontdesk.ui.contact_words import told_word
from frontdesk.ui.words import Words


def old_outcome(contact: Contact) -> Outcome | None:
    """Return what the outcome was before its last correction, where that is not what it is."""
    for correction in reversed(contact.corrections):
        for change in correction.changes:
            if change.field == "outcome":
                return Outcome(change.old) if change.old != contact.outcome else None
    return None


def correction_line(words: Words, contact: Contact, name_of: Callable[[str], str]) -> str:
    """Say the last correction: when, by whom, from what to what."""
    return correction_lines(words, contact, name_of)[-1] if contact.corrections else ""


def correction_lines(words: Words, contact: Contact, name_of: Callable[[str], str]) -> list[str]:
    """Say every correction, the first first."""
    return [
        words(
            "log.corrected_line",
            moment=_moment(words, contact, one.at),
            staff=name_of(one.by),
            changes=" · ".join(filter(None, (_change(words, change) for change in one.changes))),
        )
        for one in contact.corrections
    ]


def _moment(words: Words, contact: Contact, at: datetime) -> str:
    same = format_date(at, words.language) == format_date(contact.at, words.language)
    return format_time(at) if same else f"{format_date(at, words.language, DateStyle.SHORT)} {format_time(at)}"


def _change(words: Words, change: Change) -> str:
    if change.field in FOLLOWING:
        return ""
    old, new = (_value(words, change.field, value) for value in (change.old, change.new))
    if change.field == "outcome":
        return words("log.from_to", old=old, new=new)
    return words("log.field_from_to", field=words(f"log.field_{change.field}"), old=old, new=new)


def _value(words: Words, field: str, value: object) -> str:
    match value:
        case None | "" | ():
            return "–"
        case bool():
            return words("log.yes" if value else "log.no")
        case Outcome():
            return words(f"desk.was_{value.value}")
        case Channel():
            return words(f"desk.channel_{value.value}")
        case Feedback():
            return words(f"log.{value.value}")
        case tuple():
            return ", ".join(map(str, value))
    if field == "number":
        return mask(parse_number(str(value)), words.language)
    return f"“{told_word(words, str(value), in_full=False)}”"
