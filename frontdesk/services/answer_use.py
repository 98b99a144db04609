"""What the desk has learned from using its answers: read by the search, shown, undone and taken up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from frontdesk.domain import answer_use
from frontdesk.domain.answer_use import LEAST_USES, LearnedWord, Mark, MarkKind, Suggestion, WordUse
from frontdesk.domain.articles import Answer, Article
from frontdesk.domain.errors import DeskError
from frontdesk.domain.heard_words import telling_words
from frontdesk.domain.staff import Staff
from frontdesk.domain.thai_text import normalise
from frontdesk.services import learning
from frontdesk.services.knowledge import Knowledge
from frontdesk.services.ports import Clock
from frontdesk.services.repositories import Repositories, Storage

MOST_WORDS = 12
"""Words of a query that are looked up."""


@dataclass(frozen=True, slots=True)
class Lessons:
    """What one answer has learned, what callers suggest for it, and when it was last made to forget."""

    words: tuple[LearnedWord, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    reset: Mark | None = None


class AnswerUse:
    """Learning from use."""

    def __init__(self, storage: Storage, knowledge: Knowledge, clock: Clock) -> None:
        self._storage, self._knowledge, self._clock = storage, knowledge, clock

    def boosts(self, words: Sequence[str], today: date) -> Mapping[str, float]:
        """Return by article id, 0 to 1, how strongly normalised words typed led to answers before."""
        return answer_use.boosts(words[:MOST_WORDS], self._strongest(words), today)

    def taught(self, meant: str, answers: tuple[Answer, ...], near: bool) -> tuple[Answer, ...]:
        """Return answers with their scores as use has taught, and those that use alone has taught behind them."""
        words, today = telling_words(meant)[:MOST_WORDS], self._clock.today()
        uses = self._strongest(words)
        boosts = answer_use.boosts(words, uses, today)
        if not boosts:
            return answers
        top = max((one.score for one in answers), default=0.0)
        lifted = tuple(
            replace(one, score=answer_use.lifted(one.score, top, boosts.get(one.article.id, 0.0))) for one in answers
        )
        scores = answer_use.brought(boosts, [one.article.id for one in answers], top, near)
        return (*lifted, *self._brought(scores, answer_use.leading(words, uses, today)))

    def _strongest(self, words: Sequence[str]) -> list[WordUse]:
        if not words:
            return []
        with self._storage.read() as repos:
            return repos.answer_words.strongest(words[:MOST_WORDS])

    def _brought(self, scores: Mapping[str, float], words: Mapping[str, tuple[str, ...]]) -> tuple[Answer, ...]:
        if not scores:
            return ()
        with self._storage.read() as repos:
            found = repos.articles.by_ids(scores)
        return tuple(Answer(found[key], score, taught=words[key]) for key, score in scores.items() if key in found)

    def lessons(self, article: Article) -> Lessons:
        """Return everything learned about an answer, what counts most first."""
        today = self._clock.today()
        with self._storage.read() as repos:
            uses = repos.answer_words.of_article(article.id, article.code)
            missed = repos.answer_words.missed(article.code).get(article.code, [])
            marks = repos.answer_words.marks([article.code])
        rows = [
            LearnedWord(use.word, use.uses, use.last_at, answer_use.strength(use, today))
            for use in uses
            if use.uses >= LEAST_USES and use.last_at
        ]
        rows.sort(key=lambda row: (-row.strength, -row.uses, row.word))
        resets = [mark for mark in marks if mark.kind is MarkKind.RESET]
        return Lessons(tuple(rows), _offered(article, missed, marks), resets[-1] if resets else None)

    def suggested(self) -> Mapping[str, int]:
        """Count by article id the words of callers that wait for a decision."""
        with self._storage.read() as repos:
            missed = {code: rows for code, rows in repos.answer_words.missed().items() if _often(rows)}
            articles = repos.articles.by_codes(missed)
            marks = repos.answer_words.marks(missed)
        offered = {one.id: _offered(one, missed[code], marks) for code, one in articles.items() if not one.archived}
        return {key: len(found) for key, found in offered.items() if found}

    def may_reset(self, article: Article, staff: Staff) -> bool:
        """Tell whether this one may make an answer forget: a supervisor, or whoever owns it."""
        return staff.role.manages_staff or article.owner in {staff.code, staff.name} - {""}

    def reset(self, article: Article, by: Staff) -> None:
        """Let every word learned for an answer so far count no more. Raise ``DeskError``."""
        if not self.may_reset(article, by):
            raise DeskError("reset_not_allowed")
        with self._storage.write() as repos:
            self._mark(repos, MarkKind.RESET, article, "", by)
            repos.answer_words.forget(article.code)

    def refuse(self, article: Article, words: str, by: Staff) -> None:
        """Offer these words for this answer never again."""
        with self._storage.write() as repos:
            self._mark(repos, MarkKind.REFUSED, article, words, by)

    def accept(self, article: Article, words: str, by: Staff) -> Article | None:
        """Make words of callers a keyword of the answer as it is now, if it is still on file."""
        current = self._knowledge.get(article.id)
        if current is None:
            return None
        keywords = tuple(dict.fromkeys((*current.keywords, words)))
        saved = self._knowledge.save(replace(current, keywords=keywords), by.id)
        with self._storage.write() as repos:
            self._mark(repos, MarkKind.ADDED, saved, words, by)
        return saved

    def renew(self) -> bool:
        """Learn everything anew if it was learned by other rules; tell whether it was."""
        return learning.renew(self._storage)

    def _mark(self, repos: Repositories, kind: MarkKind, article: Article, words: str, by: Staff) -> None:
        repos.answer_words.mark(Mark(kind, article.code, words, by.id, self._clock.now()))


def _often(rows: Iterable[Suggestion]) -> bool:
    return any(row.times >= LEAST_USES for row in rows)


def _offered(article: Article, missed: Iterable[Suggestion], marks: Iterable[Mark]) -> tuple[Suggestion, ...]:
    """Leave out what was decided, and what title and keywords say already; most often missed first."""
    decided = {mark.words for mark in marks if mark.code == article.code}
    said = normalise("\n".join((article.title, article.title_en, *article.keywords)))
    often = [row for row in missed if row.times >= LEAST_USES and row.words not in decided]
    offered = [row for row in often if not all(word in said for word in telling_words(row.words))]
    return tuple(sorted(offered, key=lambda row: (-row.times, row.words)))
