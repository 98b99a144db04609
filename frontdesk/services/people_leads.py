"""Where to look for the people meant by a text: each step gives ids and how to grade who they are."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import chain, groupby

from frontdesk.domain.keyboard_layout import to_english, to_thai
from frontdesk.domain.name_index import SOUNDS_ALIKE, Guesses
from frontdesk.domain.name_likeness import may_be_name
from frontdesk.domain.names import look_up_key, name_key, name_readings
from frontdesk.domain.numbers import looks_like_number, number_beginnings, parse_numbers
from frontdesk.domain.people import MatchReason, Person, PhoneNumber
from frontdesk.domain.person_grades import (
    END_FIRST,
    SHORTEST_PART,
    Grade,
    NameTyped,
    grade_key,
    grade_name,
    grade_number,
    grade_on_card,
    grade_organisation,
    grade_pair,
    grade_romanised,
    grade_word,
    name_typed,
    typed_elsewhere,
)
from frontdesk.domain.thai_text import has_thai
from frontdesk.services.people_memory import Everybody, PeopleMemory
from frontdesk.services.repositories import Repositories

FEW, MANY, FEW_NAMES, FEWER_NAMES = 10, 300, 300, 40
"""People of one lead, when not more are wanted; people among whom the nearest are chosen; distinct names whose
bearers are looked through, for a name and for a nickname."""

SHORTEST_GUESSED = 3
TYPED_NUMBERS = 6
"""Numbers that are looked for in one text; somebody who types has one, who pastes a few."""
LIKELY_ENDS = 3
"""Of those whose number ends so, so many come before those whose number only begins so."""

LONGEST_PART = 8
"""Digits from which a number is whole, so that it is not looked for inside others."""

FAR = 9.0
"""Slips of a name that is stored as another than it was asked for, which broken letters may cause."""

NEAREST = 10
"""Romanised names that are looked up for one that was typed."""

_LATIN = re.compile("[A-Za-z]")
_IMPOSSIBLE_THAI = re.compile("(?:^|[^ก-ฮัิ-ู็-๎])[ัิ-ู็-๎]|(?:^|[^ก-๎])[ะาำๅ]|[เ-ไ](?![ก-ฮ])")

Grader = Callable[[Person], Grade | None]
Lead = tuple[list[str], Grader]
Step = Callable[[str], Iterator[Lead]]


class PeopleLeads:
    """The steps of one look-up, from the certain to the far-fetched."""

    def __init__(self, repos: Repositories, memory: PeopleMemory, wanted: int = FEW) -> None:
        self._people, self._memory = repos.people, memory
        self._few, self._nearest_pair = max(FEW, wanted), FAR
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
        if _is_number(text):
            return self.owners, self.numbered, self.inside
        latin, guessed = _LATIN.search(text), may_be_name(text)
        plain = (self.named, self.nicknamed, self.organised, *((self.elsewhere,) if latin else ()))
        said = (self.romanised, self.sounded) if latin and guessed else ()
        return (*plain, self.on_card, *said, *((self.misspelt,) if guessed else ()))

    def last_steps(self, text: str) -> tuple[Step, ...]:
        """Return the steps that are taken only where nobody at all was found."""
        if looks_like_number(text):
            return (self.elsewhere,)
        return (self.joined, self.far_misspelt, self.elsewhere) if may_be_name(text) else ()

    def owners(self, text: str) -> Iterator[Lead]:
        """Look for those who have exactly this number."""
        for number in _numbers_in(text):
            yield self._owners(number), _number_grader(text)

    def numbered(self, text: str) -> Iterator[Lead]:
        """Look for numbers that begin or end so, and for codes."""
        return self._filled(text, self._begun_and_ended(text))

    def _begun_and_ended(self, text: str) -> Iterator[Lead]:
        grader = _number_grader(text)
        for digits in number_beginnings(text):
            begun = self._people.ids_by_digits(digits, self._few)
            yield begun, grader
            if len(digits) >= SHORTEST_PART:
                ending = self._people.ids_by_digits_end(digits, self._few)
                yield ending[:LIKELY_ENDS], _ends_first(grader)
                yield ending[LIKELY_ENDS:] if len(begun) < self._few else [], grader

    def inside(self, text: str) -> Iterator[Lead]:
        """Look for digits in the middle of numbers."""
        for digits in number_beginnings(text)[:1]:
            if SHORTEST_PART <= len(digits) <= LONGEST_PART:
                yield self._inside(digits), _number_grader(text)

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
        for ids, grader in chain([(whole, _key_grader(key))], leads):
            found += len(ids)
            yield ids, grader
        if found < self._few:
            yield [one for one, _ in codes], _key_grader(key)

    def nicknamed(self, text: str) -> Iterator[Lead]:
        """Look for a nickname before a family name."""
        typed = name_typed(name_readings(text)[0])
        for one, other in typed.pairs[:2]:
            few = self._known is None or self._known.family.beginning(other, FEWER_NAMES)
            known = few and self._people.ids_by_alias(one, 1)
            yield self._people.ids_by_alias_and(one, other, self._few) if known else [], _name_grader(typed)

    def organised(self, text: str) -> Iterator[Lead]:
        """Look for organisations with every one of the words."""
        words = tuple(key for word in text.split() if len(key := name_key(word)) >= 2)
        if words:
            yield self._in_organisations(words), lambda person: grade_organisation(person, words)

    def on_card(self, text: str) -> Iterator[Lead]:
        """Look for the words in notes, quick facts, rooms and what staff are doing."""
        words = text.split()
        if len(text) >= SHORTEST_GUESSED:
            yield self._people.ids_by_card_words(words, self._few), lambda person: grade_on_card(person, words)

    def elsewhere(self, text: str) -> Iterator[Lead]:
        """Look for the text as the other keyboard would have written it."""
        meant = other_keyboard(text) if len(text) >= SHORTEST_GUESSED else ""
        for step in self.steps(meant)[:2] if meant else ():
            for ids, grader in step(meant):
                yield ids, _lowered(grader)

    def romanised(self, text: str) -> Iterator[Lead]:
        """Look for a romanised name that is on file in another spelling."""
        typed = name_typed(name_readings(text)[0])
        if len(typed.joined) >= SHORTEST_GUESSED:
            yield self._romanised_whole(typed)

    def sounded(self, text: str) -> Iterator[Lead]:
        """Look for Thai names by how they are said, for a name in Latin letters."""
        typed = name_typed(name_readings(text)[0])
        if len(typed.joined) < SHORTEST_GUESSED:
            return
        for one, other in typed.pairs[:2]:
            given = self._names.given.romanised_like(one)
            family = self._names.family.romanised_like(other) if given else {}
            yield self._pair(given, family, MatchReason.ROMANISED)
            if self._nearest_pair <= SOUNDS_ALIKE:
                return
        if not typed.pairs:
            yield self._given(self._names.given.romanised_like(typed.joined), MatchReason.ROMANISED)
            yield self._family(self._names.family.romanised_like(typed.joined), MatchReason.ROMANISED)

    def misspelt(self, text: str) -> Iterator[Lead]:
        """Look for names spelt or said almost so, a slip in each."""
        return self._with_slips(text, 1)

    def far_misspelt(self, text: str) -> Iterator[Lead]:
        """Look for names with two slips in each."""
        return self._with_slips(text, 2)

    def joined(self, text: str) -> Iterator[Lead]:
        """Look for two names written together, one of them with a slip."""
        whole = name_typed(name_readings(text)[0]).joined
        given, family = self._names.given, self._names.family
        for at in range(2, len(whole) - 1):
            start, end = whole[:at], whole[at:]
            for one, other in ((start, end), (end, start)):
                if one in given:
                    yield self._pair({one: 0.0}, family.like(other))
                if other in family:
                    yield self._pair(given.like(one), {other: 0.0})

    def _owners(self, number: PhoneNumber) -> list[str]:
        if number.digits:
            return self._people.ids_by_exact_number(number.digits)
        return self._people.ids_by_exact_number("", number.extension) if number.extension else []

    def _as_name(self, typed: NameTyped) -> Iterator[Lead]:
        grader = _name_grader(typed)
        if not typed.joined:
            return
        yield self._joined(typed.joined), grader
        if not typed.pairs:
            yield from ((ids, grader) for ids in self._one_word(typed.joined))
            return
        yield self._people.ids_by_alias(typed.joined, self._few), grader
        for one, other in typed.pairs:
            found = self._by_beginnings(one, other)
            yield found, grader
            if len(found) >= self._few:
                return

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
        if self._known is None:
            return self._people.ids_by_digits_inside(digits, self._few)
        numbers = self._known.numbers_holding(digits)
        return self._people.ids_by_numbers(numbers, self._few) if numbers else []

    def _in_organisations(self, words: tuple[str, ...]) -> list[str]:
        if self._known is None:
            return self._people.ids_by_organisation(words, self._few)
        organisations = self._known.organisations_holding(words)
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

    def _with_slips(self, text: str, slips: int) -> Iterator[Lead]:
        reading = name_readings(text)[0]
        for typed in dict.fromkeys((name_typed(reading), name_typed(reading, _as_struck))):
            if len(typed.joined) >= SHORTEST_GUESSED:
                yield from self._slipped(typed, slips)

    def _slipped(self, typed: NameTyped, slips: int) -> Iterator[Lead]:
        given, family = self._names.given, self._names.family
        for one, other in typed.pairs:
            near = given.like(one, slips)
            yield self._pair(near, family.like(other, slips) if near else {})
        if not typed.pairs:
            yield self._given(given.like(typed.joined, slips))
            yield self._family(family.like(typed.joined, slips))

    def _romanised_whole(self, typed: NameTyped) -> Lead:
        index = self._names.romanised
        near = index.romanised_like(typed.joined)
        if min(near.values(), default=FAR) > SOUNDS_ALIKE:
            near = near | index.romanised_like(typed.turned) | index.like(typed.joined, 2)
        enough = min(near.values(), default=0.0) + SOUNDS_ALIKE
        nearest = [name for name, far in near.items() if far <= enough][:NEAREST]
        ids = chain.from_iterable(self._people.ids_by_alias(name, NEAREST) for name in nearest)
        return list(dict.fromkeys(ids)), lambda person: grade_romanised(person, near)

    def _pair(self, given: Guesses, family: Guesses, reason: MatchReason = MatchReason.SPELLING) -> Lead:
        found = self._people.called(given, family, MANY) if given and family else []
        far = [(given.get(one, FAR) + family.get(other, FAR), key) for key, one, other in found]
        nearest = sorted(far, key=lambda pair: pair[0])[: self._few]
        self._nearest_pair = nearest[0][0] if nearest else FAR
        return [key for _, key in nearest], lambda person: grade_pair(person, given, family, reason)

    def _given(self, names: Guesses, reason: MatchReason = MatchReason.SPELLING) -> Lead:
        return _nearest(self._people.ids_by_given, names, self._few), lambda person: grade_word(
            person.given_name, names, reason
        )

    def _family(self, names: Guesses, reason: MatchReason = MatchReason.SPELLING) -> Lead:
        return _nearest(self._people.ids_by_family, names, self._few), lambda person: grade_word(
            person.family_name, names, reason
        )


def _nearest(called: Callable[[Iterable[str], int], list[str]], names: Guesses, few: int) -> list[str]:
    """Look for those with the nearest names, and with the next ones only where these are few."""
    found: dict[str, None] = {}
    for _, alike in groupby(names, key=names.__getitem__):
        found |= dict.fromkeys(called(list(alike), few))
        if len(found) >= few:
            break
    return list(found)[:few]


def other_keyboard(text: str) -> str:
    """Return what was meant if the wrong keyboard was on, or "" where that cannot be."""
    if has_thai(text):
        return to_english(text)
    meant = to_thai(text)
    return "" if _IMPOSSIBLE_THAI.search(meant) else meant


@lru_cache(4)
def _numbers_in(text: str) -> tuple[PhoneNumber, ...]:
    """Read the numbers of a text once for all steps."""
    return parse_numbers(text, TYPED_NUMBERS)


def _is_number(text: str) -> bool:
    return looks_like_number(text) or any(number.e164 for number in _numbers_in(text))


def _as_struck(word: str) -> str:
    """Keep the marks where they were typed: a lost letter leaves them on the wrong one, which is one slip."""
    return word.lower()


def _lowered(grader: Grader) -> Grader:
    return lambda person: typed_elsewhere(grade) if (grade := grader(person)) else None


def _ends_first(grader: Grader) -> Grader:
    def grade(person: Person) -> Grade | None:
        found = grader(person)
        return replace(found, score=END_FIRST) if found and found.reason is MatchReason.NUMBER_END else found

    return grade


def _number_grader(text: str) -> Grader:
    numbers, beginnings = _numbers_in(text), number_beginnings(text)

    def grade(person: Person) -> Grade | None:
        grades = (grade_number(person, number, beginnings) for number in numbers)
        return max(filter(None, grades), key=lambda one: one.score, default=None)

    return grade


def _key_grader(key: str) -> Grader:
    return lambda person: grade_key(person, key)


def _name_grader(typed: NameTyped) -> Grader:
    return lambda person: grade_name(person, typed)
