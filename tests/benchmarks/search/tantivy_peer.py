"""tantivy: one field of words and one of trigrams, BM25, weights from the plan."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import tantivy
from tantivy import Occur, Query

from .engines import SHOWN, Planning
from .tokens import Tokens, trigram_names

_WORDS, _TRIGRAMS = "words", "trigrams"
_TRIGRAM_WEIGHT = 0.5
_HEAP_BYTES = 1_500_000_000
"""Enough for the largest corpus in one segment."""


def schema() -> tantivy.Schema:
    """Return fields whose texts are split at spaces only, without positions."""
    builder = tantivy.SchemaBuilder().add_text_field("id", stored=True, tokenizer_name="raw")
    for name in (_WORDS, _TRIGRAMS):
        builder = builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


class TantivyWriter:
    """Builds the index in an empty folder."""

    def __init__(self, folder: Path) -> None:
        self._index = tantivy.Index(schema(), path=str(folder))
        self._writer = self._index.writer(heap_size=_HEAP_BYTES, num_threads=1)

    def add(self, code: str, tokens: Tokens) -> None:
        document = tantivy.Document()
        document.add_text("id", code)
        document.add_text(_WORDS, " ".join(tokens.words))
        document.add_text(_TRIGRAMS, " ".join(tokens.trigrams))
        self._writer.add_document(document)

    def finish(self) -> None:
        self._writer.commit()
        self._writer.wait_merging_threads()
        self._index.reload()

    def changed(self, counts: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
        """Yield the tokens that do not stand in as many articles as they should."""
        searcher = self._index.searcher()
        for field, expected in counts.items():
            yield from (token for token, count in expected.items() if searcher.doc_freq(field, token) != count)


class TantivyPeer:
    """Open for answering."""

    def __init__(self, folder: Path, planning: Planning) -> None:
        index = tantivy.Index.open(str(folder))
        self._schema, self._searcher, self._plan = index.schema, index.searcher(), planning

    def search(self, text: str) -> list[str]:
        plan = self._plan(text)
        queries = self._weighted(plan.words)
        queries += [Query.disjunction_max_query(self._weighted(group)) for group in plan.guesses if group]
        queries += [self._term(_TRIGRAMS, name, _TRIGRAM_WEIGHT) for name in trigram_names(plan.trigrams)]
        query = Query.boolean_query([(Occur.Should, one) for one in queries])
        hits = self._searcher.search(query, limit=SHOWN, count=False).hits
        return [str(self._searcher.doc(address)["id"][0]) for _, address in hits]

    def _weighted(self, words: Mapping[str, float]) -> list[Query]:
        return [self._term(_WORDS, word, weight) for word, weight in words.items()]

    def _term(self, field: str, token: str, weight: float) -> Query:
        return Query.boost_query(Query.term_query(self._schema, field, token, "freq"), weight)
