"""Which of today's visits a text means: by name in any order or as it sounds, number, plate, host, company, place,
badge, slot or code. What only sounds alike, or was typed with the other keyboard on, is a guess."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest
from itertools import chain, islice
from operator import itemgetter

from .keyboard_layout import to_english, to_thai
from .line_table import LineTable
from .names import name_key, strip_title
from .near_names import NearNames
from .numbers import digits_of, fold_number, looks_like_number, parse_number
from .plates import plate_keys
from .thai_text import normalise
from .visits import CODE_LENGTH, TOKEN_LENGTH, TOKEN_LETTERS, MatchedBy, Visit, VisitMatch

LEAST_INSIDE = 3
"""Letters or digits from which a text is looked for inside of words and numbers too."""
LONGEST_SIGN = 16
"""Letters that the number of a badge may have."""
MOST_LOOKED_AT = 300
"""So many visits are compared closely for each way to read a text, those to come first."""
MOST_GUESSED = 20

_FIELDS = ((MatchedBy.NAME, 0.9), (MatchedBy.HOST, 0.6), (MatchedBy.ORGANISATION, 0.55), (MatchedBy.PLACE, 0.5))
_SLOT = re.compile(r"(?:ช่อง|บัตร|slot|card|badge|no|เลขที่|เบอร์)\s*\.?\s*(\w{1,8})")
_INSIDE_WORTH, _MIXED_WORTH, _GUESS_WORTH = 0.7, 0.4, 0.5


@dataclass(frozen=True)
class Entry:
    """A visit with the keys that it is compared by; ``slots`` are those of the cards held for it."""

    visit: Visit
    slots: tuple[str, ...] = ()

    @cached_property
    def words(self) -> tuple[tuple[str, ...], ...]:
        """The words of each field, in the order of ``_FIELDS``."""
        one = self.visit
        return tuple(_words(text) for text in (one.name, one.host, one.organisation, one.place))

    @cached_property
    def joined(self) -> tuple[str, ...]:
        return tuple("".join(words) for words in self.words)

    @cached_property
    def standing(self) -> tuple[int, str, str]:
        return _standing(self.visit)

    @cached_property
    def line(self) -> str:
        """All keys in one line: what is not in it is not found."""
        signs = (self.visit.digits, name_key(self.visit.badge), self.visit.code, *self.slots)
        return "|".join((*self.joined, *self.plates, *signs))

    @cached_property
    def plates(self) -> tuple[str, ...]:
        return plate_keys(self.visit.plate) if self.visit.plate else ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A text taken apart once for all visits."""

    words: tuple[str, ...]
    joined: str
    digits: str
    plates: tuple[str, ...]
    sign: str
    slot: str

    @property
    def nothing(self) -> bool:
        return not (self.joined or self.digits)


def read_asked(text: str) -> Asked:
    """Take a text apart."""
    plain = normalise(text)
    folded = fold_number(text)
    digits = _digits(text) if _numeric(folded) or looks_like_number(text) else ""
    letters = bool(re.search("[ก-ฮ]", plain)) and any(sign.isdigit() for sign in plain)
    slot = _SLOT.fullmatch(plain)
    words = _words(text)
    sign = name_key(text) if len(plain) <= LONGEST_SIGN and " " not in plain else ""
    return Asked(
        words, "".join(words), digits, plate_keys(text) if letters or digits else (), sign, slot[1] if slot else ""
    )


def token_in(text: str) -> str:
    """Return the token that a scanner typed, whatever keyboard was on; "" if it is none."""
    for typed in (text.strip(), to_english(text.strip())):
        low = typed.lower()
        if len(low) == TOKEN_LENGTH and set(low) <= set(TOKEN_LETTERS):
            return low
    return ""


