"""What learning costs with every key: ``python -m tests.benchmarks.learned_words``.

Looks words up among 100,000 learned pairs of word and answer, a usual query and the worst one (twelve words
that all lead to a thousand answers), and prints p50 and p95 in milliseconds.
"""

import random
import statistics
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from frontdesk.app import Desk
from frontdesk.domain.answer_use import Fact
from frontdesk.domain.articles import Article
from frontdesk.domain.contacts import Channel, Contact, Outcome

PAIRS, ANSWERS, WORDS, ROUNDS = 100_000, 1_000, 20_000, 500
USUAL, MOST = 4, 12


def fill(desk: Desk, dice: random.Random) -> None:
    """Store pairs as they come about: few words lead everywhere, most to a few answers."""
    at = datetime(2026, 11, 20, tzinfo=UTC)
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < PAIRS:
        pairs.add((int(dice.paretovariate(0.6)) % WORDS, dice.randrange(ANSWERS)))
    contact = Contact("c", at, at, Channel.PHONE, Outcome.ANSWERED, "s")
    with desk.storage.write() as repos:
        repos.articles.save_many([Article(f"a{n}", f"A-{n}", f"คำตอบ {n}") for n in range(ANSWERS)], "s")
        repos.contacts.add(contact)
        repos.answer_words.add(Fact("c", f"A-{answer}", word_of(word), at) for word, answer in sorted(pairs))


def word_of(number: int) -> str:
    return f"คำ{number}"


def timed(act: Callable[[], object]) -> tuple[float, float]:
    """Return p50 and p95 in milliseconds."""
    taken = []
    for _ in range(ROUNDS):
        started = perf_counter()
        act()
        taken.append((perf_counter() - started) * 1000)
    return statistics.median(taken), statistics.quantiles(taken, n=20)[-1]


def main() -> None:
    """Fill a desk, look up, print the table."""
    dice = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        fill(desk, dice)
        use, today = desk.answer_use, desk.clock.today()
        everywhere = [word_of(number) for number in range(1, MOST + 1)]
        cases: dict[str, Callable[[], object]] = {
            "usual": lambda: use.boosts([word_of(dice.randrange(WORDS)) for _ in range(USUAL)], today),
            "worst": lambda: use.boosts(everywhere, today),
        }
        print(f"{'':10}{'p50 ms':>8}{'p95 ms':>8}")
        for name, act in cases.items():
            p50, p95 = timed(act)
            print(f"{name:10}{p50:8.2f}{p95:8.2f}")
        desk.close()


if __name__ == "__main__":
    main()
