"""One state of the index, open for answering."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from frontdesk.domain.phrases import quoted
from frontdesk.services.ports import Hit, Ranking, Scopes

from .holding import only_near
from .lookup.folder import About
from .lookup.impacts import Scores
from .lookup.open_index import OpenIndex
from .phrases import add_wish, holders_first
from .query.planner import Plan, Planner
from .query.synonyms import LiveSynonyms
from .ranking import CANDIDATES, Candidate, ranked

_TRIGRAM_WEIGHT, _OF_KNOWN_WORD = 0.4, 0.1
"""What trigrams count for beside words; less for one known word alone, to which they add only what looks like it."""
_MARKS = 12
_TOO_COMMON = 0.25
_SCOPES = 64
_BLOCK = 128


class Snapshot:
    """An open build. Later writes to its folder are not seen; close it when nobody asks any more."""

    def __init__(self, build: Path, about: About, synonyms: LiveSynonyms) -> None:
        self.build, self.about = build, about
        self._index = OpenIndex(build, about.base)
        self.size = self._index.size
        self._planner = Planner(self._index.vocabulary, self._index.trigrams, synonyms)

    @property
    def articles(self) -> int:
        """How many answers can be found."""
        return self.size - len(self._index.gone)

    def search(self, query: str, limit: int, literal: bool = False, scopes: Scopes = ()) -> Ranking:
        """Return the best answers, and the reading of the query where it is not what was typed."""
        plan = self._planner.plan(query, literal)
        if not plan.words and not len(plan.trigrams):
            return Ranking()
        phrases = quoted(plan.text)
        order = ranked(plan.chunks, plan.telling, self._candidates(plan, phrases, scopes))
        best = holders_first(phrases, order)[:limit]
        near = only_near((candidate.text for candidate in best), plan.asked, plan.guesses)
        return Ranking(tuple(self._hit(candidate, plan) for candidate in best), plan.understood, near)

    def close(self) -> None:
        """Let go of the files."""
        self._index.close()

    def _candidates(self, plan: Plan, phrases: Sequence[str], scopes: Scopes) -> list[Candidate]:
        scores = np.zeros(self.size, dtype=np.float32)
        self._index.postings.add_scores(scores, plan.words)
        for group in plan.guesses:
            self._index.postings.add_best(scores, group)
        self._index.trigrams.add_scores(scores, plan.trigrams, self._trigram_weight(plan))
        add_wish(scores, phrases, self._index.trigrams)
        scores[self._index.gone] = 0
        for marks in scopes:
            scores[~self._marked(marks)] = 0
        return [Candidate(doc, self._index.text(doc), float(scores[doc])) for doc in _highest(scores, CANDIDATES)]

    def _trigram_weight(self, plan: Plan) -> float:
        known = plan.text in plan.asked and plan.text in self._index.vocabulary
        return _OF_KNOWN_WORD if known else _TRIGRAM_WEIGHT

    def _marked(self, marks: Sequence[str]) -> NDArray[np.bool_]:
        held = np.zeros(self.size, dtype=np.bool_)
        for word in {word for mark in marks for word in self._index.vocabulary.beginning_with(mark, _SCOPES)}:
            held[self._index.postings.of(word)[0]] = True
        return held

    def _hit(self, candidate: Candidate, plan: Plan) -> Hit:
        return Hit(self._index.id(candidate.document), candidate.score, self._marks(candidate.text, plan))

    def _marks(self, text: str, plan: Plan) -> tuple[str, ...]:
        """Return the words of the plan that stand in a text, without those too common to tell anything."""
        words = dict.fromkeys(word for group in (plan.words, *plan.guesses) for word in group)
        found = [word for word in words if len(word) > 1 and word in text]
        rare = [word for word in found if self._index.vocabulary.counts.get(word, 0) <= _TOO_COMMON * self.size]
        return tuple(sorted(rare or found, key=len, reverse=True)[:_MARKS])


def _highest(scores: Scores, count: int) -> list[int]:
    """Return the numbers of the highest scores above nothing, highest first; ties in order."""
    some = np.flatnonzero(scores >= _border(scores, count))
    some = some[scores[some] > 0]
    return [int(doc) for doc in some[np.argsort(-scores[some], kind="stable")][:count]]


def _border(scores: Scores, count: int) -> float:
    """Return a score that at least ``count`` documents reach, and not many more: as many blocks have one that does."""
    blocks = scores[: len(scores) // _BLOCK * _BLOCK].reshape(-1, _BLOCK).max(axis=1)
    return float(np.partition(blocks, -count)[-count]) if len(blocks) >= count else 0.0
