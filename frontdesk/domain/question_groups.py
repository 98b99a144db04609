"""Questions nobody could answer, those that mean the same put together."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from rapidfuzz import fuzz, process

from .thai_text import normalise

ALIKE = 82
"""From so much likeness on (0-100, of the letters), two questions are taken for one."""
MOST_FORMS = 1_000
"""So many of the commonest ways to ask are compared: each with each would take minutes where there are more."""
LEAST_LETTERS = 5
"""Shorter questions are only alike if they are equal: one letter changes what they mean."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A question without an answer: the words as asked most often, how often, and when first and last (UTC)."""

    words: str
    count: int
    first_at: datetime
    last_at: datetime


@dataclass(slots=True)
class _Form:
    """One way to ask, and when it was."""

    words: str
    times: list[datetime] = field(default_factory=list)


def grouped(asked: Iterable[tuple[datetime, str]], answered: Collection[str] = ()) -> list[Gap]:
    """Return the gaps behind questions, those asked most often first, then the newest.

    ``answered`` are normalised names of answers: who asked by one of these could be answered now.
    """
    forms: dict[str, _Form] = {}
    for at, words in asked:
        key = " ".join(normalise(words).split())
        if key and key not in answered:
            forms.setdefault(key, _Form(words)).times.append(at)
    groups = _joined(forms)
    gaps = [Gap(forms[key].words, len(times), min(times), max(times)) for key, times in groups.items()]
    return sorted(gaps, key=lambda gap: (gap.count, gap.last_at), reverse=True)


def _joined(forms: dict[str, _Form]) -> dict[str, list[datetime]]:
    """Join each way to ask to the commonest one that is like it."""
    common = Counter({key: len(form.times) for key, form in forms.items()}).most_common(MOST_FORMS)
    groups: dict[str, list[datetime]] = {}
    heads: list[str] = []
    for key, _ in common:
        head = _like(key, heads)
        if head == key:
            heads.append(key)
        groups.setdefault(head, []).extend(forms[key].times)
    return groups


def _like(key: str, heads: Sequence[str]) -> str:
    if len(key) < LEAST_LETTERS:
        return key
    found = process.extractOne(key, heads, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE)
    return found[0] if found and len(found[0]) >= LEAST_LETTERS else key
