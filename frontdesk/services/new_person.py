"""Somebody new from one line: who may be meant already, put on file, and taken back."""

from dataclasses import replace

from frontdesk.domain.duplicates import Duplicate
from frontdesk.domain.new_person import NewPerson, as_person
from frontdesk.domain.people import Person

from .duplicates import Duplicates
from .people_book import PeopleBook

MOST_ALIKE = 3


class NewPeople:
    """People who are put on file while they call."""

    def __init__(self, book: PeopleBook, duplicates: Duplicates) -> None:
        self._book, self._duplicates = book, duplicates

    def begin(self, new: NewPerson) -> Person:
        """Return a card filled from a line, not yet on file."""
        return as_person(new, self._book.new())

    def alike(self, person: Person) -> tuple[Duplicate, ...]:
        """Return those on file who may be this one; those who only share a number come too, and last."""
        return self._duplicates.like(person)[:MOST_ALIKE]

    def add(self, person: Person, by: str) -> Person:
        """Put somebody on file. Raise ``DeskError``."""
        return self._book.save(person, by)

    def take_back(self, person_id: str, by: str) -> None:
        """Take somebody who was just added out of every list again."""
        person = self._book.get(person_id)
        if person is not None:
            self._book.save(replace(person, archived=True), by)
