"""Options that say which contacts are wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from frontdesk.cli.calls import Call
from frontdesk.cli.options import DateParam, end_of, start_of
from frontdesk.domain.contacts import Channel, Contact, Outcome

if TYPE_CHECKING:
    from frontdesk.domain.contact_filter import ContactFilter
    from frontdesk.services.repositories import Repositories

Command = TypeVar("Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--from", "start", type=DateParam(), help="First day, ISO or Buddhist Era."),
    click.option("--to", "end", type=DateParam(), help="Last day, ISO or Buddhist Era."),
    click.option("--channel", "channels", multiple=True, type=click.Choice([one.value for one in Channel])),
    click.option("--outcome", "outcomes", multiple=True, type=click.Choice([one.value for one in Outcome])),
    click.option("--topic", default="", help="Part of the topic."),
    click.option("--staff", default="", help="Who wrote it: a code or a name."),
    click.option("--person", default="", help="Whom it was with: a code, a name or a number."),
    click.option("--words", default="", help="Words of topic and note, a name or a number."),
    click.option("--unanswered", "unanswered_only", is_flag=True, help="Only what the desk had no answer to."),
    click.option("--corrected", "corrected_only", is_flag=True, help="Only what was corrected."),
    click.option("--filter", "line", default="", help='All in one line, as on the Log page: "วันนี้ โทรศัพท์ บัตรหาย".'),
)


def filtered(command: Command) -> Command:
    """Give a command the options of a filter."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def contacts_wanted(call: Call, said: Mapping[str, Any]) -> Callable[[Repositories], Iterator[Contact]]:
    """Return what reads the contacts that fit, oldest first, in an open transaction."""
    start, end = said["start"], said["end"]
    if not any(value for name, value in said.items() if name not in ("start", "end")):
        return lambda repos: repos.contacts.between(start_of(start), end_of(end))
    return call.desk.contact_browser.chosen(_filter(said, call.desk.clock.today()))


def _filter(said: Mapping[str, Any], today: date) -> ContactFilter:
    from frontdesk.domain.asked_days import Period
    from frontdesk.domain.contact_filter import ContactFilter, read_filter

    own = ContactFilter(
        period=Period(None, said["start"], said["end"]),
        channels=tuple(one for one in Channel if one in said["channels"]),
        outcomes=tuple(one for one in Outcome if one in said["outcomes"]),
        topic=said["topic"], staff=said["staff"], person=said["person"], words=tuple(said["words"].split()),
        unanswered=said["unanswered_only"], corrected=said["corrected_only"],
    )  # fmt: skip
    return own.over(read_filter(said["line"], today))
