"""SQLite FTS5: a table of words and one of trigrams, their rankings fused by reciprocal rank.

FTS5 knows no weights of terms, so all that the plan looks up counts alike.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import apsw

from .engines import SHOWN, Planning
from .tokens import Tokens, trigram_names

_FILE = "index.db"
_WORDS, _TRIGRAMS = "words", "trigrams"
_FUSED = 30
_FIRST_RANK = 10
_WEIGHTS = {_WORDS: 1.0, _TRIGRAMS: 0.7}
_SIGNS = "!#$%&''()*+,-./:;<=>?@[\\]^_`{|}~"
_TOKENIZE = f"tokenize=\"ascii tokenchars '{_SIGNS}'\""
"""Of ASCII only spaces and double quotes separate, and the rest of Unicode never does."""


class Fts5Writer:
    """Builds the tables in an empty folder."""

    def __init__(self, folder: Path) -> None:
        self._db = apsw.Connection(str(folder / _FILE))
        self._db.execute("pragma journal_mode=off; pragma synchronous=off; pragma cache_size=-262144")
        self._db.execute("create table articles(number integer primary key, code text)")
        for table in _WEIGHTS:
            self._db.execute(f"create virtual table {table} using fts5(text, content='', {_TOKENIZE})")
        self._db.execute("begin")
        self._added = 0

    def add(self, code: str, tokens: Tokens) -> None:
        self._added += 1
        self._db.execute("insert into articles values(?, ?)", (self._added, code))
        for table, texts in zip(_WEIGHTS, tokens, strict=True):
            self._db.execute(f"insert into {table}(rowid, text) values(?, ?)", (self._added, " ".join(texts)))

    def finish(self) -> None:
        for table in _WEIGHTS:
            self._db.execute(f"insert into {table}({table}) values('optimize')")
        self._db.execute("commit")

    def changed(self, counts: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
        """Yield the tokens that do not stand in as many articles as they should."""
        for table, expected in counts.items():
            self._db.execute(f"create virtual table temp.{table}_kept using fts5vocab(main, {table}, row)")
            kept = {str(term): count for term, count in self._db.execute(f"select term, doc from {table}_kept")}
            yield from (token for token in kept.keys() | expected if kept.get(token) != expected.get(token))


class Fts5Peer:
    """Open for answering, with memory for all that a large index needs."""

    def __init__(self, folder: Path, planning: Planning) -> None:
        self._db = apsw.Connection(str(folder / _FILE), flags=apsw.SQLITE_OPEN_READONLY)
        self._db.execute("pragma mmap_size=4294967296; pragma cache_size=-131072")
        self._codes: dict[int, str] = dict(self._db.execute("select number, code from articles"))
        self._plan = planning

    def search(self, text: str) -> list[str]:
        plan = self._plan(text)
        scores: defaultdict[int, float] = defaultdict(float)
        words = dict.fromkeys(word for group in (plan.words, *plan.guesses) for word in group)
        for table, tokens in ((_WORDS, words), (_TRIGRAMS, trigram_names(plan.trigrams))):
            for rank, number in enumerate(self._best(table, tokens)):
                scores[number] += _WEIGHTS[table] / (_FIRST_RANK + rank)
        return [self._codes[number] for number in sorted(scores, key=lambda one: -scores[one])[:SHOWN]]

    def _best(self, table: str, tokens: Iterable[str]) -> list[int]:
        wanted = " OR ".join(f'"{token}"' for token in tokens)
        if not wanted:
            return []
        chosen = f"select rowid from {table} where {table} match ? order by rank limit {_FUSED}"
        return [number for (number,) in self._db.execute(chosen, (wanted,))]
