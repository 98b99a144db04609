"""``promises``: what the desk owes, what is due first at the top."""

from __future__ import annotations

import json

import click

from frontdesk.cli.calls import Call
from frontdesk.cli.options import as_json, on_a_desk
from frontdesk.domain.promises import Promise


def _row(promise: Promise, overdue: bool) -> dict[str, object]:
    return {
        "id": promise.id,
        "kind": promise.kind.value,
        "what": promise.what,
        "person": promise.person_name,
        "number": promise.number,
        "for": promise.for_name,
        "made": promise.made_at.isoformat(),
        "due": promise.due_at.isoformat() if promise.due_at else None,
        "overdue": overdue,
        "told": promise.told_at.isoformat() if promise.told_at else None,
    }


def _line(promise: Promise, late: str) -> str:
    due = promise.due_at.isoformat(timespec="minutes") if promise.due_at else "-"
    parts = (due, late, promise.kind.value, promise.person_name or promise.number, promise.for_name, promise.what)
    return "\t".join(part.replace("\n", " ") for part in parts)


@click.command()
@as_json
@on_a_desk
@click.pass_obj
def promises(call: Call, as_json: bool) -> None:
    """Print what is promised and not closed yet: promises, messages and calls back."""
    service = call.desk.promises
    now, found = service.now(), service.due_list()
    if as_json:
        rows = [_row(one, one.overdue(now)) for one in found.promises]
        rate = {"kept": found.rate.kept, "n": found.rate.n}
        click.echo(json.dumps({"promises": rows, "kept_on_time": rate}, ensure_ascii=False))
        return
    for one in found.promises:
        click.echo(_line(one, call.texts("cli.overdue") if one.overdue(now) else ""))


COMMANDS = (promises,)
