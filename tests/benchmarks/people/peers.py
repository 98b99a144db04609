"""Other ways to look among the same people: LIKE over every row, and FTS5 with trigrams over every row."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from frontdesk.domain.thai_text import normalise

_LIMIT = 10
_LIKE_SIGNS = str.maketrans({"%": "\\%", "_": "\\_", "\\": "\\\\"})

_ROWS = """
INSERT INTO rows (code, words)
SELECT code, lower(given_name || ' ' || family_name || ' ' || family_name || given_name || ' ' || nickname || ' '
    || romanised || ' ' || code || ' ' || line || ' ' || email || ' ' || replace(plate, ' ', '') || ' '
    || coalesce(organisations.name, '') || ' ' || coalesce(numbers.digits, ''))
FROM desk.people LEFT JOIN desk.organisations ON organisations.id = people.organisation_id
LEFT JOIN (SELECT person_id, group_concat(digits || ' ' || extension, ' ') AS digits
    FROM desk.person_numbers GROUP BY person_id) AS numbers ON numbers.person_id = people.id
WHERE NOT archived
"""
"""Everything that our own look-up goes by, a row for each person."""

_BESIDE = "content = 'rows', content_rowid = 'id'"

FindCodes = Callable[[str], list[str]]


class Peers:
    """A scratch database beside the desk; it is only read from the desk's own."""

    def __init__(self, desk: Path, scratch: Path) -> None:
        self._connection = driver.connect(str(scratch))
        run = self._connection.execute
        run("PRAGMA journal_mode = OFF")
        run("PRAGMA cache_size = -262144")
        run("ATTACH ? AS desk", (str(desk),))
        run("CREATE TABLE rows (id INTEGER PRIMARY KEY, code TEXT, words TEXT)")
        run(_ROWS)
        run(f"CREATE VIRTUAL TABLE trigrams USING fts5 (words, {_BESIDE}, tokenize = 'trigram')")
        run("INSERT INTO trigrams (trigrams) VALUES ('rebuild')")
        self._connection.commit()
        run("DETACH desk")

    def like(self, text: str) -> list[str]:
        """Look through every row for every word, as ``LIKE '%word%'`` does."""
        words = [word.translate(_LIKE_SIGNS) for word in _words(text)]
        if not words:
            return []
        where = " AND ".join("words LIKE ? ESCAPE '\\'" for _ in words)
        return self._codes(f"SELECT code FROM rows WHERE {where} LIMIT {_LIMIT}", [f"%{word}%" for word in words])

    def trigram(self, text: str) -> list[str]:
        """Ask the trigram index for every word; where nobody has them all, for any three letters, best first."""
        words = [word for word in _words(text) if len(word) >= 3]
        found = self._matching(" AND ".join(map(_quoted, words)))
        if found or not words:
            return found
        return self._matching(" OR ".join(_quoted(word[at : at + 3]) for word in words for at in range(len(word) - 2)))

    def close(self) -> None:
        self._connection.close()

    def _matching(self, asked: str) -> list[str]:
        query = f"SELECT rowid FROM trigrams WHERE trigrams MATCH ? ORDER BY rank LIMIT {_LIMIT}"
        return self._codes(f"SELECT code FROM rows WHERE id IN ({query})", [asked]) if asked else []

    def _codes(self, query: str, values: Iterable[Any]) -> list[str]:
        return [code for (code,) in self._connection.execute(query, tuple(values))]


def _words(text: str) -> list[str]:
    """Bring a text to what stands in the rows: numbers in digits, the rest normalised."""
    digits = "".join(sign for sign in text if sign.isdigit())
    if len(digits) >= 9 and len(digits) * 2 > len(text):
        return [digits[-8:]]
    return normalise(text).split()


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'
