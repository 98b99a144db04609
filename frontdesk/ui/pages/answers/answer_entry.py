"""An answer as the form has it, and back: pure, so that it can be tested without a window."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

from frontdesk.domain.articles import Article
from frontdesk.domain.errors import DeskError
from frontdesk.domain.languages import Language
from frontdesk.domain.thai_dates import format_date, parse_date
from frontdesk.ui.pages.forms.fields import FieldKind, FieldSpec, Values
from frontdesk.ui.widgets.choice import Option

AREA = FieldKind.AREA
PINNED = (Option("", "answers.not_pinned"), Option("1", "answers.pinned"))
FIELDS = (
    FieldSpec("title", 0, 6),
    FieldSpec("title_en", 0, 6),
    FieldSpec("say", 1, 6, AREA, 3),
    FieldSpec("say_en", 1, 6, AREA, 3),
    FieldSpec("body", 2, 6, AREA, 7, hint="hint_body"),
    FieldSpec("body_en", 2, 6, AREA, 7, hint="hint_body"),
    FieldSpec("keywords", 3, 6, hint="hint_keywords"),
    FieldSpec("category", 3, 3),
    FieldSpec("code", 3, 3),
    FieldSpec("department", 4, 3),
    FieldSpec("owner", 4, 3, hint="hint_who"),
    FieldSpec("deputy", 4, 3, hint="hint_who"),
    FieldSpec("pinned", 4, 3, FieldKind.SEGMENTS, options=PINNED),
    FieldSpec("verified_by", 5, 3, hint="hint_who"),
    FieldSpec("verified_on", 5, 3, hint="hint_date"),
    FieldSpec("review_by", 5, 3, hint="hint_date"),
)
TEXTS = ("code", "title", "title_en", "say", "say_en", "category", "department", "owner", "deputy", "verified_by")
BODIES, DATES = ("body", "body_en"), ("verified_on", "review_by")
FIELD_OF = {"code_missing": "code", "duplicate_code": "code", "title_missing": "title"}
"""Where the services' refusals belong."""

_SEPARATOR = re.compile(r"\s*[;,\n]\s*")


def values_of(article: Article, language: Language) -> Values:
    """Return what the form shows of an answer."""
    values = {name: str(getattr(article, name)) for name in (*TEXTS, *BODIES)}
    days = {name: getattr(article, name) for name in DATES}
    written = {name: format_date(day, language) if day else "" for name, day in days.items()}
    return values | written | {"keywords": "; ".join(article.keywords), "pinned": "1" if article.pinned else ""}


def read_article(values: Values, base: Article, today: date) -> tuple[Article, dict[str, DeskError]]:
    """Return the answer that a form says, and what is wrong by field."""
    errors: dict[str, DeskError] = {}
    texts: dict[str, Any] = {name: values[name].strip() for name in TEXTS}
    texts |= {name: values[name].strip("\n") for name in BODIES}
    article = replace(
        base,
        **texts,
        keywords=tuple(dict.fromkeys(filter(None, _SEPARATOR.split(values["keywords"].strip())))),
        pinned=bool(values["pinned"]),
        verified_on=_day("verified_on", values, today, errors),
        review_by=_day("review_by", values, today, errors),
    )
    if not article.code:
        errors["code"] = DeskError("code_missing")
    if not (article.title or article.title_en):
        errors["title"] = DeskError("title_missing")
    return article, errors


def _day(name: str, values: Values, today: date, errors: dict[str, DeskError]) -> date | None:
    if not values[name].strip():
        return None
    try:
        return parse_date(values[name], today)
    except DeskError as error:
        errors[name] = error
        return None
