"""How often a watch list alarms wrongly, how often it misses, and what looking takes.

    python -m tests.benchmarks.watch_list [--listed 200] [--visitors 10000]

Names come from the maker of people of the evaluation data, which stands beside the checkout. Those whom its look-ups
are about are listed; all others arrive at the gate, spelt in Thai, and again in Latin letters. Then those who are
listed arrive, misspelt in each way that the look-ups know. Last, an entry of a single word: the commonest given names.
"""

import argparse
import csv
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from random import Random
from time import process_time

from pythainlp.transliterate import romanize

from frontdesk.domain.watch_list import Advice, Watched, WatchHit, WatchKind
from frontdesk.domain.watch_matching import WatchMatcher
from tests.benchmarks.people.lookups import read_look_ups

MAKER = Path(__file__).parents[3] / "shared" / "eval" / "people" / "make_people.py"
KINDS = (
    "name", "swapped", "titled", "joined", "layout", "homophone", "no_tone", "typo", "typo_both", "romanised",
    "rom_variant",
)  # fmt: skip
TIMED, SEED = 500, 6
WORDS = 20
_ADDED = datetime(2026, 1, 1, tzinfo=UTC)


def entry(key: str, name: str) -> Watched:
    """Return an entry that lists somebody by name."""
    return Watched(key, WatchKind.PERSON, (name,), "", "-", Advice.BE_CAREFUL, "s-1", _ADDED)


def people(file: Path) -> dict[str, str]:
    """Return the names of everybody in a file by their codes."""
    with file.open(encoding="utf-8", newline="") as lines:
        return {row["code"]: f"{row['given_name']} {row['family_name']}" for row in csv.DictReader(lines)}


def romanised(names: Iterable[str]) -> Iterator[str]:
    """Write names in Latin letters, each word once."""
    known: dict[str, str] = {}
    for name in names:
        for word in name.split():
            known.setdefault(word, romanize(word, engine="royin"))
        yield " ".join(known[word] for word in name.split())


def alarms(matcher: WatchMatcher, arriving: Sequence[str]) -> tuple[Counter[str], Counter[str]]:
    """Count arrivals with hits that ask for a decision, and those with small ones only, by their reason."""
    loud: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for name in arriving:
        hits = matcher.matches(name)
        if hits:
            (small if hits[0].quiet else loud)[hits[0].how.value] += 1
    return loud, small


def show_alarms(what: str, matcher: WatchMatcher, arriving: Sequence[str]) -> None:
    """Print the wrong alarms among so many arrivals."""
    loud, small = alarms(matcher, arriving)
    per = 10_000 / len(arriving)
    print(f"{what}: to decide {loud.total() * per:.1f}, small {small.total() * per:.1f} per 10,000", dict(loud | small))


