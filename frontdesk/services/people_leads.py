"""Where to look for the people meant by a text: each step gives ids and how to grade who they are."""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import chain

from frontdesk.domain.keyboard_layout import to_english, to_thai
from frontdesk.domain.name_likeness import may_be_name
from frontdesk.domain.names import look_up_key, name_key, name_readings
from frontdesk.domain.numbers import digits_of, looks_like_number, number_beginnings
from frontdesk.domain.people import PhoneNumber
from frontdesk.domain.person_grades import (
    SHORTEST_PART,
    NameTyped,
    grade_on_card,
    grade_organisation,
    name_typed,
)
from frontdesk.domain.thai_text import has_thai
from frontdesk.services.leads import (
    FEW,
    Lead,
    Step,
    ends_first,
    is_number,
    key_grader,
    lowered,
    name_grader,
    number_grader,
    numbers_in,
)
from frontdesk.services.people_guesses import SHORTEST_GUESSED, PeopleGuesses
from frontdesk.services.people_memory import Everybody, PeopleMemory
from frontdesk.services.repositories import Repositories

FEW_NAMES, FEWER_NAMES = 300, 40
"""Distinct names whose bearers are looked through, for a name and for a nickname."""

LIKELY_ENDS = 3
"""Of those whose number ends so, so many come before those whose number only begins so."""

LONGEST_PART = 8
"""Digits from which a number is whole, so that it is not looked for inside others."""

_PART_ONLY = (6, 7)
"""Digits that are hardly a whole number, which is found by its beginning too; extensions and short codes have fewer."""

_LATIN = re.compile("[A-Za-z]")
_TIME_OF_DAY = re.compile(r"\d:\d\d")
_BETWEEN_WORDS = "·,:()-–"
"""What stands between the words of a card, and beside those that are copied from elsewhere."""
_IMPOSSIBLE_THAI = re.compile("(?:^|[^ก-ฮัิ-ู็-๎])[ัิ-ู็-๎]|(?:^|[^ก-๎])[ะาำๅ]|[เ-ไ](?![ก-ฮ])")


