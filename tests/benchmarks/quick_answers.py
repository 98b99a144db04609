"""How long the rows from memory take per key: ``python -m tests.benchmarks.quick_answers``.

Prints p50, p95 and p99 in milliseconds for 1,000, 5,000 and 25,000 titles.
"""

from time import perf_counter

from frontdesk.domain.articles import Article
from frontdesk.services.quick_answers import QuickAnswers

WORDS = ("บัตร", "ใบนัด", "ใบรับรอง", "ค่ารักษา", "ที่จอดรถ", "เวลาเยี่ยม", "visit", "card")
TYPED = ("บ", "บัตร", "ใบรับรองใ", "ca", "999", "C-24999", "zz")
ROUNDS = 200


def measure(size: int) -> list[float]:
    """Return the milliseconds of each look-up, sorted."""
    articles = [Article(str(n), f"C-{n}", f"{WORDS[n % 8]}{WORDS[n // 8 % 8]} {n}") for n in range(size)]
    quick, times = QuickAnswers(articles), []
    for text in TYPED * ROUNDS:
        started = perf_counter()
        quick.find(text)
        times.append((perf_counter() - started) * 1000)
    return sorted(times)


def main() -> None:
    """Print the table."""
    print(f"{'titles':>8}{'p50':>9}{'p95':>9}{'p99':>9}")
    for size in (1_000, 5_000, 25_000):
        times = measure(size)
        p50, p95, p99 = (times[int(len(times) * share)] for share in (0.5, 0.95, 0.99))
        print(f"{size:8}{p50:9.3f}{p95:9.3f}{p99:9.3f}")


if __name__ == "__main__":
    main()
