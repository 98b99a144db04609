"""The text in a property's value: its letters, its quoting, and what was escaped in it."""

import binascii
import quopri
import re

from frontdesk.importing.encodings import REPLACEMENT

from .lines import Property

_CHARSETS = {
    "utf-8": "utf-8", "utf8": "utf-8", "tis-620": "cp874", "tis620": "cp874", "windows-874": "cp874", "cp874": "cp874",
    "iso-8859-11": "cp874", "x-windows-874": "cp874", "iso-8859-1": "cp1252", "windows-1252": "cp1252",
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5", "shift_jis": "cp932",
    "euc-kr": "cp949", "euc-jp": "euc_jp",
}  # fmt: skip
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Control signs, and signs that turn the direction of writing."""
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_ESCAPED_OF_OLD = re.compile(r"\\([\\;,:])")
_PART = re.compile(r"((?:\\.|[^;\\]|\\\Z)*)(?:;|\Z)", re.DOTALL)
_LIST_PART = re.compile(r"((?:\\.|[^,\\]|\\\Z)*)(?:,|\Z)", re.DOTALL)


class Values:
    """Reads the values of one file. ``encoding`` is a person's choice for what says nothing of its own."""

    def __init__(self, encoding: str = "") -> None:
        self._chosen = encoding
        self.replaced = 0
        """Characters that could not be read so far."""
        self._guessed: set[str] = set()

    @property
    def mostly(self) -> str:
        """The encoding to name to a person: asked for by that name, the file is read the same again."""
        return "cp874" if self._guessed == {"cp874"} else "utf-8"

    def text(self, prop: Property, old: bool = False) -> str:
        """Return a value of one part."""
        return _plain(self._raw(prop), old)

    def parts(self, prop: Property, old: bool = False) -> list[str]:
        """Return the parts between semicolons; ``old`` is for 2.1, which escapes less."""
        return [_plain(part, old) for part in _cut(_PART, self._raw(prop))]

    def list(self, prop: Property, old: bool = False) -> list[str]:
        """Return the parts between commas that are not empty."""
        return [part for one in _cut(_LIST_PART, self._raw(prop)) if (part := _plain(one, old).strip())]

    def _raw(self, prop: Property) -> str:
        data = prop.value
        if prop.quoted:
            data = quopri.decodestring(data)
        elif prop.said("ENCODING") in ("B", "BASE64") or "BASE64" in prop.types:
            data = _from_base64(data)
        text = self._decoded(data, _CHARSETS.get(prop.said("CHARSET").lower(), self._chosen))
        self.replaced += text.count(REPLACEMENT)
        return _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))

    def _decoded(self, data: bytes, charset: str) -> str:
        if data.isascii():
            return data.decode("ascii")
        if charset:
            return data.decode(charset, "replace")
        guess = _guess(data)
        self._guessed.add(guess)
        return data.decode(guess, "replace")


def _guess(data: bytes) -> str:
    """Take for UTF-8 what is that, be a letter of it lost, else for the Thai of old telephones."""
    text = data.decode("utf-8", "replace")
    foreign = sum(not sign.isascii() for sign in text)
    return "utf-8" if text.count(REPLACEMENT) * 4 <= foreign else "cp874"


def _from_base64(data: bytes) -> bytes:
    try:
        return binascii.a2b_base64(data)
    except binascii.Error:
        return data


def _cut(part: re.Pattern[str], text: str) -> list[str]:
    """Cut a text where a sign is not escaped."""
    parts: list[str] = []
    at = 0
    while True:
        found = part.match(text, at)
        if found is None:  # cannot be: the pattern takes any text
            return [*parts, text[at:]]
        parts.append(found[1])
        if found.end() >= len(text):
            return [*parts, ""] if found.end() > found.end(1) else parts
        at = found.end()


def _plain(text: str, old: bool) -> str:
    if "\\" not in text:
        return text
    if old:
        return _ESCAPED_OF_OLD.sub(r"\1", text)
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)
