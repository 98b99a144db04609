"""The lines of a vCard file: put together where they were folded, and taken apart into properties."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from frontdesk.domain.errors import DeskError

MAX_LINES = 2_000_000
MAX_TEXT_BYTES = 20_000_000
"""Of all that is not a picture: 20,000 cards of 1,000 bytes, as a Thai name alone has 200 in quoted-printable."""
MAX_VALUE_BYTES = 40_000
"""4,096 Thai letters in quoted-printable."""

SKIPPED = frozenset({"PHOTO", "LOGO", "SOUND", "KEY", "AGENT", "X-MS-CARDPICTURE"})
"""What is large, nested or secret, and nothing that a desk needs."""

_PHYSICAL = re.compile(rb"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_PROPERTY = re.compile(rb'(?:([\w-]+)\.)?([A-Za-z][\w-]*)((?:;(?:"[^"]*"|[^":])*)?):', re.ASCII)
_FRAME = re.compile(rb"\s*(?:BEGIN|END)\s*:\s*VCARD\s*", re.IGNORECASE)
_PARAMETER = re.compile(r';((?:"[^"]*"|[^";])*)')
_BLANK = (b" ", b"\t")


@dataclass(frozen=True, slots=True)
class Property:
    """One property as it stands, on ``line``: names in capitals, the value still in its encoding.

    ``parameters`` have a name and a value each; 2.1 leaves the names of most out. ``cut`` says that the value
    was too long and is not whole.
    """

    line: int
    group: str
    name: str
    parameters: tuple[tuple[str, str], ...]
    value: bytes
    cut: bool = False

    def said(self, name: str) -> str:
        """Return the value of a parameter in capitals, or ""."""
        return next((value.upper() for key, value in self.parameters if key == name), "")

    @property
    def types(self) -> frozenset[str]:
        """The words of TYPE, and in 2.1 those without a name: HOME, CELL, PREF..."""
        words = (value for key, value in self.parameters if key in ("TYPE", ""))
        return frozenset(word.strip().upper() for value in words for word in value.split(","))

    @property
    def quoted(self) -> bool:
        """Whether the value is in quoted-printable."""
        return self.said("ENCODING") in ("QUOTED-PRINTABLE", "Q") or "QUOTED-PRINTABLE" in self.types


class _Open:
    """A property that further lines may belong to."""

    def __init__(self, line: int, head: re.Match[bytes], value: bytes) -> None:
        self._line = line
        self._head = head
        self._parts = [value]
        self._size = len(value)
        parameters = head[3].upper()
        self._quoted = b"QUOTED-PRINTABLE" in parameters
        self.skipped = head[2].decode().upper() in SKIPPED
        self._frame = head[2].upper() in (b"BEGIN", b"END")
        self.goes_on = self._quoted and value.endswith(b"=")
        self.encoded = b"BASE64" in parameters or b"ENCODING=B" in parameters

    def add(self, line: bytes, between: bytes = b"") -> None:
        if self.goes_on:
            self._parts[-1] = self._parts[-1][:-1]
        self.goes_on = self._quoted and line.endswith(b"=")
        self._size += len(line)
        if self._size <= MAX_VALUE_BYTES and not (self.skipped or self._frame):
            self._parts += [between, line]

    def closed(self) -> Property:
        head = self._head
        value = b"" if self.skipped else b"".join(self._parts)
        return Property(
            self._line,
            (head[1] or b"").decode().upper(),
            head[2].decode().upper(),
            _parameters(head[3]),
            value[:MAX_VALUE_BYTES],
            cut=self._size > MAX_VALUE_BYTES and not self.skipped,
        )


def properties_of(data: bytes, file: str) -> Iterator[Property]:
    """Yield every property of a file, BEGIN and END among them. ``DeskError`` cards_too_large."""
    is_open: _Open | None = None
    size = 0
    old = False
    for number, line in _physical(data, file):
        size += 0 if is_open is not None and is_open.skipped else len(line)
        if size > MAX_TEXT_BYTES:
            raise DeskError("cards_too_large", file=file)
        if is_open is not None and _belongs(is_open, line, old):
            continue
        head = _PROPERTY.match(line.lstrip())
        if head is None:
            if is_open is not None and line.strip():
                is_open.add(line, b"\n")
            continue
        if is_open is not None:
            yield is_open.closed()
        is_open = _Open(number, head, line.lstrip()[head.end() :])
        if head[2].upper() == b"VERSION":
            old = b"2.1" in line
    if is_open is not None:
        yield is_open.closed()


def _physical(data: bytes, file: str) -> Iterator[tuple[int, bytes]]:
    for number, found in enumerate(_PHYSICAL.finditer(data), 1):
        if number > MAX_LINES:
            raise DeskError("cards_too_large", file=file)
        yield number, found[1]


def _belongs(is_open: _Open, line: bytes, old: bool) -> bool:
    """Add a line that was folded, softly broken, or is more of a picture; tell whether it was."""
    folded = line.startswith(_BLANK)
    if is_open.goes_on and not _FRAME.fullmatch(line):
        is_open.add(line[1:] if folded and not old else line)
        return True
    if folded:
        is_open.add(line[1:])
        return True
    if is_open.encoded and line and b":" not in line:
        is_open.add(line)
        return True
    return False


def _parameters(text: bytes) -> tuple[tuple[str, str], ...]:
    pairs = []
    for part in _PARAMETER.findall(text.decode("utf-8", "replace")):
        name, sign, value = part.partition("=")
        pairs.append((name.strip().upper(), value.strip().strip('"')) if sign else ("", name.strip()))
    return tuple(pairs)
