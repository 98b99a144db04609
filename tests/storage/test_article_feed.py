from dataclasses import replace
from pathlib import Path

from frontdesk.domain.articles import Article
from frontdesk.domain.ids import new_id
from frontdesk.storage.database import Database, open_database

ONE = Article(new_id(), "A-1", "บัตรหาย")
TWO = Article(new_id(), "A-2", "ที่จอดรถ")


def save(database: Database, *articles: Article) -> None:
    with database.write() as repos:
        repos.articles.save_many(articles, "x")


def test_an_empty_database_has_nothing_to_tell(database: Database) -> None:
    feed = database.feed()
    assert feed.last_seq() == 0
    assert list(feed.everything()) == []
    assert list(feed.since(0)) == []


def test_each_changed_article_is_told_once_in_its_latest_state(database: Database) -> None:
    feed = database.feed()
    save(database, ONE, TWO)
    before = feed.last_seq()
    save(database, replace(ONE, title="บัตรประชาชนหาย"))
    save(database, replace(ONE, title="บัตรหายทำอย่างไร"))
    assert [(one.article_id, one.article) for one in feed.since(before)] == [
        (ONE.id, replace(ONE, title="บัตรหายทำอย่างไร"))
    ]
    assert [one.article_id for one in feed.since(0)] == [TWO.id, ONE.id]
    assert [one.seq for one in feed.since(0)][-1] == feed.last_seq() > before
    assert list(feed.since(feed.last_seq())) == []


def test_an_archived_article_is_gone(database: Database) -> None:
    save(database, ONE, TWO)
    before = database.feed().last_seq()
    save(database, replace(TWO, archived=True))
    assert [(one.article_id, one.article) for one in database.feed().since(before)] == [(TWO.id, None)]
    assert list(database.feed().everything()) == [ONE]


def test_the_numbers_never_go_back(database: Database) -> None:
    save(database, ONE)
    first = database.feed().last_seq()
    save(database, ONE)
    assert database.feed().last_seq() > first


def test_the_stamp_tells_databases_apart(database: Database, tmp_path: Path) -> None:
    stamp = database.feed().stamp()
    assert database.feed().stamp() == stamp
    other = open_database(tmp_path / "other.db")
    assert other.feed().stamp() != stamp
    other.close()
