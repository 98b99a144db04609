"""What using answers teaches: which words lead to which answer, and how much that may change.

Every contact in which an answer was used counts once for each word that was typed for it. A use loses half
its weight every ``HALF_LIFE`` days. A word counts for an answer by its share (how many of the word's uses
went to this answer) and by how often that was seen lately; both are at most 1, so the most a word can do is
to lift an answer by ``LIFT`` of the best score. Nothing here depends on the order of rows or on the hour.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

HALF_LIFE = 90
"""Days after which a use counts half."""

LEAST_USES = 2
"""Contacts in which a word must have led to an answer before it counts, or before it is offered as a keyword."""

LEAST_SHARE = 0.2
"""The share of a word's uses below which it says nothing about an answer, like ที่ไหน."""

STEADY = 2.0
"""Fresh uses at which a word that leads nowhere else counts half."""

LIFT = 0.25
"""The most that learning adds to a score, as a part of the best score."""

LEAST_BROUGHT = 0.3
"""How strongly words must point to an answer that holds none of them, to bring it in."""

EPOCH = date(2026, 1, 1)


class MarkKind(StrEnum):
    """What somebody decided about what an answer has learned."""

    RESET = "reset"
    REFUSED = "refused"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Fact:
    """One contact taught that ``words`` lead to an answer; ``missed``: that they do not, and ought to."""

    contact_id: str
    code: str
    words: str
    at: datetime
    missed: bool = False


@dataclass(frozen=True, slots=True)
class WordUse:
    """How often a word led to an answer.

    ``weight`` is the sum of ``weight_of`` its days, ``total`` that of the word for all answers. Where no
    answer has a share worth naming, ``article_id`` is empty.
    """

    word: str
    article_id: str
    uses: int
    weight: float
    total: float
    last_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class LearnedWord:
    """A word on an answer's card: contacts that used it, the last one (UTC), and how much it counts, 0 to 1."""

    word: str
    uses: int
    last_at: datetime
    strength: float


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words of callers that did not find an answer which then helped them; in how many contacts, and when last."""

    words: str
    times: int
    last_at: datetime


@dataclass(frozen=True, slots=True)
class Mark:
    """A decision: of what kind, about which words, by whom (a staff id) and when (UTC)."""

    kind: MarkKind
    code: str
    words: str
    by: str
    at: datetime


def weight_of(day: date) -> float:
    """Return the weight of a use on a day, in uses on ``EPOCH``; what counts is only how two days compare."""
    return float(2.0 ** ((day - EPOCH).days / HALF_LIFE))


def strength(use: WordUse, today: date) -> float:
    """Return how much a word counts for an answer, from 0 to just under 1."""
    if use.uses < LEAST_USES or use.weight < LEAST_SHARE * use.total:
        return 0.0
    fresh = use.weight / weight_of(today)
    return round(use.weight / use.total * fresh / (fresh + STEADY), 4)


def boosts(words: Sequence[str], uses: Iterable[WordUse], today: date) -> dict[str, float]:
    """Return by article id how strongly the words typed point to it: the mean over words that tell anything.

    A word never seen before counts as one that points elsewhere; one that leads everywhere does not count.
    """
    strengths: dict[str, float] = {}
    general: set[str] = set()
    for use in uses:
        if use.article_id:
            strengths[use.article_id] = strengths.get(use.article_id, 0.0) + strength(use, today)
        else:
            general.add(use.word)
    telling = len(set(words) - general)
    return {key: round(sum_ / telling, 4) for key, sum_ in sorted(strengths.items()) if sum_ and telling}


def leading(words: Sequence[str], uses: Iterable[WordUse], today: date) -> dict[str, tuple[str, ...]]:
    """Return by article id those of the words typed that point to it, in their order."""
    pointing: dict[str, set[str]] = {}
    for use in uses:
        if use.article_id and strength(use, today):
            pointing.setdefault(use.article_id, set()).add(use.word)
    return {key: tuple(word for word in words if word in found) for key, found in pointing.items()}


def lifted(score: float, top: float, boost: float) -> float:
    """Return a score with what was learned added."""
    return score + LIFT * boost * top


def brought(boosts: Mapping[str, float], found: Iterable[str], top: float, near: bool) -> dict[str, float]:
    """Return scores for learned answers that were not found: below the best, but above what is only near."""
    here, best = set(found), top or 1.0
    above = near or not here
    return {
        key: lifted(best, best, boost) if above else best * (1 + boost) / 2
        for key, boost in boosts.items()
        if key not in here and boost >= LEAST_BROUGHT
    }
