"""``backup``, ``restore``, ``doctor`` and ``reindex``: looking after a desk."""

from __future__ import annotations

import json
from pathlib import Path

import click

from frontdesk.cli.calls import Call
from frontdesk.cli.health_report import readable
from frontdesk.cli.options import as_json, on_a_desk
from frontdesk.domain.errors import DeskError
from frontdesk.paths import DeskFolder


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@on_a_desk
@click.pass_obj
def backup(call: Call, folder: Path | None) -> None:
    """Make a checked copy of the database."""
    info = call.desk.backups.back_up(folder)
    click.echo(call.texts("cli.backed_up", file=info.path, contacts=info.contacts))


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@on_a_desk
@click.pass_obj
def restore(call: Call, file: Path) -> None:
    """Put a copy in place of the database; the present one is kept beside it."""
    kept = call.desk.backups.restore(file)
    click.echo(call.texts("cli.restored", file=file, kept=kept))


@click.command()
@as_json
@on_a_desk
@click.pass_obj
def doctor(call: Call, as_json: bool) -> None:
    """Say versions, settings in force, counts, index state, free space and the last copy."""
    report = call.desk.doctor.report()
    click.echo(json.dumps(report, ensure_ascii=False, default=str) if as_json else readable(report, call.texts))
    if report["database"]["quick_check"] != "ok":
        raise DeskError("database_damaged", file=DeskFolder(call.data).database.name)


@click.command()
@on_a_desk
@click.pass_obj
def reindex(call: Call) -> None:
    """Build the index of answers anew."""
    call.desk.index.rebuild()
    click.echo(call.texts("cli.reindexed", articles=call.desk.index.state().get("articles", 0)))


COMMANDS = (backup, restore, doctor, reindex)
