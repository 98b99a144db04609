"""Whom somebody was merged into."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from frontdesk.domain.people import Person
    from frontdesk.services.repositories import Repositories


def survivor_of(repos: Repositories, person: Person | None) -> Person | None:
    """Return the one whom somebody is part of now; most people are themselves."""
    if person is None or not person.archived:
        return person
    into = repos.merges.survivors([person.id]).get(person.id)
    return repos.people.get(into) if into else person
