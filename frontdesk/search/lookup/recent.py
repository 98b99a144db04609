"""The few documents written since the last full build, read from Whoosh as they are asked for."""

from collections import Counter
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from whoosh.index import TOC
from whoosh.reading import SegmentReader

from .folder import storage
from .impacts import Documents, Scores, bm25

_INDEX, _FIELD = "MAIN", "words"
_NOWHERE = (np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.float32))


class Stored(NamedTuple):
    """What the index keeps of one document."""

    id: str
    text: str


class Recent:
    """The documents from number ``base`` on. Close it after use."""

    def __init__(self, build: Path, base: int) -> None:
        self._base = base
        self._leaves, self.gone = _opened(build, base)
        self.size: int = sum(leaf.doc_count_all() for leaf, _ in self._leaves)
        self.counts: Counter[str] = Counter()
        for leaf, _ in self._leaves:
            self.counts.update({word.decode(): info.doc_frequency() for word, info in leaf.iter_field(_FIELD)})
        lengths = [
            leaf.doc_field_length(doc, _FIELD) for leaf, _ in self._leaves for doc in range(leaf.doc_count_all())
        ]
        self.lengths: Scores = np.array(lengths, dtype=np.float32)
        self.mean_length = float(self.lengths.mean()) if lengths else 0.0
        self._decoded: dict[str, tuple[Documents, Scores]] = {}

    def stored(self, document: int) -> Stored:
        """Return the answer that a document was made of, and its normalised text."""
        leaf, at = next((leaf, at) for leaf, at in reversed(self._leaves) if at <= document)
        fields = leaf.stored_fields(document - at)
        return Stored(fields["id"], fields["text"])

    def texts(self) -> list[str]:
        """Return the documents' normalised texts, nothing for those deleted."""
        numbers = range(self._base, self._base + self.size)
        gone = set(self.gone.tolist())
        return ["" if number in gone else self.stored(number).text for number in numbers]

    def postings(self, word: str, mean: float) -> tuple[Documents, Scores]:
        """Return the documents with a word and what it is worth in each, but for its rarity."""
        if word not in self.counts:
            return _NOWHERE
        if word not in self._decoded:
            self._decoded[word] = self._decode(word, mean)
        return self._decoded[word]

    def close(self) -> None:
        """Let go of the files."""
        for leaf, _ in self._leaves:
            leaf.close()

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


def _opened(build: Path, base: int) -> tuple[list[tuple[Any, int]], NDArray[np.int64]]:
    """Open the segments after that of the full build, each with its first number; return also what is deleted.

    That one stays closed: Whoosh reads a whole segment into memory where it opens one.
    """
    files: Any = storage(build)
    toc = _newest(files)
    starts = list(accumulate((segment.doc_count_all() for segment in toc.segments), initial=0))
    segments = list(zip(toc.segments, starts, strict=False))
    gone = [at + document for segment, at in segments for document in segment.deleted_docs()]
    try:
        leaves = _leaves(files, toc.schema, [one for one in segments if one[1] >= base])
    except OSError:
        if _newest(files).generation == toc.generation:
            raise
        return _opened(build, base)  # a writer has just merged them
    return leaves, np.array(sorted(gone), dtype=np.int64)


def _newest(files: Any) -> Any:
    return TOC.read(files, _INDEX)  # type: ignore[no-untyped-call]


def _leaves(files: Any, schema: Any, later: list[tuple[Any, int]]) -> list[tuple[Any, int]]:
    opened: list[tuple[Any, int]] = []
    try:
        for segment, at in later:
            opened.append((SegmentReader(files, schema, segment), at))
    except BaseException:
        for leaf, _ in opened:
            leaf.close()
        raise
    return opened
