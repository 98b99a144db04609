"""The files of one build, open: arrays for the documents of the full build, Whoosh for those written since."""

from contextlib import ExitStack, closing
from pathlib import Path

from .arrays import load_arrays, save_arrays
from .folder import storage
from .impacts import Impacts
from .kept_texts import KeptTexts
from .postings import GROUP, Postings, decoded
from .recent import Recent
from .trigrams import LayeredTrigrams, Trigrams
from .vocabulary import Vocabulary
from .word_list import WordList


class OpenIndex:
    """What answers are looked up in. Documents 0 to ``base`` - 1 are those of the full build."""

    def __init__(self, build: Path, base: int) -> None:
        with ExitStack() as opened:
            self._texts = opened.enter_context(closing(KeptTexts.load(build)))
            self._recent = opened.enter_context(closing(Recent(build, base)))
            self._arrange(build, base)
            self.close = opened.pop_all().close

    def _arrange(self, build: Path, base: int) -> None:
        recent = self._recent
        if len(self._texts) != base:
            raise ValueError("texts of another build")
        self.size, self.gone = base + recent.size, recent.gone
        words, impacts = WordList.load(build), Impacts(base, load_arrays(build, GROUP))
        self.vocabulary = Vocabulary(recent.counts, words, impacts.counts)
        self.postings = Postings(words, impacts, recent)
        self.trigrams = LayeredTrigrams(Trigrams.load(build, base), Trigrams.build(recent.texts()))

    def id(self, document: int) -> str:
        """Return the id of the answer that a document was made of."""
        kept = document < len(self._texts)
        return self._texts.id(document) if kept else self._recent.stored(document).id

    def text(self, document: int) -> str:
        """Return the normalised text of a document."""
        kept = document < len(self._texts)
        return self._texts.text(document) if kept else self._recent.stored(document).text


def save_arrays_of(build: Path, texts: KeptTexts) -> None:
    """Write beside a full build all that answering reads."""
    texts.save(build)
    Trigrams.build(texts).save(build)
    with closing(storage(build).open_index().reader()) as reader:
        words, impacts = decoded(reader)
    words.save(build)
    save_arrays(build, GROUP, impacts.arrays)
