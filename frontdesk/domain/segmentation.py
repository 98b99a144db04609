"""Words of Thai and English text, at two grains, and the places where a Thai line may break."""

import re
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from .english_roots import plain_forms

SEGMENTER_VERSION = 3
"""Grows with every change of ``pieces``; an index made with an older one is built anew."""

_DICTIONARY = "thai"
_BREAK = "\u200b"
_THAI_PART = r"[\u0e00-\u0e4e]+"
_OTHER_PART = r"[^\W_\u0e00-\u0e7f]+(?:'[^\W\d_\u0e00-\u0e7f]+)?"
_THAI_PARTS, _OTHER_PARTS = re.compile(_THAI_PART), re.compile(_OTHER_PART)
_RUN = re.compile(f"{_THAI_PART}|{_OTHER_PART}")
_THAI_RUN = re.compile("[\u0e01-\u0e4e]+")
_SPOKEN = re.compile("[\u0e01-\u0e2e]")
_CANNOT_BEGIN = re.compile("[ฯ-\u0e3a\u0e45-\u0e4e]")
"""Marks, vowels written after their consonant, and repetition: no line may start with them."""
_CANNOT_END = re.compile("[\u0e40-\u0e44]$")
"""Vowels written before their consonant."""
_LETTERS_OR_DIGITS = re.compile(r"\d+|[^\W\d_]+")
_ABBREVIATION = re.compile(
    r"(?<![\u0e01-\u0e4e])(?:[\u0e01-\u0e2e]{1,3}\.){1,4}(?:[\u0e01-\u0e2e]{1,3}(?![\u0e01-\u0e4e]))?"
)
_CODE = re.compile(
    r"(?<![\u0e01-\u0e4e\w])((?:[\u0e01-\u0e2e]{1,3}\.?){1,4}|[a-z]{1,5})[ .-]{0,2}(\d+(?:/\d+)*)(?![\d\w])"
)
_NUMBER = re.compile(r"\d+(?:[-,.]\d+)+|\d+(?:/\d+)+|\b0\d{1,2}(?: \d{3,4}){2}\b")
_HYPHENED = re.compile(r"(?<![\w-])[a-z]+(?:-[a-z]+){1,2}(?![\w-])")
_COMPOUND_LETTERS = 4
_REPETITION = re.compile("(?<=[\u0e01-\u0e4e])[ฯๆ]+$")


class Piece(NamedTuple):
    """A searchable word and the stretch of the normalised text that it stands for."""

    text: str
    start: int
    end: int


@cache
def _load_dictionary() -> None:
    """Load the segmenter's word list once: about 0.15 s and 60 MB, so only when first needed."""
    import nlpo3

    found = find_spec("pythainlp")
    assert found is not None and found.submodule_search_locations
    folder = Path(next(iter(found.submodule_search_locations)))
    nlpo3.load_dict(str(folder / "corpus" / "words_th.txt"), _DICTIONARY)


def _thai_words(run: str) -> list[str]:
    import nlpo3

    _load_dictionary()
    return nlpo3.segment(run, _DICTIONARY)


def _finer(word: str) -> tuple[str, ...]:
    """Return the parts of a Thai compound; empty if it has none worth finding it by."""
    from icu4py.breakers import WordBreaker

    parts = tuple(str(part) for part in WordBreaker(word, "th"))
    return tuple(part for part in parts if len(part) > 1) if len(parts) > 1 else ()


def words(text: str) -> list[str]:
    """Return the words of a text in order, without spaces and punctuation."""
    return [text[start:end] for start, end in word_spans(text)]


def word_spans(text: str) -> list[tuple[int, int]]:
    """Return where each word of a text starts and ends."""
    spans: list[tuple[int, int]] = []
    for run in _RUN.finditer(text):
        if "\u0e00" <= run.group()[0] <= "\u0e4e":
            spans.extend(_spans_of_run(run.group(), run.start()))
        else:
            spans.append(run.span())
    return spans


def _spans_of_run(run: str, at: int) -> list[tuple[int, int]]:
    spans = []
    for word in _thai_words(run):
        if _SPOKEN.search(word):
            spans.append((at, at + len(word)))
        at += len(word)
    return spans


def pieces(text: str) -> list[Piece]:
    """Return the words of a normalised text, each followed by its finer parts, then codes and numbers.

    Compounds give their parts, "iphone15" its letters and digits, English words their plain form, ช้าๆ gives ช้า;
    form codes, numbers and hyphened words also stand joined: ท.ร. 14/1 as ทร14/1, Wi-Fi as wifi.
    """
    found: list[Piece] = []
    for start, end in word_spans(text):
        found.extend(Piece(grain, start, end) for grain in _grains(text[start:end]))
    return found + _joined(text)


def piece_texts(text: str) -> list[str]:
    """Return the texts of ``pieces`` in another order, in a third of the time: for indexing."""
    runs = _thai_words("\n".join(_THAI_PARTS.findall(text))) + _OTHER_PARTS.findall(text)
    found = [grain for word in runs for grain in _grains(word)]
    return found + [piece.text for piece in _joined(text)]


@lru_cache(maxsize=100_000)
def _grains(word: str) -> tuple[str, ...]:
    """Return a word and its finer parts; nothing for a stretch without letters and digits."""
    thai = "\u0e00" <= word[0] <= "\u0e4e"
    if word == "\n" or (thai and not _SPOKEN.search(word)):
        return ()
    return (word, *_parts(word))


def _parts(word: str) -> tuple[str, ...]:
    if "\u0e00" <= word[0] <= "\u0e4e":
        bare = _REPETITION.sub("", word)
        parts = _finer(bare) if len(bare) >= _COMPOUND_LETTERS else ()
        return parts if bare == word else (bare, *parts)
    mixed = _LETTERS_OR_DIGITS.findall(word)
    if len(mixed) > 1 and "'" not in word:
        return tuple(mixed)
    return plain_forms(word)


def _joined(text: str) -> list[Piece]:
    if not any(mark in text for mark in ".,-/ ") or text.isalpha():
        return []
    found = [Piece(_only_letters(m[1]) + m[2], *m.span()) for m in _CODE.finditer(text)]
    found += [Piece(_only_letters(m[0]), *m.span()) for m in _ABBREVIATION.finditer(text) if "." in m[0][:-1]]
    found += [Piece(_only_letters(m[0]), *m.span()) for m in _HYPHENED.finditer(text)]
    return found + [Piece(re.sub("[-,. ]", "", m[0]), *m.span()) for m in _NUMBER.finditer(text)]


def _only_letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))


def with_breaks(text: str) -> str:
    """Return a text for the screen with an invisible break between Thai words."""
    return _THAI_RUN.sub(lambda run: _broken(run.group()), text)


def _broken(run: str) -> str:
    out = ""
    for word in _thai_words(run):
        stays = not out or _CANNOT_BEGIN.match(word) or _CANNOT_END.search(out) or not _SPOKEN.search(word)
        out += word if stays else _BREAK + word
    return out


def without_breaks(text: str) -> str:
    """Take the invisible breaks out again, as for the clipboard."""
    return text.replace(_BREAK, "")
