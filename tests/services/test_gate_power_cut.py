"""A power cut at any moment loses no arrival: whoever was told "let in" stands on the board and on the roll."""

import random
import subprocess
import sys
from pathlib import Path

import frontdesk
from frontdesk.domain.visits import StepKind, VisitState
from frontdesk.services.clock import SystemClock
from frontdesk.services.visits import Visits
from frontdesk.storage.database import Database, open_database

SOURCE = Path(frontdesk.__file__).parent.parent
ROUNDS = 6

AT_THE_GATE = """
import sys
from pathlib import Path
from frontdesk.domain.visits import CardKind, Visit
from frontdesk.services.card_exchange import CardExchange
from frontdesk.services.clock import SystemClock
from frontdesk.services.visits import Visits
from frontdesk.storage.database import open_database
database, clock = open_database(Path(sys.argv[1])), SystemClock()
visits, cards = Visits(database, clock), CardExchange(database, clock)
while True:
    expected = visits.expect(Visit("", visits.today(), "วิชัย ทองดี", plate="1กก 1234", number="0812345678"), "guard")
    print("expected", expected.id, flush=True)
    visits.arrive(expected.id, "guard", "ป้อม 2")
    print("arrived", expected.id, flush=True)
    card = cards.take(expected.id, CardKind.NATIONAL_ID, "guard", last="5678")
    print("card", card.id, flush=True)
    walk_in = visits.walk_in(Visit("", visits.today(), "Peter Brown", party=3), "guard")
    print("arrived", walk_in.id, flush=True)
    visits.leave(walk_in.id, "guard")
    print("left", walk_in.id, flush=True)
"""


def acknowledged_before_kill(file: Path, at_least: int) -> list[tuple[str, str]]:
    """Work at the gate in another process, kill it after some acknowledgements, return all of these."""
    command = [sys.executable, "-c", AT_THE_GATE, str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=SOURCE) as gate:
        assert gate.stdout is not None
        lines = [gate.stdout.readline() for _ in range(at_least)]
        gate.kill()
        lines += gate.stdout.readlines()
    words = (line.split() for line in lines if line.endswith("\n"))
    return [(what, key) for what, key in words]


def test_a_kill_loses_no_arrival(storage: Database) -> None:
    dice, told = random.Random(2569), list[tuple[str, str]]()
    for _ in range(ROUNDS):
        told += acknowledged_before_kill(storage.file, dice.randrange(1, 60))
    storage.check()
    expected, arrived, left, cards = (
        {key for what, key in told if what == wanted} for wanted in ("expected", "arrived", "left", "card")
    )
    assert len(arrived) >= ROUNDS
    again = open_database(storage.file)
    with again.read() as repos:
        stored = repos.visits.by_ids(expected | arrived)
        inside = {one.id for one in repos.visits.inside()}
        assert cards <= {card.id for card in repos.cards.open()}
        steps = {key: [step.kind for step in repos.visits.steps(key)] for key in stored}
    again.close()
    assert stored.keys() == expected | arrived
    assert all(stored[key].arrived_at for key in arrived)
    assert all(key in inside for key in arrived - left if stored[key].state is not VisitState.LEFT)
    assert not left & inside
    for key, visit in stored.items():  # a visit and its steps are written in one go
        assert (StepKind.ARRIVED in steps[key]) == (visit.arrived_at is not None)
        assert (StepKind.LEFT in steps[key]) == (visit.state is VisitState.LEFT)
    board = Visits(storage, SystemClock()).board()
    assert {one.id for one in (*board.inside, *board.overdue)} == inside
