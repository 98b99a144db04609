"""The encoding of a text file by four rules: its mark, the pattern of UTF-16, strict UTF-8, else CP874."""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from frontdesk.domain.errors import DeskError

ENCODINGS = ("utf-8", "cp874", "utf-16")
"""What a person may choose from when the guess was wrong."""

SAMPLE_BYTES = 65_536
CHUNK_BYTES = 1 << 20
REPLACEMENT = "\ufffd"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAME = {"utf8": "utf-8", "utf-8-sig": "utf-8", "tis-620": "cp874", "tis620": "cp874", "windows-874": "cp874",
         "utf16": "utf-16"}  # fmt: skip
_KNOWN = frozenset({*ENCODINGS, "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"})
_LOST = re.compile(REPLACEMENT)
_ODD_THAI = re.compile(f"{REPLACEMENT}|(?<![ก-ฮัิ-ฺ็-๎])[ัิ-ฺ็-๎]")
"""Every byte is some sign in CP874, but a Thai vowel or tone mark stands on a consonant."""
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a"))


def known_encoding(name: str) -> str:
    """Return our name of an encoding that a person asked for."""
    plain = name.strip().lower().replace("_", "-")
    encoding = _SAME.get(plain, plain)
    if encoding not in _KNOWN:
        raise DeskError("encoding_not_offered", encoding=name[:40])
    return encoding


def guess_encoding(path: Path) -> str:
    """Find the encoding of a text file, which is read through once for it; memory stays small."""
    with path.open("rb") as file:
        head = file.read(SAMPLE_BYTES)
    marked = next((name for mark, name in _MARKS if head.startswith(mark)), "")
    encoding = marked or _wide(head) or _narrow(path, head)
    if not encoding:
        raise DeskError("unknown_encoding", file=path.name)
    return encoding


def _wide(head: bytes) -> str:
    """Recognise UTF-16 without a mark: its commas and line ends have a zero on one side only."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if not even and odd * 100 >= len(head) and b"\n\0" in head:
        return "utf-16-le"
    if not odd and even * 100 >= len(head) and b"\0\n" in head:
        return "utf-16-be"
    return ""


def _narrow(path: Path, head: bytes) -> str:
    if _is_binary(head):
        return ""
    damaged, foreign = _damage(path, "utf-8")
    if damaged * 100 <= foreign:  # a byte lost here and there does not make the rest another encoding
        return "utf-8"
    damaged, foreign = _damage(path, "cp874", _ODD_THAI)
    return "cp874" if (damaged - 1) * 50 <= foreign else ""


def _is_binary(head: bytes) -> bool:
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return b"\0" in head or controls * 100 > len(head)


def _damage(path: Path, encoding: str, odd: re.Pattern[str] = _LOST) -> tuple[int, int]:
    """Count the signs that are wrong when a file is read in an encoding, and all that are not ASCII."""
    damaged = foreign = 0
    for text in _decoded(path, encoding):
        if not text.isascii():
            damaged += len(odd.findall(text))
            foreign += len(text) - len(text.encode("ascii", "ignore"))
    return damaged, foreign


def _decoded(path: Path, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    with path.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            yield decoder.decode(chunk)
    yield decoder.decode(b"", final=True)
