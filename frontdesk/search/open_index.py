"""The files of one build, open: arrays for the documents of the full build, Whoosh for those written since."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.reading import IndexReader

from .arrays import load_arrays, save_arrays
from .folder import storage
from .impacts import Impacts
from .kept_texts import KeptTexts, Stored
from .postings import GROUP, Postings, decoded
from .recent import Recent
from .trigrams import LayeredTrigrams, Trigrams
from .vocabulary import Vocabulary
from .word_list import WordList

_FIELD = "words"


class OpenIndex:
    """What answers are looked up in. Documents 0 to ``base`` - 1 are those of the full build."""

    def __init__(self, build: Path, base: int) -> None:
        self._reader: IndexReader = storage(build).open_index().reader()
        self.size: int = self._reader.doc_count_all()
        self._texts = KeptTexts.load(build)
        if len(self._texts) != base:
            raise ValueError("texts of another build")
        words, impacts, recent = (
            WordList.load(build),
            Impacts(base, load_arrays(build, GROUP)),
            Recent(self._reader, base),
        )
        self.vocabulary = Vocabulary(recent.counts, words, impacts.counts)
        self.postings = Postings(words, impacts, recent, _mean_length(self._reader))
        self.trigrams = LayeredTrigrams(Trigrams.load(build, base), Trigrams.build(recent.texts()))
        self.gone = _deleted(self._reader)

    def stored(self, document: int) -> Stored:
        """Return the answer that a document was made of, and its normalised text."""
        if document < len(self._texts):
            return Stored(self._texts.id(document), self._texts.text(document))
        fields = self._reader.stored_fields(document)
        return Stored(fields["id"], fields["text"])

    def close(self) -> None:
        """Let go of Whoosh's files."""
        self._reader.close()


def save_arrays_of(build: Path, texts: KeptTexts) -> None:
    """Write beside a full build all that answering reads."""
    texts.save(build)
    Trigrams.build(texts).save(build)
    reader = storage(build).open_index().reader()
    try:
        words, impacts = decoded(reader)
    finally:
        reader.close()
    words.save(build)
    save_arrays(build, GROUP, impacts.arrays)


def _mean_length(reader: IndexReader) -> float:
    return float(reader.field_length(_FIELD)) / max(1, reader.doc_count_all())


def _deleted(reader: IndexReader) -> NDArray[np.int64]:
    leaves: list[tuple[Any, int]] = [(leaf, at) for leaf, at in reader.leaf_readers() if leaf.has_deletions()]
    numbers = [at + document for leaf, at in leaves for document in leaf.deleted_docs_set]
    return np.array(sorted(numbers), dtype=np.int64)
