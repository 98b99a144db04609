"""Somebody who telephones and says that they will come."""

from datetime import date

from frontdesk.domain.drafts import Draft
from frontdesk.domain.people import Person
from frontdesk.domain.visits import Visit


def caller_visit(draft: Draft, person: Person | None, day: date) -> Visit:
    """Begin a visit with what is known of the caller, so that call and visit are of one person."""
    if person is None:
        return Visit("", day, "", person_id=draft.person_id, number=draft.number)
    return Visit(
        "", day, person.name or person.organisation, person_id=person.id, number=draft.number,
        organisation=person.organisation if person.name else "", plate=person.plate,
    )  # fmt: skip
