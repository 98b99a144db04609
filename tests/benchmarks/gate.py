"""How the gate does with years of visits: 10,000 a day for two years, if not said otherwise.

    python -m tests.benchmarks.gate [--a-day 10000] [--days 730] [--data DIR] [--each 200]

``--data`` keeps the desk that is made, or takes one that was made before. Visits are put in by plain SQL, in the
form in which the program stores them. Printed in milliseconds by the clock (p50, p95, longest), one row for each
thing that a guard waits for:

- the board read anew, as after every change;
- the box, with every key of a name, a plate, the last digits of a number, a company; a scanned badge; visitors who
  are known from earlier days only; what is not on file at all;
- an arrival, a leaving, a walk-in, each until it is safely on the disk, and the box's first answer after it;
- the roll of everybody inside.

Beside it the same visitors found as lists are mostly searched: ``LIKE`` over all visits.
"""

import argparse
import random
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from frontdesk.app import Desk
from frontdesk.domain.ids import new_id
from frontdesk.domain.visitor_keys import visitor_keys
from frontdesk.domain.visits import Visit, VisitState, new_token
from frontdesk.services.clock import SITE_ZONE
from frontdesk.services.visits import Visits

GIVEN = "วิชัย สมชาย นงนุช ปรีชา มาลี ธนากร อนันต์ สุดา ณัฐพร กมล ศิริพร พิมพ์ชนก วรรณา จักรพงษ์ อรทัย Peter John Mary".split()  # noqa: SIM905
FAMILY = "ทองดี ใจดี แสงทอง มั่นคง พูลสุข วงศ์ชัย เรืองศรี บุญมา ศรีสุข รักไทย Brown Smith Jones Miller".split()  # noqa: SIM905
PARTS = "กิตติ ชัย ศรี พงษ์ รัตน์ วัฒน์ สิทธิ์ นันท์ พร ธน ภัทร สุข วรรณ จันทร์ ทิพย์ มณี เพชร แก้ว".split()  # noqa: SIM905
PLACES = ("เวชระเบียน", "ห้องยา", "กายภาพบำบัด", "คลังยา", "อำนวยการ", "ตึก 5", "ตึก 3", "อาคาร 4")
LETTERS = "กขคฆงจฉชฌญฎฐฒณดตถทธนบปผพภมยรลวศษสหฬอฮ"
INDEXES = (
    "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name IN ('visits', 'visit_steps')"
    " AND sql IS NOT NULL"
)
PEOPLE, INSIDE = 300_000, 900
"""Different visitors in all, and how many of today's are inside."""


def visitors(chance: random.Random, count: int) -> list[Visit]:
    """Make visitors, who come again and again."""
    return [_visitor(chance) for _ in range(count)]


def _visitor(chance: random.Random) -> Visit:
    family = chance.choice(FAMILY) + ("" if chance.random() < 0.2 else chance.choice(PARTS) + chance.choice(PARTS))
    digits = f"08{chance.randrange(10**8):08}" if chance.random() < 0.6 else ""
    signs = chance.choice(LETTERS) + chance.choice(LETTERS)
    plate = f"{chance.randrange(1, 10)}{signs} {chance.randrange(1, 10_000)}" if chance.random() < 0.5 else ""
    name = f"{chance.choice(GIVEN)}{chance.choice(('', chance.choice(PARTS)))} {family}"
    return Visit("", date.min, name, number=digits, digits=digits, plate=plate)


def fill(desk: Desk, a_day: int, days: int) -> None:
    """Put the visits of past days in, and those of today: some inside, most still expected."""
    chance, today = random.Random(6), datetime.now(SITE_ZONE).date()
    pool = visitors(chance, min(PEOPLE, a_day * days))
    keyed = [(one, visitor_keys(one)._asdict()) for one in pool]
    with desk.storage.write() as repos:
        run = repos.connection.exec_driver_sql
        later = run(INDEXES).all()
        for name, _ in later:
            run(f"DROP INDEX {name}")
        for day in range(days, -1, -1):
            rows = [_row(chance, *chance.choice(keyed), today - timedelta(days=day), n, day) for n in range(a_day)]
            marks = ", ".join(f'"{name}"' for name in rows[0])
            run(
                f"INSERT INTO visits ({marks}) VALUES ({', '.join('?' * len(rows[0]))})",
                [tuple(row.values()) for row in rows],
            )
            run("INSERT INTO visit_steps (visit_id, at, by, kind) VALUES (?, ?, 'g', ?)", list(_steps(rows)))
        for _, sql in later:
            run(sql)
        run("ANALYZE")


