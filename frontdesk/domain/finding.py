"""What one box finds: answers, people and past contacts for the same words."""

from dataclasses import dataclass

from .articles import Answers
from .contacts import ContactMatch
from .people import Matches


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that the box has for one text, each part ranked on its own."""

    query: str
    answers: Answers
    people: Matches
    contacts: tuple[ContactMatch, ...] = ()
