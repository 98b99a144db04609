"""Passing somebody on to another desk: to whom, why it could not be answered here, and what was read out."""

from dataclasses import dataclass
from enum import StrEnum


class TransferReason(StrEnum):
    """Why a contact could not be answered here. The order is that of the keys 1..4."""

    NO_ANSWER = "no-answer"
    NOT_ENOUGH = "not-enough"
    AUTHORITY = "authority"
    ASKED_FOR = "asked-for"


@dataclass(frozen=True, slots=True)
class Transfer:
    """What is on record of a contact that was passed on.

    ``to_person`` is the id of whoever took it over, empty where nobody was known; ``to_text`` their name as it was
    then, ``to_place`` their department. ``slip`` is what there was to read out, with the number masked.
    """

    reason: TransferReason
    to_person: str = ""
    to_text: str = ""
    to_place: str = ""
    slip: str = ""

    @property
    def receiver(self) -> str:
        """Where it went in a word: the department, else the name."""
        return self.to_place or self.to_text
