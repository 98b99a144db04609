"""What stands in the list under the box: plain values, one type per kind of row."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from frontdesk.domain.articles import Answer, Article
from frontdesk.domain.contacts import ContactMatch
from frontdesk.domain.duplicates import Duplicate
from frontdesk.domain.new_person import NewPerson
from frontdesk.domain.people import PersonMatch
from frontdesk.domain.promises import Promise


class CaptionHint(StrEnum):
    """The keys that a section's head names at its right end."""

    NONE = ""
    MOVE = "move"
    ALT = "alt"
    GAP = "gap"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class CaptionRow:
    """The head of a section; ``name`` is the name of its text, which takes ``count``."""

    name: str
    count: int = 0
    hint: CaptionHint = CaptionHint.NONE
    first: bool = False

    @property
    def key(self) -> tuple[str, str]:
        return ("caption", self.name)


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer; ``number`` is the one that Alt uses, from 1, and ``total`` how many there are."""

    answer: Answer
    number: int
    total: int

    @property
    def key(self) -> tuple[str, str]:
        return ("answer", self.answer.article.id)


@dataclass(frozen=True, slots=True)
class ShortRow:
    """A pinned or lately used answer on an empty desk; ``used_at`` is None for a pinned one (UTC)."""

    article: Article
    number: int
    used_at: datetime | None = None

    @property
    def key(self) -> tuple[str, str]:
        return ("short", self.article.id)


@dataclass(frozen=True, slots=True)
class DueRow:
    """Something that is owed today, as of a moment."""

    promise: Promise
    now: datetime

    @property
    def key(self) -> tuple[str, str]:
        return ("due", self.promise.id)


@dataclass(frozen=True, slots=True)
class MoreRow:
    """Answers that are folded away; going to this row unfolds them."""

    count: int

    @property
    def key(self) -> tuple[str, str]:
        return ("more", "")


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody found. ``asked`` is true for the one guess that F11 and F12 speak of."""

    match: PersonMatch
    marks: tuple[str, ...] = ()
    asked: bool = False

    @property
    def key(self) -> tuple[str, str]:
        return ("person", self.match.person.id)


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A number that is nobody's on file; it can be the caller's all the same."""

    number: str

    @property
    def key(self) -> tuple[str, str]:
        return ("number", self.number)


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A past contact that holds the words."""

    match: ContactMatch

    @property
    def key(self) -> tuple[str, str]:
        return ("contact", self.match.contact.id)


@dataclass(frozen=True, slots=True)
class TryRow:
    """A word that would find something, where the words typed found no answer."""

    word: str
    count: int

    @property
    def key(self) -> tuple[str, str]:
        return ("try", self.word)


@dataclass(frozen=True, slots=True)
class NewPersonRow:
    """Somebody who can be put on file; ``alike`` are those on file who may be the same one."""

    new: NewPerson
    alike: tuple[Duplicate, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        return ("new-person", "")


@dataclass(frozen=True, slots=True)
class SpaceRow:
    """Room below the last row (in pixels), so that a row that was picked need not move."""

    height: int

    @property
    def key(self) -> tuple[str, str]:
        return ("space", "")


Row = (
    CaptionRow
    | AnswerRow
    | ShortRow
    | DueRow
    | MoreRow
    | PersonRow
    | NumberRow
    | ContactRow
    | TryRow
    | NewPersonRow
    | SpaceRow
)


def selectable(row: Row) -> bool:
    """Tell whether the selection can rest on a row."""
    return not isinstance(row, (CaptionRow, SpaceRow))
