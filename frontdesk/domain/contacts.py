"""Contacts: what happened between a caller and the desk. Written once, never changed: corrections come beside it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from .gaps import Gap
from .transfers import Transfer


class Channel(StrEnum):
    """The way somebody reached the desk. The order is that of Ctrl+Shift+1..6."""

    PHONE = "phone"
    WALK_IN = "walk-in"
    EMAIL = "email"
    FAX = "fax"
    LINE = "line"
    OTHER = "other"


class Outcome(StrEnum):
    """How a contact ended. The order is that of the keys 1..7."""

    ANSWERED = "answered"
    TRANSFERRED = "transferred"
    PROMISED = "promised"
    MESSAGE = "message"
    WRONG_PLACE = "wrong-place"
    DROPPED = "dropped"
    OTHER = "other"


class Feedback(StrEnum):
    """What the caller thought of the site, where they said so (keys 8 and 9)."""

    COMPLIMENT = "compliment"
    COMPLAINT = "complaint"


@dataclass(frozen=True, slots=True)
class Use:
    """How an answer came to be used: by what ``words``, after which others had been tried in vain."""

    code: str
    words: str = ""
    missed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A value of a contact that was corrected; ``field`` is its name there."""

    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Correction:
    """What somebody put right in a contact at one time; ``by`` is the id of the member of staff."""

    at: datetime
    by: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """One finished contact.

    Times are in UTC. ``number`` is the raw text, ``digits`` what it is found by. ``articles`` are
    codes of the answers used, ``queries`` the words searched. ``flagged`` are codes of answers that
    the desk marked as wrong or old. ``answered_at`` is when the first answer was used. ``uses`` tells
    of those ``articles`` for which words were typed what these were. ``person_id`` is whom the contact
    counts for today; code and name are as they were written. ``attributed`` says that nobody knew whose
    the number was, and all three came later. All values are as corrected; ``corrections`` tell what they were,
    the first first. ``transfer`` tells to whom it was passed on and why, ``gap`` what could not be answered.
    """

    id: str
    at: datetime
    started_at: datetime
    channel: Channel
    outcome: Outcome
    staff: str
    number: str = ""
    digits: str = ""
    person_id: str = ""
    person_code: str = ""
    person_name: str = ""
    topic: str = ""
    note: str = ""
    articles: tuple[str, ...] = ()
    queries: tuple[str, ...] = ()
    unanswered: bool = False
    flagged: tuple[str, ...] = ()
    feedback: Feedback | None = None
    answered_at: datetime | None = None
    uses: tuple[Use, ...] = ()
    attributed: bool = False
    corrections: tuple[Correction, ...] = ()
    transfer: Transfer | None = None
    gap: Gap | None = None


@dataclass(frozen=True, slots=True)
class ContactMatch:
    """A past contact as a search result. ``marks`` as in ``Answer``."""

    contact: Contact
    marks: tuple[str, ...] = ()
