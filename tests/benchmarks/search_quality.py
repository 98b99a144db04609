"""Quality and speed of finding answers, beside Whoosh as it comes, in one run.

    python tests/benchmarks/search_quality.py [FOLDER] [--with-scale]

FOLDER holds corpus_5k.csv.gz, queries.jsonl and, for ``--with-scale``, scale_20k.csv.gz. Prints mean
reciprocal rank x100 of the right answer among ten, per language and kind, and milliseconds per query.
"""

import argparse
import csv
import gzip
import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from whoosh.analysis.analyzers import StandardAnalyzer
from whoosh.fields import ID, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.query.compound import Or
from whoosh.query.terms import Term

from frontdesk.domain.articles import Article, ArticleChange
from frontdesk.search.article_index import ArticleIndex

_BESIDE = Path(__file__).parents[3] / "shared" / "eval" / "search"
_SHOWN = 10
_FEW_LETTERS = 1 << 20

Engine = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Question:
    """A query and the codes of the answers that are right."""

    language: str
    kind: str
    text: str
    relevant: frozenset[str]


@dataclass(slots=True)
class Figures:
    """What was measured for one engine, language and kind."""

    gains: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    @property
    def mrr(self) -> float:
        return 100 * sum(self.gains) / len(self.gains)

    def ms(self, share: float) -> float:
        ordered = sorted(self.seconds)
        return 1000 * ordered[min(len(ordered) - 1, int(len(ordered) * share))]


class FileFeed:
    """The articles of CSV files, which never change."""

    def __init__(self, articles: list[Article]) -> None:
        self._articles = articles

    def last_seq(self) -> int:
        return 1

    def stamp(self) -> str:
        return "benchmark"

    def count(self) -> int:
        return len(self._articles)

    def everything(self) -> Iterator[Article]:
        return iter(self._articles)

    def since(self, seq: int) -> Iterator[ArticleChange]:
        return iter(())


def read_articles(file: Path) -> Iterator[Article]:
    """Read an articles file as the import would."""
    csv.field_size_limit(_FEW_LETTERS)
    with gzip.open(file, "rt", encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            words = tuple(filter(None, row["keywords"].split(";")))
            yield Article(row["code"], row["code"], row["title"], body=row["body"], keywords=words)


def read_questions(file: Path) -> list[Question]:
    """Read the query set."""
    with file.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Question(row["lang"], row["kind"], row["query"], frozenset(row["relevant"])) for row in rows]


def whoosh_as_it_comes(articles: list[Article]) -> Engine:
    """Index title and body with Whoosh's default analyzer and look for any of the words."""
    analyzer = StandardAnalyzer()
    index: Any = RamStorage().create_index(Schema(id=ID(stored=True), title=TEXT(), body=TEXT()))  # type: ignore[no-untyped-call]
    writer = index.writer(limitmb=256)
    for article in articles:
        writer.add_document(id=article.id, title=article.title, body=article.body)
    writer.commit()
    searcher = index.searcher()

    def search(text: str) -> list[str]:
        words = {token.text for token in analyzer(text)}
        terms = [Term("title", word, boost=2.0) for word in words] + [Term("body", word) for word in words]
        return [hit["id"] for hit in searcher.search(Or(terms), limit=_SHOWN)] if terms else []

    return search


def measure(engine: Engine, questions: list[Question]) -> dict[tuple[str, str], Figures]:
    """Ask every question once, after a short warm-up."""
    for question in questions[::50]:
        engine(question.text)
    figures: dict[tuple[str, str], Figures] = defaultdict(Figures)
    for question in questions:
        began = time.perf_counter()
        codes = engine(question.text)
        one = figures[question.language, question.kind]
        one.seconds.append(time.perf_counter() - began)
        one.gains.append(next((1 / rank for rank, code in enumerate(codes, 1) if code in question.relevant), 0.0))
    return figures


def report(name: str, figures: dict[tuple[str, str], Figures]) -> dict[str, float]:
    """Print one engine's table; return the mean of the kinds per language."""
    print(f"\n{name}\n{'':18}{'n':>6}{'MRR':>8}{'p50 ms':>9}{'p95 ms':>9}{'p99 ms':>9}")
    means: dict[str, list[float]] = defaultdict(list)
    for (language, kind), one in figures.items():
        times = "".join(f"{one.ms(share):9.2f}" for share in (0.5, 0.95, 0.99))
        print(f"{language:4}{kind:14}{len(one.gains):6}{one.mrr:8.1f}{times}")
        means[language].append(one.mrr)
    return {language: sum(values) / len(values) for language, values in means.items()}


def main() -> None:
    """Run the comparison; leave with a clear word where the data is not there."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("folder", nargs="?", type=Path, default=_BESIDE)
    options.add_argument("--with-scale", action="store_true")
    chosen = options.parse_args()
    if not (chosen.folder / "queries.jsonl").exists():
        sys.exit(f"nothing measured: the query set is not in {chosen.folder}")
    files = ["corpus_5k.csv.gz", "scale_20k.csv.gz"][: 2 if chosen.with_scale else 1]
    articles = [article for name in files for article in read_articles(chosen.folder / name)]
    compare(articles, read_questions(chosen.folder / "queries.jsonl"))


def compare(articles: list[Article], questions: list[Question]) -> None:
    """Build, ask and print both."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        index = ArticleIndex(Path(folder), FileFeed(articles))
        index.catch_up()
        built = time.perf_counter() - began
        index.close()
        began = time.perf_counter()
        index = ArticleIndex(Path(folder), FileFeed(articles))
        index.search("สวัสดี", _SHOWN)
        opened = time.perf_counter() - began
        print(f"{len(articles)} articles: built in {built:.1f} s, opened and asked in {opened:.2f} s")
        ours = report(
            "frontdesk",
            measure(lambda text: [hit.article_id for hit in index.search(text, _SHOWN).hits], questions),
        )
        index.close()
    theirs = report("Whoosh, default analyzer", measure(whoosh_as_it_comes(articles), questions))
    for language, mean in ours.items():
        gain = mean - theirs[language]
        print(f"mean MRR {language}: {mean:.1f} against {theirs[language]:.1f} ({gain:+.1f})")


if __name__ == "__main__":
    main()
