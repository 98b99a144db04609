"""Rows never jump under a selection, whatever comes in after it was made: long random stories of one list."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.domain.articles import Answer, Article
from frontdesk.domain.contacts import ContactMatch, Outcome
from frontdesk.domain.people import MatchReason, PersonMatch
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.results_list import ResultsList
from frontdesk.ui.pages.desk.row_builder import Listing, build, chosen_by_itself
from frontdesk.ui.pages.desk.rows import AnswerRow, Row, selectable
from tests.ui.desk.conftest import SUDA, past, person

WORDS = ("บัตร", "หาย", "แจ้งที่ช่อง", "ค่ะ", "ภายในวันทำการ", "counter", "โทรแจ้งล่วงหน้า", "ฟรี", "ทุกวัน")
MARKS = ("บัตร", "หาย", "ฟรี", "ไม่มีในแถว")
SURE = PersonMatch(SUDA, MatchReason.NUMBER, 1.0)
GUESS = PersonMatch(person("P-9", "สุดา", "ใจดี้"), MatchReason.SOUND, 0.5, guess=True)
CONTACT = ContactMatch(past("c1", 3, Outcome.ANSWERED, topic="บัตรหาย"))


def _text(chance: Random, most: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, most)))


def _article(chance: Random, number: int) -> Article:
    """Make up an answer; made up anew, the same one may have other texts of other lengths."""
    body = _text(chance, 40) + (" ไม่มีในแถว " if chance.random() < 0.5 else "")
    return Article(f"a{number}", f"A-{number}", f"เรื่อง {number}", say=_text(chance, 16), body=body)


def _listing(chance: Random, query: str) -> Listing:
    numbers = chance.sample(range(14), chance.randint(0, 12))
    marks = tuple(chance.sample(MARKS, chance.randint(0, 3)))
    answers = tuple(Answer(_article(chance, number), 1.0, marks) for number in numbers)
    people = chance.choice(((), (SURE,), (GUESS,), (SURE, GUESS)))
    contacts = chance.choice(((), (CONTACT,)))
    near = bool(answers) and chance.random() < 0.2
    return Listing(query, answers, people, contacts, near=near, room=chance.randint(3, 12))


Show = Callable[[tuple[Row, ...], bool], None]


class Story:
    """One list, and what happens to it."""

    def __init__(self, rows: ResultsList, chance: Random) -> None:
        self._rows, self._chance = rows, chance
        self._number, self._listing = 0, Listing()
        rows.unfold_asked.connect(self._unfold)

    def type(self) -> None:
        """Rows of another text come in."""
        self._number += 1
        self._listing = _listing(self._chance, f"บัตร {self._number}")
        self._show(self._rows.show_new)

    def settle(self) -> None:
        """Better rows, or the same ones after a change on file, come in for the same text."""
        unfolded = self._listing.unfolded
        self._listing = replace(_listing(self._chance, self._listing.query), unfolded=unfolded)
        self._show(self._rows.settle)

    def step(self) -> None:
        """Somebody moves the selection."""
        if any(map(selectable, self._rows.rows)):
            self._rows.step(self._chance.choice((1, 1, 1, 2, 5, -1)))

    def _unfold(self) -> None:
        self._listing = replace(self._listing, unfolded=True)
        self._show(self._rows.settle)

    def _show(self, show: Show) -> None:
        rows = build(self._listing)
        show(rows, chosen_by_itself(self._listing, rows))


@pytest.fixture
def rows(kit: Kit, qtbot: QtBot) -> Iterator[ResultsList]:
    made = ResultsList(kit)
    qtbot.addWidget(made)
    made.resize(556, 420)
    made.show()
    yield made


def place(rows: ResultsList) -> tuple[tuple[str, str], int, list[tuple[str, str]]]:
    """Return which row is selected, where on the screen it begins, and what stands above it."""
    index, row = rows.currentIndex(), rows.current_row()
    assert row is not None
    return row.key, rows.visualRect(index).top(), [above.key for above in rows.rows[: index.row()]]


def numbers(rows: tuple[Row, ...]) -> list[int]:
    return [row.number for row in rows if isinstance(row, AnswerRow)]


@pytest.mark.parametrize("seed", range(40))
def test_a_selected_row_keeps_its_place_whatever_comes(rows: ResultsList, seed: int) -> None:
    chance = Random(seed)
    story = Story(rows, chance)
    for _ in range(6):
        story.type()
        story.settle()
        for _ in range(chance.randint(1, 8)):
            story.step()
        for _ in range(chance.randint(1, 5)):
            before = place(rows) if rows.picked and rows.current_row() is not None else None
            story.settle()
            assert before is None or place(rows) == before
            assert numbers(rows.rows) == list(range(1, len(numbers(rows.rows)) + 1))
            assert len({row.key for row in rows.rows}) == len(rows.rows)


@pytest.mark.parametrize("seed", range(10))
def test_without_a_selection_of_ones_own_the_best_row_is_chosen(rows: ResultsList, seed: int) -> None:
    story = Story(rows, Random(seed))
    story.type()
    for _ in range(5):
        story.settle()
        first = next(filter(selectable, rows.rows), None)
        current = rows.current_row()
        assert current is None or (first is not None and current.key == first.key)


def test_a_changed_answer_above_waits_with_a_change_of_height(rows: ResultsList) -> None:
    short = Article("a0", "A-0", "เรื่อง", say="สั้น")
    others = tuple(Answer(Article(f"a{n}", f"A-{n}", f"เรื่อง {n}", say="สั้น"), 1.0) for n in range(1, 4))
    rows.show_new(build(Listing("บัตร", (Answer(short, 1.0), *others))), True)
    rows.step(1)
    longer = Answer(replace(short, say="ยาวมาก " * 30), 1.0)
    other_word = Answer(replace(short, say="สวย"), 1.0)
    for answer, shown in ((longer, "สั้น"), (other_word, "สวย")):
        before = place(rows)
        rows.settle(build(Listing("บัตร", (answer, *others))), True)
        first = rows.rows[1]
        assert isinstance(first, AnswerRow)
        assert (first.answer.article.say, place(rows)) == (shown, before)
