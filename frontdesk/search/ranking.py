"""The final order of the candidates, by how well their text fits what was typed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from rapidfuzz import fuzz

from .building.analyzer import END_OF_HEAD

CANDIDATES = 30

_ALIGNMENT_WEIGHT = 0.7
_ALIGNMENT_POWER = 4
_NAMED_WEIGHT = 0.02
_NEARNESS_WEIGHT = 0.6
_NEAR = 30
"""Letters between two words over which their being near each other loses most of its worth."""
_NEIGHBOURS = 3
_PLACES = 12
_EARLY_WEIGHT, _EARLY = 0.2, 600
"""Letters from its beginning over which a word in a text loses most of what its coming early is worth."""
_OFTEN_WEIGHT, _OFTEN = 0.3, 20
_SHORTEST_NAME = 3
_POOR_FIT, _POOR_FIT_OF_LONG, _LONG = 65, 50, 16
"""Per cent; a fit below this counts as none, which lets the search for it end early. Of a long chunk, more letters
than the third given, as a question in one breath, a part may be all that an answer says."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that may be the answer: its number, its normalised text and its score so far."""

    document: int
    text: str
    score: float


def ranked(chunks: Mapping[str, float], telling: Sequence[str], candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates, best first, with what a good fit of their text adds.

    ``chunks`` are the stretches of the query between blanks and what each tells; ``telling`` the few words
    that should stand near each other, in the query's order.
    """
    if not candidates:
        return []
    top = max(candidate.score for candidate in candidates)
    weighed = [
        Candidate(one.document, one.text, one.score + top * _fitness(chunks, telling, one.text)) for one in candidates
    ]
    return sorted(weighed, key=lambda one: (-one.score, one.document))


def alignment(chunks: Mapping[str, float], text: str) -> float:
    """Return how well the chunks are found inside a text, 0 to 1, by what each tells."""
    fit = sum(worth * _fit(chunk, text) ** _ALIGNMENT_POWER for chunk, worth in chunks.items())
    return fit / sum(chunks.values()) if chunks else 0.0


def naming(chunks: Collection[str], text: str) -> int:
    """Return 1 if all that was typed stands in a text's titles and keywords, 2 if one begins so, else 0."""
    head = text.partition(END_OF_HEAD)[0]
    if sum(map(len, chunks)) < _SHORTEST_NAME or not all(chunk in head for chunk in chunks):
        return 0
    typed = " ".join(chunks)
    return 2 if any(line.startswith(typed) for line in head.splitlines()) else 1


def nearness(words: Sequence[str], text: str) -> float:
    """Return how near to each other words stand in a text, 0 to 1: what is asked about is said in one breath."""
    places = [(len(word), _places(word, text)) for word in words]
    pairs, near = 0, 0.0
    for at, (length, some) in enumerate(places):
        for other_length, others in places[at + 1 : at + 1 + _NEIGHBOURS]:
            pairs += 1
            if some and others:
                near += exp(-_gap(some, length, others, other_length) / _NEAR)
    return near / pairs if pairs else 0.0


def subject(word: str, text: str) -> float:
    """Return how much of a text is about a word it has, at least 0: it comes early and again and again."""
    at = text.find(word)
    if at < 0:
        return 0.0
    return _EARLY_WEIGHT * exp(-at / _EARLY) + _OFTEN_WEIGHT * min(text.count(word), _OFTEN) / _OFTEN


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
    i = j = 0
    while i < len(some) and j < len(others):
        if some[i] <= others[j]:
            gap = others[j] - some[i] - length
            i += 1
        else:
            gap = some[i] - others[j] - other_length
            j += 1
        if gap < best:
            best = gap
    return max(0.0, best)


def _fitness(chunks: Mapping[str, float], telling: Sequence[str], text: str) -> float:
    fitting = _ALIGNMENT_WEIGHT * alignment(chunks, text)
    if len(telling) == 1 and tuple(chunks) == tuple(telling):
        return fitting + subject(telling[0], text)
    return fitting + _NEARNESS_WEIGHT * nearness(telling, text) + _NAMED_WEIGHT * naming(chunks, text)


def _fit(chunk: str, text: str) -> float:
    if chunk in text:
        return 1.0
    poor = _POOR_FIT if len(chunk) <= _LONG else _POOR_FIT_OF_LONG
    return fuzz.partial_ratio(chunk, text, score_cutoff=poor) / 100
