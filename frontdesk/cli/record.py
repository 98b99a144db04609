"""``log``, ``contacts`` and ``drafts``: the record of the desk."""

from __future__ import annotations

import json
from typing import Any

import click

from frontdesk.cli.calls import Call
from frontdesk.cli.filters import contacts_wanted, filtered
from frontdesk.cli.options import as_json, on_a_desk
from frontdesk.domain.contacts import Channel, Contact, Outcome
from frontdesk.domain.drafts import Draft


@click.command()
@click.option("--channel", type=click.Choice([c.value for c in Channel]), required=True)
@click.option("--number", default="", help="The caller's number, in any format.")
@click.option("--person", default="", help="The caller's code.")
@click.option("--article", "articles", multiple=True, help="The code of an answer used; may be repeated.")
@click.option("--outcome", type=click.Choice([o.value for o in Outcome]), required=True)
@click.option("--unanswered", is_flag=True, help="The desk had no answer.")
@click.option("--note", default="")
@as_json
@on_a_desk
@click.pass_obj
def log(call: Call, /, channel: str, outcome: str, as_json: bool, **rest: Any) -> None:
    """Put a contact on the record; its id is printed once it is safely stored."""
    from frontdesk.services.contact_log import Entry

    entry = Entry(Channel(channel), Outcome(outcome), **rest)
    contact = call.desk.contact_log.enter(entry, call.desk.security.ensure_terminal().id)
    click.echo(json.dumps({"id": contact.id}) if as_json else call.texts("cli.logged", id=contact.id))


def _contact_row(contact: Contact) -> dict[str, object]:
    return {
        "id": contact.id,
        "at": contact.at.isoformat(),
        "channel": contact.channel.value,
        "outcome": contact.outcome.value,
        "number": contact.number,
        "person": contact.person_code,
        "articles": list(contact.articles),
        "note": contact.note,
    }


def _contact_line(contact: Contact) -> str:
    parts = (contact.at.isoformat(timespec="minutes"), contact.channel, contact.outcome, contact.number,
             contact.person_code, ";".join(contact.articles), contact.note.replace("\n", " "))  # fmt: skip
    return "\t".join(parts)


@click.command()
@filtered
@as_json
@on_a_desk
@click.pass_obj
def contacts(call: Call, /, as_json: bool, **said: Any) -> None:
    """Print every contact that fits, oldest first."""
    with call.desk.storage.read() as repos:
        found = contacts_wanted(call, said)(repos)
        if not as_json:
            for contact in found:
                click.echo(_contact_line(contact))
            return
        click.echo('{"contacts": [', nl=False)
        for count, contact in enumerate(found):
            click.echo((", " if count else "") + json.dumps(_contact_row(contact), ensure_ascii=False), nl=False)
        click.echo("]}")


def _draft_row(draft: Draft) -> dict[str, object]:
    return {
        "id": draft.id,
        "at": draft.started_at.isoformat(),
        "query": draft.query,
        "number": draft.number,
        "note": draft.note,
    }


@click.command()
@as_json
@on_a_desk
@click.pass_obj
def drafts(call: Call, as_json: bool) -> None:
    """Print the contacts that have begun and are not logged."""
    rows = [_draft_row(draft) for draft in call.desk.contact_log.drafts()]
    if as_json:
        click.echo(json.dumps({"drafts": rows}, ensure_ascii=False))
        return
    for row in rows:
        click.echo("\t".join(str(value) for value in row.values()))


COMMANDS = (log, contacts, drafts)
