"""The two files of the chain beside the database: its key, and the head it had last.

The head is a record of one width, written over in place: it never grows or shrinks, fits in one sector of
a disk, and so is the old one or the new one after a power cut, without waiting for the disk each time.

Neither goes into copies of the database: who has a copy and the key could write a record of their own. Whoever
looks after the desk keeps a copy of the key elsewhere; without it a copy put back on another computer still goes
on, with a key of its own, and the part before is proved once the first key stands above that one in the file.
"""

import hmac
import logging
import os
from contextlib import suppress
from pathlib import Path

from frontdesk.domain.chain import KEY_BYTES, LINK_BYTES, ChainHead, KeptHead, fingerprint, seal_of

from .files import give_name, make_durable

KEY_FILE, HEAD_FILE = "chain.key", "chain.head"
OWNER_ONLY = 0o600
TRIES = 3
"""How often a head is read that another program may be writing."""

_RECORD = "frontdesk-chain-1 {count:020} {link} {seal} {key}\n"

_log = logging.getLogger(__name__)


class ChainFiles:
    """The key and the head in one desk's folder."""

    def __init__(self, folder: Path) -> None:
        self.key_file, self.head_file = folder / KEY_FILE, folder / HEAD_FILE
        self._keys: dict[str, bytes] = {}

    def keys(self) -> dict[str, bytes]:
        """Return the keys by their names, the present one last; none where the file is missing or broken."""
        if not self._keys:
            self._keys = _keys_in(self.key_file)
        return self._keys

    def present_key(self) -> bytes:
        """Return the key to write with, made and kept for good if there is none."""
        if not self.keys():
            broken = self.key_file.read_text("ascii", "replace") if self.key_file.exists() else ""
            _write_new(self.key_file, _ascii_lines(broken) + os.urandom(KEY_BYTES).hex() + "\n")
        return list(self.keys().values())[-1]

    def kept_head(self) -> KeptHead:
        for _ in range(TRIES):
            try:
                record = self.head_file.read_bytes()
            except FileNotFoundError:
                return KeptHead(missing=True)
            if (head := self._sealed(record.decode("ascii", "replace"))) is not None:
                return KeptHead(head)
        return KeptHead()

    def begin_head(self) -> None:
        """Make the head of an empty chain, durable, unless there is one."""
        if not self.head_file.exists():
            _write_new(self.head_file, self._record(ChainHead()))

    def keep_head(self, head: ChainHead) -> None:
        """Write the head after a commit. Of two programs at once the slower may leave the older: no harm.

        Nor is a head that cannot be written: what was committed is safe, and must not be taken for failed.
        """
        try:
            self._overwrite(self._record(head))
        except OSError as error:
            _log.warning("the head of the chain was not written: %s", error.strerror)

    def _overwrite(self, record: str) -> None:
        try:
            opened = os.open(self.head_file, os.O_WRONLY | getattr(os, "O_BINARY", 0))
        except FileNotFoundError:
            _write_new(self.head_file, record)
            return
        try:
            os.write(opened, record.encode("ascii"))
        finally:
            os.close(opened)

    def _record(self, head: ChainHead) -> str:
        key = self.present_key()
        return _RECORD.format(
            count=head.count, link=head.link.hex(), seal=seal_of(key, head).hex(), key=fingerprint(key)
        )

    def _sealed(self, text: str) -> ChainHead | None:
        """Read a record that was written with one of the keys."""
        words = text.split("\n", 1)[0].split(" ")
        with suppress(ValueError, IndexError, OverflowError):
            head = ChainHead(int(words[1]), bytes.fromhex(words[2]))
            key = self.keys().get(words[4])
            if key and len(head.link) == LINK_BYTES and hmac.compare_digest(seal_of(key, head).hex(), words[3]):
                return head
        return None


def _ascii_lines(text: str) -> str:
    """Keep what stood in a broken key file, in case somebody can mend it."""
    return "".join(f"{line}\n" for line in text.encode("ascii", "replace").decode().splitlines())


def _keys_in(file: Path) -> dict[str, bytes]:
    try:
        lines = file.read_text("ascii", "replace").split()
    except FileNotFoundError:
        return {}
    keys = []
    for line in lines:
        with suppress(ValueError):
            keys.append(bytes.fromhex(line))
    return {fingerprint(key): key for key in keys if len(key) == KEY_BYTES}


def _write_new(file: Path, text: str) -> None:
    """Write a file for its owner's eyes, whole and durable before it has its name."""
    unfinished = file.with_name(f"{file.name}.{os.getpid()}.new")
    opened = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY)
    with os.fdopen(opened, "w", encoding="ascii", newline="\n") as writing:
        writing.write(text)
    make_durable(unfinished)
    give_name(unfinished, file)
