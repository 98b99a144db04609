"""The rows of the table: figures by topic, channel or staff, the answers used, and what the tiles leave out."""

from collections.abc import Mapping
from dataclasses import dataclass

from frontdesk.domain.figures import Share, Spread, Tally
from frontdesk.services.figures import Figures, Overview
from frontdesk.ui.pages.supervise.readings import duration
from frontdesk.ui.words import Words

TABLES = ("topic", "channel", "staff", "answer", "other")


@dataclass(frozen=True, slots=True)
class TableRow:
    """A line of a table. ``bar`` is 0 to 1; ``value`` stands in place of bar and percents where there are none.

    ``weak`` and ``weak_last`` mark percents of fewer than 30; ``foot`` says of the chosen row what has no column.
    """

    name: str
    told: str
    count: str = ""
    bar: float | None = None
    percent: str = ""
    n: str = ""
    last: str = ""
    weak: bool = False
    weak_last: bool = False
    value: str = ""
    tag: str = ""
    foot: str = ""


def rows_of(table: str, found: Overview, words: Words, only_staff: str = "") -> tuple[TableRow, ...]:
    """Return the rows of a table. ``only_staff`` is the id of the only one whose own figures may be seen."""
    match table:
        case "topic":
            written = found.now.written | {"": words("supervise.no_topic")}
            return _groups(found.now.topics, written, words)
        case "channel":
            names = {key: words(f"desk.channel_{key}") for key in found.now.channels}
            return _groups(found.now.channels, names, words)
        case "staff":
            seen = {key: one for key, one in found.now.staff.items() if only_staff in ("", key)}
            return _groups(seen, found.names, words)
        case "answer":
            return _answers(found.now, words)
    return _others(found.now.total, words)


def shown_percent(share: Share) -> str:
    return "–" if share.value is None else f"{share.value * 100:.0f}%"


def _groups(tallies: Mapping[str, Tally], names: Mapping[str, str], words: Words) -> tuple[TableRow, ...]:
    order = sorted(tallies, key=lambda key: (-tallies[key].contacts, key))
    return tuple(_group(names.get(key, key), tallies[key], words) for key in order)


def _group(name: str, tally: Tally, words: Words) -> TableRow:
    share, passed = tally.resolution, shown_percent(tally.transfers)
    told = words(
        "supervise.row_figures", name=name, contacts=f"{tally.contacts:,}", resolution=shown_percent(share),
        first=f"{share.whole:,}", transfers=passed, answer=_time(tally.time_to_answer.median, words),
        handling=_time(tally.handling_time.median, words),
    )  # fmt: skip
    weak = share.value is not None and share.weak
    return TableRow(
        name, told, f"{tally.contacts:,}", share.value, shown_percent(share), f"n {share.whole:,}", passed, weak,
        weak_last=tally.transfers.weak, tag=words("supervise.weak") if weak else "", foot=_foot(tally, words),
    )  # fmt: skip


def _foot(tally: Tally, words: Words) -> str:
    return words(
        "supervise.row_foot", answer=_time(tally.time_to_answer.median, words), first=f"{tally.first:,}",
        handling=_time(tally.handling_time.median, words), again=f"{sum(tally.depth[1:]):,}",
    )  # fmt: skip


def _answers(figures: Figures, words: Words) -> tuple[TableRow, ...]:
    n, most = figures.verified.whole, max((one.uses for one in figures.answers), default=1)
    return tuple(
        TableRow(
            one.title,
            words("supervise.row_answer", name=one.title, count=f"{one.uses:,}", n=f"{n:,}"),
            f"{one.uses:,}",
            one.uses / most,
            shown_percent(Share(one.uses, n)),
            words("supervise.verified" if one.verified else "supervise.unverified"),
        )
        for one in figures.answers
    )


def _others(total: Tally, words: Words) -> tuple[TableRow, ...]:
    n, chains = f"{total.contacts:,}", total.hand_offs
    one, two, more = (f"{count:,}" for count in total.depth)
    later = sum(count for which, count in chains.items() if which > 2)
    values = {
        "depth": words("supervise.value_depth", one=one, two=two, more=more, n=f"{total.first:,}"),
        "handling": _times(total.handling_time, words),
        "chains": words("supervise.value_chains", one=chains[1], two=chains[2], more=later, n=f"{total.transferred:,}"),
        "feedback": words("supervise.value_feedback", good=total.compliments, bad=total.complaints, n=n),
        "unanswered": words("supervise.value_unanswered", count=f"{total.unanswered:,}", n=n),
        "promised": words("supervise.value_unanswered", count=f"{total.promised:,}", n=n),
    }
    return tuple(_other(code, value, words) for code, value in values.items())


def _other(code: str, value: str, words: Words) -> TableRow:
    name, meaning = words(f"supervise.other_{code}"), words(f"supervise.means_{code}")
    return TableRow(name, f"{name} {value} {meaning}", value=value, foot=meaning)


def _times(times: Spread, words: Words) -> str:
    median, p90 = _time(times.median, words), _time(times.p90, words)
    return words("supervise.value_times", median=median, p90=p90, n=f"{times.n:,}")


def _time(seconds: int | None, words: Words) -> str:
    return " ".join(duration(seconds, words)).strip()
