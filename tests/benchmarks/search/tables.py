"""Tables in Markdown, and the figures in them."""

from collections.abc import Iterable, Sequence
from math import ceil


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table whose columns but the first are aligned to the right."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def percentile(values: Sequence[float], part: float) -> float:
    """Return the least value that at least this part of the values does not exceed."""
    return sorted(values)[max(0, ceil(part * len(values)) - 1)]


def yes_or_no(held: bool) -> str:
    return "yes" if held else "**no**"
