"""Finding answers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from time import perf_counter

from frontdesk.domain.articles import Answer, Answers, Article
from frontdesk.domain.finding import LONGEST
from frontdesk.domain.thai_text import normalise
from frontdesk.services.narrowing import Narrowed, Narrower
from frontdesk.services.nearest import Nearest
from frontdesk.services.ports import AnswerIndex, Clock, Ranking
from frontdesk.services.repositories import Storage

ASKED_FOR_MORE = 2
"""So many times the limit is asked of the index, so that what weighs an answer up can lift it into view."""
OVERDUE, PINNED = 0.8, 1.05
"""Score factors. An overdue answer sinks below what fits at least four fifths as well; a pinned one
only rises past what fits about as well."""

Weigh = Callable[[str, Sequence[Answer]], Mapping[str, float]]
"""Given the words that were meant and the answers, returns score factors by article id; 1 where left out."""


Taught = Callable[[str, tuple[Answer, ...], bool], tuple[Answer, ...]]
"""Given the words that were meant, the answers found and whether these are only near, returns the answers
with their scores as use has taught, and such as use alone has taught."""


def _untaught(_: str, answers: tuple[Answer, ...], __: bool) -> tuple[Answer, ...]:
    return answers


class Answering:
    """The ranked answers to what somebody asks; each of ``weighs`` may lift some or let them sink."""

    def __init__(
        self, storage: Storage, index: AnswerIndex, clock: Clock, weighs: Sequence[Weigh] = (),
        taught: Taught = _untaught,
    ) -> None:  # fmt: skip
        self._storage, self._index, self._clock = storage, index, clock
        self._narrower, self._nearest = Narrower(storage), Nearest(storage, clock)
        self._weighs, self._taught = (self._kept_up, *weighs), taught

    def search(self, query: str, limit: int = 12, *, literal: bool = False) -> Answers:
        """Rank the answers to a query; any text gets an answer or none, never an error.

        Where nothing fits, the nearest of what there is comes instead, marked so.
        """
        started = perf_counter()
        asked = self.narrowed(query)
        if asked.alone:
            found = Answers(query, _unranked(self._nearest.listed(asked, limit)))
        else:
            found = self._found(query, asked, limit, literal)
        if query.strip() and found.ready and not found.answers:
            found = replace(found, answers=self.usual(limit), near=True)
        return replace(found, narrowed=asked.by, ms=(perf_counter() - started) * 1000)

    def usual(self, limit: int) -> tuple[Answer, ...]:
        """Return the answers that are most likely wanted where no words lead anywhere."""
        return _unranked(self._nearest.usual(limit))

    def narrowed(self, query: str) -> Narrowed:
        """Take a query apart into what narrows it and what is looked up."""
        return self._narrower.read(query[:LONGEST])

    def _found(self, query: str, asked: Narrowed, limit: int, literal: bool) -> Answers:
        ranking = self._index.search(asked.text, ASKED_FOR_MORE * limit, literal=literal, scopes=asked.scopes)
        meant = ranking.understood or asked.text
        found = self._filled(ranking)
        taught = self._taught(meant, found, ranking.near)
        answers = tuple(answer for answer in taught if asked.holds(answer.article))
        answers = exact_first(meant, self._weighed(meant, answers))[:limit]
        if answers or not ranking.ready or not asked.by:
            near = ranking.near and len(taught) == len(found)  # use knows better
            return Answers(query, answers, ranking.understood, near, ready=ranking.ready)
        return Answers(query, _unranked(self._nearest.listed(asked, limit)), ranking.understood, near=True)

    def _filled(self, ranking: Ranking) -> tuple[Answer, ...]:
        """Take the articles as they are now; one that is gone since indexing is left out."""
        with self._storage.read() as repos:
            articles = repos.articles.by_ids(hit.article_id for hit in ranking.hits)
        return tuple(
            Answer(articles[hit.article_id], hit.score, hit.marks)
            for hit in ranking.hits
            if hit.article_id in articles and not articles[hit.article_id].archived
        )

    def _weighed(self, meant: str, answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
        """Order answers by their scores times what weighs them up or down; of equals the first stays first."""
        for weigh in self._weighs:
            factors = weigh(meant, answers)
            answers = tuple(replace(one, score=one.score * factors.get(one.article.id, 1.0)) for one in answers)
        return tuple(sorted(answers, key=lambda one: -one.score))

    def _kept_up(self, _: str, answers: Sequence[Answer]) -> Mapping[str, float]:
        today = self._clock.today()
        pinned = {one.article.id: PINNED for one in answers if one.article.pinned}
        overdue = {one.article.id: OVERDUE for one in answers if one.article.review_due(today)}
        return {
            article_id: pinned.get(article_id, 1.0) * overdue.get(article_id, 1.0) for article_id in pinned | overdue
        }


def _unranked(articles: Sequence[Article]) -> tuple[Answer, ...]:
    return tuple(Answer(article, 0.0) for article in articles)


def exact_first(query: str, answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """Put answers whose title, keyword or code is just what was typed before the others, order kept."""
    asked = _bare(query)
    return tuple(sorted(answers, key=lambda answer: not asked or asked not in _names(answer.article)))


def _names(article: Article) -> set[str]:
    return {_bare(name) for name in (article.title, article.title_en, article.code, *article.keywords)}


@lru_cache(maxsize=16_384)
def _bare(text: str) -> str:
    """Take spaces out: Thai words are typed with and without. The same titles come with every key."""
    return "".join(normalise(text).split())
