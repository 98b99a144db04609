"""A row of a file as an answer."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from frontdesk.domain.articles import Article
from frontdesk.domain.errors import DeskError
from frontdesk.domain.ids import new_id
from frontdesk.domain.thai_dates import parse_date

from .import_row import ImportRow

_TEXTS = ("title", "title_en", "say", "say_en", "body", "body_en", "category", "department", "owner", "deputy",
          "verified_by")  # fmt: skip
_YES = frozenset({"1", "true", "yes", "y", "x", "ใช่", "ปักหมุด", "✓"})
_NO = frozenset({"0", "false", "no", "n", "ไม่", "ไม่ใช่", "-"})


def article_from(row: ImportRow, old: Article | None, today: date, now: datetime) -> Article:
    """Make the answer that a row says; fields without a column stay as they were. New ones are of ``now``."""
    if not (row.text("title") or row.text("title_en")):
        row.wrong("title", "title_missing")
    base = old or Article(id=new_id(), code=row.text("code"), title="", updated_at=now)
    return replace(base, archived=False, **_changes(row, today))


def _changes(row: ImportRow, today: date) -> dict[str, Any]:
    changes: dict[str, Any] = {name: row.text(name) for name in _TEXTS if row.has(name)}
    if row.has("keywords"):
        changes["keywords"] = row.parts("keywords")
    if row.has("pinned"):
        changes["pinned"] = row.read("pinned", _flag, empty=False)
    for name in ("verified_on", "review_by"):
        if row.has(name):
            changes[name] = row.read(name, lambda text: parse_date(text, today), None)
    return changes


def _flag(text: str) -> bool:
    word = text.casefold()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise DeskError("bad_flag", value=text)
