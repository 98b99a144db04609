"""``figures``: what the overview shows, to read or as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from frontdesk.cli.calls import Call
from frontdesk.cli.options import DateParam, as_json, on_a_desk
from frontdesk.domain.errors import DeskError

if TYPE_CHECKING:
    from frontdesk.domain.figures import Share, Spread, Tally
    from frontdesk.services.figures import Figures, Overview
    from frontdesk.texts import Texts

LISTED = 10
"""So many questions are listed to be read; JSON has them all."""


@click.command()
@click.option("--from", "first", type=DateParam(), required=True, help="First day, ISO or Buddhist Era.")
@click.option("--to", "last", type=DateParam(), required=True, help="Last day, ISO or Buddhist Era.")
@as_json
@on_a_desk
@click.pass_obj
def figures(call: Call, first: date, last: date, as_json: bool) -> None:
    """Count the contacts of some days, beside as many days before."""
    from frontdesk.domain.counted_days import named_days

    if first > last:
        raise DeskError("days_swapped")
    found = call.desk.figures.overview(named_days(first, last, call.desk.clock.today()))
    click.echo(json.dumps(_reply(found), ensure_ascii=False) if as_json else _told(found, call.texts))


def _reply(found: Overview) -> dict[str, Any]:
    gaps = [{"words": one.words, "count": one.count, "since": one.first_at.isoformat()} for one in found.gaps]
    return {"now": _period(found.now), "before": _period(found.then), "unanswered": gaps}


def _period(one: Figures) -> dict[str, Any]:
    answers = [{"code": used.code, "title": used.title, "uses": used.uses} for used in one.answers]
    return {
        "from": one.days.first.isoformat(), "to": one.days.last.isoformat(), **_tally(one.total),
        "verified_uses": _share(one.verified),
        "topics": _groups(one.topics, one.written), "channels": _groups(one.channels), "staff": _groups(one.staff),
        "hours": list(one.hours), "answers": answers,
    }  # fmt: skip


def _groups(tallies: Mapping[str, Tally], names: Mapping[str, str] | None = None) -> dict[str, Any]:
    return {(names or {}).get(key, key): _tally(tally) for key, tally in tallies.items()}


def _tally(one: Tally) -> dict[str, Any]:
    return {
        "contacts": one.contacts, "first_contact_resolution": _share(one.resolution),
        "younger_than_7_days": one.young, "cannot_be_followed": one.unknown, "transferred": _share(one.transfers),
        "longest_chain": one.longest_chain, "repeat_depth": one.depth, "time_to_answer": _spread(one.time_to_answer),
        "handling_time": _spread(one.handling_time), "promised": one.promised,
        "promises_kept": _share(one.promises), "unanswered": one.unanswered,
        "compliments": one.compliments, "complaints": one.complaints,
    }  # fmt: skip


def _share(one: Share) -> dict[str, Any]:
    return {"value": None if one.value is None else round(one.value, 4), "n": one.whole, "weak": one.weak}


def _spread(one: Spread) -> dict[str, Any]:
    return {"median": one.median, "p90": one.p90, "n": one.n}


def _told(found: Overview, say: Texts) -> str:
    """Write the figures beside those before, each with what it means, then what was asked most and not answered."""
    now, then = found.now, found.then
    main = [
        ("contacts", f"{now.total.contacts:,}", f"{then.total.contacts:,}"),
        ("resolution", *(_percent(one.total.resolution) for one in (now, then))),
        ("transfers", *(_percent(one.total.transfers) for one in (now, then))),
        ("answering", *(_seconds(one.total.time_to_answer, say) for one in (now, then))),
        ("promises", *(_percent(one.promises) for one in (now, then))),
    ]
    heads = (f"{one.days.first.isoformat()} – {one.days.last.isoformat()}" for one in (now, then))
    lines = [" | ".join(heads)]
    for area, rows in (("figure", main), ("other", _others(now.total, then.total, say))):
        for code, present, past in rows:
            meaning = say(f"supervise.means_{code}", unknown=f"{now.total.unknown:,}")
            lines.append(f"{say(f'supervise.{area}_{code}')}: {present} | {past}\n    {meaning}")
    return "\n".join([*lines, *_listed(found, say)])


def _others(now: Tally, then: Tally, say: Texts) -> list[tuple[str, str, str]]:
    return [
        ("handling", _seconds(now.handling_time, say), _seconds(then.handling_time, say)),
        ("depth", _depth(now, say), _depth(then, say)),
        ("chains", _chains(now, say), _chains(then, say)),
        ("unanswered", _unanswered(now), _unanswered(then)),
    ]


def _unanswered(one: Tally) -> str:
    return f"{one.unanswered:,} (n {one.contacts:,})"


def _listed(found: Overview, say: Texts) -> list[str]:
    answers = [f"    {one.uses:,}  {one.title}" for one in found.now.answers[:LISTED]]
    gaps = [f"    {one.count:,}  {one.words}" for one in found.gaps[:LISTED]]
    parts = (("supervise.by_answer", answers), ("supervise.gaps", gaps))
    return [line for name, rows in parts if rows for line in (f"{say(name)}:", *rows)]


def _depth(one: Tally, say: Texts) -> str:
    once, twice, more = (f"{count:,}" for count in one.depth)
    return say("supervise.value_depth", one=once, two=twice, more=more, n=f"{one.first:,}")


def _chains(one: Tally, say: Texts) -> str:
    chains = one.hand_offs
    later = sum(count for which, count in chains.items() if which > 2)
    return say("supervise.value_chains", one=chains[1], two=chains[2], more=later, n=f"{one.transferred:,}")


def _percent(one: Share) -> str:
    value = "–" if one.value is None else f"{one.value * 100:.0f}%"
    return f"{value} (n {one.whole:,}{', n<30' if one.value is not None and one.weak else ''})"


def _seconds(one: Spread, say: Texts) -> str:
    return "–" if one.median is None else f"{one.median} {say('supervise.seconds')} (p90 {one.p90}, n {one.n:,})"


COMMANDS = (figures,)
