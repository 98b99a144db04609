"""What every paper bears: whose it is, of which time, how long it may be kept, and who signs it."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from frontdesk.domain.languages import Language


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Whose paper it is. ``logo`` is a PNG or JPEG file."""

    organisation: str
    unit: str = ""
    logo: Path | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """What every paper bears. Times are in UTC, days are days at the site.

    ``as_of`` is the time printed as its own, ``destroy_by`` the day by which it must be shredded. ``chain_head``
    is the head of the record's chain, empty if there is none. ``full_numbers`` says that nothing is masked.
    """

    language: Language
    letterhead: Letterhead
    as_of: datetime | None = None
    destroy_by: date | None = None
    full_numbers: bool = False
    chain_head: str = ""


@dataclass(frozen=True, slots=True)
class Signed:
    """Who signed, and when; neither is known while the line is empty. ``by_name`` says that there was no PIN."""

    name: str = ""
    at: datetime | None = None
    by_name: bool = False
