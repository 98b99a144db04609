"""How like two words of names are: compared whole with whole, never one inside the other."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from rapidfuzz import process
from rapidfuzz.distance import OSA

from .name_sounds import romanised_key, rough_key, sound_key
from .names import name_key

SAME, SOUNDS, ROMANISED = 1.0, 0.93, 0.9
"""How like words are that are spelt, said, or written in the other script alike."""

NEARLY_SOUNDS = 0.8
"""Said alike but for one sound."""

NEARLY_ROMANISED = (0.85, 0.78, 0.72)
"""In the other script, with letters that Thai syllables do not tell apart at their ends, and so many slips."""

SHORTEST_SLIPPED, TWICE_SLIPPED, LEAST_UNSLIPPED = 3, 8, 0.7
"""Letters from which one slip, and from which two, may still be the same word; the part that has to be right."""

SHORTEST_SOUND, SHORTEST_SLIPPED_SOUND = 3, 5
"""Letters of a word as it is said from which it counts at all, and from which one of them may differ."""

SHORTEST_LATIN, SLIPPED_LATIN = 2, (5, 8)
"""The same in Latin letters without a and o; from so many letters one, and two of them may differ."""

LEAST_WRITTEN = 0.5
"""The part of two words in Latin letters that has to agree however alike they may be said."""

_THAI = re.compile("[ก-ฮ]")
_SOFT = str.maketrans("rsc", "ntt")
_LONG_END, _SILENCED_END = tuple("ีืู"), re.compile("[ก-ฮ][ิุ]?์$")
_NAME_END = re.compile(r"[,/]\s*|\s+")


class Like(IntEnum):
    """In what two words are alike, the surest first."""

    SAME = 0
    SOUND = 1
    ROMANISED = 2
    SLIP = 3


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name with all that it is compared by."""

    key: str
    thai: bool
    sounds: tuple[str, ...]
    """What Thai words are compared by as they may be said; none where that is too short to tell."""
    latin: str
    soft: str


@dataclass(frozen=True, slots=True)
class WordLikeness:
    """How like two words are, from 0 to 1."""

    share: float
    like: Like


def words_of(name: str) -> tuple[Word, ...]:
    """Take a name, without its titles, into words."""
    return tuple(map(word_of, filter(None, map(name_key, _NAME_END.split(name)))))


def word_of(key: str) -> Word:
    """Return a normalised word with its keys."""
    thai, latin = bool(_THAI.search(key)), romanised_key(key)
    said = dict.fromkeys(map(sound_key, (key, key.replace("ทร", "ซ")))) if thai else {}
    sounds = tuple(sound for sound in said if len(sound) >= SHORTEST_SOUND)
    return Word(key, thai, sounds, latin, latin.translate(_SOFT))


def compare_words(one: Word, other: Word) -> WordLikeness | None:
    """Tell how like two words are; None where they are two names."""
    if one.key == other.key:
        return WordLikeness(SAME, Like.SAME)
    if one.thai != other.thai:
        return _across(one, other)
    found = [_said_alike(one, other), _slipped(one.key, other.key)]
    return max(filter(None, found), key=lambda likeness: likeness.share, default=None)


def _said_alike(one: Word, other: Word) -> WordLikeness | None:
    if not one.thai:
        written = OSA.normalized_similarity(one.key, other.key)
        alike = one.latin == other.latin and len(one.latin) >= SHORTEST_LATIN and written >= LEAST_WRITTEN
        return WordLikeness(SOUNDS, Like.SOUND) if alike else None
    if _ends_long(one.key) != _ends_long(other.key):
        return None
    if set(one.sounds) & set(other.sounds):
        return WordLikeness(SOUNDS, Like.SOUND)
    near = any(_nearly_said(a, b) for a in one.sounds for b in other.sounds)
    return WordLikeness(NEARLY_SOUNDS, Like.SLIP) if near else None


def _ends_long(key: str) -> bool:
    """Tell whether a word is said with a long vowel at its end: ดี and ดีย์ are, ดิ is not."""
    return _SILENCED_END.sub("", key).endswith(_LONG_END)


def _nearly_said(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= SHORTEST_SLIPPED_SOUND and _apart(one, other, 1) <= 1


def _across(one: Word, other: Word) -> WordLikeness | None:
    """Compare a Thai word with one in Latin letters."""
    if min(len(one.latin), len(other.latin)) < SHORTEST_LATIN:
        return None
    if one.latin == other.latin:
        return WordLikeness(ROMANISED, Like.ROMANISED)
    slips, shortest = _apart(one.soft, other.soft, 2), min(len(one.soft), len(other.soft))
    allowed = sum(shortest >= least for least in SLIPPED_LATIN) or int(_rough_alike(one.latin, other.latin))
    if slips > allowed or one.latin[0] != other.latin[0]:
        return None
    return WordLikeness(NEARLY_ROMANISED[slips], Like.ROMANISED)


def _rough_alike(one: str, other: str) -> bool:
    """Tell whether words have the same consonants, two of them at least."""
    rough = rough_key(one)
    return len(rough) > 1 and rough == rough_key(other)


def _slipped(one: str, other: str) -> WordLikeness | None:
    shortest, allowed = min(len(one), len(other)), 2 if min(len(one), len(other)) >= TWICE_SLIPPED else 1
    if shortest < SHORTEST_SLIPPED or (slips := _apart(one, other, allowed)) > allowed:
        return None
    share = 1 - slips / max(len(one), len(other))
    return WordLikeness(share, Like.SLIP) if share >= LEAST_UNSLIPPED else None


def _apart(one: str, other: str, most: int) -> int:
    return int(OSA.distance(one, other, score_cutoff=most))


class WordTable:
    """Distinct words, among which those like another are found without comparing with each in turn."""

    def __init__(self, words: Iterable[Word]) -> None:
        self.words: Sequence[Word] = tuple({word.key: word for word in words}.values())
        self._keys = [word.key for word in self.words]
        said = [(sound, place) for place, word in enumerate(self.words) for sound in word.sounds]
        self._sounds, self._said_by = [sound for sound, _ in said], [place for _, place in said]
        self._soft = [word.soft for word in self.words]

    def alike(self, word: Word) -> dict[str, WordLikeness]:
        """Return the keys of the words that are like a word, and how like they are."""
        found = {self._keys[place]: compare_words(word, self.words[place]) for place in set(self._near(word))}
        return {key: likeness for key, likeness in found.items() if likeness is not None}

    def _near(self, word: Word) -> Iterator[int]:
        yield from within(word.key, self._keys, 2)
        for sound in word.sounds:
            yield from (self._said_by[place] for place in within(sound, self._sounds, 1))
        yield from within(word.soft, self._soft, 2)


def within(key: str, among: Sequence[str], most: int) -> Iterator[int]:
    near = process.extract(key, among, scorer=OSA.distance, score_cutoff=most, limit=None)
    return (place for _, _, place in near)
