"""Writing by another program is noticed, and nothing else is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.articles import Article
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def tasks(qtbot: QtBot, desk: Desk) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


def test_a_commit_of_another_program_is_noticed_within_a_second(desk: Desk, tasks: Tasks, qtbot: QtBot) -> None:
    watcher, other = Watcher(desk.storage, tasks), Desk(desk.folder.root)
    watcher.start()
    _settle(tasks, qtbot)
    with qtbot.waitSignal(watcher.changed, timeout=1_000):
        other.knowledge.save(Article(id="a", code="A-1", title="บัตรหาย"), "cli")
    watcher.stop()
    other.close()


def test_reading_and_looking_again_tell_nothing(desk: Desk, tasks: Tasks, qtbot: QtBot) -> None:
    watcher, told = Watcher(desk.storage, tasks), list[bool]()
    watcher.changed.connect(lambda: told.append(True))
    for _ in range(3):
        watcher.look()
        desk.knowledge.everything()
        _settle(tasks, qtbot)
    assert told == []
    desk.knowledge.save(Article(id="a", code="A-1", title="Lost card"), "cli")
    watcher.look()
    _settle(tasks, qtbot)
    assert told == [True]


def _settle(tasks: Tasks, qtbot: QtBot) -> None:
    seen: list[bool] = []
    tasks.run(lambda: True, seen.append)
    qtbot.waitUntil(lambda: bool(seen))
