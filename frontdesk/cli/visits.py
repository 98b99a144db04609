"""``visits``: who is expected, inside and gone, a day at a time."""

from __future__ import annotations

import json
from datetime import date

import click

from frontdesk.cli.calls import Call
from frontdesk.cli.options import DateParam, as_json, on_a_desk
from frontdesk.domain.visits import Visit


def _row(visit: Visit) -> dict[str, object]:
    return {
        "id": visit.id,
        "day": visit.day.isoformat(),
        "due": visit.due.isoformat() if visit.due else None,
        "name": visit.name,
        "organisation": visit.organisation,
        "number": visit.number,
        "plate": visit.plate,
        "host": visit.host,
        "place": visit.place,
        "purpose": visit.purpose,
        "party": visit.party,
        "state": visit.state.value,
        "arrived": visit.arrived_at.isoformat() if visit.arrived_at else None,
        "left": visit.left_at.isoformat() if visit.left_at else None,
    }


def _line(visit: Visit) -> str:
    moments = (visit.due, visit.arrived_at, visit.left_at)
    due, arrived, left = (one.isoformat(timespec="minutes") if one else "" for one in moments)
    parts = (visit.day.isoformat(), due, visit.state.value, visit.name, visit.number, visit.host, visit.place,
             str(visit.party), arrived, left)  # fmt: skip
    return "\t".join(" ".join(part.split()) for part in parts)


@click.command()
@click.option("--day", type=DateParam(), help="Which day, ISO or Buddhist Era; today if none is said.")
@click.option("--inside", is_flag=True, help="Only who is inside now, whatever day they came.")
@as_json
@on_a_desk
@click.pass_obj
def visits(call: Call, day: date | None, inside: bool, as_json: bool) -> None:
    """Print the visits of a day, by the time they are due."""
    with call.desk.storage.read() as repos:
        found = repos.visits.inside()[::-1] if inside else repos.visits.of_day(day or call.desk.clock.today())
    if inside and day is not None:
        found = [one for one in found if one.day == day]
    if as_json:
        click.echo(json.dumps({"visits": [_row(one) for one in found]}, ensure_ascii=False))
        return
    for one in found:
        click.echo(_line(one))


COMMANDS = (visits,)
