"""How common a word is in general, which a small site's own texts cannot tell.

In 48 answers "เอ่อ" and "อยากจะสอบถาม" are as rare as the word that a call is about. Thai counts are
those of the Thai National Corpus as PyThaiNLP ships them (public domain, CC0).
"""

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from .spoken_words import ENGLISH, THAI_CALLS

_CORPUS = 33_535_658
"""Words that the Thai counts were taken from."""
_FEWEST = 67
"""Counts below this, 2 in a million, are those of rare words."""


def commonness(word: str) -> float:
    """Return how often a normalised word is met among a million words of general text or talk.

    0 stands for every word that is met less than twice, and for unknown ones.
    """
    return _per_million().get(word, 0.0)


@cache
def _per_million() -> dict[str, float]:
    """Load the counts once: some 14,000 words, about 25 ms and 2 MB."""
    known = {word: count * 1e6 / _CORPUS for word, count in _counted()}
    for table in (THAI_CALLS, ENGLISH):
        for rate, words in table.items():
            known |= {word: max(rate, known.get(word, 0.0)) for word in words.split()}
    return known


def _counted() -> Iterator[tuple[str, int]]:
    """Yield words with their counts from the list, commonest first, while they are common."""
    with _file().open(encoding="utf-8") as lines:
        for line in lines:
            word, _, count = line.rstrip("\n").partition("\t")
            if int(count) < _FEWEST:
                return
            yield word.lower(), int(count)


def _file() -> Path:
    found = find_spec("pythainlp")
    assert found is not None and found.submodule_search_locations
    return Path(next(iter(found.submodule_search_locations))) / "corpus" / "tnc_freq.txt"
