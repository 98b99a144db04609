"""Bringing a site's own answers, people and visits in: looked at first, then all of it or nothing."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any

from frontdesk.domain.audit import AuditEvent, AuditKind
from frontdesk.domain.errors import DeskError
from frontdesk.domain.ids import new_id
from frontdesk.domain.imports import FileFormat, ImportBatch, ImportKind, ImportReport, RowError, TablePreview, Undone

from .import_check import MAX_LISTED, CheckedRows, checked_mapping, without_columns
from .import_columns import guess_mapping, missing_fields, unused
from .import_intakes import intake_of
from .import_parts import Part
from .import_referrers import Referrers, sorted_errors
from .ports import Clock, Progress, Table, TableReader
from .repositories import Repositories, Storage
from .visit_shelf import undo_visits

PREVIEW_ROWS = 20
PERSONAL = (ImportKind.PEOPLE, ImportKind.VISITS)


@dataclass(frozen=True, slots=True)
class _Source:
    """A file, and how to read it; what is None is found out."""

    path: Path
    kind: ImportKind
    mapping: Mapping[str, str] | None = None
    format: FileFormat | None = None
    progress: Progress | None = None

    def open(self, reader: TableReader) -> AbstractContextManager[Table]:
        chosen = self.format or FileFormat()
        return reader.open(self.path, chosen.encoding, chosen.delimiter)

    def mapping_of(self, table: Table) -> dict[str, str]:
        if self.mapping is None:
            return guess_mapping(table.columns, self.kind)
        return checked_mapping(self.mapping, table, self.kind)

    def tell(self, done: int, total: int) -> None:
        if self.progress is not None:
            self.progress(done, total)


@dataclass(slots=True)
class _Tally:
    """What the rows came to so far."""

    rows: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    cancelled: int = 0
    error_count: int = 0
    errors: list[RowError] = field(default_factory=list)

    def add(self, part: Part[Any]) -> None:
        self.rows += part.rows
        self.created += len(part.created)
        self.updated += len(part.updated)
        self.unchanged += part.unchanged
        self.cancelled += part.cancelled
        self.error_count += len(part.errors)
        self.errors += part.errors[: MAX_LISTED - len(self.errors)]

    def refuse(self, errors: Iterable[RowError]) -> None:
        """Note what only showed at the end of the file."""
        more = list(errors)
        self.error_count += len(more)
        self.errors = sorted_errors([*self.errors, *more])[:MAX_LISTED] if more else self.errors

    def report(self, kind: ImportKind, unknown: tuple[str, ...], replaced: int, batch: str = "") -> ImportReport:
        return ImportReport(
            kind, self.rows, self.created, self.updated, self.unchanged, tuple(self.errors),
            batch=batch, error_count=self.error_count, unknown=unknown, replaced=replaced,
            cancelled=self.cancelled,
        )  # fmt: skip


class DataImport:
    """Imports table files.

    A file is read twice: once to check every row without holding up anybody who writes, then, if
    nothing is wrong, once more inside one write transaction.
    """

    def __init__(self, storage: Storage, reader: TableReader, clock: Clock) -> None:
        self._storage = storage
        self._reader = reader
        self._clock = clock

    def preview(self, path: Path, kind: ImportKind, encoding: str = "", delimiter: str = "") -> TablePreview:
        """Read the head of a file, and guess which column holds what."""
        with self._reader.open(path, encoding, delimiter) as table:
            rows = tuple(cells for _, cells in islice(table.rows(), PREVIEW_ROWS))
            mapping = guess_mapping(table.columns, kind)
            left = unused(table.columns, mapping)
            return TablePreview(table.format, table.columns, rows, mapping, left, table.replaced)

    def dry_run(
        self,
        path: Path,
        kind: ImportKind,
        mapping: Mapping[str, str] | None = None,
        format: FileFormat | None = None,  # noqa: A002 - named like the field of the preview
        progress: Progress | None = None,
    ) -> ImportReport:
        """Check every row and say what an import would do; nothing is written."""
        return replace(self._check(_Source(path, kind, mapping, format, progress)), dry_run=True)

    def run(
        self,
        path: Path,
        kind: ImportKind,
        mapping: Mapping[str, str] | None = None,
        format: FileFormat | None = None,  # noqa: A002 - named like the field of the preview
        progress: Progress | None = None,
        *,
        by: str,
    ) -> ImportReport:
        """Import a file for the member of staff ``by``; with any wrong row nothing is written.

        ``Cancelled`` out of ``progress`` comes through, and nothing is written either.
        """
        source = _Source(path, kind, mapping, format, progress)
        report = self._check(source)
        if report.error_count or not (report.created or report.updated):
            return report
        return self._write(source, report, by)

    def last(self, kind: ImportKind | None = None) -> ImportBatch | None:
        """Return the import that ``undo_last`` would undo."""
        with self._storage.read() as repos:
            return repos.imports.last(kind)

    def undo_last(self, by: str, kind: ImportKind | None = None) -> Undone:
        """Put everything back to before the last import, but for visits of those who have come since."""
        with self._storage.write() as repos:
            batch = repos.imports.last(kind)
            if batch is None:
                raise DeskError("nothing_to_undo")
            visits = undo_visits(repos, batch, by, self._clock) if batch.kind is ImportKind.VISITS else Undone(0)
            rows = repos.imports.undo(batch.id, by) + visits.rows
            self._note(repos, AuditKind.UNDO_IMPORT, by, batch.kind, rows)
        return replace(visits, rows=rows)

    def _note(self, repos: Repositories, what: AuditKind, by: str, kind: ImportKind, rows: int) -> None:
        """Put on record that people or visits were brought in or taken back; answers are nobody's data."""
        if kind in PERSONAL:
            repos.audit.add(AuditEvent(new_id(), self._clock.now(), by, what, detail=f"{kind.value} {rows}"))

    def _check(self, source: _Source) -> ImportReport:
        with source.open(self._reader) as table, self._storage.read() as repos:
            mapping = source.mapping_of(table)
            left = unused(table.columns, mapping)
            missing = missing_fields(mapping, source.kind)
            if missing:
                return without_columns(source.kind, missing, left)
            tally = _Tally()
            rows, referrers = CheckedRows(table, source.kind, mapping), Referrers()
            for part in intake_of(source.kind).parts(rows, repos, self._clock, referrers):
                tally.add(part)
                source.tell(tally.rows, 0)
            tally.refuse(referrers.unknown(rows.brought))
            return tally.report(source.kind, left, table.replaced)

    def _write(self, source: _Source, checked: ImportReport, by: str) -> ImportReport:
        batch = new_id()
        with source.open(self._reader) as table, self._storage.write() as repos:
            tally = self._save_all(source, table, repos, checked, by, batch)
            created, updated = tally.created, tally.updated
            repos.imports.add(
                ImportBatch(batch, source.kind, self._clock.now(), by, source.path.name, created, updated)
            )
            self._note(repos, AuditKind.IMPORT, by, source.kind, created + updated)
        return tally.report(source.kind, checked.unknown, checked.replaced, batch)

    def _save_all(
        self, source: _Source, table: Table, repos: Repositories, checked: ImportReport, by: str, batch: str
    ) -> _Tally:
        tally, intake = _Tally(), intake_of(source.kind)
        with intake.filling(repos, checked.created):
            for part in self._parts_again(source, table, repos):
                intake.shelf(repos, self._clock).save_many([*part.created, *part.updated], by, batch)
                tally.add(part)
                source.tell(tally.rows, checked.rows)
        source.tell(tally.rows, checked.rows)  # once more: the end of the filling takes a while, and may be stopped
        return tally

    def _parts_again(self, source: _Source, table: Table, repos: Repositories) -> Iterator[Part[Any]]:
        """Read the file a second time; what is held of its rows is let go of before their indexes are made."""
        rows = CheckedRows(table, source.kind, source.mapping_of(table))
        for part in intake_of(source.kind).parts(rows, repos, self._clock, Referrers()):
            if part.errors:  # somebody saved the file between the two readings
                raise DeskError("file_changed", file=source.path.name)
            yield part
