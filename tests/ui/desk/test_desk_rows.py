"""The rows of the list: their order, their folding, and how better rows come in."""

from dataclasses import replace

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from frontdesk.domain.articles import Answer, Article
from frontdesk.domain.contacts import ContactMatch, Outcome
from frontdesk.domain.people import MatchReason, PersonMatch
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.results_model import ResultsModel
from frontdesk.ui.pages.desk.row_builder import Listing, build, nothing_known, people_first, settled
from frontdesk.ui.pages.desk.rows import AnswerRow, CaptionRow, MoreRow, PersonRow, Row, ShortRow
from tests.ui.desk.conftest import NUMBER, SUDA, past, person

ARTICLES = tuple(Article(f"a{n}", f"A-{n}", f"คำตอบ {n}") for n in range(1, 7))
ANSWERS = tuple(Answer(article, 1.0) for article in ARTICLES)
SURE = PersonMatch(SUDA, MatchReason.NUMBER, 1.0)
NAMED = PersonMatch(SUDA, MatchReason.NAME, 1.0)
GUESS = PersonMatch(person("P-9", "สุดา", "ใจดี้"), MatchReason.SOUND, 0.5, guess=True)
OTHER_GUESS = PersonMatch(person("P-8", "สุทา", "ใจดี"), MatchReason.SOUND, 0.4, guess=True)
CONTACT = ContactMatch(past("c1", 3, Outcome.ANSWERED, topic="บัตรหาย"))


def outline(rows: tuple[Row, ...]) -> list[str]:
    """Write rows as short words: a section's name, else the end of the key."""
    return [row.name.split(".")[1] if isinstance(row, CaptionRow) else row.key[1] or row.key[0] for row in rows]


def test_an_empty_box_shows_pinned_then_recent() -> None:
    pinned, recent = ShortRow(ARTICLES[0], 1), ShortRow(ARTICLES[1], 2)
    assert outline(build(Listing(pinned=(pinned,), recent=(recent,)))) == ["pinned", "a1", "recent", "a2"]
    assert build(Listing()) == ()


def test_answers_come_first_then_people_then_contacts() -> None:
    listing = Listing("สุดา", ANSWERS[:2], (NAMED,), (CONTACT,))
    assert outline(build(listing)) == ["answers", "a1", "a2", "people", "P-1", "past_contacts", "c1"]


@pytest.mark.parametrize(
    ("query", "people", "first"),
    [
        ("0812345678", (SURE,), True),
        ("สุดา ใจดี", (NAMED,), True),
        ("สุดา", (NAMED,), False),
        ("สุดา ใจดี้", (GUESS,), False),
        ("บัตรหาย", (), False),
    ],
)
def test_somebody_who_was_meant_stands_above_the_answers(
    query: str, people: tuple[PersonMatch, ...], first: bool
) -> None:
    listing = Listing(query, ANSWERS[:1], people)
    assert people_first(listing) is first
    head = build(listing)[0]
    assert isinstance(head, CaptionRow)
    assert (head.name == "desk.people") is first
    assert head.first


def test_answers_fold_only_where_others_stand_below() -> None:
    alone = build(Listing("บัตร", ANSWERS, room=3))
    folded = build(Listing("บัตร", ANSWERS, (GUESS,), room=3))
    opened = build(Listing("บัตร", ANSWERS, (GUESS,), room=3, unfolded=True))
    assert sum(isinstance(row, AnswerRow) for row in alone) == 6
    assert outline(folded) == ["answers", "a1", "a2", "a3", "more", "people", "P-9"]
    assert MoreRow(3) in folded
    assert sum(isinstance(row, AnswerRow) for row in opened) == 6


def test_one_guess_is_asked_about_and_a_refused_one_is_gone() -> None:
    listing = Listing("สุดา", people=(GUESS, OTHER_GUESS))
    asked = [(row.match.person.id, row.asked) for row in build(listing) if isinstance(row, PersonRow)]
    assert asked == [("P-9", True), ("P-8", False)]
    left = build(replace(listing, refused=frozenset({"P-9"})))
    assert [(row.match.person.id, row.asked) for row in left if isinstance(row, PersonRow)] == [("P-8", True)]
    quiet = build(replace(listing, asked=False))
    assert not any(row.asked for row in quiet if isinstance(row, PersonRow))


def test_an_unknown_number_is_a_row_of_its_own() -> None:
    assert outline(build(Listing(NUMBER, number=NUMBER))) == ["number_not_on_file", NUMBER]


def test_words_to_try_come_only_without_answers() -> None:
    tries = (("บัตร", 4),)
    assert outline(build(Listing("บัตร x", tries=tries))) == ["try_this", "บัตร"]
    assert outline(build(Listing("บัตร x", ANSWERS[:1], tries=tries))) == ["answers", "a1"]


@pytest.mark.parametrize(
    ("listing", "missing"),
    [
        (Listing("ชาร์จรถ"), True),
        (Listing("ชาร์จรถ", people=(GUESS,)), True),
        (Listing("สุดา", people=(NAMED,)), False),
        (Listing("บัตร", ANSWERS[:1]), False),
        (Listing(NUMBER), False),
        (Listing(""), False),
    ],
)
def test_when_nothing_is_known(listing: Listing, missing: bool) -> None:
    assert nothing_known(listing) is missing


def test_a_chosen_row_and_all_above_it_stay_where_they_are() -> None:
    old = build(Listing("บัตร", (ANSWERS[0], ANSWERS[1], ANSWERS[2])))
    new = build(Listing("บัตร", (ANSWERS[3], ANSWERS[1], ANSWERS[0], ANSWERS[4]), (GUESS,), (CONTACT,)))
    rows = settled(old, new, 2)
    assert outline(rows) == ["answers", "a1", "a2", "a4", "a5", "people", "P-9", "past_contacts", "c1"]
    assert [row.number for row in rows if isinstance(row, AnswerRow)] == [1, 2, 3, 4]


def test_a_chosen_row_that_is_not_found_any_more_stays_too() -> None:
    old = build(Listing("บัตร", ANSWERS[:2]))
    rows = settled(old, build(Listing("บัตร", ANSWERS[4:5])), 2)
    assert outline(rows) == ["answers", "a1", "a2", "a5"]


def test_a_chosen_person_keeps_the_answers_below() -> None:
    old = build(Listing("0812345678", ANSWERS[:1], (SURE,)))
    rows = settled(old, build(Listing("0812345678", ANSWERS[:2], (SURE, GUESS))), 1)
    assert outline(rows) == ["people", "P-1", "P-9", "answers", "a1", "a2"]


def test_the_model_keeps_qts_rules(kit: Kit, qtbot: QtBot) -> None:
    model = ResultsModel(kit.words)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    everything = build(Listing("สุดา", ANSWERS, (NAMED, GUESS), (CONTACT,), room=2))
    with qtbot.waitSignal(model.modelReset):
        model.set_rows(everything)
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_rows(tuple(everything))
    assert model.rowCount() == len(everything)
    spoken = [model.index(n, 0).data() for n in range(model.rowCount())]
    assert spoken[1] == "คำตอบ 1 จาก 6, คำตอบ 1"
    assert all(isinstance(said, str) and said for said in spoken)