class PeopleLeads:
    """The steps of one look-up, from the certain to the far-fetched."""

    def __init__(self, repos: Repositories, memory: PeopleMemory, wanted: int) -> None:
        self._people, self._memory = repos.people, memory
        self._few = max(FEW, wanted)
        self._guesses = PeopleGuesses(repos.people, lambda: self._names, self._few)
        self._being_typed = False
        self.complete = True
        """Whether guesses could be made; not while the names are being read for the first time."""

    @cached_property
    def _names(self) -> Everybody:
        """The names that guesses are compared with."""
        everybody = self._known or self._memory.everybody(self._people)
        self.complete = everybody.known
        return everybody

    @cached_property
    def _known(self) -> Everybody | None:
        """Everybody as in the database now, to see that nobody is called so without looking there."""
        return self._memory.known(self._people)

    def steps(self, text: str) -> tuple[Step, ...]:
        """Return the steps for a text, in the order in which they are worth their time."""
        if is_number(text):
            return (self.in_parts,) if _only_a_part(text) else (self.owners, self.in_parts)
        elsewhere = (self.elsewhere,) if _LATIN.search(text) else ()
        return self.named, self.nicknamed, self.organised, *elsewhere, self.on_card

    def guesses(self, text: str) -> tuple[Step, ...]:
        """Return the steps that are taken only where few were found for certain.

        None are where a last word that is nobody's name begins somebody's, the first one too: it is being typed.
        """
        if is_number(text) or not may_be_name(text) or self._being_typed:
            return ()
        said = (self._guesses.romanised, self._guesses.sounded) if _LATIN.search(text) else ()
        return *said, self._guesses.misspelt

    def last_steps(self, text: str) -> tuple[Step, ...]:
        """Return the steps that are taken only where nobody at all was found."""
        if looks_like_number(text):
            return (self.on_card, self.elsewhere) if _TIME_OF_DAY.search(text) else (self.elsewhere,)
        return (self._guesses.joined, self._guesses.far_misspelt, self.elsewhere) if may_be_name(text) else ()

    def owners(self, text: str) -> Iterator[Lead]:
        """Look for those who have exactly this number."""
        for number in numbers_in(text):
            yield self._owners(number), number_grader(text)

    def in_parts(self, text: str) -> Iterator[Lead]:
        """Look for numbers that begin or end so, for codes, and where that leaves room for digits in the middle."""
        found = 0
        for ids, grader in self.numbered(text):
            found += len(ids)
            yield ids, grader
        if found < self._few:
            yield from self.inside(text)

    def numbered(self, text: str) -> Iterator[Lead]:
        """Look for numbers that begin or end so, and for codes."""
        return self._filled(text, self._begun_and_ended(text))

    def _begun_and_ended(self, text: str) -> Iterator[Lead]:
        grader = number_grader(text)
        for digits in number_beginnings(text):
            begun = self._people.ids_by_digits(digits, self._few)
            yield begun, grader
            if len(digits) >= SHORTEST_PART:
                ending = self._people.ids_by_digits_end(digits, self._few)
                yield ending[:LIKELY_ENDS], ends_first(grader)
                yield ending[LIKELY_ENDS : max(LIKELY_ENDS, self._few - len(begun))], grader

    def inside(self, text: str) -> Iterator[Lead]:
        """Look for digits in the middle of numbers."""
        for digits in number_beginnings(text)[:1]:
            if SHORTEST_PART <= len(digits) <= LONGEST_PART:
                yield self._inside(digits), number_grader(text)

    def named(self, text: str) -> Iterator[Lead]:
        """Look for codes, plates, LINE names, e-mails and names just as typed."""
        return self._filled(
            text, (lead for reading in name_readings(text) for lead in self._as_name(name_typed(reading)))
        )

    def _filled(self, text: str, leads: Iterator[Lead]) -> Iterator[Lead]:
        """Put whole codes before other leads, and those that only begin so behind them where there is room."""
        key, found = look_up_key(text), 0
        codes = self._people.keyed(key, self._few) if len(key) >= 2 else []
        whole = [one for one, code in codes if code == key]
        for ids, grader in chain([(whole, key_grader(key))], leads):
            found += len(ids)
            yield ids, grader
        if found < self._few:
            yield [one for one, _ in codes], key_grader(key)

    def nicknamed(self, text: str) -> Iterator[Lead]:
        """Look for a nickname before a family name."""
        typed = name_typed(name_readings(text)[0])
        for one, other in typed.pairs[:2]:
            few = self._known is None or self._known.family.beginning(other, FEWER_NAMES)
            known = few and self._people.ids_by_alias(one, 1)
            yield self._people.ids_by_alias_and(one, other, self._few) if known else [], name_grader(typed)

    def organised(self, text: str) -> Iterator[Lead]:
        """Look for organisations with every one of the words."""
        words = tuple(key for word in text.split() if len(key := name_key(word)) >= 2)
        if len(words) == 1 or any(len(word) >= SHORTEST_GUESSED for word in words):  # each holds two short ones
            yield self._in_organisations(words), lambda person: grade_organisation(person, words)

    def on_card(self, text: str) -> Iterator[Lead]:
        """Look for the words in notes, quick facts, rooms and what staff are doing."""
        words = [word for part in text.split() if (word := part.strip(_BETWEEN_WORDS))]
        if len(text) >= SHORTEST_GUESSED:
            yield self._people.ids_by_card_words(words, self._few), lambda person: grade_on_card(person, words)

    def elsewhere(self, text: str) -> Iterator[Lead]:
        """Look for the text as the other keyboard would have written it."""
        meant = other_keyboard(text) if len(text) >= SHORTEST_GUESSED else ""
        for step in self.steps(meant)[:2] if meant else ():
            for ids, grader in step(meant):
                yield ids, lowered(grader)

    def _owners(self, number: PhoneNumber) -> list[str]:
        """Find who has a number; behind a switchboard may sit thousands, of whom the extension tells one."""
        found = self._people.ids_by_exact_number(number.digits, number.extension) if number.extension else []
        found = found or (self._people.ids_by_exact_number(number.digits) if number.digits else [])
        return found[: self._few]

    def _as_name(self, typed: NameTyped) -> Iterator[Lead]:
        grader = name_grader(typed)
        if not typed.joined:
            return
        if not typed.pairs:
            yield self._joined(typed.joined), grader
            yield from ((ids, grader) for ids in self._one_word(typed.joined))
            return
        yield self._people.ids_by_alias(typed.joined, self._few), grader
        parted = 0
        for one, other in typed.pairs:
            found = self._by_beginnings(one, other)
            yield found, grader
            parted += len(found)
            if len(found) >= self._few:
                return
        self._being_typed = parted > 0 and not self._is_name(typed.pairs[0][1])
        if not parted:  # no name is parted where the blank stands
            yield self._joined(typed.joined), grader

    def _is_name(self, word: str) -> bool:
        """Tell whether somebody's given or family name is just this word."""
        return self._known is None or word in self._known.given or word in self._known.family

    def _one_word(self, word: str) -> Iterator[list[str]]:
        """Look for the whole name, then for names begun so; once there are enough, nothing behind fits better."""
        called = [*self._called([word], []), *self._called([], [word])]
        yield called
        if len(called) >= self._few:
            return
        others = self._people.aliases(word, self._few)
        yield [one for one, name in others if name == word]
        given = self._by_beginnings(word, "")
        yield given
        if len(given) < self._few:
            yield self._by_beginnings("", word)
            yield [one for one, name in others if name != word]

    def _joined(self, joined: str) -> list[str]:
        """Look for a whole name with the beginning of the other behind it, no space between."""
        if self._known is None:
            return self._people.ids_by_joined_prefix(joined, self._few)
        found: list[str] = []
        for given, rest in self._known.joined_given(joined):
            found += self._people.ids_by_given_and([given], rest, self._few)
        for family, rest in self._known.joined_family(joined):
            found += self._people.ids_by_family_and([family], rest, self._few)
        return found

    def _inside(self, digits: str) -> list[str]:
        if not self._memory.filled:
            return self._people.ids_by_digits_inside(digits, self._few)
        numbers = self._names.numbers_holding(digits, 2 * self._few)
        return self._people.ids_by_numbers(numbers, self._few) if numbers else []

    def _in_organisations(self, words: tuple[str, ...]) -> list[str]:
        if not self._memory.filled:
            return self._people.ids_by_organisation(words, self._few)
        organisations = self._names.organisations_holding(words)
        return self._people.ids_in_organisations(organisations, self._few) if organisations else []

    def _begun(self, given: str, family: str) -> bool:
        """Tell whether names may begin so; nothing is the beginning of any name."""
        if self._known is None:
            return True
        return (not given or self._known.given.begins(given)) and (not family or self._known.family.begins(family))

    def _by_beginnings(self, given: str, family: str) -> list[str]:
        if self._known is not None and given and family:
            return self._by_both(self._known, given, family)
        return self._people.ids_by_name_prefix(given, family, self._few) if self._begun(given, family) else []

    def _by_both(self, known: Everybody, given: str, family: str) -> list[str]:
        """Look under the names of one sort that begin so, where these are few, not among all whose name does."""
        first = known.given.beginning(given, FEW_NAMES)
        last = known.family.beginning(family, FEW_NAMES) if first != [] else []
        if first == [] or last == []:
            return []
        if first is not None and (last is None or len(first) <= len(last)):
            return self._people.ids_by_given_and(first, family, self._few)
        if last is not None:
            return self._people.ids_by_family_and(last, given, self._few)
        return self._people.ids_by_name_prefix(given, family, self._few)

    def _called(self, given: list[str], family: list[str]) -> list[str]:
        """Find by whole given or whole family names."""
        if given and (self._known is None or any(name in self._known.given for name in given)):
            return self._people.ids_by_given(given, self._few)
        if family and (self._known is None or any(name in self._known.family for name in family)):
            return self._people.ids_by_family(family, self._few)
        return []


def _only_a_part(text: str) -> bool:
    numbers = numbers_in(text)
    whole = len(numbers) > 1 or any(number.extension for number in numbers)
    return len(digits_of(text)) in _PART_ONLY and not whole


def other_keyboard(text: str) -> str:
    """Return what was meant if the wrong keyboard was on, or "" where that cannot be."""
    if has_thai(text):
        return to_english(text)
    meant = to_thai(text)
    return "" if _IMPOSSIBLE_THAI.search(meant) else meant
