"""``import``, ``undo-import``, ``export`` and ``make-demo``: data in and out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from frontdesk.cli.calls import Call
from frontdesk.cli.filters import contacts_wanted, filtered
from frontdesk.cli.options import as_json, on_a_desk
from frontdesk.domain.errors import DeskError
from frontdesk.domain.imports import ImportKind, ImportReport, RowError
from frontdesk.texts import Texts

HEADER_LINE = 1
VCARD_VERSIONS = ("4.0", "3.0", "2.1")
LONGEST_NAME, MOST_NAMES = 40, 10


@click.command("import")
@click.argument("kind", type=click.Choice([kind.value for kind in ImportKind]))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Check everything, write nothing.")
@as_json
@on_a_desk
@click.pass_obj
def import_(call: Call, kind: str, file: Path, dry_run: bool, as_json: bool) -> int:
    """Bring in answers, people or visits: all rows, or none if one is wrong.

    CSV and XLSX hold any of them, vCards people, .ics invitations visits.
    """
    data, what = call.desk.data_import, ImportKind(kind)
    by = call.desk.security.ensure_terminal().id
    report = data.dry_run(file, what) if dry_run else data.run(file, what, by=by)
    lines = [json.dumps(_report(report, call.texts), ensure_ascii=False)] if as_json else _summary(report, call.texts)
    click.echo("\n".join(lines))
    return _tell_errors(report, call.texts)


def _summary(report: ImportReport, texts: Texts) -> list[str]:
    """Say what was done, or would be, and what was passed over."""
    counts = {key: getattr(report, key) for key in ("rows", "created", "updated", "unchanged")}
    if report.errors:
        lines = [texts("cli.not_imported", errors=report.error_count)]
    else:
        lines = [texts("cli.would_import" if report.dry_run else "cli.imported", **counts)]
    if report.unknown:
        lines.append(texts("cli.unknown_columns", columns=_listed(report.unknown)))
    if report.cancelled:
        lines.append(texts("cli.calls_off", count=report.cancelled))
    if report.replaced:
        lines.append(texts("cli.unreadable_letters", count=report.replaced))
    return lines


def _listed(columns: Sequence[str]) -> str:
    """Name columns shortly: what is no table may have any number of them, of any length."""
    shown = [column if len(column) <= LONGEST_NAME else f"{column[:LONGEST_NAME]}…" for column in columns[:MOST_NAMES]]
    return ", ".join([*shown, *(["…"] if len(columns) > MOST_NAMES else [])])


def _report(report: ImportReport, texts: Texts) -> dict[str, Any]:
    errors = [
        {"line": e.line, "column": e.column, "code": e.code, "message": _sentence(e, texts)} for e in report.errors
    ]
    counts = {key: getattr(report, key) for key in ("rows", "created", "updated", "unchanged", "dry_run")}
    more = {"error_count": report.error_count, "unknown_columns": list(report.unknown), "replaced": report.replaced}
    more |= {"cancelled": report.cancelled} if report.kind is ImportKind.VISITS else {}
    return {"kind": report.kind.value, **counts, **more, "errors": errors}


def _sentence(error: RowError, texts: Texts) -> str:
    return texts(f"errors.{error.code}", **error.data)


def _fault(error: RowError, texts: Texts) -> str:
    sentence = _sentence(error, texts)
    if error.line <= HEADER_LINE:
        return sentence
    if not error.column:
        return texts("cli.line_error", line=error.line, sentence=sentence)
    return texts("cli.row_error", line=error.line, column=error.column, sentence=sentence)


def _tell_errors(report: ImportReport, texts: Texts) -> int:
    """Say on standard error what is wrong, a line for each row and column; return the exit status."""
    for error in report.errors:
        click.echo(_fault(error, texts), err=True)
    if report.error_count > len(report.errors):
        click.echo(texts("cli.more_errors", count=report.error_count - len(report.errors)), err=True)
    return 1 if report.errors else 0


@click.command("undo-import")
@on_a_desk
@click.pass_obj
def undo_import(call: Call) -> None:
    """Undo the last import."""
    done = call.desk.data_import.undo_last(call.desk.security.ensure_terminal().id)
    kept = {"came": done.came, "changed": done.changed}
    click.echo(call.texts("cli.undone_visits" if any(kept.values()) else "cli.undone", rows=done.rows, **kept))


@click.command()
@click.argument("kind", type=click.Choice(["contacts", "people", "articles", "visits"]))
@click.option(
    "-o", "file", type=click.Path(path_type=Path), required=True, help="A .csv or .xlsx file; .vcf for people."
)
@click.option(
    "--vcard",
    type=click.Choice(VCARD_VERSIONS),
    default=VCARD_VERSIONS[0],
    show_default=True,
    help="The version of a .vcf file; old telephones read 2.1.",
)
@filtered
@on_a_desk
@click.pass_obj
def export(call: Call, /, kind: str, file: Path, vcard: str, **said: Any) -> None:
    """Write contacts, people, answers or visits to a file that spreadsheets or telephones open right.

    The days are for contacts and visits, the filters for contacts. On vCards, what cards have no word for (facts,
    hours, leave, who sent whom) stands under names of our own: it comes in again here, but telephones drop it. Cards
    of 2.1 and 3.0 have no word for a birthday without its year either, so other programs may leave that out.
    """
    days = (said["start"], said["end"]) if kind == "visits" else (None, None)
    if kind != "contacts" and any(value for value in said.values() if value not in days):
        raise DeskError("filters_contacts_only")
    chosen = contacts_wanted(call, said) if kind == "contacts" else None
    rows = call.desk.data_export.export(kind, file, call.desk.security.ensure_terminal().id, vcard, chosen, days=days)
    click.echo(call.texts("cli.exported", rows=rows, file=file))


@click.command("make-demo")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--articles", type=click.IntRange(0), default=None, help="How many answers (default: the hospital's own)."
)
@click.option("--people", type=click.IntRange(0), default=2000, show_default=True)
@click.option("--contacts", type=click.IntRange(0), default=None, help="How many contacts (default: 90 days of them).")
@on_a_desk
@click.pass_obj
def make_demo(call: Call, folder: Path, articles: int | None, people: int, contacts: int | None) -> None:
    """Make a demo desk: a provincial hospital that does not exist."""
    from frontdesk.paths import resources
    from frontdesk.services.demo import DemoSize, make

    call.named = folder
    made = make(call.desk, resources() / "demo", DemoSize(articles, people, contacts))
    click.echo(call.texts("cli.demo_made", folder=folder, articles=made.articles, people=made.people,
                          contacts=made.contacts))  # fmt: skip


COMMANDS = (import_, undo_import, export, make_demo)
