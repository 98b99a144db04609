"""The engines, by name, opened from the folder that their index was built in."""

from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple, Protocol

from frontdesk.domain.synonyms import read_shipped
from frontdesk.paths import resources
from frontdesk.search.article_index import ArticleIndex
from frontdesk.search.query.planner import Plan

from .corpus import CorpusFeed
from .tokens import Tokens

OURS, TANTIVY, FTS5, STOCK = "frontdesk", "tantivy", "FTS5", "Whoosh as it comes"
PEERS = (TANTIVY, FTS5)
SHOWN = 10

_MODULES = {TANTIVY: "tantivy", FTS5: "apsw"}

Engine = Callable[[str], list[str]]
Planning = Callable[[str], Plan]


class Writer(Protocol):
    """Builds a peer's index."""

    def add(self, code: str, tokens: Tokens) -> None:
        """Take in an article."""

    def finish(self) -> None:
        """Write everything, in the form that is fastest to search."""

    def changed(self, counts: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
        """Yield the tokens that do not stand in as many articles as ``counts`` has for each field."""


class ShippedSynonyms:
    """The groups that come with the program, and none of a site."""

    def groups(self) -> tuple[tuple[str, ...], ...]:
        return read_shipped((resources() / "synonyms.toml").read_text("utf-8"))

    def revision(self) -> int:
        return 1


class Place(NamedTuple):
    """Where the indexes of one corpus lie; ``stamp`` names the corpus and the tokens it gives."""

    folder: Path
    stamp: str

    def of(self, engine: str) -> Path:
        return self.folder / engine.lower().replace(" ", "-")


def installed(engine: str) -> bool:
    """Tell whether what an engine needs is there."""
    return engine not in _MODULES or find_spec(_MODULES[engine]) is not None


def version_of(peer: str) -> str:
    """Return a peer's package and version, or nothing where it is not installed."""
    return f"{_MODULES[peer]} {version(_MODULES[peer])}" if installed(peer) else ""


def open_index(place: Place) -> ArticleIndex:
    """Open our index, which must have been built."""
    index = ArticleIndex(place.of(OURS), CorpusFeed(place.stamp, []), ShippedSynonyms())
    if not index.search("", 1).ready:
        raise LookupError(f"no index of this program's version in {place.folder}")
    return index


def open_engine(name: str, place: Place) -> Engine:
    """Open an engine; a peer gets a planner of its own, of the same words as ours."""
    if name == TANTIVY:
        from .tantivy_peer import TantivyPeer

        return TantivyPeer(place.of(name), _own_planner(place)).search
    if name == FTS5:
        from .fts5_peer import Fts5Peer

        return Fts5Peer(place.of(name), _own_planner(place)).search
    if name == STOCK:
        from .stock_whoosh import StockWhoosh

        return StockWhoosh(place.of(name)).search
    index = open_index(place)
    return lambda text: [hit.article_id for hit in index.search(text, SHOWN).hits]


def writer_of(peer: str, folder: Path) -> Writer:
    """Begin a peer's index in an empty folder."""
    if peer == TANTIVY:
        from .tantivy_peer import TantivyWriter

        return TantivyWriter(folder)
    from .fts5_peer import Fts5Writer

    return Fts5Writer(folder)


def _own_planner(place: Place) -> Planning:
    snapshot = open_index(place)._snapshot
    assert snapshot is not None
    return snapshot._planner.plan
