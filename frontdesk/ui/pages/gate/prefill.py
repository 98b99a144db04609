"""With what a new visit begins: what is known of somebody on file."""

from datetime import date

from frontdesk.domain.people import Person, PersonKind
from frontdesk.domain.visits import Visit
from frontdesk.ui.pages.gate.visit_words import joined


def from_person(person: Person, day: date) -> Visit:
    """Begin with what is on file, and nothing that the gate does not need."""
    number = person.numbers[0].raw if person.numbers else ""
    return Visit(
        "", day, person.name or person.organisation, person_id=person.id, organisation=person.organisation,
        number=number, plate=person.plate,
    )  # fmt: skip


def to_see(person: Person, day: date) -> Visit:
    """Begin with somebody who comes to see a colleague or a department."""
    place = joined(person.department, person.room) if person.kind is PersonKind.STAFF else person.name
    return Visit("", day, "", host=person.name, host_id=person.id, place=place)
