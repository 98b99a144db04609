"""What an invitation says of itself beside the visit: which one it is, how new, and which of its days a row is."""

from dataclasses import dataclass
from enum import StrEnum

from .errors import DeskError

ONLY = "-"
"""Names the occasion of an invitation that does not repeat."""
_MARK = "invitation:"


class Scope(StrEnum):
    """How much of an invitation a file holds."""

    WHOLE = "whole"
    """All its occasions: those on file that it does not name any more are off."""
    ONE = "one"
    """This occasion."""
    OFF = "off"
    """This occasion is off; the whole invitation where it names none."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """Which invitation a row belongs to: ``series`` is made of its UID, ``revision`` counts its changes."""

    series: str
    revision: int
    occasion: str
    scope: Scope

    def __str__(self) -> str:
        return f"{self.series} {self.revision} {self.occasion} {self.scope}"


def read_invitation(text: str) -> Invitation:
    """Read what ``str`` of an invitation writes. Raise ``DeskError`` bad_invitation."""
    parts = text.split()
    if len(parts) != 4 or not parts[1].isdecimal() or parts[3] not in set(Scope):
        raise DeskError("bad_invitation")
    return Invitation(parts[0], int(parts[1]), parts[2], Scope(parts[3]))


def invited_by(revision: int) -> str:
    """Write down, as the detail of a step, which revision of an invitation brought it."""
    return f"{_MARK}{revision}"


def revision_in(detail: str) -> int | None:
    """Return the revision that a step's detail names."""
    number = detail.removeprefix(_MARK)
    return int(number) if number != detail and number.isdecimal() else None
