"""Writing a build: all answers at once, or the few that changed."""

from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from whoosh.reading import SegmentReader

from frontdesk.domain.articles import Article, ArticleChange
from frontdesk.search.lookup.folder import storage
from frontdesk.search.lookup.kept_texts import TextsToKeep
from frontdesk.search.lookup.open_index import save_arrays_of
from frontdesk.services.ports import Progress

from .analyzer import indexed_text, schema

_SEGMENTS = 8
_SMALL = 64
_MEMORY_MB = 128


def write_build(build: Path, articles: Iterable[Article], progress: Progress | None = None) -> int:
    """Index articles into an empty folder as one segment with its arrays; return how many."""
    writer = storage(build).create_index(schema()).writer(limitmb=_MEMORY_MB)
    texts = TextsToKeep()
    try:
        for article in articles:
            if not article.archived:
                text = indexed_text(article)
                writer.add_document(id=article.id, words=text.words())
                texts.add(article.id, text.whole)
                if progress:
                    progress(len(texts), 0)
    except BaseException:
        writer.cancel()
        raise
    writer.commit()
    save_arrays_of(build, texts.done())
    return len(texts)


def write_changes(build: Path, changes: Sequence[ArticleChange]) -> None:
    """Replace, add or drop the changed articles in a build. The base segment is never renumbered."""
    writer = storage(build).open_index().writer()
    try:
        with closing(writer.searcher()) as searcher:
            for change in changes:
                writer.delete_by_term("id", change.article_id, searcher=searcher)
        for change in changes:
            if change.article and not change.article.archived:
                text = indexed_text(change.article)
                writer.add_document(id=change.article_id, words=text.words(), text=text.whole)
    except BaseException:
        writer.cancel()
        raise
    writer.commit(mergetype=_keep_base)


def _keep_base(writer: Any, segments: list[Any]) -> list[Any]:
    """Merge only what came after the base, only when it lies in many pieces, and the small ones where that will do."""
    if len(segments) < _SEGMENTS:
        return segments
    small = [segment for segment in segments[1:] if segment.doc_count_all() <= _SMALL]
    merged = small if len(small) >= _SEGMENTS // 2 else segments[1:]
    for segment in merged:
        with closing(SegmentReader(writer.storage, writer.schema, segment)) as reader:
            writer.add_reader(reader)
    return [segment for segment in segments if segment not in merged]
