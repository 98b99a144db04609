"""People as vCards: what cards have a word for under it, all else under our own names, so that nothing is lost."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import NumberKind
from frontdesk.services.import_columns import PHONE_FIELDS

from .columns import CODE, OUR_UID, USES, our_property

VERSIONS = ("4.0", "3.0", "2.1")
FOLD_OCTETS = 75

_USED = re.compile(rf"({'|'.join(USES)}): (.*)", re.DOTALL)
_IN_NAMES = ("code", "title", "given_name", "family_name", "nickname", "organisation", "department", "email", "line",
             "birthday", "note", *PHONE_FIELDS)  # fmt: skip
_TYPES = {NumberKind.MOBILE: ("CELL",), NumberKind.FAX: ("FAX",)}
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_ESCAPES_OF_OLD = str.maketrans({"\\": "\\\\", ";": "\\;"})
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def write_cards(path: Path, columns: Iterable[str], rows: Iterable[Iterable[str]], version: str = "") -> int:
    """Write a card for each row and return how many."""
    names, count = tuple(columns), 0
    card = _CARDS[version or VERSIONS[0]]
    with path.open("wb") as stream:
        for row in rows:
            stream.write(str(card(dict(zip(names, row, strict=False)))).encode("utf-8", "replace"))
            count += 1
    return count


class _Card:
    """The lines of one card of 3.0 or 4.0."""

    version = "4.0"

    def __init__(self, cells: Mapping[str, str]) -> None:
        self._cells = cells

    def __str__(self) -> str:
        return "".join(("BEGIN:VCARD\r\n", f"VERSION:{self.version}\r\n", *self._lines(), "END:VCARD\r\n"))

    def line(self, name: str, *parts: str, types: Iterable[str] = ()) -> str:
        """Write one property of one part or several."""
        value = ";".join(_seen(part).translate(_ESCAPES) for part in parts)
        return folded(f"{name}{self._types(types)}:{value}")

    def birthday(self, written: str) -> str:
        return written

    def _types(self, types: Iterable[str]) -> str:
        said = ",".join(types).lower()
        return f";TYPE={said}" if said else ""

    def _lines(self) -> Iterator[str]:
        cell = self._cells.get
        code = cell("code", "")
        name = " ".join(filter(None, (cell("given_name", ""), cell("family_name", ""))))
        yield self.line(CODE, code)
        yield self.line("UID", f"{OUR_UID}{code}")
        yield self.line("FN", name or cell("organisation", "") or code)
        yield self.line("N", cell("family_name", ""), cell("given_name", ""), "", cell("title", ""), "")
        yield from self._known()
        for column, text in self._cells.items():
            if text and column not in _IN_NAMES:
                yield self.line(our_property(column), text)

    def _known(self) -> Iterator[str]:
        cell = self._cells.get
        if cell("organisation") or cell("department"):
            yield self.line("ORG", cell("organisation", ""), cell("department", ""))
        for column, name in (("nickname", "NICKNAME"), ("note", "NOTE")):
            if cell(column):
                yield self.line(name, cell(column, ""))
        for column in PHONE_FIELDS:
            if cell(column):
                yield self._phone(cell(column, ""))
        for column, name in (("email", "EMAIL"), ("line", "X-LINE")):
            for one in filter(None, map(str.strip, cell(column, "").split(";"))):
                yield self.line(name, one)
        if cell("birthday"):
            yield self.line("BDAY", self.birthday(cell("birthday", "")))

    def _phone(self, text: str) -> str:
        used = _USED.fullmatch(text)
        number = parse_number(text)
        use = used[1] if used else number.use.value
        kinds = (*((use.upper(),) if use else ()), *_TYPES.get(number.kind, ()))
        return self.line("TEL", used[2] if used else text, types=kinds)


class _Card4(_Card):
    def birthday(self, written: str) -> str:
        """Write a day without its signs, as only that is allowed here: 19840116, --0116."""
        return re.sub(r"(\d)-(?=\d)", r"\1", written)


class _Card3(_Card):
    version = "3.0"


class _Card2(_Card):
    """A card of 2.1: all that is not plain goes out in quoted-printable."""

    version = "2.1"

    def line(self, name: str, *parts: str, types: Iterable[str] = ()) -> str:
        value = ";".join(_seen(part).translate(_ESCAPES_OF_OLD) for part in parts)
        head = ";".join((name, *types))
        if value.isascii() and "\n" not in value and len(head) + len(value) < FOLD_OCTETS:
            return f"{head}:{value}\r\n"
        return _quoted(f"{head};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:", value)


def folded(line: str) -> str:
    """Fold a line at 75 octets, never inside a letter, and end it."""
    if len(line.encode("utf-8", "replace")) <= FOLD_OCTETS:
        return f"{line}\r\n"
    lines: list[str] = []
    held: list[str] = []
    size = 0
    for sign in line:
        width = len(sign.encode("utf-8", "replace"))
        if size + width > FOLD_OCTETS:
            lines.append("".join(held))
            held, size = [" "], 1
        held.append(sign)
        size += width
    return "\r\n".join([*lines, "".join(held)]) + "\r\n"


def _quoted(head: str, value: str) -> str:
    """Write a value in quoted-printable with soft breaks."""
    lines: list[str] = []
    held = head
    for octet in value.replace("\n", "\r\n").encode("utf-8", "replace"):
        sign = chr(octet) if 33 <= octet <= 126 and octet != 61 else f"={octet:02X}"
        if len(held) + len(sign) >= FOLD_OCTETS:
            lines.append(f"{held}=")
            held = ""
        held += sign
    return "\r\n".join([*lines, held]) + "\r\n"


def _seen(text: str) -> str:
    return _UNSEEN.sub(" ", text.replace("\r\n", "\n"))


_CARDS: dict[str, type[_Card]] = {"4.0": _Card4, "3.0": _Card3, "2.1": _Card2}
