"""The final order of the candidates, by how well their text fits what was typed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

CANDIDATES = 40

_ALIGNMENT_WEIGHT = 0.6
_ALIGNMENT_POWER = 4
_POOR_FIT = 50
"""Per cent; a fit below this counts as none, which lets the search for it end early."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that may be the answer: its number, its normalised text and its score so far."""

    document: int
    text: str
    score: float


def ranked(query: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates, best first, with what their text's best alignment adds."""
    if not candidates:
        return []
    chunks = [chunk for chunk in re.split(r"\s+", query) if chunk]
    scale = _ALIGNMENT_WEIGHT * max(candidate.score for candidate in candidates)
    weighed = [Candidate(one.document, one.text, one.score + scale * alignment(chunks, one.text)) for one in candidates]
    return sorted(weighed, key=lambda one: (-one.score, one.document))


def alignment(chunks: Sequence[str], text: str) -> float:
    """Return how well the chunks are found inside a text, 0 to 1, long chunks counting more."""
    letters = sum(map(len, chunks))
    if not letters:
        return 0.0
    return sum(len(chunk) * _fit(chunk, text) ** _ALIGNMENT_POWER for chunk in chunks) / letters


def _fit(chunk: str, text: str) -> float:
    return fuzz.partial_ratio(chunk, text, score_cutoff=_POOR_FIT) / 100
