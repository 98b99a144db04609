"""The few documents written since the last full build, read from Whoosh as they are asked for."""

from collections import Counter

import numpy as np
from whoosh.reading import IndexReader

from .impacts import Documents, Scores, bm25

_FIELD = "words"
_NOWHERE = (np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.float32))


class Recent:
    """The documents from number ``base`` on; ``counts`` says in how many of them each word stands."""

    def __init__(self, reader: IndexReader, base: int) -> None:
        self._reader, self._base = reader, base
        self._leaves = [(leaf, at) for leaf, at in reader.leaf_readers() if at >= base and leaf.doc_count_all()]
        self.size: int = reader.doc_count_all() - base
        self.counts: Counter[str] = Counter()
        for leaf, _ in self._leaves:
            self.counts.update({word.decode(): info.doc_frequency() for word, info in leaf.iter_field(_FIELD)})
        lengths = [
            leaf.doc_field_length(doc, _FIELD) for leaf, _ in self._leaves for doc in range(leaf.doc_count_all())
        ]
        self.lengths: Scores = np.array(lengths, dtype=np.float32)
        self._decoded: dict[str, tuple[Documents, Scores]] = {}

    def texts(self) -> list[str]:
        """Return the documents' normalised texts, nothing for those deleted."""
        numbers = range(self._base, self._base + self.size)
        return ["" if self._reader.is_deleted(doc) else self._reader.stored_fields(doc)["text"] for doc in numbers]

    def postings(self, word: str, mean: float) -> tuple[Documents, Scores]:
        """Return the documents with a word and what it is worth in each, but for its rarity."""
        if word not in self.counts:
            return _NOWHERE
        if word not in self._decoded:
            self._decoded[word] = self._decode(word, mean)
        return self._decoded[word]

    def _decode(self, word: str, mean: float) -> tuple[Documents, Scores]:
        documents, counts = [], []
        for leaf, at in self._leaves:
            if (_FIELD, word.encode()) in leaf:
                matcher = leaf.postings(_FIELD, word)
                while matcher.is_active():
                    documents.append(at + matcher.id())
                    counts.append(matcher.weight())
                    matcher.next()
        found = np.array(documents, dtype=np.int32)
        return found, bm25(np.array(counts, dtype=np.float32), self.lengths[found - self._base], mean)
