"""The queries whose time is taken, by the row that they are reported in."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from random import Random

from frontdesk.domain.articles import Article

from .corpus import Question

KEYSTROKE = "keystroke"

_SEED = 8
_TYPED_KINDS = ("kw2", "question")
_TYPED = 10
_WARM_UP = 200
_BEGINNING = 24

Rows = dict[str, list[str]]


def timed_rows(questions: Sequence[Question], each: int, apart: bool) -> Rows:
    """Return ``each`` queries of every language and kind, and every state of the box while some are typed.

    Both languages are in one row unless they are told ``apart``.
    """
    rows: defaultdict[str, list[str]] = defaultdict(list)
    for (language, kind), texts in _by_kind(questions).items():
        drawn = Random(_SEED).sample(texts, len(texts))
        if kind in _TYPED_KINDS:  # typed are others than those asked whole, so that no cache has them
            share = min(_TYPED, max(1, each // _TYPED))
            typed, drawn = drawn[:share], drawn[share:]
            rows[_row(language, KEYSTROKE, apart)] += as_typed(typed)
        rows[_row(language, kind, apart)] += drawn[:each]
    return dict(sorted(rows.items(), key=lambda row: KEYSTROKE in row[0]))


def as_typed(texts: Iterable[str]) -> list[str]:
    """Return what stands in the box after each key, text after text."""
    return [text[:end] for text in texts for end in range(1, len(text) + 1)]


def mixed(questions: Sequence[Question], count: int) -> list[str]:
    """Return queries of all kinds in any order, always the same."""
    return Random(_SEED).sample([question.text for question in questions], count)


def warm_up(articles: Sequence[Article]) -> list[str]:
    """Return what a desk was asked before: beginnings of titles, which are no measured queries."""
    return [article.title[:_BEGINNING] for article in Random(_SEED).sample(articles, min(_WARM_UP, len(articles)))]


def _by_kind(questions: Iterable[Question]) -> dict[tuple[str, str], list[str]]:
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for question in questions:
        found[question.language, question.kind].append(question.text)
    return found


def _row(language: str, kind: str, apart: bool) -> str:
    return f"{language} {kind}" if apart else kind
