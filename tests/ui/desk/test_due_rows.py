from datetime import UTC, datetime, timedelta

from frontdesk.domain.articles import Article
from frontdesk.domain.promises import Promise, PromiseKind
from frontdesk.ui.pages.desk.row_builder import RECENT_BESIDE_DUE, Listing, build
from frontdesk.ui.pages.desk.rows import CaptionRow, DueRow, ShortRow, selectable

NOW = datetime(2026, 11, 20, 3, 42, tzinfo=UTC)
PROMISE = Promise("1", PromiseKind.PROMISE, NOW, "อร", "อร", "โทรแจ้งคิว", due_at=NOW - timedelta(minutes=42))
DUE = DueRow(PROMISE, NOW)
RECENT = tuple(ShortRow(Article(str(n), f"A-{n}", "บัตรหาย"), n, NOW) for n in range(1, 5))


def test_what_is_due_stands_above_what_was_used_last() -> None:
    rows = build(Listing(due=(DUE,), due_count=3, recent=RECENT))
    assert rows[:2] == (CaptionRow("promises.due_today", 3, rows[0].hint, first=True), DUE)  # type: ignore[union-attr]
    assert rows[3:] == RECENT[:RECENT_BESIDE_DUE]
    assert selectable(DUE)


def test_nothing_due_leaves_the_room_to_answers() -> None:
    assert build(Listing(recent=RECENT))[1:] == RECENT


def test_it_gives_way_to_what_is_looked_for() -> None:
    assert DUE not in build(Listing(query="บัตร", due=(DUE,), due_count=1))