class VisitTable:
    """Visits to be found; made anew when any of them has changed, which takes little while the entries stay."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries = sorted(entries, key=_place)
        self._lines = LineTable(entry.line for entry in self._entries)

    def find(self, text: str, limit: int) -> tuple[VisitMatch, ...]:
        """Return the visits that a text means, likeliest first; guesses only where nothing else fits."""
        asked = read_asked(text)
        found = [] if asked.nothing else self._matched(asked)
        return tuple((found or self._guessed(text, asked))[:limit])

    def _matched(self, asked: Asked) -> list[VisitMatch]:
        found = (match for entry in self._holding(asked) if (match := _match(entry, asked)))
        return sorted(found, key=_order)

    def _holding(self, asked: Asked) -> Iterator[Entry]:
        """Yield the visits in whose keys what is asked stands at all: only these are worth a close look."""
        ways = {(*asked.words,), (asked.joined,), (asked.digits,), asked.plates[:1], (asked.sign,), (asked.slot,)}
        some = (islice(self._lines.holding(way), MOST_LOOKED_AT) for way in ways if any(way))
        return (self._entries[number] for number in sorted(set(chain.from_iterable(some))))

    def _guessed(self, text: str, asked: Asked) -> list[VisitMatch]:
        for other in (to_thai(text), to_english(text), _letters_to_thai(text)):
            turned = read_asked(other)
            if other != text and not turned.nothing and (found := self._matched(turned)):
                return [_as_guess(match.visit, match.reason, match.score) for match in found]
        return self._by_sound(asked) if len(asked.joined) > 1 else []

    def _by_sound(self, asked: Asked) -> list[VisitMatch]:
        scores = self._names.near(asked.words)
        best = nlargest(MOST_GUESSED, scores.items(), key=itemgetter(1))
        return sorted((_as_guess(self._entries[n].visit, MatchedBy.SOUND, one) for n, one in best), key=_order)

    @cached_property
    def _names(self) -> NearNames:
        return NearNames([entry.words[0] for entry in self._entries])


def _match(entry: Entry, asked: Asked) -> VisitMatch | None:
    best = max(_reasons(entry, asked), key=lambda reason: reason[1], default=None)
    return VisitMatch(entry.visit, best[0], best[1]) if best else None


def _reasons(entry: Entry, asked: Asked) -> Iterator[tuple[MatchedBy, float]]:
    yield from _by_sign(entry, asked)
    yield from _by_plate(entry, asked)
    yield from _by_number(entry, asked)
    yield from _by_words(entry, asked)


def _by_sign(entry: Entry, asked: Asked) -> Iterator[tuple[MatchedBy, float]]:
    visit, sign = entry.visit, asked.slot or asked.sign
    if not sign:
        return
    if len(sign) == CODE_LENGTH and sign == visit.code and not visit.state.ended:
        yield MatchedBy.CODE, 1.0
    if sign in entry.slots:
        yield MatchedBy.SLOT, 0.98 if asked.slot or len(sign) < LEAST_INSIDE else 0.8
    if visit.badge and sign == name_key(visit.badge) and visit.inside:
        yield MatchedBy.BADGE, 0.99


def _by_plate(entry: Entry, asked: Asked) -> Iterator[tuple[MatchedBy, float]]:
    if not (entry.plates and asked.plates):
        return
    wanted = asked.plates[0]
    if wanted in entry.plates:
        yield MatchedBy.PLATE, 0.97 if wanted == entry.plates[0] else 0.95
    elif len(wanted) > 1 and any(key.startswith(wanted) for key in entry.plates):
        yield MatchedBy.PLATE, 0.85


def _by_number(entry: Entry, asked: Asked) -> Iterator[tuple[MatchedBy, float]]:
    digits = entry.visit.digits
    if not digits or not asked.digits:
        return
    if asked.digits == digits:
        yield MatchedBy.NUMBER, 0.96
    elif len(asked.digits) >= LEAST_INSIDE and asked.digits in digits:
        yield MatchedBy.NUMBER, 0.84 if digits.endswith(asked.digits) or digits.startswith(asked.digits) else 0.6


def _by_words(entry: Entry, asked: Asked) -> Iterator[tuple[MatchedBy, float]]:
    if not asked.words:
        return
    for (reason, worth), words, joined in zip(_FIELDS, entry.words, entry.joined, strict=True):
        if not joined:
            continue
        if joined == asked.joined or sorted(words) == sorted(asked.words):
            yield reason, worth
        elif _begun(asked.words, words) or joined.startswith(asked.joined):
            yield reason, worth * 0.9
        elif len(asked.joined) >= LEAST_INSIDE and asked.joined in joined:
            yield reason, worth * _INSIDE_WORTH
    if len(asked.words) > 1 and _begun(asked.words, tuple(word for words in entry.words for word in words)):
        yield MatchedBy.NAME, _MIXED_WORTH


def _begun(asked: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Tell whether every word typed begins another word of these."""
    left = list(words)
    for one in sorted(asked, key=len, reverse=True):
        found = next((word for word in left if word.startswith(one)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def _as_guess(visit: Visit, reason: MatchedBy, score: float) -> VisitMatch:
    return VisitMatch(visit, reason, score * _GUESS_WORTH, guess=True)


_STANDS = {"expected": 0, "gate": 1, "reception": 1}


def _order(match: VisitMatch) -> tuple[float, int, str, str]:
    return -match.score, *_standing(match.visit)


def _place(entry: Entry) -> tuple[int, str, str]:
    return entry.standing


def _standing(visit: Visit) -> tuple[int, str, str]:
    """Order visits: those to come by their time, those inside, those that have ended."""
    return _STANDS.get(visit.state.value, 2), visit.due.isoformat() if visit.due else "~", visit.id


def _words(text: str) -> tuple[str, ...]:
    return tuple(key for word in strip_title(text).split() if (key := name_key(word)))


def _letters_to_thai(text: str) -> str:
    """Return what was typed with the English keyboard on, its digits on the pad of numbers."""
    return "".join(sign if sign.isdigit() or sign == "-" else to_thai(sign) for sign in text)


def _digits(text: str) -> str:
    """Return the digits as they stand on file, with the leading 0 instead of the country."""
    return parse_number(text).digits or digits_of(fold_number(text))


def _numeric(folded: str) -> bool:
    return bool(folded) and not re.search(r"[A-Za-zก-ฮ]", folded)
