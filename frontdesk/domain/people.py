"""People and organisations, and the many numbers they are reached by."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from .contacts import Channel


class PersonKind(StrEnum):
    """What somebody is to the site; the import column ``kind``."""

    CUSTOMER = "customer"
    STAFF = "staff"
    DEPARTMENT = "department"
    PARTNER = "partner"
    VISITOR = "visitor"


class NumberKind(StrEnum):
    """What sort of telephone number this is."""

    MOBILE = "mobile"
    LANDLINE = "landline"
    EXTENSION = "extension"
    SHORT = "short"
    TOLL_FREE = "toll-free"
    FAX = "fax"
    FOREIGN = "foreign"
    OTHER = "other"


class NumberUse(StrEnum):
    """Where a number reaches somebody, as far as that is known."""

    UNKNOWN = ""
    HOME = "home"
    WORK = "work"


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """A number as written, and the forms it is found by.

    ``raw`` is kept as typed. ``e164`` is empty where there is none (extensions, short codes).
    ``digits`` are the national digits with the leading 0; ``extension`` the inner number.
    """

    raw: str
    kind: NumberKind
    e164: str = ""
    digits: str = ""
    extension: str = ""
    use: NumberUse = NumberUse.UNKNOWN


class HandleKind(StrEnum):
    """What somebody can be found by beside numbers and names."""

    EMAIL = "email"
    LINE = "line"
    PLATE = "plate"
    CODE = "code"
    """The code of somebody who proved to be the same person."""


@dataclass(frozen=True, slots=True)
class Handle:
    """A further e-mail address, LINE name, plate or code; the first of each is a field of the person."""

    kind: HandleKind
    value: str


@dataclass(frozen=True, slots=True)
class QuickFact:
    """Something good to know: a name such as "drink", its value, and where the desk has it from.

    ``consent`` tells whether the person agreed to its being kept.
    """

    name: str
    value: str
    source: str = ""
    learned_on: date | None = None
    consent: bool = False


@dataclass(frozen=True, slots=True)
class Leave:
    """Days on which a member of staff is away, the last one included."""

    first: date
    last: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day of the year whose year may be unknown (common era)."""

    month: int
    day: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, or a department, that the desk can name.

    ``channel`` is the way they like to be reached best, ``not_before`` the time of day before which they
    do not. ``referred_by`` is the id of who sent them. ``deputy`` is a code of the directory or a plain name.
    ``status`` is what a member of staff is doing now, true until ``status_until``. Moments are in UTC,
    times of day those of the site.
    """

    id: str
    code: str
    given_name: str
    family_name: str = ""
    title: str = ""
    nickname: str = ""
    romanised: str = ""
    kind: PersonKind = PersonKind.CUSTOMER
    organisation: str = ""
    department: str = ""
    hours: str = ""
    email: str = ""
    line: str = ""
    birthday: PartialDate | None = None
    note: str = ""
    plate: str = ""
    numbers: tuple[PhoneNumber, ...] = ()
    aliases: tuple[str, ...] = ()
    archived: bool = False
    updated_at: datetime | None = None
    handles: tuple[Handle, ...] = ()
    facts: tuple[QuickFact, ...] = ()
    channel: Channel | None = None
    not_before: time | None = None
    referred_by: str = ""
    purchases: int = 0
    last_purchase: date | None = None
    room: str = ""
    lunch: str = ""
    deputy: str = ""
    leave: tuple[Leave, ...] = ()
    status: str = ""
    status_until: datetime | None = None

    @property
    def name(self) -> str:
        """Given and family name, without title."""
        return f"{self.given_name} {self.family_name}".strip()


class MatchReason(StrEnum):
    """Why a person is in a list: shown in words beside the name."""

    NUMBER = "number"
    NUMBER_END = "number-end"
    NUMBER_INSIDE = "number-inside"
    EXTENSION = "extension"
    NAME = "name"
    NICKNAME = "nickname"
    ROMANISED = "romanised"
    SOUND = "sound"
    SPELLING = "spelling"
    LAYOUT = "layout"
    ORGANISATION = "organisation"
    PLATE = "plate"
    CODE = "code"
    LINE = "line"
    EMAIL = "email"
    ON_CARD = "on-card"
    """Words of the note, a quick fact, the room or the like."""


@dataclass(frozen=True, slots=True)
class PersonMatch:
    """A person as a look-up result. A ``guess`` is shown with ~ until it is confirmed."""

    person: Person
    reason: MatchReason
    score: float
    guess: bool = False


@dataclass(frozen=True, slots=True)
class Matches:
    """The people found for one text, likeliest first. ``ms`` as in ``Answers``.

    ``ready`` is false while the names are still being read, and guesses may be missing.
    """

    query: str
    people: tuple[PersonMatch, ...] = ()
    ms: float = 0.0
    ready: bool = True


@dataclass(frozen=True, slots=True)
class ContactFigures:
    """How often and when somebody has been in contact (UTC), and how often they praised the site."""

    total: int = 0
    first: datetime | None = None
    last: datetime | None = None
    compliments: int = 0
