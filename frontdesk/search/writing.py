"""Writing a build: all answers at once, or the few that changed."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from whoosh.reading import SegmentReader

from frontdesk.domain.articles import Article, ArticleChange
from frontdesk.services.ports import Progress

from .analyzer import indexed_text, schema
from .folder import storage
from .trigrams import Trigrams

_SEGMENTS = 8
_MEMORY_MB = 128


def write_build(build: Path, articles: Iterable[Article], progress: Progress | None = None) -> int:
    """Index articles into an empty folder as one segment with its trigrams; return how many."""
    writer = storage(build).create_index(schema()).writer(limitmb=_MEMORY_MB)
    texts: list[str] = []
    try:
        for article in articles:
            if not article.archived:
                texts.append(_add(writer, article))
                if progress:
                    progress(len(texts), 0)
    except BaseException:
        writer.cancel()
        raise
    writer.commit()
    Trigrams.build(texts).save(build)
    return len(texts)


def write_changes(build: Path, changes: Sequence[ArticleChange]) -> None:
    """Replace, add or drop the changed articles in a build. The base segment is never renumbered."""
    writer = storage(build).open_index().writer()
    try:
        for change in changes:
            writer.delete_by_term("id", change.article_id)
            if change.article and not change.article.archived:
                _add(writer, change.article)
    except BaseException:
        writer.cancel()
        raise
    writer.commit(mergetype=_keep_base)


def _add(writer: Any, article: Article) -> str:
    text = indexed_text(article)
    writer.add_document(id=article.id, words=text.words(), text=text.whole)
    return text.whole


def _keep_base(writer: Any, segments: list[Any]) -> list[Any]:
    """Merge only what came after the base, and only when it lies in many pieces."""
    if len(segments) < _SEGMENTS:
        return segments
    for segment in segments[1:]:
        reader = SegmentReader(writer.storage, writer.schema, segment)
        writer.add_reader(reader)
        reader.close()
    return segments[:1]
