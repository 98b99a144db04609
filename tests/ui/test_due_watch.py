from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from frontdesk.domain.promises import DueCounts, Promise, PromiseKind
from frontdesk.ui.due_watch import DueWatch
from frontdesk.ui.tasks import Tasks

START = datetime(2026, 11, 20, 3, 42, tzinfo=UTC)


class Owed:
    """One promise, and a clock that a test moves."""

    def __init__(self) -> None:
        self.moment = START
        due = START + timedelta(minutes=5)
        self.promise = Promise("1", PromiseKind.PROMISE, START, "x", "x", "โทรแจ้ง", due_at=due)

    def now(self) -> datetime:
        return self.moment

    def counts(self) -> DueCounts:
        overdue = int(self.promise.overdue(self.moment))
        return DueCounts(1, overdue, 0, None if overdue else self.promise.due_at)

    def most_urgent(self, limit: int) -> list[Promise]:
        return [self.promise][:limit]

    def due_between(self, start: datetime, end: datetime) -> list[Promise]:
        due = self.promise.due_at
        return [self.promise] if due and start < due <= end else []


class News(QObject):
    changed = Signal()


def test_it_counts_at_once_and_tells_what_becomes_due_once(qtbot: QtBot) -> None:
    tasks, owed, news = Tasks(), Owed(), News()
    watch = DueWatch(owed, tasks, news)  # type: ignore[arg-type]
    told: list[list[Promise]] = []
    watch.became_due.connect(told.append)
    with qtbot.waitSignal(watch.counted) as counted:
        watch.start()
    assert counted.args == [DueCounts(1, 0, 0, owed.promise.due_at), [owed.promise]]
    owed.moment += timedelta(minutes=6)
    with qtbot.waitSignals([watch.became_due, watch.counted]):
        watch.look()
    with qtbot.waitSignal(watch.counted) as counted:
        watch.look()
    assert told == [[owed.promise]]
    assert counted.args is not None
    assert counted.args[0].overdue == 1
    tasks.close()


def test_it_rests_while_nobody_is_signed_in(qtbot: QtBot) -> None:
    tasks, owed, news = Tasks(), Owed(), News()
    watch = DueWatch(owed, tasks, news)  # type: ignore[arg-type]
    with qtbot.waitSignal(watch.counted):
        watch.start()
    watch.stop()
    with qtbot.assertNotEmitted(watch.counted, wait=0):
        watch.look()
        news.changed.emit()
    tasks.close()
