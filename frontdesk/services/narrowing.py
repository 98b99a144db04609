"""Which words of a question narrow it, and to what: categories and departments that answers have."""

from collections.abc import Mapping
from dataclasses import dataclass

from frontdesk.domain.articles import Article
from frontdesk.domain.collation import sort_key
from frontdesk.domain.scopes import CATEGORY, DEPARTMENT, Narrowing, ScopeWord, meant_by, scope_words, without
from frontdesk.domain.thai_text import normalise
from frontdesk.services.ports import Scopes
from frontdesk.services.repositories import Repositories, Storage

Names = Mapping[str, tuple[str, ...]]
"""Under each name that may be typed, the categories or departments that it stands for."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A question taken apart: the text to look up, and what it is narrowed to."""

    text: str
    by: tuple[Narrowing, ...] = ()

    @property
    def scopes(self) -> Scopes:
        """The narrowing as the index knows it."""
        return tuple(tuple(one.sign + normalise(name).strip() for name in one.names) for one in self.by)

    @property
    def alone(self) -> bool:
        """Whether nothing is asked but what there is in a category or department."""
        return bool(self.by) and not self.text.strip()

    def names(self, sign: str) -> tuple[str, ...]:
        """Return the names of one kind that an answer may have; none where any will do."""
        return next((one.names for one in self.by if one.sign == sign), ())

    def holds(self, article: Article) -> bool:
        """Tell whether an answer belongs to what the question is narrowed to."""
        return all((article.category if one.sign == CATEGORY else article.department) in one.names for one in self.by)


class Narrower:
    """Reads scopes. A word that stands for nothing on file stays a word of the question."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._known: tuple[tuple[int, int], dict[str, Names]] | None = None

    def read(self, query: str) -> Narrowed:
        """Take a question apart."""
        words = scope_words(query)
        if not words:
            return Narrowed(query)
        known = self._names()
        found = {word: names for word in words if (names := _resolved(word, known[word.sign]))}
        by = (_narrowing(sign, found) for sign in (CATEGORY, DEPARTMENT))
        return Narrowed(without(query, found), tuple(one for one in by if one.names))

    def _names(self) -> dict[str, Names]:
        with self._storage.read() as repos:
            revision = (repos.articles.revision(), repos.people.revision())
            if self._known is None or self._known[0] != revision:
                categories, departments = repos.articles.groups()
                known = {CATEGORY: {name: (name,) for name in categories}, DEPARTMENT: _also(repos, departments)}
                self._known = revision, known
            return self._known[1]


def _resolved(word: ScopeWord, known: Names) -> tuple[str, ...]:
    return tuple(name for typed in meant_by(word.name, known) for name in known[typed])


def _narrowing(sign: str, found: Mapping[ScopeWord, tuple[str, ...]]) -> Narrowing:
    """Join the words of one kind: an answer has one category, so two words mean either."""
    names = {name for word, meant in found.items() if word.sign == sign for name in meant}
    return Narrowing(sign, tuple(sorted(names, key=sort_key)))


def _also(repos: Repositories, departments: tuple[str, ...]) -> Names:
    """Let a department be called by its code, its name, its short and its Latin name."""
    called: dict[str, tuple[str, ...]] = {name: (name,) for name in departments}
    people = repos.people.by_codes(departments)
    for department in departments:
        named = repos.people.by_ids(repos.people.ids_by_joined_prefix(department, 5)).values()
        same = (one for one in named if one.name == department)
        person = people.get(department) or next(same, None)
        for name in (person.code, person.name, person.nickname, person.romanised) if person else ():
            if name and department not in called.get(name, ()):
                called[name] = (*called.get(name, ()), department)
    return called
