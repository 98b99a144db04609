"""What the log says of a transfer, of the answers used, and of how many contacts there are."""

from collections.abc import Iterable

from frontdesk.domain.contacts import Contact
from frontdesk.domain.languages import Language
from frontdesk.services.contact_sheet import Say
from frontdesk.ui.words import Words

SHEET = {
    "column": "log.sheet_{}",
    "channel": "desk.channel_{}",
    "outcome": "desk.was_{}",
    "reason": "transfer.reason_{}",
    "feedback": "log.{}",
    "answer": "log.{}",
    "title": "log.file_name",
}
"""The names of what a table says, by their sort."""


def sheet_words(words: Words, language: Language) -> Say:
    """Return what says the words of a table in a language; may be called from any thread."""
    return lambda sort, code: words.in_language(language, SHEET[sort].format(code))


def transfer_line(words: Words, contact: Contact) -> str:
    """Say to whom a contact was passed on, and why; nothing where it was not."""
    passed = contact.transfer
    if passed is None:
        return ""
    to = " · ".join(filter(None, (passed.to_text, passed.to_place)))
    return " – ".join(filter(None, (to, words(f"transfer.reason_{passed.reason.value}"))))


def title_line(words: Words, titles: Iterable[tuple[str, str]]) -> str:
    """Name answers in the language of the screen, or else in the other."""
    english = words.language is Language.EN
    return " · ".join((en or th) if english else (th or en) for th, en in titles)


def counted(words: Words, name: str, count: int) -> str:
    """Return a sentence for a number; that for one has the name of the other with ``_one``."""
    return words(f"{name}_one" if count == 1 else name, count=f"{count:,}")
