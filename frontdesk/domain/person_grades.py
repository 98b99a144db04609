"""How well a person fits what was typed, and why: one scale for numbers, codes and names.

95 and more is somebody found beyond doubt, 60 to 94 a beginning or a part, below 60 a guess.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from .card_text import card_text
from .name_index import SOUNDS_ALIKE, Guesses
from .names import look_up_key, name_key
from .people import MatchReason, Person, PhoneNumber
from .plates import plate_keys
from .thai_text import normalise

CERTAIN = 95.0
LAYOUT_COST = 38.0
BEST_GUESS = 56.0
PER_SLIP = 6.0
END_FIRST = 81.0
"""The grade of a number's end that comes before numbers which only begin so."""

WITH_LABEL = 96.0
"""The grade of those found through whoever is certainly named behind a label, such as "sent by"."""

LIKE_A_LABEL = 83.0
"""The grade of whoever has just this label on the card: behind whole names, before those that only begin so."""

BESIDE = 71.0
"""The grade of those who sent, or were sent by, whoever is certainly meant."""

SHORTEST_PART = 4
"""Digits that the end or the middle of a number must share with what was typed."""


@dataclass(frozen=True, slots=True)
class Grade:
    """A score on the one scale, why, and whether it is only a guess."""

    score: float
    reason: MatchReason
    guess: bool = False


def settles(grade: Grade) -> bool:
    """Tell whether this is who was meant, or a guess so near that further ones are not worth their time."""
    if not grade.guess:
        return grade.score >= CERTAIN
    return grade.score >= (CERTAIN - LAYOUT_COST if grade.reason is MatchReason.LAYOUT else BEST_GUESS - PER_SLIP)


def typed_elsewhere(grade: Grade) -> Grade:
    """Lower a grade because the text was first taken to the other keyboard."""
    return replace(grade, score=grade.score - LAYOUT_COST, reason=MatchReason.LAYOUT, guess=True)


def grade_number(person: Person, wanted: PhoneNumber, beginnings: tuple[str, ...]) -> Grade | None:
    """Grade by the best fitting number; ``beginnings`` are ways to read the digits as a number begun."""
    grades = [grade for number in person.numbers if (grade := _one_number(number, wanted, beginnings))]
    return max(grades, key=lambda grade: grade.score, default=None)


def _one_number(number: PhoneNumber, wanted: PhoneNumber, beginnings: tuple[str, ...]) -> Grade | None:
    if wanted.digits and number.digits == wanted.digits:
        if wanted.extension in ("", number.extension):
            return Grade(100, MatchReason.NUMBER)
        return Grade(88, MatchReason.NUMBER, guess=True)
    if wanted.extension and not wanted.digits and number.extension == wanted.extension:
        return Grade(90 if number.digits else 99, MatchReason.EXTENSION)
    return _part_of_number(number, beginnings)


def _part_of_number(number: PhoneNumber, beginnings: tuple[str, ...]) -> Grade | None:
    typed = beginnings[0] if beginnings else ""
    if number.digits.startswith(beginnings):
        return Grade(80, MatchReason.NUMBER)
    if number.extension.startswith(beginnings):
        return Grade(78, MatchReason.EXTENSION)
    if len(typed) < SHORTEST_PART or typed not in number.digits:
        return None
    ends = number.digits.endswith(typed)
    return Grade(75, MatchReason.NUMBER_END) if ends else Grade(65, MatchReason.NUMBER_INSIDE)


def grade_key(person: Person, key: str) -> Grade | None:
    """Grade by code, plate, LINE name or e-mail: the whole of it, its beginning, or a part of a plate."""
    kinds = [
        (person.code, MatchReason.CODE),
        (person.plate, MatchReason.PLATE),
        (person.line, MatchReason.LINE),
        (person.email, MatchReason.EMAIL),
        *((handle.value, MatchReason(handle.kind.value)) for handle in person.handles),
    ]
    grades = [grade for text, reason in kinds if text and (grade := _one_key(text, reason, key))]
    return max(grades, key=lambda grade: grade.score, default=None)


def _one_key(text: str, reason: MatchReason, key: str) -> Grade | None:
    whole = look_up_key(text)
    if whole == key:
        return Grade(98, reason)
    if reason is MatchReason.PLATE and key in (parts := plate_keys(text)):
        return Grade(72 if key.isdigit() else 90, reason) if key != parts[0] else Grade(98, reason)
    return Grade(70, reason) if whole.startswith(key) else None


