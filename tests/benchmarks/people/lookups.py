"""The look-ups that are timed: those with known answers, and beginnings made of them."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from frontdesk.domain.numbers import parse_number

_SEED = 11
_LONGEST_BEGINNING = 8
MISSPELT = ("typo", "typo_both", "homophone", "no_tone", "layout", "romanised", "rom_variant")


@dataclass(frozen=True, slots=True)
class LookUp:
    """A text and the codes of those whom it means; None where it is only a beginning of very many."""

    text: str
    codes: frozenset[str] | None = None


LookUps = dict[str, list[LookUp]]
"""Look-ups by kind."""


def read_look_ups(file: Path) -> LookUps:
    """Read a file of look-ups: an object a line with kind, query and the codes that are right."""
    found: LookUps = defaultdict(list)
    with file.open(encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            found[line["kind"]].append(LookUp(line["query"], frozenset(line["relevant"])))
    return dict(found)


def beginnings(known: LookUps, each: int) -> LookUps:
    """Make numbers and names as they are typed, digit by digit and letter by letter."""
    made: LookUps = defaultdict(list)
    for kind, text in _parts(known, Random(_SEED), each):
        made[kind].append(LookUp(text))
    return dict(made)


def _parts(known: LookUps, drawn: Random, each: int) -> Iterator[tuple[str, str]]:
    numbers = [digits for one in known["number"] if len(digits := parse_number(one.text).digits) == 10]
    names = [one.text.split() for one in known["name"]]
    for digits in drawn.choices(numbers, k=each):
        yield from ((f"first {length} digits", digits[:length]) for length in range(2, 11))
        yield from ((f"last {length} digits", digits[-length:]) for length in (4, 5, 6))
        for length in (4, 5, 6):
            start = drawn.randrange(1, 10 - length)
            yield f"inner {length} digits", digits[start : start + length]
    for name in drawn.choices(names, k=each):
        yield "first name alone", name[0]
        yield "family name alone", name[-1]
        for length in range(1, _LONGEST_BEGINNING + 1):
            yield from _begun(name, length)


def _begun(name: Sequence[str], length: int) -> Iterator[tuple[str, str]]:
    yield f"name begun, {length} letters", name[0][:length]
    yield f"family begun, {length} letters", name[-1][:length]
    yield f"both begun, {length} letters", f"{name[0][:length]} {name[-1][:length]}"
    yield f"both turned, {length} letters", f"{name[-1][:length]} {name[0][:length]}"
