"""Finding answers, and who to call about them."""

from time import perf_counter

from frontdesk.domain.articles import Answer, Answers, Article, CallNow
from frontdesk.domain.people import Person
from frontdesk.domain.thai_text import normalise
from frontdesk.services.ports import AnswerIndex, Ranking, Repositories, Storage


class Answering:
    """The ranked answers to what somebody asks."""

    def __init__(self, storage: Storage, index: AnswerIndex) -> None:
        self._storage = storage
        self._index = index

    def search(self, query: str, limit: int = 12, *, literal: bool = False) -> Answers:
        """Rank the answers to a query; any text gets an answer or none, never an error."""
        started = perf_counter()
        ranking = self._index.search(query, limit, literal=literal)
        answers = exact_first(ranking.understood or query, self._filled(ranking))
        ms = (perf_counter() - started) * 1000
        return Answers(query, answers, ranking.understood, ranking.near, ranking.ready, ms)

    def _filled(self, ranking: Ranking) -> tuple[Answer, ...]:
        """Take the articles as they are now; one that is gone since indexing is left out."""
        with self._storage.read() as repos:
            articles = repos.articles.by_ids(hit.article_id for hit in ranking.hits)
        return tuple(
            Answer(articles[hit.article_id], hit.score, hit.marks)
            for hit in ranking.hits
            if hit.article_id in articles and not articles[hit.article_id].archived
        )


def exact_first(query: str, answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """Put answers whose title, keyword or code is just what was typed before the others, order kept."""
    asked = _bare(query)
    return tuple(sorted(answers, key=lambda answer: not asked or asked not in _names(answer.article)))


def _names(article: Article) -> set[str]:
    return {_bare(name) for name in (article.title, article.title_en, article.code, *article.keywords)}


def _bare(text: str) -> str:
    """Take spaces out: Thai words are typed with and without."""
    return "".join(normalise(text).split())


class Directory:
    """Who answers for a matter."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def named(self, who: str) -> Person | None:
        """Return whom a code or an exact name stands for, a department's too."""
        with self._storage.read() as repos:
            return _resolved(repos, who)

    def call_now(self, article: Article) -> CallNow | None:
        """Name the first of owner, deputy and department that has a number to call."""
        wanted = (("owner", article.owner), ("deputy", article.deputy), ("department", article.department))
        with self._storage.read() as repos:
            for role, who in wanted:
                person = _resolved(repos, who)
                extension = _extension(person)
                if person is not None and extension:
                    return CallNow(person.id, person.name, extension, role)
        return None


def _resolved(repos: Repositories, who: str) -> Person | None:
    """Take a code, or the exact name of a person or department."""
    if not who:
        return None
    found = repos.people.by_code(who)
    if found is not None:
        return found
    ids = repos.people.ids_by_joined_prefix(who, 5)
    return next((p for p in repos.people.by_ids(ids).values() if who in (p.name, p.given_name)), None)


def _extension(person: Person | None) -> str:
    numbers = person.numbers if person else ()
    return next((n.extension or n.digits for n in numbers if n.extension or n.digits), "")
