"""The articles and questions that are measured, read from a folder of evaluation data."""

import csv
import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from random import Random

from frontdesk.domain.articles import Article, ArticleChange

from .recombined import recombined

SMALLEST_WHOLE = 5_000
"""From this size on, the right answer to every question is there."""
LARGEST_REAL = 25_000
"""Above it, articles are put together from paragraphs of the others."""

_CORPUS, _SCALE, _QUESTIONS = "corpus_5k.csv.gz", "scale_20k.csv.gz", "queries.jsonl"
_FEW_LETTERS = 1 << 20
_SEED = 5


@dataclass(frozen=True, slots=True)
class Question:
    """A query and the codes of the answers that are right."""

    language: str
    kind: str
    text: str
    relevant: frozenset[str]

    def gain(self, codes: list[str]) -> float:
        """Return one by the rank of the first right answer, 0 without one."""
        return next((1 / rank for rank, code in enumerate(codes, 1) if code in self.relevant), 0.0)


@dataclass(frozen=True, slots=True)
class Corpus:
    """So many articles, always the same, from a folder."""

    folder: Path
    size: int

    @property
    def name(self) -> str:
        """What tells this corpus from any other."""
        return f"{self.size}-{zlib.crc32(b''.join(file.read_bytes() for file in self._files())):08x}"

    def articles(self) -> list[Article]:
        """Read them; below the smallest whole size a sample, above the largest real one recombined ones too."""
        found = [article for file in self._files() for article in _read(file)]
        if self.size < SMALLEST_WHOLE:
            return Random(_SEED).sample(found, self.size)
        return list(chain(found[: self.size], recombined(found, self.size - len(found), _SEED)))

    def _files(self) -> list[Path]:
        names = [_CORPUS] if self.size <= SMALLEST_WHOLE else [_CORPUS, _SCALE]
        return [self.folder / name for name in names]


class CorpusFeed:
    """Articles that never change, as the index is fed."""

    def __init__(self, stamp: str, articles: list[Article]) -> None:
        self._stamp, self._articles = stamp, articles

    def last_seq(self) -> int:
        return 1

    def stamp(self) -> str:
        return self._stamp

    def count(self) -> int:
        return len(self._articles)

    def everything(self) -> Iterator[Article]:
        return iter(self._articles)

    def since(self, seq: int) -> Iterator[ArticleChange]:
        return iter(())


def _read(file: Path) -> Iterator[Article]:
    """Read an articles file as the import would."""
    csv.field_size_limit(_FEW_LETTERS)
    with gzip.open(file, "rt", encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            yield _article(row)


def _article(row: dict[str, str]) -> Article:
    return Article(
        id=row["code"],
        code=row["code"],
        title=row["title"],
        body=row["body"],
        category=row["category"],
        keywords=tuple(filter(None, row["keywords"].split(";"))),
        department=row["department"],
    )


def read_questions(folder: Path) -> list[Question]:
    """Read the query set."""
    with (folder / _QUESTIONS).open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Question(row["lang"], row["kind"], row["query"], frozenset(row["relevant"])) for row in rows]


def missing(folder: Path) -> list[str]:
    """Return the names of the files that are not there."""
    return [name for name in (_CORPUS, _SCALE, _QUESTIONS) if not (folder / name).exists()]
