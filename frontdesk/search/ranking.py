"""The final order of the candidates, by how well their text fits what was typed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from .analyzer import END_OF_HEAD

CANDIDATES = 40

_ALIGNMENT_WEIGHT = 0.6
_ALIGNMENT_POWER = 4
_NAMED_WEIGHT = 0.15
_SHORTEST_NAME = 3
_POOR_FIT = 50
"""Per cent; a fit below this counts as none, which lets the search for it end early."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that may be the answer: its number, its normalised text and its score so far."""

    document: int
    text: str
    score: float


def ranked(query: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates, best first, with what a good fit of their text adds."""
    if not candidates:
        return []
    chunks = query.split()
    top = max(candidate.score for candidate in candidates)
    weighed = [replace(one, score=one.score + top * _fitness(chunks, one.text)) for one in candidates]
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


def _fitness(chunks: Sequence[str], text: str) -> float:
    return _ALIGNMENT_WEIGHT * alignment(chunks, text) + _NAMED_WEIGHT * naming(chunks, text)


def _fit(chunk: str, text: str) -> float:
    return fuzz.partial_ratio(chunk, text, score_cutoff=_POOR_FIT) / 100
