"""Who sent whom, by code: somebody on file, or a row of the same file, before or behind."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from frontdesk.domain.ids import new_id
from frontdesk.domain.imports import RowError

from .import_row import ImportRow
from .repositories import Repositories

REFERRER = "referred_by"


class Referrers:
    """Turns codes into ids while a file is read; ``learn`` comes before the rows it is about are made.

    A code that is not on file yet gets its id here, and so does the row that brings it.
    """

    def __init__(self) -> None:
        self._on_file: dict[str, str] = {}
        self._to_come: dict[str, str] = {}
        self._doubtful: list[tuple[int, str, str]] = []

    def learn(self, repos: Repositories, rows: Sequence[ImportRow]) -> None:
        """Look the codes of some rows up; those merged lead to whom they were merged into."""
        if not rows or not rows[0].has(REFERRER):
            return
        wanted = {code: row for row in rows if (code := row.text(REFERRER))}
        found = {code: one.id for code, one in repos.people.by_codes(wanted).items()}
        into = repos.merges.survivors(found.values()) if found else {}
        self._on_file = {code: into.get(one, one) for code, one in found.items()}
        for code in wanted.keys() - found.keys():
            self._to_come.setdefault(code, new_id())

    def sender_of(self, row: ImportRow) -> str:
        """Return the id of who sent somebody, or "". Whether the file brings that one is known only at its end."""
        code = row.text(REFERRER)
        if not code:
            return ""
        if code not in self._on_file:
            self._doubtful.append((row.line, row.column(REFERRER), code))
        return self._on_file.get(code) or self._to_come[code]

    def id_of(self, code: str) -> str:
        """Return the id for somebody new: that by which earlier rows speak of them, or else a fresh one."""
        return self._to_come.get(code) or new_id()

    def unknown(self, brought: Callable[[str], bool]) -> Iterator[RowError]:
        """Yield an error for each row sent by somebody who is neither on file nor in the file."""
        for line, column, code in self._doubtful:
            if not brought(code):
                yield RowError(line, column, "referrer_not_found", {"value": code[:60]})


def sorted_errors(errors: Iterable[RowError]) -> list[RowError]:
    """Put errors that were found at different times in the order of the file."""
    return sorted(errors, key=lambda error: error.line)
