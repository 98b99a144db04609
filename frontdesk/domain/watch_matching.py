"""Whether an arrival may be somebody, or a car, that is listed: a likeness and its reason, for a guard to judge."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from .keyboard_layout import to_english, to_thai
from .names import name_readings
from .plates import Plate
from .watch_list import How, Watched, WatchHit
from .watch_plates import PlateLikeness, compare_plates, plates_of
from .watch_words import SAME, Like, Word, WordLikeness, WordTable, within, words_of

LEAST = 0.75
"""How like two names of several words must be, on the mean of their words, to be shown."""

LEAST_ALONE = 0.9
"""How like a single word must be to one that is listed: spelt, said or romanised alike, never with a slip."""

ALONE, BOTH_ALONE = 0.5, 0.7
"""What a single word is worth where one of the names has more words, and where neither has."""

WORD_MORE = 0.08
"""What each word takes away that only one of the names has."""

TURNED, OTHER_KEYBOARD, JOINED_SLIP = 0.97, 0.9, 0.85
LONG_JOINED = 8
"""Letters of a name written in one piece from which one slip still is the same name."""

MOST_WORDS = 6

_HOW = {Like.SAME: How.SAME_NAME, Like.SOUND: How.SOUND, Like.ROMANISED: How.ROMANISED, Like.SLIP: How.SLIP}


@dataclass(frozen=True, slots=True)
class _Listed:
    """One listed name with the place of its entry."""

    place: int
    name: str
    words: tuple[Word, ...]

    @property
    def joined(self) -> frozenset[str]:
        """The name in one piece, in every order that names are told in."""
        return frozenset(_joined(self.words))


@dataclass(frozen=True, slots=True)
class _NameLikeness:
    share: float
    how: How
    weak: bool = False


SAME_IN_ONE_PIECE, TURNED_IN_ONE_PIECE = _NameLikeness(SAME, How.SAME_NAME), _NameLikeness(TURNED, How.OTHER_ORDER)


class WatchMatcher:
    """Entries prepared for being compared with one arrival after the other."""

    def __init__(self, entries: Iterable[Watched]) -> None:
        self._entries: Sequence[Watched] = tuple(entries)
        self._plates = [plates_of(entry.plate) for entry in self._entries]
        self._names = list(self._read_names())
        self._table = WordTable(word for listed in self._names for word in listed.words)
        self._with_word: dict[str, list[_Listed]] = defaultdict(list)
        self._joined: dict[str, list[_Listed]] = defaultdict(list)
        for listed in self._names:
            for key in {word.key for word in listed.words}:
                self._with_word[key].append(listed)
            for key in listed.joined:
                self._joined[key].append(listed)
        self._pieces = list(self._joined)

    def matches(self, name: str = "", plate: str = "") -> tuple[WatchHit, ...]:
        """Return every entry that an arrival is like, each once: those to decide on first, the likest first."""
        named, driven = self._by_name(name), self._by_plate(plates_of(plate))
        hits = [_hit(self._entries[place], named.get(place), driven.get(place)) for place in sorted({*named, *driven})]
        return tuple(sorted(hits, key=lambda hit: (hit.weak, -hit.likeness, hit.watched.id)))

    def _read_names(self) -> Iterator[_Listed]:
        for place, entry in enumerate(self._entries):
            for name in entry.names:
                for words in dict.fromkeys(words_of(reading)[:MOST_WORDS] for reading in name_readings(name)[:1]):
                    if words:
                        yield _Listed(place, name, words)

    def _by_plate(self, seen: tuple[Plate, ...]) -> dict[int, PlateLikeness]:
        if not seen:
            return {}
        found = ((place, compare_plates(listed, seen)) for place, listed in enumerate(self._plates) if listed)
        return {place: likeness for place, likeness in found if likeness is not None}

    def _by_name(self, name: str) -> dict[int, tuple[_NameLikeness, str]]:
        best: dict[int, tuple[_NameLikeness, str]] = {}
        for listed, likeness in self._named(name):
            before = best.get(listed.place)
            if before is None or _rank(likeness) > _rank(before[0]):
                best[listed.place] = (likeness, listed.name)
        return best

    def _named(self, name: str) -> Iterator[tuple[_Listed, _NameLikeness]]:
        for reading in name_readings(name) if name.strip() else ():
            yield from self._one_reading(words_of(reading)[:MOST_WORDS])
        for typed in dict.fromkeys((to_thai(name), to_english(name))):
            if typed != name:
                yield from self._other_keyboard(words_of(name_readings(typed)[0])[:MOST_WORDS])

    def _one_reading(self, words: tuple[Word, ...]) -> Iterator[tuple[_Listed, _NameLikeness]]:
        alike = [self._table.alike(word) for word in words]
        reached = {id(one): one for keys in alike for key in keys for one in self._with_word[key]}
        for listed in reached.values():
            if likeness := _compare(listed.words, alike):
                yield listed, likeness
        yield from self._in_one_piece(words)

    def _in_one_piece(self, words: tuple[Word, ...]) -> Iterator[tuple[_Listed, _NameLikeness]]:
        """Find names written together, or parted elsewhere."""
        for place, key in enumerate(_joined(words)):
            for listed in self._joined.get(key, ()):
                if len(listed.words) > 1 or len(words) > 1:
                    as_it_stands = not place and key == _joined(listed.words)[0]
                    yield listed, SAME_IN_ONE_PIECE if as_it_stands else TURNED_IN_ONE_PIECE
        if len(words) == 1 and len(words[0].key) >= LONG_JOINED:
            near = (self._pieces[place] for place in within(words[0].key, self._pieces, 1))
            several = (listed for key in near for listed in self._joined[key] if len(listed.words) > 1)
            yield from ((listed, _NameLikeness(JOINED_SLIP, How.SLIP)) for listed in several)

    def _other_keyboard(self, words: tuple[Word, ...]) -> Iterator[tuple[_Listed, _NameLikeness]]:
        for key in _joined(words) if len(words) > 1 else ():
            for listed in self._joined.get(key, ()):
                if len(listed.words) > 1:
                    yield listed, _NameLikeness(OTHER_KEYBOARD, How.LAYOUT)


def matches(name: str, plate: str, entries: Iterable[Watched]) -> tuple[WatchHit, ...]:
    """Return every entry that an arrival is like; for many arrivals make one ``WatchMatcher``."""
    return WatchMatcher(entries).matches(name, plate)


def about_visitor(watched_id: str, name: str, plate: str, number: str) -> str:
    """Return what tells one visitor from others in decisions about an entry; "" without number and plate.

    It is a digest: nobody's name can be read in it, and it differs from entry to entry.
    """
    plates = sorted(one.key for one in plates_of(plate))
    known = number or "".join(plates)
    words = sorted(word.key for word in words_of(name_readings(name)[0])) if name.strip() else []
    if not known or not words:
        return ""
    return hashlib.sha256("\n".join((watched_id, *words, "", known)).encode()).hexdigest()[:32]


def _joined(words: Sequence[Word]) -> tuple[str, ...]:
    """Return a name in one piece: as it stands, then with its first or its last word at the other end."""
    keys = [word.key for word in words]
    return tuple(dict.fromkeys("".join(order) for order in (keys, keys[1:] + keys[:1], keys[-1:] + keys[:-1])))


def _rank(likeness: _NameLikeness) -> tuple[bool, float]:
    return not likeness.weak, likeness.share


def _compare(listed: Sequence[Word], alike: Sequence[dict[str, WordLikeness]]) -> _NameLikeness | None:
    """Compare the words of a listed name with those of an arrival, given what each of the latter is like."""
    pairs = _paired(listed, alike)
    fewest, most = sorted((len(listed), len(alike)))
    if len(pairs) < fewest:
        return None
    mean = sum(likeness.share for _, _, likeness in pairs) / len(pairs)
    if fewest == 1:
        return _alone(mean, pairs[0][2], most)
    share = mean - WORD_MORE * (most - fewest)
    if share < LEAST:
        return None
    return _with_order(share, pairs)


def _alone(share: float, likeness: WordLikeness, most: int) -> _NameLikeness | None:
    if share < LEAST_ALONE or likeness.like is Like.SLIP:
        return None
    if most > 1:
        return _NameLikeness(share * ALONE, How.ONE_WORD, weak=True)
    return _NameLikeness(share * BOTH_ALONE, _HOW[likeness.like], weak=True)


def _with_order(share: float, pairs: Sequence[tuple[int, int, WordLikeness]]) -> _NameLikeness:
    seen = [there for _, there, _ in sorted(pairs, key=lambda pair: pair[0])]
    turned = seen != sorted(seen)
    how = _HOW[max(likeness.like for _, _, likeness in pairs)]
    if turned and how is How.SAME_NAME:
        how = How.OTHER_ORDER
    return _NameLikeness(share * TURNED if turned else share, how)


def _paired(listed: Sequence[Word], alike: Sequence[dict[str, WordLikeness]]) -> list[tuple[int, int, WordLikeness]]:
    """Pair words that are alike, the likest first, each at most once; as (place listed, place arrived, likeness)."""
    possible = [
        (here, there, likeness)
        for here, word in enumerate(listed)
        for there, found in enumerate(alike)
        if (likeness := found.get(word.key))
    ]
    pairs: list[tuple[int, int, WordLikeness]] = []
    for pair in sorted(possible, key=lambda pair: (-pair[2].share, abs(pair[0] - pair[1]))):
        if all(pair[0] != here and pair[1] != there for here, there, _ in pairs):
            pairs.append(pair)
    return pairs


def _hit(watched: Watched, named: tuple[_NameLikeness, str] | None, driven: PlateLikeness | None) -> WatchHit:
    """Make one hit of what name and plate say; both together are stronger than either."""
    if named is None and driven is not None:
        return WatchHit(watched, driven.share, driven.how, weak=driven.weak)
    assert named is not None
    likeness, name = named
    hit = WatchHit(watched, likeness.share, likeness.how, name, likeness.weak)
    if driven is None:
        return hit
    both = 1 - (1 - likeness.share) * (1 - driven.share)
    return replace(hit, likeness=both, weak=False, also=driven.how)
