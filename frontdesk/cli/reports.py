"""``report``: the same papers that the window prints."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from frontdesk.cli.calls import Call
from frontdesk.cli.options import DateParam, in_a_folder, use_language
from frontdesk.domain.errors import DeskError
from frontdesk.domain.languages import Language
from frontdesk.services.clock import SITE_ZONE

if TYPE_CHECKING:
    from frontdesk.services.reports import Report

_MOMENT = re.compile(r"(?P<day>.+?)[T\s]+(?P<time>\d{1,2}:\d{2}(?::\d{2})?)(?P<zone>Z|[+-]\d{2}:\d{2})?")


class MomentParam(click.ParamType[datetime]):
    """A date as in other options and a time of day, at the site where no zone is said."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> datetime:
        if isinstance(value, datetime):
            return value
        found = _MOMENT.fullmatch(value.strip())
        if found is None:
            raise DeskError("date_unknown", value=value)
        day = DateParam().convert(found["day"], param, context)
        try:
            hour = time.fromisoformat(f"{found['time']:0>5}{found['zone'] or ''}")
        except ValueError:
            raise DeskError("date_unknown", value=value) from None
        return datetime.combine(day, hour, hour.tzinfo or SITE_ZONE)


_BY_MAKER = click.option(
    "--maker", default="", metavar="CODE", help="Whose name stands under it, as under what the window makes."
)


def _maker(call: Call, code: str) -> str:
    """Return the id of whoever has a code, of the command line for none. Raise ``DeskError`` maker_unknown."""
    if not code:
        return call.desk.security.ensure_terminal().id
    staff = call.desk.security.by_code(code)
    if staff is None:
        raise DeskError("maker_unknown", value=code)
    return staff.id


@click.group()
def report() -> None:
    """Make a PDF to print, sign and file."""


@report.command()
@click.option("--from", "first", type=DateParam(), required=True, help="First day, ISO or Buddhist Era.")
@click.option("--to", "last", type=DateParam(), required=True, help="Last day, ISO or Buddhist Era.")
@click.option("-o", "file", type=click.Path(path_type=Path), required=True, help="The PDF file.")
@click.option("--as-of", type=MomentParam(), help="The time it bears (default: that of its last contact).")
@click.option("--full-numbers", is_flag=True, help="Show telephone numbers in full.")
@_BY_MAKER
@click.option(
    "--lang", "language", type=click.Choice([one.value for one in Language]), callback=use_language,
    help="The language of the paper (default: th) and of sentences.",
)  # fmt: skip
@in_a_folder
@click.pass_obj
def contacts(
    call: Call, /, first: date, last: date, file: Path, language: str | None, maker: str, **rest: Any
) -> None:  # fmt: skip
    """Make the log of contacts; the same contacts give the same file."""
    from frontdesk.services.contact_report import LogOrder

    if first > last:
        raise DeskError("days_swapped")
    by = call.desk.security.ensure_terminal().id
    order = LogOrder(first, last, Language(language or Language.TH), maker=_maker(call, maker), **rest)
    printed = call.desk.contact_reports.make(order, file, by)
    click.echo(call.texts("cli.reported", pages=printed.pages, file=file))


def _paper(command: Callable[..., None]) -> click.Command:
    """Give a command what every paper that is not the log needs."""
    options = (
        click.option("-o", "file", type=click.Path(path_type=Path), required=True, help="The PDF file."),
        click.option("--as-of", type=MomentParam(), help="The time it bears."),
        click.option(
            "--lang", "language", type=click.Choice([one.value for one in Language]), callback=use_language,
            help="The language of the paper (default: th) and of sentences.",
        ),
    )  # fmt: skip
    for option in options:
        command = option(command)
    return report.command()(in_a_folder(click.pass_obj(command)))


@_paper
def promises(call: Call, /, file: Path, language: str | None, as_of: datetime | None) -> None:
    """List what is owed."""
    _finish(call, call.desk.desk_papers.promises(Language(language or Language.TH), as_of), file)


@_paper
@click.option("--on", "day", type=DateParam(), required=True, help="The day, ISO or Buddhist Era.")
@_BY_MAKER
def day(
    call: Call, /, day: date, file: Path, language: str | None, as_of: datetime | None, maker: str
) -> None:  # fmt: skip
    """Report one day at the desk."""
    made = call.desk.desk_papers.day(day, Language(language or Language.TH), _maker(call, maker), as_of)
    _finish(call, made, file)


@_paper
@click.option("--of", "month", type=DateParam(), required=True, help="Any day of the month.")
@_BY_MAKER
def month(
    call: Call, /, month: date, file: Path, language: str | None, as_of: datetime | None, maker: str
) -> None:  # fmt: skip
    """Score one month on one page."""
    made = call.desk.desk_papers.month(month, Language(language or Language.TH), _maker(call, maker), as_of)
    _finish(call, made, file)


@_paper
@click.option("--last", is_flag=True, help="The last one that was signed (default: what is open now).")
def hand_over(call: Call, /, file: Path, language: str | None, as_of: datetime | None, last: bool) -> None:
    """List what one shift hands over to the next, with lines to sign on."""
    from frontdesk.services.hand_over_papers import LAST, HandOverOrder

    order = HandOverOrder(LAST if last else "", Language(language or Language.TH), as_of)
    printed = call.desk.hand_over_papers.make(order, file, call.desk.security.ensure_terminal().id)
    click.echo(call.texts("cli.reported", pages=printed.pages, file=file))


@_paper
@click.option("--from", "first", type=DateParam(), required=True, help="First day, ISO or Buddhist Era.")
@click.option("--to", "last", type=DateParam(), help="Last day (default: the first one).")
def gate(
    call: Call, /, first: date, file: Path, language: str | None, as_of: datetime | None, last: date | None
) -> None:  # fmt: skip
    """Report what happened at the gate."""
    from frontdesk.services.gate_papers_daily import GateOrder, GateSpan

    if last is not None and first > last:
        raise DeskError("days_swapped")
    order = GateOrder(GateSpan.DAY, Language(language or Language.TH), first, last)
    made = call.desk.gate_days.report(order, as_of=as_of)
    _finish(call, made, file)


def _finish(call: Call, made: Report, file: Path) -> None:
    printed = call.desk.desk_papers.make(made, file, call.desk.security.ensure_terminal().id)
    click.echo(call.texts("cli.reported", pages=printed.pages, file=file))


COMMANDS = (report,)
