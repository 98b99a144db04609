"""What one box finds: answers, people and past contacts for the same words."""

from dataclasses import dataclass

from .articles import Answers
from .contacts import ContactMatch
from .people import Matches

LONGEST = 200
"""Letters of a text that are looked up; what follows was pasted, not asked."""


@dataclass(frozen=True, slots=True)
class Question:
    """What the box asks: at most ``limit`` answers; ``literal`` takes the text as it was typed."""

    text: str
    limit: int = 12
    literal: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that the box has for one text, each part ranked on its own."""

    query: str
    answers: Answers
    people: Matches
    contacts: tuple[ContactMatch, ...] = ()
