"""``report``: the same papers that the window prints."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import click

from frontdesk.cli.calls import Call
from frontdesk.cli.options import DateParam, in_a_folder, use_language
from frontdesk.domain.errors import DeskError
from frontdesk.domain.languages import Language
from frontdesk.services.clock import SITE_ZONE

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


@click.group()
def report() -> None:
    """Make a PDF to print, sign and file."""


@report.command()
@click.option("--from", "first", type=DateParam(), required=True, help="First day, ISO or Buddhist Era.")
@click.option("--to", "last", type=DateParam(), required=True, help="Last day, ISO or Buddhist Era.")
@click.option("-o", "file", type=click.Path(path_type=Path), required=True, help="The PDF file.")
@click.option("--as-of", type=MomentParam(), help="The time it bears (default: that of its last contact).")
@click.option("--full-numbers", is_flag=True, help="Show telephone numbers in full.")
@click.option(
    "--lang", "language", type=click.Choice([one.value for one in Language]), callback=use_language,
    help="The language of the paper (default: th) and of sentences.",
)  # fmt: skip
@in_a_folder
@click.pass_obj
def contacts(call: Call, /, first: date, last: date, file: Path, language: str | None, **rest: Any) -> None:
    """Make the log of contacts; the same contacts give the same file."""
    from frontdesk.services.contact_report import LogOrder

    if first > last:
        raise DeskError("days_swapped")
    by = call.desk.security.ensure_terminal().id
    order = LogOrder(first, last, Language(language or Language.TH), **rest)
    printed = call.desk.contact_reports.make(order, file, by)
    click.echo(call.texts("cli.reported", pages=printed.pages, file=file))


COMMANDS = (report,)
