from dataclasses import replace

from frontdesk.domain.articles import Article
from frontdesk.domain.ids import new_id
from frontdesk.domain.imports import ImportBatch, ImportKind
from frontdesk.domain.people import Person
from frontdesk.storage.database import Database

from .conftest import MORNING


def batch(kind: ImportKind, name: str = "คน.csv") -> ImportBatch:
    return ImportBatch(new_id(), kind, MORNING, "อรอนงค์", name, 1, 1)


def test_the_last_is_the_newest_of_its_kind(database: Database) -> None:
    people, articles = batch(ImportKind.PEOPLE), batch(ImportKind.ARTICLES, "answers.xlsx")
    with database.write() as repos:
        assert repos.imports.last() is None
        repos.imports.add(people)
        repos.imports.add(articles)
        assert repos.imports.last() == articles
        assert repos.imports.last(ImportKind.PEOPLE) == people
        repos.imports.undo(articles.id, "x")
        assert repos.imports.last() == people
        assert repos.imports.last(ImportKind.ARTICLES) is None


def test_undo_puts_back_what_was_replaced_and_archives_what_was_made(database: Database) -> None:
    kept = Article(new_id(), "A-1", "ที่จอดรถ", keywords=("รถ",))
    made = Article(new_id(), "A-2", "บัตรหาย")
    done = batch(ImportKind.ARTICLES)
    with database.write() as repos:
        repos.articles.save(kept, "ก")
    with database.write() as repos:
        repos.articles.save_many([replace(kept, title="Parking"), made], "ข", done.id)
        repos.articles.save(replace(kept, title="Parking!"), "ข", done.id)
        repos.imports.add(done)
    with database.write() as repos:
        assert repos.imports.undo(done.id, "ค") == 2
    with database.read() as repos:
        assert repos.articles.get(kept.id) == kept
        assert repos.articles.get(made.id) == replace(made, archived=True)
        assert next((by, old.title) for _, by, old in repos.articles.versions(kept.id)) == ("ค", "Parking!")
    changes = {change.article_id: change.article for change in database.feed().since(0)}
    assert changes == {kept.id: kept, made.id: None}


def test_undo_of_people_brings_their_keys_back(database: Database) -> None:
    suda, done = Person(new_id(), "P-1", "สุดา", "ใจดี"), batch(ImportKind.PEOPLE)
    manop = Person(new_id(), "P-2", "มานพ")
    with database.write() as repos:
        repos.people.save(suda, "ก")
        repos.people.save_many([replace(suda, family_name="รักดี"), manop], "ข", done.id)
        repos.imports.add(done)
        assert repos.imports.undo(done.id, "ค") == 2
    with database.read() as repos:
        assert repos.people.get(suda.id) == suda
        assert repos.people.ids_by_family(["ใจดี"], 9) == [suda.id]
        assert repos.people.ids_by_family(["รักดี"], 9) == []
        assert repos.people.ids_by_given(["มานพ"], 9) == []


def test_an_unknown_batch_undoes_nothing(database: Database) -> None:
    with database.write() as repos:
        repos.articles.save(Article(new_id(), "A-1", "ที่จอดรถ"), "ก")
        assert repos.imports.undo(new_id(), "x") == 0
        assert repos.articles.count() == 1
