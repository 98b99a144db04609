"""The final order of the candidates, by how well their text fits what was typed."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp

from rapidfuzz import fuzz

from .analyzer import END_OF_HEAD

CANDIDATES = 40

_ALIGNMENT_WEIGHT = 0.6
_ALIGNMENT_POWER = 4
_NAMED_WEIGHT = 0.15
_NEARNESS_WEIGHT = 0.4
_NEAR = 30
"""Letters between two words over which their being near each other loses most of its worth."""
_NEIGHBOURS = 3
_PLACES = 12
_SHORTEST_NAME = 3
_POOR_FIT = 50
"""Per cent; a fit below this counts as none, which lets the search for it end early."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that may be the answer: its number, its normalised text and its score so far."""

    document: int
    text: str
    score: float


def ranked(query: str, telling: Sequence[str], candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates, best first, with what a good fit of their text adds.

    ``telling`` are the few words of the query that should stand near each other, in its order.
    """
    if not candidates:
        return []
    chunks = query.split()
    top = max(candidate.score for candidate in candidates)
    weighed = [replace(one, score=one.score + top * _fitness(chunks, telling, one.text)) for one in candidates]
    return sorted(weighed, key=lambda one: (-one.score, one.document))


def alignment(chunks: Sequence[str], text: str) -> float:
    """Return how well the chunks are found inside a text, 0 to 1, long chunks counting more."""
    letters = sum(map(len, chunks))
    if not letters:
        return 0.0
    return sum(len(chunk) * _fit(chunk, text) ** _ALIGNMENT_POWER for chunk in chunks) / letters


def naming(chunks: Sequence[str], text: str) -> int:
    """Return 1 if all that was typed stands in a text's titles and keywords, 2 if one begins so, else 0."""
    head = text.partition(END_OF_HEAD)[0]
    if sum(map(len, chunks)) < _SHORTEST_NAME or not all(chunk in head for chunk in chunks):
        return 0
    typed = " ".join(chunks)
    return 2 if any(line.startswith(typed) for line in head.splitlines()) else 1


def nearness(words: Sequence[str], text: str) -> float:
    """Return how near to each other words stand in a text, 0 to 1: what is asked about is said in one breath."""
    pairs = [(a, b) for a in range(len(words)) for b in range(a + 1, min(a + 1 + _NEIGHBOURS, len(words)))]
    if not pairs:
        return 0.0
    places = [_places(word, text) for word in words]
    near = (exp(-_gap(places[a], len(words[a]), places[b], len(words[b])) / _NEAR) for a, b in pairs)
    return sum(near) / len(pairs)


def _places(word: str, text: str) -> list[int]:
    """Return where a word first stands in a text, in order."""
    places: list[int] = []
    at = text.find(word)
    while at >= 0 and len(places) < _PLACES:
        places.append(at)
        at = text.find(word, at + 1)
    return places


def _gap(some: Sequence[int], length: int, others: Sequence[int], other_length: int) -> float:
    """Return the fewest letters between one word at some places and another at others."""
    best = float("inf")
    for place in some if others else ():
        after = bisect_left(others, place)
        if after < len(others):
            best = min(best, others[after] - place - length)
        if after:
            best = min(best, place - others[after - 1] - other_length)
    return max(0.0, best)


def _fitness(chunks: Sequence[str], telling: Sequence[str], text: str) -> float:
    named = _NAMED_WEIGHT * naming(chunks, text)
    return _ALIGNMENT_WEIGHT * alignment(chunks, text) + _NEARNESS_WEIGHT * nearness(telling, text) + named


def _fit(chunk: str, text: str) -> float:
    return fuzz.partial_ratio(chunk, text, score_cutoff=_POOR_FIT) / 100
