"""One state of the index, open for answering."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from whoosh.reading import IndexReader

from frontdesk.services.ports import Hit, Ranking, Scopes

from .folder import About, storage
from .planner import Plan, Planner
from .postings import Postings, Scores
from .ranking import CANDIDATES, Candidate, ranked
from .trigrams import LayeredTrigrams, Trigrams
from .vocabulary import Vocabulary

_TRIGRAM_WEIGHT = 0.4
_TEXTS_KEPT = 4096
_MARKS = 12
_TOO_COMMON = 0.25
_SCOPES = 64

Synonyms = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Stored:
    """What the index keeps of one document."""

    id: str
    text: str


class Snapshot:
    """An open build. Later writes to its folder are not seen; close it when nobody asks any more."""

    def __init__(self, build: Path, about: About, synonyms: Synonyms) -> None:
        self.build, self.about = build, about
        self._reader: IndexReader = storage(build).open_index().reader()
        self.size: int = self._reader.doc_count_all()
        self._stored = lru_cache(maxsize=_TEXTS_KEPT)(self._read_stored)
        self._postings = Postings(self._reader)
        self._vocabulary = Vocabulary(_counts(self._reader))
        self._trigrams = LayeredTrigrams(Trigrams.load(build, about.base), Trigrams.build(self._recent()))
        self._gone = [doc for doc in range(self.size) if self._reader.is_deleted(doc)]
        self._planner = Planner(self._vocabulary, self._trigrams, synonyms)

    @property
    def articles(self) -> int:
        """How many answers can be found."""
        return self.size - len(self._gone)

    def search(self, query: str, limit: int, literal: bool = False, scopes: Scopes = ()) -> Ranking:
        """Return the best answers, and the reading of the query where it is not what was typed."""
        plan = self._planner.plan(query, literal)
        if not plan.words and not len(plan.trigrams):
            return Ranking()
        best = ranked(plan.text, self._candidates(plan, scopes))[:limit]
        return Ranking(tuple(self._hit(candidate, plan) for candidate in best), plan.understood)

    def close(self) -> None:
        """Let go of the files."""
        self._stored.cache_clear()
        self._reader.close()

    def _candidates(self, plan: Plan, scopes: Scopes) -> list[Candidate]:
        scores = np.zeros(self.size, dtype=np.float32)
        self._postings.add_scores(scores, plan.words)
        for group in plan.guesses:
            self._postings.add_best(scores, group)
        self._trigrams.add_scores(scores, plan.trigrams, _TRIGRAM_WEIGHT)
        scores[self._gone] = 0
        for marks in scopes:
            scores[~self._marked(marks)] = 0
        return [Candidate(doc, self._stored(doc).text, float(scores[doc])) for doc in _highest(scores, CANDIDATES)]

    def _marked(self, marks: Sequence[str]) -> NDArray[np.bool_]:
        held = np.zeros(self.size, dtype=np.bool_)
        for word in {word for mark in marks for word in self._vocabulary.beginning_with(mark, _SCOPES)}:
            held[self._postings.of(word)[0]] = True
        return held

    def _hit(self, candidate: Candidate, plan: Plan) -> Hit:
        return Hit(self._stored(candidate.document).id, candidate.score, self._marks(candidate.text, plan))

    def _marks(self, text: str, plan: Plan) -> tuple[str, ...]:
        """Return the words of the plan that stand in a text, without those too common to tell anything."""
        words = dict.fromkeys(word for group in (plan.words, *plan.guesses) for word in group)
        found = [word for word in words if len(word) > 1 and word in text]
        rare = [word for word in found if self._vocabulary.counts.get(word, 0) <= _TOO_COMMON * self.size]
        return tuple(sorted(rare or found, key=len, reverse=True)[:_MARKS])

    def _read_stored(self, document: int) -> Stored:
        fields = self._reader.stored_fields(document)
        return Stored(fields["id"], fields.get("text", ""))

    def _recent(self) -> list[str]:
        numbers = range(self.about.base, self.size)
        return ["" if self._reader.is_deleted(doc) else self._stored(doc).text for doc in numbers]


def _counts(reader: IndexReader) -> dict[str, int]:
    if not reader.doc_count_all():
        return {}
    return {word.decode(): info.doc_frequency() for word, info in reader.iter_field("words")}


def _highest(scores: Scores, count: int) -> list[int]:
    """Return the numbers of the highest scores above nothing, highest first; ties in order."""
    if len(scores) > count:
        border = np.partition(scores, len(scores) - count)[len(scores) - count]
        some = np.flatnonzero(scores >= border)
    else:
        some = np.arange(len(scores))
    some = some[scores[some] > 0]
    return [int(doc) for doc in some[np.argsort(-scores[some], kind="stable")][:count]]
