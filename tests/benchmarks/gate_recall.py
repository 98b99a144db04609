"""How well the gate's box finds who was meant among the visits of one day.

    python -m tests.benchmarks.gate_recall PEOPLE.csv LOOKUPS.jsonl [--visits 10000]

PEOPLE has the columns of an import of people; each line of LOOKUPS is ``{"kind", "query", "relevant": [codes]}``.
Everybody who is looked up has a visit that day, among others up to the number of visits. Printed for each kind of
look-up: how often one who was meant is among the first eight, how many were tried, p95 in milliseconds of processor
time. Kinds that ask for what a visit does not hold (a second number, a LINE name) are left out.
"""

import argparse
import csv
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from time import process_time

from frontdesk.domain.numbers import parse_number
from frontdesk.domain.visit_matching import Entry, VisitTable
from frontdesk.domain.visits import Visit

FIRST, LEFT_OUT = 8, ("number2", "line")


def visits(people: Path, wanted: set[str], most: int) -> list[Visit]:
    """Read those who are looked up, and others by chance."""
    chance, meant, others = random.Random(1), list[Visit](), list[Visit]()
    with people.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if row["code"] in wanted:
                meant.append(_visit(row))
            elif len(others) < most or chance.random() < 0.01:
                others.append(_visit(row))
    chance.shuffle(others)
    return (meant + others)[: max(most, len(meant))]


def _visit(row: Mapping[str, str]) -> Visit:
    name = f"{row['title']}{row['given_name']} {row['family_name']}".strip()
    digits = parse_number(row["phone"]).digits if row["phone"] else ""
    return Visit(row["code"], date.min, name, digits=digits, plate=row["plate"], organisation=row["organisation"])


def tried(table: VisitTable, lookups: list[dict[str, object]]) -> Iterator[tuple[str, bool, float]]:
    """Yield for each look-up its kind, whether it found who was meant, and how long it took."""
    for one in lookups:
        begun = process_time()
        found = {match.visit.id for match in table.find(str(one["query"]), FIRST)}
        yield str(one["kind"]), bool(found & set(one["relevant"])), (process_time() - begun) * 1000  # type: ignore[call-overload]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("people", type=Path)
    options.add_argument("lookups", type=Path)
    options.add_argument("--visits", type=int, default=10_000)
    chosen = options.parse_args()
    lookups = [json.loads(line) for line in chosen.lookups.read_text("utf-8").splitlines()]
    lookups = [one for one in lookups if one["kind"] not in LEFT_OUT]
    table = VisitTable(
        map(Entry, visits(chosen.people, {code for one in lookups for code in one["relevant"]}, chosen.visits))
    )
    table.find("กฟหด", FIRST)  # the first guess takes all names apart
    kinds: dict[str, list[tuple[bool, float]]] = defaultdict(list)
    for kind, hit, took in tried(table, lookups):
        kinds[kind].append((hit, took))
    print(f"{'':14} {'found %':>8} {'tried':>6} {'p95 ms':>7}")
    for kind, rows in kinds.items():
        times = sorted(took for _, took in rows)
        share = 100 * sum(hit for hit, _ in rows) / len(rows)
        print(f"{kind:14} {share:8.1f} {len(rows):6} {times[int(len(times) * 0.95)]:7.1f}")


if __name__ == "__main__":
    main()
