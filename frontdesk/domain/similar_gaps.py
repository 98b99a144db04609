"""How often something like a question without an answer was asked before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from .matters import alike, telling_words

LOOK_BACK = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class AskedGap:
    """A question without an answer that was asked in an earlier contact (UTC)."""

    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class SimilarGaps:
    """How often something alike was asked, since when it waits for an answer (UTC), and some words of those who did."""

    count: int = 0
    first_at: datetime | None = None
    words: tuple[str, ...] = ()


def similar_gaps(text: str, asked: Iterable[AskedGap], shown: int = 2) -> SimilarGaps:
    """Return those alike to a text; the words of the newest first, each once."""
    wanted = telling_words(text)
    found = sorted((one for one in asked if alike(wanted, telling_words(one.words))), key=lambda one: one.at)
    if not found:
        return SimilarGaps()
    words = dict.fromkeys(one.words.strip() for one in reversed(found))
    return SimilarGaps(len(found), found[0].at, tuple(words)[:shown])
