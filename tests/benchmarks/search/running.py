"""An engine in a process of its own, and how long it takes to answer there."""

import time
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from types import TracebackType
from typing import NamedTuple, Self

from .engines import Place, open_engine

_PATIENCE = 30.0


class Reply(NamedTuple):
    """The codes of the answers, best first, and the seconds from the text in to them out."""

    codes: list[str]
    seconds: float


class RunningEngine:
    """Started on entering, ended on leaving. ``busy`` counts processor time, which others' work leaves alone."""

    def __init__(self, name: str, place: Place, busy: bool = False) -> None:
        context = get_context("spawn")
        self._here, there = context.Pipe()
        self._process = context.Process(target=_serve, args=(name, place, busy, there), daemon=True)

    def __enter__(self) -> Self:
        self._process.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError):  # where it could not open, it has ended and said why
            self._here.send(None)
        self._process.join(_PATIENCE)
        self._process.kill()

    def ask(self, texts: Sequence[str]) -> list[Reply]:
        """Ask one text after the other."""
        self._here.send(list(texts))
        replies: list[Reply] = self._here.recv()
        return replies


def _serve(name: str, place: Place, busy: bool, pipe: Connection) -> None:
    engine, now = open_engine(name, place), time.thread_time if busy else time.perf_counter
    while (texts := pipe.recv()) is not None:
        replies = []
        for text in texts:
            began = now()
            codes = engine(text)
            replies.append(Reply(codes, now() - began))
        pipe.send(replies)
