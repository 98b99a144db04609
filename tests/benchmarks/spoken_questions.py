"""How well callers' own words find the answer on a small site: 48 answers of the demo desk.

    python -m tests.benchmarks.spoken_questions [--without-keywords] [--without-synonyms] [--misses]

Prints how often the right answer is first, among the first three and its mean reciprocal rank among ten,
in per cent, with the answers' keywords or, harder, without them, and with the synonyms that are shipped.
"""

import argparse
import csv
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from frontdesk.domain.articles import Article, ArticleChange
from frontdesk.domain.synonyms import read_shipped
from frontdesk.paths import resources
from frontdesk.search.article_index import ArticleIndex

_QUESTIONS = Path(__file__).with_name("spoken_questions.toml")
_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a caller said, and the code of the answer meant."""

    language: str
    text: str
    code: str


@dataclass(frozen=True, slots=True)
class SmallSite:
    """Answers that never change, as an index takes them in."""

    answers: list[Article]

    def last_seq(self) -> int:
        return 1

    def stamp(self) -> str:
        return "benchmark"

    def count(self) -> int:
        return len(self.answers)

    def everything(self) -> Iterator[Article]:
        return iter(self.answers)

    def since(self, seq: int) -> Iterator[ArticleChange]:
        return iter(())


class ShippedGroups:
    """The synonyms of a site that has added none."""

    def groups(self) -> tuple[tuple[str, ...], ...]:
        return read_shipped((resources() / "synonyms.toml").read_text(encoding="utf-8"))

    def revision(self) -> int:
        return 0


def read_spoken() -> list[Spoken]:
    """Read what callers said."""
    with _QUESTIONS.open("rb") as file:
        said = tomllib.load(file)
    return [
        Spoken(language, text, code)
        for code, texts in said.items()
        for language in ("th", "en")
        for text in texts.get(language, ())
    ]


def read_answers() -> dict[str, Article]:
    """Read the demo desk's answers by their code."""
    rows = (row for file in sorted((resources() / "demo").glob("answers_*.csv")) for row in _rows(file))
    return {row["code"]: _article(row) for row in rows}


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines)


def _article(row: dict[str, str]) -> Article:
    words = tuple(filter(None, row["keywords"].split(";")))
    one = Article(row["code"], row["code"], row["title"], row["title_en"], row["say"], row["say_en"], keywords=words)
    return replace(
        one,
        body=row["body"],
        body_en=row["body_en"],
        category=row["category"],
        department=row["department"],
    )


def ranks(index: ArticleIndex, questions: list[Spoken]) -> list[int]:
    """Return for each question the place of its answer, 0 where it is not among the first ten."""
    found = ([hit.article_id for hit in index.search(one.text, _SHOWN).hits] for one in questions)
    return [hits.index(one.code) + 1 if one.code in hits else 0 for one, hits in zip(questions, found, strict=True)]


def report(language: str, places: list[int]) -> None:
    """Print one language's line."""
    first, third = (100 * sum(1 <= place <= most for place in places) / len(places) for most in (1, 3))
    gain = 100 * sum(1 / place for place in places if place) / len(places)
    print(f"{language}: {len(places)} questions, first {first:.1f}, among three {third:.1f}, MRR {gain:.1f}")


def main() -> None:
    """Ask everything once."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--without-keywords", action="store_true")
    options.add_argument("--without-synonyms", action="store_true")
    options.add_argument("--misses", action="store_true", help="print what did not come first")
    chosen = options.parse_args()
    questions, answers = read_spoken(), read_answers()
    asked = [answers[code] for code in dict.fromkeys(one.code for one in questions)]
    if chosen.without_keywords:
        asked = [replace(one, keywords=()) for one in asked]
    with tempfile.TemporaryDirectory() as folder:
        index = ArticleIndex(Path(folder), SmallSite(asked), None if chosen.without_synonyms else ShippedGroups())
        index.catch_up()
        places = ranks(index, questions)
        for language in ("th", "en"):
            report(language, [place for place, one in zip(places, questions, strict=True) if one.language == language])
        if chosen.misses:
            _print_misses(index, questions, places)
        index.close()


def _print_misses(index: ArticleIndex, questions: list[Spoken], places: list[int]) -> None:
    for one, place in zip(questions, places, strict=True):
        if place != 1:
            before = " ".join(hit.article_id for hit in index.search(one.text, 3).hits)
            print(f"{place:3} {one.code:7} {one.text}  [{before}]")


if __name__ == "__main__":
    main()
