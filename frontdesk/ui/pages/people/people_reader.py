"""Who stands in the list: whoever fits the box, or with an empty box those lately in contact."""

from dataclasses import dataclass

from frontdesk.domain.people import MatchReason, PersonMatch
from frontdesk.domain.thai_text import normalise
from frontdesk.services.contact_log import ContactLog
from frontdesk.services.people_book import PeopleBook
from frontdesk.services.people_lookup import PeopleLookup
from frontdesk.ui.pages.people.person_item import PersonItem
from frontdesk.ui.words import Words

MOST, LATELY, LOOKED_AT = 50, 30, 300
NAMES = (MatchReason.NAME, MatchReason.NICKNAME, MatchReason.ROMANISED, MatchReason.ORGANISATION)


@dataclass(frozen=True, slots=True)
class PeopleFound:
    """The rows for one text, and how many people there are in all."""

    text: str
    items: tuple[PersonItem, ...]
    on_file: int


class PeopleReader:
    """Reads the list; runs on the data thread."""

    def __init__(self, lookup: PeopleLookup, book: PeopleBook, log: ContactLog) -> None:
        self._lookup, self._book, self._log = lookup, book, log

    def read(self, text: str) -> PeopleFound:
        items = self._matching(text) if text.strip() else self._lately()
        return PeopleFound(text, items, self._book.count())

    def _matching(self, text: str) -> tuple[PersonItem, ...]:
        words = tuple(normalise(text).split())
        return tuple(_item(match, words) for match in self._lookup.find(text, MOST).people)

    def _lately(self) -> tuple[PersonItem, ...]:
        """Return those in contact last, newest first, each once."""
        ids = dict.fromkeys(contact.person_id for contact in self._log.latest(LOOKED_AT) if contact.person_id)
        people = map(self._book.get, list(ids)[:LATELY])
        return tuple(PersonItem(person) for person in people if person and not person.archived)


def caption(words: Words, found: PeopleFound) -> str:
    """Say how many were found, or what to do where nobody was."""
    total = f"{found.on_file:,}"
    if not found.on_file:
        return words("people.nobody_yet")
    if not found.text.strip():
        return words("people.lately", total=total)
    return words("people.found", count=len(found.items), total=total) if found.items else words("people.none")


def _item(match: PersonMatch, words: tuple[str, ...]) -> PersonItem:
    marks = words if match.reason in NAMES and not match.guess else ()
    return PersonItem(match.person, marks, match.guess, match.reason)
