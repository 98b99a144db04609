"""How a contact is named on the screen: its channel, its outcome, its caller, its moment."""

from frontdesk.domain.contacts import Channel, Contact
from frontdesk.domain.languages import Language
from frontdesk.domain.masking import hidden_note, mask_numbers_in, shorten
from frontdesk.domain.numbers import display, mask, parse_number
from frontdesk.domain.staff import Staff
from frontdesk.domain.thai_dates import DateStyle, format_date, format_moment
from frontdesk.ui.words import Words

CHANNEL_ICONS: dict[Channel, str] = {
    Channel.PHONE: "phone",
    Channel.WALK_IN: "footprints",
    Channel.EMAIL: "mail",
    Channel.FAX: "printer",
    Channel.LINE: "message-circle",
    Channel.OTHER: "ellipsis",
}


def channel_word(words: Words, contact: Contact) -> str:
    return words(f"desk.channel_{contact.channel.value}")


def outcome_word(words: Words, contact: Contact) -> str:
    return words(f"desk.was_{contact.outcome.value}")


def number_word(words: Words, contact: Contact, in_full: bool = False) -> str:
    """Return the caller's number, masked unless it is to be shown in full; empty without one."""
    if not contact.number:
        return ""
    number = parse_number(contact.number)
    return display(number, words.language) if in_full else mask(number, words.language)


def matter_word(words: Words, contact: Contact) -> str:
    """Return topic and note on one line, with the numbers in them masked, or else what was asked.

    A note that strangers see is left out.
    """
    note = "" if words.discreet and contact.topic else contact.note
    told = " · ".join(filter(None, (contact.topic, hidden_note(note) if words.discreet else note)))
    return mask_numbers_in(told, words.language) or asked_word(words, contact)


def topic_word(words: Words, contact: Contact) -> str:
    """Return what a contact was about, with the numbers in it masked: its topic, its note, or what was asked."""
    if contact.topic:
        return told_word(words, contact.topic, in_full=False)
    return note_word(words, contact.note) or asked_word(words, contact)


def asked_word(words: Words, contact: Contact) -> str:
    """Return what was searched, in quotation marks; empty where topic or note say what the contact was about."""
    if contact.topic or contact.note:
        return ""
    return " · ".join(f"“{note_word(words, query)}”" for query in contact.queries)


def note_word(words: Words, note: str, in_full: bool = False) -> str:
    """Return a note with the numbers in it masked, unless it is to be shown in full; strangers read its beginning."""
    if in_full:
        return note
    return mask_numbers_in(hidden_note(note) if words.discreet else note, words.language)


def told_word(words: Words, text: str, in_full: bool) -> str:
    """Return what somebody wrote, with the numbers in it masked unless it is to be shown in full."""
    if in_full:
        return text
    return mask_numbers_in(shorten(text) if words.discreet else text, words.language)


def caller_word(words: Words, contact: Contact, in_full: bool = False) -> str:
    """Return the caller's name, else the number, else that it is not known."""
    return contact.person_name or number_word(words, contact, in_full) or words("log.nobody")


def staff_name(words: Words, staff: Staff) -> str:
    """Return the first name of a member of staff, in the language of the screen where it is known."""
    name = staff.name_en if words.language is Language.EN and staff.name_en else staff.name
    return name.split()[0] if name.strip() else staff.code


def day_word(words: Words, contact: Contact) -> str:
    return format_date(contact.at, words.language)


def moment_word(words: Words, contact: Contact) -> str:
    """Return day and time with the day of the week, as in "Fri 20 Nov 2026 · 10:42"."""
    return format_moment(contact.at, words.language, DateStyle.WEEKDAY)
