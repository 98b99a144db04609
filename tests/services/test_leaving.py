import pytest

from frontdesk.domain.errors import DeskError
from frontdesk.domain.visits import CardKind, StepKind, Visit, VisitState
from frontdesk.services.card_exchange import CardExchange
from frontdesk.services.leaving import Leaving
from frontdesk.services.visits import Visits
from frontdesk.storage.database import Database
from tests.services.conftest import StillClock

BY = "orn"


@pytest.fixture
def visits(storage: Database, clock: StillClock) -> Visits:
    return Visits(storage, clock)


@pytest.fixture
def cards(storage: Database, clock: StillClock) -> CardExchange:
    return CardExchange(storage, clock)


@pytest.fixture
def visit(visits: Visits, cards: CardExchange) -> Visit:
    """Somebody who is inside and left two cards."""
    made = visits.walk_in(Visit("", visits.today(), "วิชัย ทองดี"), BY)
    cards.take(made.id, CardKind.NATIONAL_ID, BY, last="4567")
    cards.take(made.id, CardKind.STAFF_CARD, BY, slot="14")
    return made


def test_whoever_leaves_gets_their_cards_back(visits: Visits, cards: CardExchange, visit: Visit) -> None:
    left = Leaving(visits, cards).let_out(visit.id, BY)
    assert left.visit.state is VisitState.LEFT
    assert {card.slot for card in left.returned} == {"1", "14"}
    assert cards.open() == []


def test_a_card_that_was_not_given_back_stays_on_the_board(visits: Visits, cards: CardExchange, visit: Visit) -> None:
    left = Leaving(visits, cards).let_out(visit.id, BY, returned=False)
    assert (left.returned, len(left.held)) == ((), 2)
    assert [one.card.slot for one in visits.board().open_cards] == ["1", "14"]


def test_leaving_is_taken_back_with_the_cards(visits: Visits, cards: CardExchange, visit: Visit) -> None:
    leaving = Leaving(visits, cards)
    left = leaving.let_out(visit.id, BY)
    leaving.take_back(left, BY)
    assert visits.get(visit.id) == visit
    assert {card.slot for card in leaving.held(visit.id)} == {"1", "14"}
    kinds = [step.kind for step in visits.steps(visit.id)]
    assert kinds.count(StepKind.CARD_RETURNED) == 2
    assert kinds.count(StepKind.TAKEN_BACK) == 3


def test_nobody_is_assumed_to_have_left_without_a_reason(visits: Visits, cards: CardExchange, visit: Visit) -> None:
    leaving = Leaving(visits, cards)
    with pytest.raises(DeskError) as caught:
        leaving.assume_left(visit.id, "  ", BY)
    assert caught.value.code == "reason_needed"
    left = leaving.assume_left(visit.id, "หาไม่พบ", BY)
    assert (left.visit.state, left.visit.reason, len(left.held)) == (VisitState.ASSUMED_LEFT, "หาไม่พบ", 2)
    leaving.take_back(left, BY)
    assert visits.board().people == 1


def test_who_is_not_inside_cannot_leave(visits: Visits, cards: CardExchange, visit: Visit) -> None:
    leaving = Leaving(visits, cards)
    leaving.let_out(visit.id, BY)
    for visit_id, code in ((visit.id, "visit_over"), ("nobody", "visit_gone")):
        with pytest.raises(DeskError) as caught:
            leaving.let_out(visit_id, BY)
        assert caught.value.code == code
