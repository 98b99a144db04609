"""The program's own log: what went wrong with it, without anything that people said or typed."""

import faulthandler
import logging
import re
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

_DIGITS = re.compile(r"[\d\u0e50-\u0e59][\d\u0e50-\u0e59 ()+-]{5,}[\d\u0e50-\u0e59]")


class _Redacted(logging.Formatter):
    """Takes whatever could be a telephone or identity number out of every line."""

    def format(self, record: logging.LogRecord) -> str:
        stamp, _, rest = super().format(record).partition(" | ")
        return f"{stamp} | {_DIGITS.sub('[number]', rest)}"


def start(folder: Path) -> logging.Handler:
    """Write warnings and faults to ``folder``, five files of 2 MB at most. Return the handler."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(folder / "frontdesk.log", maxBytes=2_000_000, backupCount=4, encoding="utf-8")
    handler.setFormatter(_Redacted("%(asctime)s %(levelname)s %(name)s | %(message)s"))
    logging.getLogger("frontdesk").addHandler(handler)
    sys.excepthook = _log_uncaught
    if sys.stderr is not None and not faulthandler.is_enabled():
        faulthandler.enable()
    return handler


def stop(handler: logging.Handler) -> None:
    """Close the log."""
    sys.excepthook = sys.__excepthook__
    logging.getLogger("frontdesk").removeHandler(handler)
    handler.close()


def _log_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Note where a bug struck; its text may hold personal data, so only its type is kept."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}" if trace else "?"
    logging.getLogger("frontdesk").error("unexpected %s in %s", kind.__name__, place)
