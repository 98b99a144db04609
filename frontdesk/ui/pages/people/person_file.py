"""Everything that the page shows of one person, read in one go."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from frontdesk.domain.staff import Staff
from frontdesk.services.contact_log import ContactLog
from frontdesk.services.directory import Directory, DirectoryEntry
from frontdesk.services.people_book import PeopleBook, PersonCard


@dataclass(frozen=True, slots=True)
class PersonFile:
    """A card, the staff by id, the id of whoever changed the person last, and the day it is.

    ``entry`` tells of somebody of the directory how it stands with them.
    """

    card: PersonCard
    staff: Mapping[str, Staff]
    changed_by: str = ""
    today: date = date.min
    entry: DirectoryEntry | None = None


def read_file(book: PeopleBook, log: ContactLog, directory: Directory, person_id: str) -> PersonFile | None:
    """Read somebody's file, or None when they are not on file."""
    card = book.card(person_id)
    if card is None:
        return None
    versions = book.versions(person_id)
    changed_by, entry = versions[0][1] if versions else "", directory.entry(person_id)
    return PersonFile(card, log.staff_names(), changed_by, book.today(), entry)
