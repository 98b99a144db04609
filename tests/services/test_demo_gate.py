"""The demo desk's gate begins with a day that looks like one."""

import random
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from frontdesk.app import Desk
from frontdesk.domain.visits import Stay
from frontdesk.paths import resources
from frontdesk.services.clock import SITE_ZONE
from frontdesk.services.demo import DemoSize, make
from frontdesk.services.demo_visits import EXPECTED, INSIDE, DemoGate

DEMO = resources() / "demo"


@pytest.fixture(scope="module")
def demo_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("demo"))
    make(desk, DEMO, DemoSize(articles=5, people=150, contacts=30))
    yield desk
    desk.close()


def test_the_gate_of_the_demo_desk(demo_desk: Desk) -> None:
    board = demo_desk.visits.board()
    assert (board.expected_count, board.inside_count, board.overdue_count) == (EXPECTED, INSIDE, 2)
    assert [one.card.slot for one in board.open_cards] == ["18"]
    found = demo_desk.gate_finder.find("ขค4471")
    assert found.matches[0].visit.name == "วิชัย ทองดี"
    assert found.matches[0].visit.id in found.called
    assert [entry.kind.value for entry in demo_desk.shift_log.open()] == ["keys", "incident"]


@pytest.mark.parametrize("hour", [0, 1, 12, 23])
def test_whoever_is_expected_is_expected_today(hour: int) -> None:
    plan, names = (tomllib.loads((DEMO / f"{name}.toml").read_text("utf-8")) for name in ("gate", "names"))
    now = datetime(2026, 11, 20, hour, 10, tzinfo=SITE_ZONE).astimezone(UTC)
    day = DemoGate(plan, names, {}, "guard", now, random.Random(1)).day()
    expected = [visit for visit, _ in day.visits if visit.state.value == "expected"]
    assert len(expected) == EXPECTED
    assert {visit.day for visit in expected} == {now.astimezone(SITE_ZONE).date()}
    assert any(visit.late(now, Stay().late_after) for visit in expected) == (hour > 0)
