"""Building every engine's index, once: kept between runs until the articles or their tokens change."""

import json
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from frontdesk.search.article_index import ArticleIndex

from .corpus import Corpus, CorpusFeed
from .engines import OURS, PEERS, STOCK, Place, writer_of
from .tokens import Tokens, fingerprint, tokens_of

SEGMENTATION = "segmentation"
"""The name under which the time for the peers' tokens is kept, which they share."""

_NOTES = "seconds.json"
_SHOWN_CHANGED = 5


@dataclass(slots=True)
class Stopwatch:
    """Seconds spent, by name."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def time(self, name: str) -> Iterator[None]:
        began = time.perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - began


def prepare(corpus: Corpus, cache: Path, engines: Sequence[str]) -> Place:
    """Build what is not built yet; return where it lies."""
    place: Place = _apart(_place, corpus, cache)
    _note(place, _apart(_build_ours, corpus, place))
    wanted = [name for name in engines if name not in build_seconds(place)]
    if STOCK in wanted:
        _note(place, _apart(_build_stock, corpus, place))
    if peers := [name for name in wanted if name in PEERS]:
        _note(place, _apart(_build_peers, corpus, place, peers))
    return place


def build_seconds(place: Place) -> dict[str, float]:
    """Return how long each build took when it was made."""
    notes = place.folder / _NOTES
    return dict(json.loads(notes.read_text("utf-8"))) if notes.exists() else {}


def disk_bytes(folder: Path) -> int:
    """Return the size of all files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _apart(work: Callable[..., Any], *given: object) -> Any:
    """Do a piece of work in a process of its own, so that nothing it keeps in memory serves the next."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *given).result()


def _note(place: Place, seconds: dict[str, float]) -> None:
    """Keep how long a build took, which also says that it is whole."""
    notes = place.folder / _NOTES
    notes.write_text(json.dumps(build_seconds(place) | seconds, indent=1), "utf-8")


def _new_folder(folder: Path) -> Path:
    """Empty a folder of what may be left of a build that was broken off."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def _place(corpus: Corpus, cache: Path) -> Place:
    stamp = f"{corpus.name}-{fingerprint(corpus.articles())}"
    folder = cache / stamp
    for outdated in set(cache.glob(f"{corpus.name}-*")) - {folder}:
        shutil.rmtree(outdated)
    folder.mkdir(parents=True, exist_ok=True)
    return Place(folder, stamp)


def _build_ours(corpus: Corpus, place: Place) -> dict[str, float]:
    """Bring our index up to date, which builds it anew if its own version says so."""
    watch, articles = Stopwatch(), corpus.articles()
    with watch.time(OURS):
        index = ArticleIndex(place.of(OURS), CorpusFeed(place.stamp, articles))
        built = index.catch_up()
    index.close()
    return watch.seconds if built else {}


def _build_stock(corpus: Corpus, place: Place) -> dict[str, float]:
    from .stock_whoosh import build_stock

    watch, articles = Stopwatch(), corpus.articles()
    with watch.time(STOCK):
        build_stock(_new_folder(place.of(STOCK)), articles)
    return watch.seconds


def _build_peers(corpus: Corpus, place: Place, peers: Sequence[str]) -> dict[str, float]:
    """Feed the same tokens to the peers in one pass, and check that each kept them whole."""
    watch, articles = Stopwatch(), corpus.articles()
    counts: dict[str, Counter[str]] = {"words": Counter(), "trigrams": Counter()}
    writers = {peer: writer_of(peer, _new_folder(place.of(peer))) for peer in peers}
    for article in articles:
        with watch.time(SEGMENTATION):
            tokens = tokens_of(article)
        _count(counts, tokens)
        for peer, writer in writers.items():
            with watch.time(peer):
                writer.add(article.code, tokens)
    for peer, writer in writers.items():
        with watch.time(peer):
            writer.finish()
        _check(peer, list(islice(writer.changed(counts), _SHOWN_CHANGED)))
    return watch.seconds


def _count(counts: dict[str, Counter[str]], tokens: Tokens) -> None:
    counts["words"].update(set(tokens.words))
    counts["trigrams"].update(set(tokens.trigrams))


def _check(peer: str, changed: list[str]) -> None:
    """Refuse an index that split, joined or lost tokens."""
    if changed:
        raise ValueError(f"{peer} has not kept the tokens as they are: {changed}")
