"""The program's own log: what went wrong with it, without anything that people said or typed."""

import faulthandler
import logging
import re
import sys
import traceback
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

_DIGITS = re.compile(r"[\d\u0e50-\u0e59][\d\u0e50-\u0e59 ()+-]{5,}[\d\u0e50-\u0e59]")
_LOGGER = logging.getLogger("frontdesk")


class _Redacted(logging.Formatter):
    """Takes whatever could be a telephone or identity number out of every line."""

    def format(self, record: logging.LogRecord) -> str:
        stamp, _, rest = super().format(record).partition(" | ")
        return f"{stamp} | {_DIGITS.sub('[number]', rest)}"


class _Calm(RotatingFileHandler):
    """A log that cannot be written (read-only folder, full disk) must not disturb the desk."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - overrides logging's own
        """Go on without the line."""


def start(folder: Path) -> logging.Handler:
    """Write warnings and faults to ``folder``, five files of 2 MB at most. Return the handler."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    handler = _Calm(folder / "frontdesk.log", maxBytes=2_000_000, backupCount=4, encoding="utf-8", delay=True)
    handler.setFormatter(_Redacted("%(asctime)s %(levelname)s %(name)s | %(message)s"))
    _LOGGER.addHandler(handler)
    sys.excepthook = _note_uncaught
    if sys.stderr is not None and not faulthandler.is_enabled():
        faulthandler.enable()
    return handler


def stop(handler: logging.Handler) -> None:
    """Close the log."""
    sys.excepthook = sys.__excepthook__
    _LOGGER.removeHandler(handler)
    handler.close()


def note_bug(error: BaseException) -> None:
    """Note where a bug struck. Its text may hold personal data, so only its type and its way are kept."""
    way = " < ".join(
        f"{Path(frame.filename).stem}.{frame.name}:{frame.lineno}"
        for frame in reversed(traceback.extract_tb(error.__traceback__))
    )
    _LOGGER.error("unexpected %s in %s", type(error).__name__, way or "?")


def _note_uncaught(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
    note_bug(error)
