"""What use taught, on the real database: facts, their sums, decisions."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from frontdesk.domain.answer_use import Fact, Mark, MarkKind, Suggestion
from frontdesk.domain.articles import Article
from frontdesk.domain.contacts import Use
from frontdesk.domain.people import Person
from frontdesk.storage.database import Database
from frontdesk.storage.repositories import SqlRepositories

from .conftest import MORNING, MakeContact

CARD, GOLD = Article("a-card", "MRD-01", "บัตรหาย"), Article("a-gold", "UC-02", "บัตรทอง")


@pytest.fixture
def filled(database: Database, make_contact: MakeContact) -> Database:
    with database.write() as repos:
        repos.articles.save_many([CARD, GOLD], "x")
        repos.contacts.add_many(make_contact(n, id=f"c{n}") for n in range(20))
    return database


def teach(repos: SqlRepositories, code: str, word: str, contacts: Iterable[int], missed: bool = False) -> None:
    repos.answer_words.add(Fact(f"c{n}", code, word, MORNING, missed) for n in contacts)


def strongest(database: Database, *words: str) -> set[tuple[str, str, int]]:
    with database.read() as repos:
        return {(use.word, use.article_id, use.uses) for use in repos.answer_words.strongest(words)}


def test_only_answers_with_a_share_of_the_word_come_back(filled: Database) -> None:
    with filled.write() as repos:
        teach(repos, CARD.code, "บัตร", range(9))
        teach(repos, GOLD.code, "บัตร", range(9, 10))
        teach(repos, GOLD.code, "ทอง", range(9, 12))
    assert strongest(filled, "บัตร", "ทอง", "ไม่เคย") == {("บัตร", "a-card", 9), ("ทอง", "a-gold", 3)}


def test_a_word_that_leads_everywhere_comes_back_without_an_answer(filled: Database) -> None:
    with filled.write() as repos:
        for n in range(6):
            teach(repos, f"X-{n}", "ที่", [n])
    assert strongest(filled, "ที่") == {("ที่", "", 0)}


def test_an_archived_answer_is_not_named(filled: Database) -> None:
    with filled.write() as repos:
        teach(repos, CARD.code, "บัตร", range(3))
        repos.articles.save(replace(CARD, archived=True), "x")
    assert {article for _, article, _ in strongest(filled, "บัตร")} == {""}


def test_the_sum_over_all_answers_follows_what_is_taken_back_and_forgotten(filled: Database) -> None:
    with filled.write() as repos:
        teach(repos, CARD.code, "บัตร", range(4))
        teach(repos, GOLD.code, "บัตร", range(4, 8))
        repos.answer_words.take_back("c0")
        (use,) = repos.answer_words.of_article(CARD.id, CARD.code)
        assert use.uses == 3
        assert use.weight / use.total == pytest.approx(3 / 7)
        repos.answer_words.forget(GOLD.code)
        (use,) = repos.answer_words.of_article(CARD.id, CARD.code)
        assert use.weight == pytest.approx(use.total)
        for n in range(1, 4):
            repos.answer_words.take_back(f"c{n}")
    assert strongest(filled, "บัตร") == set()


def test_what_was_missed_is_counted_by_answer_and_never_lifts_it(filled: Database) -> None:
    with filled.write() as repos:
        teach(repos, CARD.code, "ใบเหลือง", range(3), missed=True)
        teach(repos, GOLD.code, "สิทธิ", range(1), missed=True)
        assert repos.answer_words.missed(CARD.code) == {CARD.code: [Suggestion("ใบเหลือง", 3, MORNING)]}
        assert repos.answer_words.missed().keys() == {CARD.code, GOLD.code}
    assert strongest(filled, "ใบเหลือง") == set()


def test_decisions_come_back_in_order(filled: Database) -> None:
    marks = [Mark(kind, CARD.code, "ใบเหลือง", "s", MORNING) for kind in MarkKind]
    with filled.write() as repos:
        for mark in marks:
            repos.answer_words.mark(mark)
        assert repos.answer_words.marks([CARD.code, GOLD.code]) == marks


def test_given_family_and_romanised_names_are_known(filled: Database) -> None:
    with filled.write() as repos:
        repos.people.save(Person("p", "P-1", "สุดา", "ใจดี", nickname="ดา", romanised="Suda Jaidee"), "x")
        found = repos.answer_words.names_on_file({"สุดา", "ใจดี", "ดา", "sudajaidee", "บัตร"})
    assert found == {"สุดา", "ใจดี", "sudajaidee"}


def test_a_contact_keeps_what_led_to_each_answer(database: Database, make_contact: MakeContact) -> None:
    uses = (Use("MRD-01", "บัตรหาย", ("ใบเหลือง", "lost")), Use("SEC-01", "", ("ลานรถ",)))
    contact = make_contact(articles=("MRD-01", "UC-02", "SEC-01"), queries=("บัตรหาย",), uses=uses)
    with database.write() as repos:
        repos.contacts.add(contact)
        assert repos.contacts.get(contact.id) == contact
