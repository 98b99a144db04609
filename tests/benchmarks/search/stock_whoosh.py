"""Whoosh as it comes: its default analyzer over a title and a body, any of the words."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from whoosh.analysis.analyzers import StandardAnalyzer
from whoosh.fields import ID, TEXT, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.query.compound import Or
from whoosh.query.terms import Term

from frontdesk.domain.articles import Article

from .engines import SHOWN

_MEMORY_MB = 256


def build_stock(folder: Path, articles: Iterable[Article]) -> None:
    """Index articles into an empty folder."""
    index: Any = _storage(folder).create_index(Schema(id=ID(stored=True), title=TEXT(), body=TEXT()))
    writer = index.writer(limitmb=_MEMORY_MB)
    for article in articles:
        writer.add_document(id=article.id, title=article.title, body=article.body)
    writer.commit()


class StockWhoosh:
    """Open for answering."""

    def __init__(self, folder: Path) -> None:
        self._searcher = _storage(folder).open_index().searcher()
        self._analyzer = StandardAnalyzer()

    def search(self, text: str) -> list[str]:
        words = dict.fromkeys(token.text for token in self._analyzer(text))
        terms = [Term("title", word, boost=2.0) for word in words] + [Term("body", word) for word in words]
        return [hit["id"] for hit in self._searcher.search(Or(terms), limit=SHOWN)] if terms else []


def _storage(folder: Path) -> Any:
    return FileStorage(str(folder))  # type: ignore[no-untyped-call]
