"""In which order visits, people and answers come, and what Enter does with each."""

from dataclasses import replace

import pytest

from frontdesk.domain.articles import Answer, Answers
from frontdesk.domain.finding import Found
from frontdesk.domain.people import Matches, MatchReason, PersonMatch
from frontdesk.domain.visits import CardKind, HeldCard, MatchedBy, Visit, VisitMatch, VisitState
from frontdesk.services.gate_finding import GateFound
from frontdesk.ui.pages.gate.found_rows import Act, Look, build, first_is_sure

from .conftest import PARKING, SUDA, WANNA, expected

VISIT = replace(expected("สุดา ใจดี", 5), id="v")
INSIDE, LEFT = replace(VISIT, state=VisitState.GATE), replace(VISIT, state=VisitState.LEFT)
CARD = HeldCard("c", "v", "14", CardKind.OTHER)


def look(
    visit: Visit = VISIT, reason: MatchedBy = MatchedBy.NAME, *, guess: bool = False, earlier: bool = False,
    scanned: bool = False, query: str = "สุดา",
) -> Look:  # fmt: skip
    return Look(GateFound(query, (VisitMatch(visit, reason, guess=guess, earlier=earlier),), scanned=scanned))


def found(*people: PersonMatch, near: bool = False, query: str = "จอดรถ") -> Found:
    return Found(query, Answers(query, (Answer(PARKING, 1.0),), near=near), Matches(query, people))


def match(reason: MatchReason = MatchReason.NAME, guess: bool = False) -> PersonMatch:
    return PersonMatch(SUDA, reason, 1.0, guess)


@pytest.mark.parametrize(
    ("seen", "cards", "act"),
    [
        (look(), (), Act.ARRIVE),
        (look(INSIDE), (), Act.LEAVE),
        (look(INSIDE), (CARD,), Act.GIVE_BACK),
        (look(LEFT), (CARD,), Act.GIVE_BACK),
        (look(LEFT, earlier=True), (), Act.AGAIN),
        (look(guess=True), (), Act.CONFIRM),
    ],
)
def test_what_enter_does_with_a_visit(seen: Look, cards: tuple[HeldCard, ...], act: Act) -> None:
    rows = build(replace(seen, cards={"v": cards}), None)
    assert [row.act for row in rows] == [act]


@pytest.mark.parametrize(
    ("seen", "others", "order"),
    [
        (look(), found(match()), ["v", "person P-1", "answer a-park"]),
        (look(reason=MatchedBy.PLACE), found(match()), ["person P-1", "answer a-park", "v"]),
        (look(), found(match(MatchReason.ON_CARD)), ["v", "answer a-park", "person P-1"]),
        (look(), found(match(), near=True), ["v", "person P-1"]),
        (look(guess=True), found(), ["answer a-park", "v"]),
        (look(guess=True), found(match(MatchReason.SOUND)), ["answer a-park", "v", "person P-1"]),
        (look(guess=True), found(query="สุดาา"), ["v", "answer a-park"]),
        (look(guess=True), found(match(), near=True), ["person P-1", "v"]),
        (look(guess=True, query="suda"), found(match(), near=True), ["v", "person P-1"]),
        (look(reason=MatchedBy.PLACE), found(query="ตึก 5"), ["v", "answer a-park"]),
        (look(scanned=True), found(match()), ["v"]),
        (look(replace(VISIT, person_id="P-1")), found(match(), near=True), ["v"]),
    ],
)
def test_in_which_order_they_come(seen: Look, others: Found, order: list[str]) -> None:
    assert [row.key for row in build(seen, others)] == order


def test_a_guess_is_confirmed_or_refused() -> None:
    seen = look(guess=True)
    assert [row.act for row in build(seen, None, confirmed=frozenset({"v"}))] == [Act.ARRIVE]
    assert build(seen, None, refused=frozenset({"v"})) == ()
    person = build(None, found(match(guess=True), near=True), confirmed=frozenset({"person P-1"}))
    assert [row.act for row in person] == [Act.BEGIN]


def test_somebody_comes_to_see_a_colleague() -> None:
    staff = PersonMatch(WANNA, MatchReason.NAME, 1.0)
    assert [row.act for row in build(None, found(staff, near=True))] == [Act.SEE]


@pytest.mark.parametrize(
    ("seen", "sure"),
    [(look(), True), (look(guess=True), False), (look(reason=MatchedBy.HOST), False), (None, False)],
)
def test_whether_the_first_row_stays_the_first(seen: Look | None, sure: bool) -> None:
    assert first_is_sure(seen) is sure


@pytest.mark.parametrize(
    ("query", "understood", "act"),
    [
        ("จอดรถ", "", Act.ANSWER),
        ("จอดรถ ที่ไหน คะ", "", Act.ANSWER),
        ("where is parking", "", Act.ANSWER),
        ("0vfi5", "จอดรถ", Act.ANSWER),
        ("ห้องน้ำ", "", Act.CONFIRM),
        ("จอดรถ ห้องน้ำ", "", Act.CONFIRM),
    ],
)
def test_an_answer_that_does_not_hold_what_was_asked_is_only_the_nearest(query: str, understood: str, act: Act) -> None:
    told = found(query=query)
    told = replace(told, answers=replace(told.answers, understood=understood))
    assert [row.act for row in build(None, told)] == [act]
    assert [row.act for row in build(None, told, confirmed=frozenset({"answer a-park"}))] == [Act.ANSWER]


def test_a_caller_without_a_visit_has_come_and_a_visit_of_another_day_was_missed() -> None:
    assert [row.act for row in build(look(VISIT, earlier=True), None)] == [Act.CALLED]
    assert [row.act for row in build(look(replace(VISIT, token="t"), earlier=True), None)] == [Act.AGAIN]
