"""Garbage is collected on the window's thread alone."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.ui import memory
from frontdesk.ui.memory import Collector


class Knot:
    """Something that only the collector can end, and that notes on which thread it ended."""

    def __init__(self, ended: list[int]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: ended.append(threading.get_ident()))


@pytest.fixture
def alone(collector: Collector) -> Iterator[Collector]:
    made = Collector()
    yield made
    made.stop()
    gc.disable()  # the collector of all tests goes on


def test_no_other_thread_collects(alone: Collector) -> None:
    ended: list[int] = []
    Knot(ended)
    kept: list[list[int]] = []
    other = threading.Thread(target=lambda: kept.extend([n] for n in range(5 * memory.NEW_OBJECTS)))
    other.start()
    other.join()
    assert ended == []
    alone.look()
    assert ended == [threading.get_ident()]


def test_little_is_not_worth_a_look(alone: Collector) -> None:
    gc.collect()
    ended: list[int] = []
    Knot(ended)
    alone.look()
    assert ended == []


def test_it_looks_by_itself(alone: Collector, qtbot: QtBot) -> None:
    ended: list[int] = []
    Knot(ended)
    kept = [[n] for n in range(2 * memory.NEW_OBJECTS)]
    qtbot.waitUntil(lambda: bool(ended))
    assert kept


def test_python_collects_again_at_the_end(collector: Collector) -> None:
    Collector().stop()
    assert gc.isenabled()
    gc.disable()
