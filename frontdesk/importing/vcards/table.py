"""A vCard file as a table of people, read in a child process like every file that nobody vouches for."""

import codecs
from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from frontdesk.domain.errors import DeskError
from frontdesk.importing.encodings import known_encoding
from frontdesk.importing.headers import MAX_COLUMNS
from frontdesk.importing.letter_tables import LetterTable, open_letters
from frontdesk.importing.sandbox import Letters, Limits, Packet, Rows

from .cards import Card, cards_of
from .columns import in_order
from .lines import properties_of
from .people import CardReader, Cells
from .values import Values

MAX_BYTES = 60_000_000
"""With pictures; they are passed over."""
MAX_VALUE = 4_096
"""Characters in one field."""
BATCH_ROWS = 500
HEADER_LINE = 1

_WIDE = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_OF_CARDS = {"workbook_too_large": "cards_too_large", "workbook_too_slow": "cards_too_large",
             "workbook_damaged": "cards_damaged"}  # fmt: skip


def open_cards(path: Path, encoding: str = "", limits: Limits | None = None) -> AbstractContextManager[LetterTable]:
    """Open a vCard file; ``DeskError`` for what is too large or holds no card."""
    chosen = known_encoding(encoding) if encoding else ""
    return open_letters(partial(read_cards, encoding=chosen), path, limits or Limits(), _OF_CARDS)


def read_cards(path: Path, encoding: str = "") -> Iterator[Packet]:
    """Read a whole file, as only the last card may show what columns there are. It runs in the child."""
    data, found = _utf8(_bytes(path), encoding)
    values = Values("" if found == "utf-8" else found)
    book = _Book()
    for card in cards_of(properties_of(data, path.name), path.name):
        book.add(card, CardReader(card, values).read())
    if not book.rows:
        raise DeskError("file_empty", file=path.name)
    columns = in_order({column for _, cells in book.rows for column in cells})
    if len(columns) > MAX_COLUMNS:
        raise DeskError("too_many_columns", limit=MAX_COLUMNS)
    yield Letters(encoding or values.mostly, values.replaced, book.faults)
    yield Rows([(HEADER_LINE, columns)])
    for start in range(0, len(book.rows), BATCH_ROWS):
        some = book.rows[start : start + BATCH_ROWS]
        yield Rows([(line, tuple(cells.get(column, "") for column in columns)) for line, cells in some])


@dataclass(slots=True)
class _Book:
    """The rows so far, each of which has a code of its own."""

    rows: list[tuple[int, Cells]] = field(default_factory=list)
    faults: list[tuple[int, str, dict[str, object]]] = field(default_factory=list)
    _codes: set[str] = field(default_factory=set)
    _namesakes: Counter[str] = field(default_factory=Counter)
    _seen: set[frozenset[tuple[str, str]]] = field(default_factory=set)

    def add(self, card: Card, cells: Cells) -> None:
        """Take a row in, but not a second time what a telephone keeps on its card and in its memory."""
        said = frozenset(cells.items())
        if (cells or card.faults) and said not in self._seen:
            code = cells.get("code", "")
            if code in self._codes and not _is_given(card):
                code = self._free(code)
            self._seen.add(said)
            self._codes.add(code)
            self.rows.append((card.line, cells | {"code": code}))
            self.faults += [(card.line, name, data) for name, data in (*card.faults, *_too_long(card, cells))]

    def _free(self, code: str) -> str:
        """Return a code for a namesake: the same for the second, third... whenever the file is read."""
        self._namesakes[code] += 1
        return f"{code}-{self._namesakes[code] + 1}"


def _too_long(card: Card, cells: Cells) -> Iterator[tuple[str, dict[str, object]]]:
    long = [column for column, text in cells.items() if len(text) > MAX_VALUE]
    for name in long or [prop.name for prop in card.properties if prop.cut]:
        yield "field_too_long", {"limit": MAX_VALUE, "field": name}


def _is_given(card: Card) -> bool:
    return any(prop.name in ("UID", "X-FRONTDESK-CODE") for prop in card.properties)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise DeskError("file_unreadable", file=path.name) from error
    if len(data) > MAX_BYTES:
        raise DeskError("cards_too_large", file=path.name)
    return data


def _utf8(data: bytes, encoding: str) -> tuple[bytes, str]:
    """Return the bytes so that ASCII signs are single ones, and the encoding they are in, if it is known."""
    wide = next((name for mark, name in _WIDE if data.startswith(mark)), "")
    if wide or encoding.startswith("utf-16"):
        return data.decode(wide or encoding, "replace").encode(), "utf-8"
    return data.removeprefix(codecs.BOM_UTF8), encoding