def recall(matcher: WatchMatcher, file: Path, listed: dict[str, str]) -> None:
    """Print for each way to misspell how many of those listed are noticed."""
    look_ups = read_look_ups(file)
    for kind in KINDS:
        found: list[bool] = []
        shown: list[int] = []
        for one in look_ups.get(kind, ()):
            wanted = {listed[code] for code in one.codes or () if code in listed}
            hits = [hit for hit in matcher.matches(one.text) if not hit.quiet and hit.name in wanted]
            found += [bool(hits)] if wanted else []
            shown += [hit.percent for hit in hits[:1]]
        if found:
            middle = sorted(shown)[len(shown) // 2] if shown else 0
            print(f"{kind:12} {100 * sum(found) / len(found):5.1f} % of {len(found)}, median likeness {middle} %")


LETTERS = [chr(code) for code in range(ord("ก"), ord("ฮ") + 1)]
PROVINCES = ("กรุงเทพมหานคร", "เชียงใหม่", "ชลบุรี", "ขอนแก่น", "สงขลา")


def plates(count: int) -> list[str]:
    """Make plates as they are on cars, each once."""
    drawn, made = Random(SEED), dict[str, None]()
    while len(made) < count:
        figure, letters = drawn.choice(["", "1", "2", "3", "7"]), "".join(drawn.choices(LETTERS, k=2))
        made[f"{figure}{letters} {drawn.randrange(1, 9999)} {drawn.choice(PROVINCES)}"] = None
    return list(made)


def misread(plate: str, drawn: Random) -> Iterator[tuple[str, str]]:
    """Yield a plate as a guard may note it down at night, with what went wrong."""
    front, number, _ = plate.split()
    place = drawn.randrange(len(number))
    yield "without province", f"{front}{number}"
    yield "parts in another order", f"{number} {front}"
    yield "figure left out", f"{front.lstrip('0123456789')} {number}"
    yield "a digit wrong", f"{front} {number[:place]}{(int(number[place]) + 1) % 10}{number[place + 1 :]}"
    yield "a letter wrong", f"{front[:-1]}{drawn.choice(LETTERS)} {number}"


def on_plates(listed: int, arriving: int) -> None:
    """Print wrong alarms and recall for plates."""
    made, drawn = plates(listed + arriving), Random(SEED)
    entries = {str(place): plate for place, plate in enumerate(made[:listed])}
    matcher = WatchMatcher(replace(entry(key, "-"), names=(), plate=plate) for key, plate in entries.items())
    wrong = Counter(hit.how.value for plate in made[listed:] for hit in matcher.matches("", plate)[:1])
    print(f"plates, wrong alarms per 10,000: {wrong.total() * 10_000 / arriving:.1f}", dict(wrong))
    noticed: dict[str, list[bool]] = defaultdict(list)
    for key, plate in entries.items():
        for how, text in misread(plate, drawn):
            hits = {hit.watched.id for hit in matcher.matches("", text) if not hit.quiet}
            noticed[how].append(key in hits)
    for how, found in noticed.items():
        print(f"{how:24} {100 * sum(found) / len(found):5.1f} % of {len(found)}")


def timed(names: Sequence[str], arriving: Sequence[str]) -> None:
    """Print what one arrival takes with many entries, on the processor."""
    began = process_time()
    matcher = WatchMatcher(entry(str(place), name) for place, name in enumerate(names))
    print(f"{len(names)} entries prepared in {1000 * (process_time() - began):.0f} ms")
    spent: list[float] = []
    for name in arriving:
        began = process_time()
        matcher.matches(name, "1กก 1234 กทม")
        spent.append(1000 * (process_time() - began))
    spent.sort()
    print(f"an arrival: p50 {spent[len(spent) // 2]:.2f}, p95 {spent[len(spent) * 95 // 100]:.2f} ms")


def namesakes(listed: Sequence[str], others: Sequence[str]) -> list[str]:
    """Give everybody the given name of somebody listed; family names stay."""
    given = cycle(name.split()[0] for name in listed)
    return [f"{first} {name.split(maxsplit=1)[1]}" for first, name in zip(given, others, strict=False)]


def single_words(arriving: Sequence[str]) -> None:
    """Print what entries of one word do: never more than small hits, and only on the whole word."""
    common = [word for word, _ in Counter(name.split()[0] for name in arriving).most_common(WORDS)]
    matcher = WatchMatcher(entry(word, word) for word in common)
    loud, small = alarms(matcher, arriving)
    inside = sum(any(word in name and word not in name.split() for word in common) for name in arriving)
    print(f"{WORDS} common given names alone: to decide {loud.total()}, small {small.total()}; inside others {inside}")


def main() -> None:
    """Make people, list some of them, and let all arrive."""
    wanted = argparse.ArgumentParser()
    wanted.add_argument("--listed", type=int, default=200)
    wanted.add_argument("--visitors", type=int, default=10_000)
    wanted.add_argument("--show", action="store_true", help="print the wrong alarms in Thai letters")
    chosen = wanted.parse_args()
    if not MAKER.exists():
        sys.exit(f"the maker of people is not beside the checkout: {MAKER.name}")
    with tempfile.TemporaryDirectory() as folder:
        made, asked = Path(folder, "people.csv"), Path(folder, "lookups.jsonl")
        count = str(chosen.listed + chosen.visitors)
        command = [sys.executable, str(MAKER), count, str(made), str(asked), "--queries", str(chosen.listed)]
        subprocess.run(command, check=True)
        measure(people(made), asked, chosen.show)


def measure(everybody: dict[str, str], asked: Path, show: bool) -> None:
    """Print all figures."""
    meant = {code for one in read_look_ups(asked)["name"] for code in one.codes or ()}
    listed = {code: everybody[code] for code in meant}
    names = set(listed.values())
    others = [name for name in everybody.values() if name not in names]
    matcher = WatchMatcher(entry(code, name) for code, name in listed.items())
    print(f"{len(listed)} listed, {len(others)} others arrive")
    show_alarms("wrong alarms, Thai letters", matcher, others)
    show_alarms("wrong alarms, Latin letters", matcher, list(romanised(others)))
    given = namesakes(sorted(names), others)
    show_alarms("visitors with the given name of somebody listed", matcher, given)
    show_alarms("the same, Latin letters", matcher, list(romanised(given)))
    single_words(others)
    recall(matcher, asked, listed)
    on_plates(len(listed), len(others))
    timed(list(everybody.values())[:TIMED], others[:TIMED])
    if show:
        print_hits(matcher, [*others, *romanised(given)])


def print_hits(matcher: WatchMatcher, arriving: Sequence[str]) -> None:
    """Print who was taken for whom."""
    by_reason: dict[str, list[str]] = defaultdict(list)
    for name in arriving:
        for hit in loud_hits(matcher.matches(name)):
            by_reason[hit.how.value].append(f"{name} ~ {hit.name} {hit.percent}")
    for reason, lines in by_reason.items():
        print(reason, *lines[:40], sep="\n  ")


def loud_hits(hits: Iterable[WatchHit]) -> list[WatchHit]:
    """Return the hits that ask for a decision."""
    return [hit for hit in hits if not hit.quiet]


if __name__ == "__main__":
    main()
