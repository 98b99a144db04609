"""A visit as it is typed at the gate or at a desk: words, before anything of them is understood."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from .visit_repeats import Repeat


class VisitForm(StrEnum):
    """What a form is for."""

    ARRIVAL = "arrival"
    """Somebody stands at the gate and is let in."""
    EXPECTED = "expected"
    """Somebody will come."""
    CHANGE = "change"
    """A visit on file is put right; where it stands is not changed by this."""


@dataclass(frozen=True, slots=True)
class TypedVisit:
    """What stands in the fields. ``names`` are those of a group, one a line; ``when`` is day and time.

    ``person_id`` and ``host_id`` are of those chosen among people on file, ``visit_id`` is that of a visit on file
    that is meant.
    """

    name: str = ""
    organisation: str = ""
    number: str = ""
    plate: str = ""
    host: str = ""
    place: str = ""
    purpose: str = ""
    party: str = ""
    belongings: str = ""
    until: str = ""
    when: str = ""
    repeat: Repeat = Repeat.NEVER
    repeat_until: str = ""
    names: str = ""
    person_id: str = ""
    host_id: str = ""
    visit_id: str = ""

    @property
    def blank(self) -> bool:
        """Tell whether nobody typed anything worth keeping."""
        return replace(self, repeat=Repeat.NEVER, visit_id="") == TypedVisit()


@dataclass(frozen=True, slots=True)
class VisitDraft:
    """A form that was begun and is not saved yet, kept as it is typed. Its ``id`` becomes that of the visit, so that
    saving twice after an unknown outcome makes one visit."""

    id: str
    staff: str
    begun_at: datetime
    form: VisitForm = VisitForm.ARRIVAL
    typed: TypedVisit = TypedVisit()
