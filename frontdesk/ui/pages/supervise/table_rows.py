"""The rows of the table: figures by topic, channel or staff, the answers used, and what the tiles leave out."""

from collections.abc import Mapping
from dataclasses import dataclass

from frontdesk.domain.figures import WEAK_BELOW, Share, Spread, Tally
from frontdesk.services.figures import Overview
from frontdesk.ui.pages.supervise.readings import duration
from frontdesk.ui.words import Words

TABLES = ("topic", "channel", "staff", "answer", "other")


@dataclass(frozen=True, slots=True)
class TableRow:
    """A line of a table. ``bar`` is 0 to 1; ``value`` stands in place of bar and percents where there are none.

    ``weak`` and ``weak_last`` mark percents of fewer than 30. ``foot`` says of the chosen row what has no column,
    ``before`` how it was in the period before.
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
    before: str = ""


def rows_of(table: str, found: Overview, words: Words, only_staff: str = "") -> tuple[TableRow, ...]:
    """Return the rows of a table. ``only_staff`` is the id of the only one whose own figures may be seen."""
    match table:
        case "topic":
            written = found.now.written | {"": words("supervise.no_topic")}
            return _groups(found.now.topics, found.then.topics, written, words)
        case "channel":
            names = {key: words(f"desk.channel_{key}") for key in found.now.channels}
            return _groups(found.now.channels, found.then.channels, names, words)
        case "staff":
            seen = {key: one for key, one in found.now.staff.items() if only_staff in ("", key)}
            return _groups(seen, found.then.staff, found.names, words)
        case "answer":
            return _answers(found, words)
    return _others(found, words)


def shown_percent(share: Share) -> str:
    return "–" if share.value is None else f"{share.value * 100:.0f}%"


def _groups(
    tallies: Mapping[str, Tally], then: Mapping[str, Tally], names: Mapping[str, str], words: Words
) -> tuple[TableRow, ...]:
    order = sorted(tallies, key=lambda key: (-tallies[key].contacts, key))
    return tuple(_group(names.get(key, key), tallies[key], then.get(key, Tally()), words) for key in order)


def _group(name: str, tally: Tally, then: Tally, words: Words) -> TableRow:
    share, foot, before = tally.resolution, _foot(tally, words), _before(then, words)
    told = words(
        "supervise.row_figures", name=name, contacts=f"{tally.contacts:,}", resolution=shown_percent(share),
        first=f"{share.whole:,}", transfers=shown_percent(tally.transfers),
    )  # fmt: skip
    weak = share.value is not None and share.weak
    return TableRow(
        name, f"{told} {foot} {before}", f"{tally.contacts:,}", share.value, shown_percent(share),
        f"n {share.whole:,}", shown_percent(tally.transfers), weak, weak_last=tally.transfers.weak,
        tag=words("supervise.weak") if weak else "", foot=foot, before=before,
    )  # fmt: skip


def _foot(tally: Tally, words: Words) -> str:
    """Say what the columns leave out; times as median and p90."""
    answer, handling = tally.time_to_answer, tally.handling_time
    return words(
        "supervise.row_foot", answer=_pair(answer, words), handling=_pair(handling, words),
        chain=tally.longest_chain, again=f"{sum(tally.depth[1:]):,}", first=f"{tally.first:,}",
        kept=f"{tally.kept:,}", due=f"{tally.due:,}",
    )  # fmt: skip


def _before(then: Tally, words: Words) -> str:
    return words(
        "supervise.row_before", contacts=f"{then.contacts:,}", resolution=_of(then.resolution),
        transfers=shown_percent(then.transfers), answer=_pair(then.time_to_answer, words),
        handling=_pair(then.handling_time, words), kept=f"{then.kept:,}", due=f"{then.due:,}",
    )  # fmt: skip


def _of(share: Share) -> str:
    weak = " n<30" if share.value is not None and share.weak else ""
    return f"{shown_percent(share)}{weak}"


def _answers(found: Overview, words: Words) -> tuple[TableRow, ...]:
    figures, then = found.now, {one.code: one.uses for one in found.then.answers}
    n, most = figures.verified.whole, max((one.uses for one in figures.answers), default=1)
    return tuple(
        TableRow(
            one.title,
            words("supervise.row_answer", name=one.title, count=f"{one.uses:,}", n=f"{n:,}"),
            f"{one.uses:,}",
            one.uses / most,
            shown_percent(Share(one.uses, n)),
            words("supervise.verified" if one.verified else "supervise.unverified"),
            weak=n < WEAK_BELOW,
            before=words("supervise.answer_before", count=f"{then.get(one.code, 0):,}"),
        )
        for one in figures.answers
    )


def _others(found: Overview, words: Words) -> tuple[TableRow, ...]:
    then = _values(found.then.total, words)
    return tuple(_other(code, value, then[code], words) for code, value in _values(found.now.total, words).items())


def _values(total: Tally, words: Words) -> dict[str, str]:
    n, chains = f"{total.contacts:,}", total.hand_offs
    one, two, more = (f"{count:,}" for count in total.depth)
    later = sum(count for which, count in chains.items() if which > 2)
    return {
        "depth": words("supervise.value_depth", one=one, two=two, more=more, n=f"{total.first:,}"),
        "handling": _times(total.handling_time, words),
        "chains": words("supervise.value_chains", one=chains[1], two=chains[2], more=later, n=f"{total.transferred:,}"),
        "feedback": words("supervise.value_feedback", good=total.compliments, bad=total.complaints, n=n),
        "unanswered": words("supervise.value_unanswered", count=f"{total.unanswered:,}", n=n),
        "promised": words("supervise.value_unanswered", count=f"{total.promised:,}", n=n),
    }


def _other(code: str, value: str, then: str, words: Words) -> TableRow:
    name, meaning = words(f"supervise.other_{code}"), words(f"supervise.means_{code}")
    before = words("supervise.value_before", value=then)
    return TableRow(name, f"{name} {value} {meaning} {before}", value=value, foot=meaning, before=before)


def _times(times: Spread, words: Words) -> str:
    median, p90 = _time(times.median, words), _time(times.p90, words)
    return words("supervise.value_times", median=median, p90=p90, n=f"{times.n:,}")


def _pair(times: Spread, words: Words) -> str:
    """Say median and p90 in short, their unit once where it is one."""
    if not times.n:
        return "–"
    (median, unit), (p90, other) = duration(times.median, words), duration(times.p90, words)
    return f"{median}/{p90} {unit}" if unit == other else f"{median} {unit}/{p90} {other}"


def _time(seconds: int | None, words: Words) -> str:
    return " ".join(duration(seconds, words)).strip()
