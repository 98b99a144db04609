"""``search`` and ``lookup``: one text, or a file of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from frontdesk.cli.calls import Call
from frontdesk.cli.options import as_json, on_a_desk
from frontdesk.domain.articles import Answers
from frontdesk.domain.errors import DeskError
from frontdesk.domain.people import Matches
from frontdesk.texts import Texts

Reply = dict[str, Any]
limit_option = click.option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True)
batch_option = click.option("--batch", type=click.Path(path_type=Path), help="A file with one {'query': ...} a line.")


def _answers_reply(found: Answers) -> Reply:
    if not found.ready:
        raise DeskError("index_not_ready")
    rows = [
        {"code": a.article.code, "title": a.article.title or a.article.title_en, "score": round(a.score, 4),
         "say": a.article.say or a.article.say_en}
        for a in found.answers
    ]  # fmt: skip
    names = [name for one in found.narrowed for name in one.names]
    about = {"understood": found.understood, "near": found.near, "narrowed": names}
    return {"query": found.query, "ms": round(found.ms, 3), **about, "results": rows}


def _people_reply(found: Matches) -> Reply:
    rows = [
        {"code": m.person.code, "name": m.person.name or m.person.organisation, "score": round(m.score, 4)}
        for m in found.people
    ]
    return {"query": found.query, "ms": round(found.ms, 3), "results": rows}


def _queries(file: Path) -> Iterator[str]:
    """Read a batch file line by line; a line that is not an object with a query is refused."""
    try:
        lines = file.open(encoding="utf-8-sig", errors="surrogateescape")
    except OSError as error:
        raise DeskError("file_unreadable", file=file.name or str(file)) from error
    with lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _query_of(line, number)


def _query_of(line: str, number: int) -> str:
    try:
        query = json.loads(line)["query"]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise DeskError("batch_line", line=number) from error
    if not isinstance(query, str):
        raise DeskError("batch_line", line=number)
    return query


def _answer_each(
    find: Callable[[str], Reply], query: str | None, batch: Path | None, as_json: bool, say: Texts
) -> None:
    """Reply to one query, or to each of a file in order. Exactly one of the two must be given."""
    if (query is None) == (batch is None):
        raise DeskError("query_or_batch")
    for text in [query] if query is not None else _queries(batch):  # type: ignore[arg-type]
        reply = find(text or "")
        click.echo(json.dumps(reply, ensure_ascii=False) if as_json else _readable(reply, say))


def _readable(reply: Reply, say: Texts) -> str:
    about = {"understood": reply.get("understood"), "narrowed": ", ".join(reply.get("narrowed", ()))}
    heads = [say(f"cli.{name}", text=text) for name, text in about.items() if text]
    heads += [say("cli.near")] if reply.get("near") and reply["results"] else []
    return "\n".join((*heads, _listed(reply)))


def _listed(reply: Reply) -> str:
    lines = [f"{n:2}. {r.get('title') or r.get('name')}  [{r['code']}]" for n, r in enumerate(reply["results"], 1)]
    says = [f"\n    {r['say']}" if r.get("say") else "" for r in reply["results"]]
    return "\n".join(line + say for line, say in zip(lines, says, strict=True)) or "-"


@click.command()
@click.argument("query", required=False)
@limit_option
@click.option("--literal", is_flag=True, help="Take the text as it was typed.")
@batch_option
@as_json
@on_a_desk
@click.pass_obj
def search(call: Call, query: str | None, limit: int, literal: bool, batch: Path | None, as_json: bool) -> None:
    """Find answers, best first."""
    with suppress(OSError):  # on a full disk the index answers as it is
        call.desk.index.catch_up()
    answering = call.desk.answering

    def find(text: str) -> Reply:
        return _answers_reply(answering.search(text, limit, literal=literal))

    _answer_each(find, query, batch, as_json, call.texts)


@click.command()
@click.argument("text", required=False)
@limit_option
@batch_option
@as_json
@on_a_desk
@click.pass_obj
def lookup(call: Call, text: str | None, limit: int, batch: Path | None, as_json: bool) -> None:
    """Find people by number, name, plate or code."""
    people = call.desk.people
    _answer_each(lambda one: _people_reply(people.find(one, limit)), text, batch, as_json, call.texts)


COMMANDS = (search, lookup)