@dataclass(frozen=True, slots=True)
class NameTyped:
    """A name as typed, normalised: in one piece, and as every (given, family) it may stand for."""

    joined: str
    pairs: tuple[tuple[str, str], ...] = ()

    @property
    def turned(self) -> str:
        """The last word first, in one piece."""
        return "".join(self.pairs[1]) if len(self.pairs) > 1 else self.joined


def name_typed(text: str, key_of: Callable[[str], str] = name_key) -> NameTyped:
    """Read one to many words as a name: first and rest, last and the others, and both turned round."""
    words = [key for word in text.split() if (key := key_of(word))]
    joined = "".join(words)
    if len(words) < 2:
        return NameTyped(joined)
    first, rest = words[0], "".join(words[1:])
    last, others = words[-1], "".join(words[:-1])
    return NameTyped(joined, tuple(dict.fromkeys(((first, rest), (rest, first), (last, others), (others, last)))))


def grade_name(person: Person, typed: NameTyped) -> Grade | None:
    """Grade by given and family name in either order, nickname, other and romanised names."""
    given, family = name_key(person.given_name), name_key(person.family_name)
    whole = typed.joined
    if whole in (given + family, family + given):
        return Grade(97, MatchReason.NAME)
    if whole in (given, family):
        return Grade(86 if whole == given else 85, MatchReason.NAME)
    if any(family and given.startswith(one) and family.startswith(other) for one, other in typed.pairs):
        return Grade(82, MatchReason.NAME)
    return _other_name(person, typed, family) or _name_begun(given, family, whole)


def _name_begun(given: str, family: str, whole: str) -> Grade | None:
    if (given + family).startswith(whole):
        return Grade(80, MatchReason.NAME)
    return Grade(78, MatchReason.NAME) if (family + given).startswith(whole) else None


def _other_name(person: Person, typed: NameTyped, family: str) -> Grade | None:
    whole, nickname = typed.joined, name_key(person.nickname)
    if nickname and any(one == nickname and family.startswith(other) for one, other in typed.pairs):
        return Grade(90, MatchReason.NICKNAME)
    names = [(name, MatchReason.NAME) for name in person.aliases]
    names += [(person.nickname, MatchReason.NICKNAME), (person.romanised, MatchReason.ROMANISED)]
    for name, reason in names:
        ways = {name_key(name), name_typed(name).turned}
        if whole in ways:
            return Grade(84 if reason is MatchReason.NICKNAME else 95, reason)
        if name and any(way.startswith(whole) for way in ways):
            return Grade(76, reason)
    return None


def grade_organisation(person: Person, words: tuple[str, ...]) -> Grade | None:
    """Grade by the organisation, if every word is in its name."""
    key = name_key(person.organisation)
    if not words or not all(word in key for word in words):
        return None
    return Grade(72 if key.startswith(words[0]) else 64, MatchReason.ORGANISATION)


def grade_on_card(person: Person, words: Sequence[str]) -> Grade | None:
    """Grade by what the card says beside names and numbers, if every word is there."""
    said = normalise(card_text(person))
    return Grade(62, MatchReason.ON_CARD) if all(normalise(word) in said for word in words) else None


def grade_guess(reason: MatchReason, *far: float) -> Grade:
    """Grade a guess by how far each name is from what was typed, in slips of the pen."""
    sounds = reason is MatchReason.SPELLING and max(far) <= SOUNDS_ALIKE
    return Grade(BEST_GUESS - PER_SLIP * sum(far), MatchReason.SOUND if sounds else reason, guess=True)


def grade_pair(person: Person, given: Guesses, family: Guesses, reason: MatchReason) -> Grade | None:
    """Grade somebody both of whose names are among the guessed ones."""
    one, other = given.get(name_key(person.given_name)), family.get(name_key(person.family_name))
    return None if one is None or other is None else grade_guess(reason, one, other)


def grade_word(name: str, names: Guesses, reason: MatchReason) -> Grade | None:
    """Grade by one guessed name; the other one is not known, which counts for something."""
    far = names.get(name_key(name))
    return None if far is None else replace(grade_guess(reason, far), score=BEST_GUESS - PER_SLIP * (far + 1))


def grade_romanised(person: Person, names: Guesses) -> Grade | None:
    """Grade by the romanised name on file."""
    far = names.get(name_key(person.romanised))
    return None if far is None else grade_guess(MatchReason.ROMANISED, far)
