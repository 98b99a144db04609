"""Options that several commands share, and how they read their values."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import click

from frontdesk.cli.calls import Call
from frontdesk.domain.languages import Language
from frontdesk.services.clock import SITE_ZONE
from frontdesk.texts import Texts

Command = Callable[..., Any]


def _use_folder(context: click.Context, _: click.Parameter, folder: Path | None) -> None:
    if folder is not None:
        context.find_object(Call).named = folder  # type: ignore[union-attr] # run() always passes one


def use_language(context: click.Context, _: click.Parameter, language: str | None) -> str | None:
    """Let sentences be in the language of an option; return it."""
    if language:
        context.find_object(Call).texts = Texts(Language(language))  # type: ignore[union-attr]
    return language


def in_a_folder(command: Command) -> Command:
    """Give a command ``--data``, so that it may stand after its name."""
    return click.option(
        "--data", type=click.Path(path_type=Path), expose_value=False, callback=_use_folder,
        help="The desk's folder; a missing or empty one becomes a new desk.",
    )(command)  # fmt: skip


def on_a_desk(command: Command) -> Command:
    """Give a command ``--data`` and ``--lang``, so that both may stand after its name."""
    language = click.option(
        "--lang", type=click.Choice([one.value for one in Language]), expose_value=False, callback=use_language,
        help="The language of sentences.",
    )  # fmt: skip
    return in_a_folder(language(command))


as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


class DateParam(click.ParamType[date]):
    """A date in ISO or any Buddhist-Era form."""

    name = "date"

    def convert(self, value: Any, _: click.Parameter | None, __: click.Context | None) -> date:
        from frontdesk.domain.thai_dates import parse_date

        today = datetime.now(SITE_ZONE).date()
        return value if isinstance(value, date) else parse_date(value, today)


def start_of(day: date | None) -> datetime | None:
    """Return the moment a day begins at the site."""
    return datetime.combine(day, time(), SITE_ZONE) if day else None


def end_of(day: date | None) -> datetime | None:
    """Return the moment a day is over at the site."""
    return start_of(day + timedelta(days=1)) if day else None