def _row(chance: random.Random, who: Visit, keys: dict[str, str], day: date, n: int, ago: int) -> dict[str, object]:
    due = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(seconds=36_000 * chance.random())
    now = datetime.now(UTC)
    here, came = ago == 0 and n < INSIDE, (ago > 0 and chance.random() < 0.97)
    arrived = now - timedelta(minutes=chance.randrange(100)) if here else due
    state = VisitState.GATE if here else VisitState.LEFT if came else VisitState.EXPECTED
    row = asdict(who) | keys | {"id": new_id(), "day": day, "token": new_token(), "code": "", "kind": "visitor"}
    row |= {
        "state": state.value,
        "host": chance.choice(GIVEN),
        "place": chance.choice(PLACES),
        "due": due,
        "made_at": due,
    }
    if here or came:
        row |= {"arrived_at": arrived, "until": arrived + timedelta(hours=2), "gate": "ป้อม 2"}
    if came:
        row |= {"left_at": arrived + timedelta(hours=1)}
    return {name: _stored(value) for name, value in row.items()}


def _stored(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return value.isoformat() if isinstance(value, date) else value


def _steps(rows: Sequence[dict[str, object]]) -> Iterator[tuple[object, object, str]]:
    for row in rows:
        yield row["id"], row["made_at"], "entered"
        if row["arrived_at"]:
            yield row["id"], row["arrived_at"], "arrived"
        if row["left_at"]:
            yield row["id"], row["left_at"], "left"


def measure(desk: Desk, each: int) -> Iterator[tuple[str, list[float]]]:
    """Yield what is measured with the times of each go, in milliseconds."""
    visits, find, chance = desk.visits, desk.gate_finder.find, random.Random(7)
    yield "the first board", [_timed(visits.board)]
    yield "the first question of the day", _asked(find, ["ก"])
    yield "the first guess", _asked(find, ["ณัดพร"])
    yield "the board", [_timed(visits.board) for _ in range(each)]
    with desk.storage.read() as repos:
        today = repos.visits.expected(visits.today())
        earlier = repos.visits.of_day(visits.today() - timedelta(days=200)) or today
    some, past = chance.choices(today, k=each), chance.choices(earlier, k=each)
    yield "a name, every key", _asked(find, (one.name[:end] for one in some for end in range(1, len(one.name) + 1)))
    yield "a plate", _asked(find, (one.plate.replace(" ", "") for one in some))
    yield "last four digits", _asked(find, (one.digits[-4:] for one in some))
    yield "a scanned badge", _asked(find, (one.token for one in some))
    yield "known from earlier: name", _asked(find, (one.name for one in past))
    yield "known from earlier: number", _asked(find, (one.digits for one in past))
    yield "known from earlier: plate", _asked(find, (one.plate for one in past))
    yield "known from earlier: sound-alike", _asked(find, (one.name.replace("ท", "ธ") for one in past))
    yield "nobody", _asked(find, (f"ฆฌ {n}" for n in range(each)))
    yield from _acts(visits, find, some)
    yield "the roll", [_timed(desk.evacuations.muster) for _ in range(each)]
    yield "LIKE over all: name", _asked(partial(_like, desk, "name"), (one.name for one in past[:3]))
    yield "LIKE over all: number", _asked(partial(_like, desk, "digits"), (one.digits[-6:] for one in past[:9]))


def _acts(visits: Visits, find: Callable[[str], object], some: Sequence[Visit]) -> Iterator[tuple[str, list[float]]]:
    times: dict[str, list[float]] = {}
    for one in {visit.id: visit for visit in some}.values():
        for name, act in (
            ("an arrival", partial(visits.arrive, one.id, "g", "ป้อม 2")),
            ("the box right after it", partial(find, one.name)),
            ("a leaving", partial(visits.leave, one.id, "g")),
            ("a walk-in", partial(visits.walk_in, Visit("", visits.today(), "Somebody New"), "g")),
        ):
            times.setdefault(name, []).append(_timed(act))
    yield from times.items()


def _like(desk: Desk, column: str, text: str) -> None:
    with desk.storage.read() as repos:
        query = f"SELECT id, name, day FROM visits WHERE {column} LIKE ? ORDER BY day DESC LIMIT 8"
        repos.connection.exec_driver_sql(query, (f"%{text}%",)).all()


def _asked(find: Callable[[str], object], texts: Iterable[str]) -> list[float]:
    return [_timed(partial(find, text)) for text in texts if text]


def _timed(act: Callable[[], object]) -> float:
    before = perf_counter()
    act()
    return (perf_counter() - before) * 1000


def show(name: str, times: Sequence[float]) -> None:
    ordered = sorted(times)
    if not ordered:
        return
    p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    print(f"{name:34} {median(ordered):9.1f} {p95:9.1f} {ordered[-1]:9.1f} {len(ordered):6}", flush=True)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--a-day", type=int, default=10_000)
    options.add_argument("--days", type=int, default=730)
    options.add_argument("--each", type=int, default=200)
    options.add_argument("--data", type=Path)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        desk = Desk(chosen.data or Path(scratch))
        with desk.storage.read() as repos:
            empty = repos.visits.last_step() == 0
        if empty:
            took = _timed(lambda: fill(desk, chosen.a_day, chosen.days))
            print(f"made in {took / 1000:.0f} s", file=sys.stderr)
        print(f"{'':34} {'p50 ms':>9} {'p95':>9} {'longest':>9} {'times':>6}")
        for name, times in measure(desk, chosen.each):
            show(name, times)
        desk.close()


if __name__ == "__main__":
    main()
