from collections.abc import Iterator
from pathlib import Path

import pytest

from frontdesk.search.article_index import ArticleIndex

from .feed import SITE, FixedGroups, MemoryFeed


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArticleIndex]:
    """An index of the small site, not to be changed."""
    synonyms = FixedGroups(("อินเตอร์เน็ต", "อินเทอร์เน็ต"), ("หมอ", "แพทย์"))
    index = ArticleIndex(tmp_path_factory.mktemp("index"), MemoryFeed(SITE), synonyms)
    index.catch_up()
    yield index
    index.close()


@pytest.fixture
def feed() -> MemoryFeed:
    return MemoryFeed(SITE)


@pytest.fixture
def index(tmp_path: Path, feed: MemoryFeed) -> Iterator[ArticleIndex]:
    """An index of the small site that a test may change or break."""
    index = ArticleIndex(tmp_path / "index", feed)
    index.catch_up()
    yield index
    index.close()
