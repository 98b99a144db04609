"""Where to look for the people meant by a text: each step gives ids and how to grade who they are."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from frontdesk.domain.keyboard_layout import to_english, to_thai
from frontdesk.domain.name_index import Guesses, NameIndex
from frontdesk.domain.names import look_up_key, name_key, strip_title
from frontdesk.domain.numbers import looks_like_number, number_beginnings, parse_numbers
from frontdesk.domain.people import MatchReason, Person, PhoneNumber
from frontdesk.domain.person_grades import (
    SHORTEST_PART,
    Grade,
    NameTyped,
    grade_guess,
    grade_key,
    grade_name,
    grade_number,
    grade_organisation,
    name_typed,
    typed_elsewhere,
)
from frontdesk.domain.thai_text import has_thai
from frontdesk.services.ports import Repositories

FEW, MANY, ALL_OF_A_NAME = 30, 300, 1000
SHORTEST_GUESSED = 3
LONGEST_PART = 8
"""Digits from which a number is whole, so that it is not looked for inside others."""

Grader = Callable[[Person], Grade | None]
Lead = tuple[list[str], Grader]


@dataclass(frozen=True, slots=True)
class NameTables:
    """The distinct names at one revision of the people."""

    revision: int
    given: NameIndex
    family: NameIndex
    romanised: NameIndex


class PeopleLeads:
    """The steps of one look-up, from the certain to the far-fetched."""

    def __init__(self, repos: Repositories, names: NameTables) -> None:
        self._people = repos.people
        self._names = names

    def steps(self) -> tuple[Callable[[str], Iterator[Lead]], ...]:
        """Return the steps in the order in which they are worth their time."""
        return self.as_typed, self.inside, self.nicknamed, self.elsewhere, self.romanised, self.misspelt, self.joined

    def as_typed(self, text: str) -> Iterator[Lead]:
        """Look for codes, numbers, names and organisations just as typed."""
        yield from self._keyed(text)
        if looks_like_number(text) or any(number.e164 for number in parse_numbers(text)):
            yield from self._numbered(text)
        else:
            for reading in _readings(text):
                yield from self._named(name_typed(reading))
            yield from self._organised(text)

    def inside(self, text: str) -> Iterator[Lead]:
        """Look for digits in the middle of numbers."""
        for digits in number_beginnings(text)[:1] if looks_like_number(text) else ():
            if SHORTEST_PART <= len(digits) <= LONGEST_PART:
                yield self._people.ids_by_digits_inside(digits, FEW), _number_grader(text)

    def nicknamed(self, text: str) -> Iterator[Lead]:
        """Look for a nickname before a family name."""
        typed = name_typed(strip_title(text))
        for one, other in typed.pairs[:2]:
            called = set(self._people.ids_by_alias(one, ALL_OF_A_NAME))
            family = self._people.ids_by_name_prefix("", other, ALL_OF_A_NAME) if called else []
            yield [one_id for one_id in family if one_id in called], _name_grader(typed)

    def elsewhere(self, text: str) -> Iterator[Lead]:
        """Look for the text as the other keyboard would have written it."""
        meant = other_keyboard(text)
        for ids, grader in self.as_typed(meant) if meant else ():
            yield ids, _lowered(grader)

    def romanised(self, text: str) -> Iterator[Lead]:
        """Look for a name in Latin letters, against stored romanised names and against Thai ones."""
        typed = name_typed(strip_title(text))
        if has_thai(text) or len(typed.joined) < SHORTEST_GUESSED or looks_like_number(text):
            return
        for whole in dict.fromkeys((typed.joined, typed.turned)):
            yield self._romanised_whole(whole)
        for one, other in typed.pairs[:2]:
            given, family = self._names.given.romanised_like(one), self._names.family.romanised_like(other)
            yield self._pair(given, family, MatchReason.ROMANISED)
        if not typed.pairs:
            yield self._given(self._names.given.romanised_like(typed.joined), MatchReason.ROMANISED)

    def misspelt(self, text: str) -> Iterator[Lead]:
        """Look for names spelt or said almost so, a slip in each."""
        typed = name_typed(strip_title(text))
        if len(typed.joined) < SHORTEST_GUESSED or looks_like_number(text):
            return
        for one, other in typed.pairs:
            yield self._pair(self._names.given.like(one), self._names.family.like(other))
        if not typed.pairs:
            yield self._given(self._names.given.like(typed.joined))
            yield self._family(self._names.family.like(typed.joined))

    def joined(self, text: str) -> Iterator[Lead]:
        """Look for two names written together, one of them with a slip."""
        whole = name_typed(strip_title(text)).joined
        given, family = self._names.given, self._names.family
        for at in range(2, len(whole) - 1):
            start, end = whole[:at], whole[at:]
            for one, other in ((start, end), (end, start)):
                if one in given:
                    yield self._pair({one: 0.0}, family.like(other))
                if other in family:
                    yield self._pair(given.like(one), {other: 0.0})

    def _keyed(self, text: str) -> Iterator[Lead]:
        key = look_up_key(text)
        if len(key) >= 2:
            yield self._people.ids_by_key(key, FEW), lambda person: grade_key(person, key)

    def _numbered(self, text: str) -> Iterator[Lead]:
        ids = [self._owners(number) for number in parse_numbers(text)]
        for digits in number_beginnings(text):
            ids.append(self._people.ids_by_digits(digits, FEW))
            if len(digits) >= SHORTEST_PART:
                ids.append(self._people.ids_by_digits_end(digits, MANY))
        yield list(dict.fromkeys(chain.from_iterable(ids))), _number_grader(text)

    def _owners(self, number: PhoneNumber) -> list[str]:
        if number.digits:
            return self._people.ids_by_exact_number(number.digits)
        return self._people.ids_by_exact_number("", number.extension) if number.extension else []

    def _named(self, typed: NameTyped) -> Iterator[Lead]:
        grader, people = _name_grader(typed), self._people
        if not typed.joined:
            return
        yield people.ids_by_joined_prefix(typed.joined, FEW), grader
        yield people.ids_by_alias(typed.joined, FEW), grader
        for one, other in typed.pairs:
            yield people.ids_by_name_prefix(one, other, FEW), grader
        if not typed.pairs:
            yield people.ids_by_given([typed.joined], MANY), grader
            yield people.ids_by_family([typed.joined], MANY), grader
            yield people.ids_by_name_prefix(typed.joined, "", MANY), grader
            yield people.ids_by_name_prefix("", typed.joined, MANY), grader

    def _organised(self, text: str) -> Iterator[Lead]:
        words = tuple(key for word in text.split() if len(key := name_key(word)) >= 2)
        if words:
            yield self._people.ids_by_organisation(words, FEW), lambda person: grade_organisation(person, words)

    def _romanised_whole(self, whole: str) -> Lead:
        index = self._names.romanised
        near = index.like(whole, 2) | index.romanised_like(whole)
        ids = chain.from_iterable(self._people.ids_by_alias(name, FEW) for name in near)
        return list(dict.fromkeys(ids)), lambda person: _romanised_grade(person, near)

    def _pair(self, given: Guesses, family: Guesses, reason: MatchReason = MatchReason.SPELLING) -> Lead:
        ids = self._people.ids_by_names(given, family, MANY) if given and family else []
        return ids, lambda person: _pair_grade(person, given, family, reason)

    def _given(self, names: Guesses, reason: MatchReason = MatchReason.SPELLING) -> Lead:
        ids = self._people.ids_by_given(names, MANY) if names else []
        return ids, lambda person: _word_grade(person.given_name, names, reason)

    def _family(self, names: Guesses) -> Lead:
        ids = self._people.ids_by_family(names, MANY) if names else []
        return ids, lambda person: _word_grade(person.family_name, names, MatchReason.SPELLING)


def other_keyboard(text: str) -> str:
    """Return what was meant if the wrong keyboard was on, or "" where that makes no sense."""
    if has_thai(text):
        return to_english(text)
    meant = to_thai(text)
    return meant if has_thai(meant) else ""


def _readings(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((strip_title(text), text)))


def _lowered(grader: Grader) -> Grader:
    return lambda person: typed_elsewhere(grade) if (grade := grader(person)) else None


def _number_grader(text: str) -> Grader:
    numbers, beginnings = parse_numbers(text), number_beginnings(text)

    def grade(person: Person) -> Grade | None:
        grades = (grade_number(person, number, beginnings) for number in numbers)
        return max(filter(None, grades), key=lambda one: one.score, default=None)

    return grade


def _name_grader(typed: NameTyped) -> Grader:
    return lambda person: grade_name(person, typed)


def _pair_grade(person: Person, given: Guesses, family: Guesses, reason: MatchReason) -> Grade | None:
    one, other = given.get(name_key(person.given_name)), family.get(name_key(person.family_name))
    return None if one is None or other is None else grade_guess(one + other, reason)


def _word_grade(name: str, names: Guesses, reason: MatchReason) -> Grade | None:
    far = names.get(name_key(name))
    return None if far is None else grade_guess(far + 1, reason)


def _romanised_grade(person: Person, near: Guesses) -> Grade | None:
    far = near.get(name_key(person.romanised))
    return None if far is None else grade_guess(far, MatchReason.ROMANISED)
