"""Numbers and names in the box: no answer is shown beside them that only looks like them."""

from collections.abc import Mapping

import pytest

from frontdesk.domain.articles import Answer, Article
from frontdesk.domain.finding import Question
from frontdesk.domain.people import MatchReason, Person, PersonMatch
from frontdesk.services.answering import Answering
from frontdesk.services.finding import Finder, is_name, with_digits, with_words
from frontdesk.services.people_lookup import PeopleLookup
from frontdesk.services.ports import Progress, Ranking, Scopes
from frontdesk.storage.database import Database

from .conftest import StillClock

EMERGENCY = Article("a1", "ER-01", "ห้องฉุกเฉิน", say="โทร 1669 ได้ตลอด ๒๔ ชั่วโมงค่ะ")
CLINIC = Article(
    "a2", "DEN-02", "คิวทำฟัน", body="ทำฟัน " * 200 + "1. นัดล่วงหน้า 02-999-1234 ต่อ 1410", keywords=("081 234 5678",)
)
ANSWERS = (Answer(EMERGENCY, 2.0), Answer(CLINIC, 1.0))


@pytest.mark.parametrize(
    ("digits", "codes"),
    [
        ("1669", ["ER-01"]),
        ("24", ["ER-01"]),
        ("1410", ["DEN-02"]),
        ("029991234", ["DEN-02"]),
        ("0812345678", ["DEN-02"]),
        ("0998761234", []),
        ("1120", []),
    ],
)
def test_only_answers_with_the_number_are_kept(digits: str, codes: list[str]) -> None:
    assert [answer.article.code for answer in with_digits(ANSWERS, digits)] == codes


SUDA = Person("p1", "P-1", "สุดา", "ใจดี")


@pytest.mark.parametrize(
    ("text", "guess", "named"),
    [
        ("สุดา", False, True),
        ("Suda", False, True),
        ("สุกา ใจดี", True, True),
        ("สุกา", True, False),
        ("parkng", True, False),
    ],
)
def test_a_text_is_a_name_when_somebody_is_surely_or_wholly_called_so(text: str, guess: bool, named: bool) -> None:
    match = PersonMatch(SUDA, MatchReason.SPELLING if guess else MatchReason.NAME, 50.0, guess)
    assert is_name(text, (match,)) is named
    assert not is_name(text, ())


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("สุกา ใจดี", []),
        ("นัดทำฟัน", ["DEN-02"]),
        ("ห้องฉุกเฉิน สุดา", ["ER-01"]),
        ("สุ", []),
    ],
)
def test_beside_a_name_only_answers_with_its_words_are_kept(text: str, codes: list[str]) -> None:
    assert [answer.article.code for answer in with_words(ANSWERS, text)] == codes


class NoIndex:
    """An index that is ready and knows nothing."""

    def search(self, query: str, limit: int, *, literal: bool = False, scopes: Scopes = ()) -> Ranking:
        return Ranking()

    def catch_up(self) -> bool:
        return False

    def rebuild(self, progress: Progress | None = None) -> None: ...

    def state(self) -> Mapping[str, object]:
        return {}

    def close(self) -> None: ...


@pytest.mark.parametrize(
    ("text", "codes"),
    [("1999", ["ER-01"]), ("ชาร์จรถ", ["ER-01"]), ("???", ["ER-01"]), ("สุดา", []), ("", []), ("   ", [])],
)
def test_no_text_leaves_a_blank(storage: Database, clock: StillClock, text: str, codes: list[str]) -> None:
    with storage.write() as repos:
        repos.articles.save(EMERGENCY, "test")
        repos.people.save(SUDA, "test")
    answering = Answering(storage, NoIndex(), clock)
    finder = Finder(storage, NoIndex(), answering, PeopleLookup(storage), lambda: None)
    found = finder.find(Question(text))
    assert [answer.article.code for answer in found.answers.answers] == codes
    assert not codes or found.answers.near
