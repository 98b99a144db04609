"""What a step of a look-up gives: who may be meant, and how to grade each of them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

from frontdesk.domain.numbers import looks_like_number, number_beginnings, parse_numbers
from frontdesk.domain.people import MatchReason, Person, PhoneNumber
from frontdesk.domain.person_grades import (
    END_FIRST,
    Grade,
    NameTyped,
    grade_key,
    grade_name,
    grade_number,
    typed_elsewhere,
)

FEW = 10
"""People of one lead, where not more are wanted."""

TYPED_NUMBERS = 6
"""Numbers that are looked for in one text; somebody who types has one, who pastes a few."""

Grader = Callable[[Person], Grade | None]
Lead = tuple[list[str], Grader]
Step = Callable[[str], Iterator[Lead]]


@lru_cache(4)
def numbers_in(text: str) -> tuple[PhoneNumber, ...]:
    """Read the numbers of a text once for all steps."""
    return parse_numbers(text, TYPED_NUMBERS)


@lru_cache(4)
def is_number(text: str) -> bool:
    """Tell whether a text is a number, whole or begun, or holds a whole one."""
    return looks_like_number(text) or any(number.e164 for number in numbers_in(text))


def lowered(grader: Grader) -> Grader:
    """Grade as for a text that was first taken to the other keyboard."""
    return lambda person: typed_elsewhere(grade) if (grade := grader(person)) else None


def ends_first(grader: Grader) -> Grader:
    """Grade the end of a number before the beginnings of others."""

    def grade(person: Person) -> Grade | None:
        found = grader(person)
        return replace(found, score=END_FIRST) if found and found.reason is MatchReason.NUMBER_END else found

    return grade


def number_grader(text: str) -> Grader:
    """Grade by the best fitting number of those in a text."""
    numbers, beginnings = numbers_in(text), number_beginnings(text)

    def grade(person: Person) -> Grade | None:
        grades = (grade_number(person, number, beginnings) for number in numbers)
        return max(filter(None, grades), key=lambda one: one.score, default=None)

    return grade


def key_grader(key: str) -> Grader:
    """Grade by code, plate, LINE name or e-mail."""
    return lambda person: grade_key(person, key)


def name_grader(typed: NameTyped) -> Grader:
    """Grade by the names as they stand."""
    return lambda person: grade_name(person, typed)
