"""Bringing a site's own data in: columns, rows and what is wrong with them."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class ImportKind(StrEnum):
    """What a file holds."""

    ARTICLES = "articles"
    PEOPLE = "people"
    VISITS = "visits"


@dataclass(frozen=True, slots=True)
class FileFormat:
    """How a table file is written. ``encoding`` and ``delimiter`` are empty for a workbook."""

    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class TablePreview:
    """The head of a file: its columns, its first rows, and the column each field was taken from.

    ``mapping`` goes from our field to the file's column; ``unknown`` are columns that are not used.
    ``replaced`` counts characters that the encoding could not read in the previewed rows.
    """

    format: FileFormat
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    mapping: dict[str, str]
    unknown: tuple[str, ...] = ()
    replaced: int = 0


@dataclass(frozen=True, slots=True)
class RowError:
    """A row that cannot be taken. ``line`` is the line or row number in the file, from 1.

    ``code`` names the sentence as in ``DeskError``; ``data`` fills its gaps.
    """

    line: int
    column: str
    code: str
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or, for a dry run, would do. Nothing was written if there are errors.

    ``error_count`` counts every error, ``errors`` lists the first of them. ``unknown`` are columns
    of the file that were not used, ``replaced`` counts characters that could not be read. ``cancelled`` of those
    updated are visits that an invitation calls off.
    """

    kind: ImportKind
    rows: int
    created: int
    updated: int
    unchanged: int
    errors: tuple[RowError, ...] = ()
    dry_run: bool = False
    batch: str = ""
    """The id by which the import can be undone; empty where nothing was written."""
    error_count: int = 0
    unknown: tuple[str, ...] = ()
    replaced: int = 0
    cancelled: int = 0


@dataclass(frozen=True, slots=True)
class Undone:
    """What taking an import back did: ``rows`` are as they were before. Of visits, those who ``came`` stay, and those
    that were ``changed`` stay as the import left them.
    """

    rows: int
    came: int = 0
    changed: int = 0


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """A past import that may be undone (UTC)."""

    id: str
    kind: ImportKind
    at: datetime
    by: str
    file_name: str
    created: int
    updated: int
