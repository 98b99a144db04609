"""Answers: what the desk can say, and who stands behind it."""

from dataclasses import dataclass, field
from datetime import date, datetime

from .coverage import AVAILABLE, Coverage
from .scopes import Narrowing


@dataclass(frozen=True, slots=True)
class Article:
    """One answer. Thai and English stand side by side; either may be empty.

    ``say`` is the line to read aloud; ``body`` is Markdown. ``department``, ``owner`` and ``deputy``
    hold a code of the people directory or a plain name. ``updated_at`` is in UTC.
    """

    id: str
    code: str
    title: str
    title_en: str = ""
    say: str = ""
    say_en: str = ""
    body: str = ""
    body_en: str = ""
    category: str = ""
    keywords: tuple[str, ...] = ()
    department: str = ""
    owner: str = ""
    deputy: str = ""
    verified_on: date | None = None
    verified_by: str = ""
    review_by: date | None = None
    pinned: bool = False
    archived: bool = False
    updated_at: datetime | None = None

    def review_due(self, today: date) -> bool:
        """Tell whether the date by which the answer had to be looked at again has come."""
        return self.review_by is not None and self.review_by <= today


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """A step of the feed that keeps the index true; ``article`` is None when it is gone."""

    seq: int
    article_id: str
    article: Article | None


@dataclass(frozen=True, slots=True)
class Answer:
    """An article as a search result.

    ``marks`` are the words that matched, normalised, to be shown bold; ``score`` orders one list
    only and means nothing between two lists. ``taught`` are words that led to it in earlier contacts,
    where these alone brought it in.
    """

    article: Article
    score: float
    marks: tuple[str, ...] = ()
    taught: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """The ranked answers to one query.

    ``understood`` is the text that was looked up when it is not what was typed (wrong keyboard
    layout, a corrected slip), else empty. ``near`` is true when no answer holds what was asked and these
    are only the nearest. ``narrowed`` tells to what categories and departments. ``ready`` is false while
    the index is still being built. ``ms`` runs from the query string in to these rows out.
    """

    query: str
    answers: tuple[Answer, ...] = ()
    understood: str = ""
    near: bool = False
    narrowed: tuple[Narrowing, ...] = ()
    ready: bool = True
    ms: float = 0.0


@dataclass(frozen=True, slots=True)
class CallNow:
    """Who answers for a matter at this moment, and why it is not the owner.

    ``role`` is "owner", "deputy" or "department". ``doing`` tells how it stands with the one named: where
    nobody can be reached, that is whoever comes back first, at ``back_at`` (the site's time) if that is known.
    ``owner`` is the name of the owner where it is another, ``owner_doing`` why, None where that is not known.
    All of it was true at ``asked_at``, which makes no difference between two.
    """

    person_id: str
    name: str
    extension: str
    role: str
    doing: Coverage = AVAILABLE
    back_at: datetime | None = None
    owner: str = ""
    owner_doing: Coverage | None = None
    asked_at: datetime | None = field(default=None, compare=False)

    @property
    def available(self) -> bool:
        """Tell whether the one named can be reached now."""
        return self.doing.available
