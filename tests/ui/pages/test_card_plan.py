"""How much of a card is shown where room is short."""

import pytest

from frontdesk.ui.pages.people.card_plan import WAYS, CardPlan, height, planned

ROOM_1366 = 684 - 12 - 66 - 12 - 36 - 12 - 62
"""What is left at 1366x768 under name, note and figures, with the gap at the foot."""


@pytest.mark.parametrize(
    ("promises", "contacts", "facts", "plan"),
    [
        (0, 0, 0, CardPlan(3, 5, 99)),
        (1, 5, 5, CardPlan(3, 5, 99)),
        (3, 5, 9, CardPlan(1, 5, 5)),
        (0, 5, 7, CardPlan(3, 5, 99)),
        (20, 1, 2, CardPlan(3, 5, 99)),
    ],
)
def test_a_full_card_keeps_five_contacts_on_a_usual_screen(
    promises: int, contacts: int, facts: int, plan: CardPlan
) -> None:
    assert planned(ROOM_1366, promises, contacts, facts) == plan


@pytest.mark.parametrize("room", range(0, 900, 37))
def test_what_is_planned_fits_or_is_the_least(room: int) -> None:
    plan = planned(room, 3, 5, 12)
    least = plan == CardPlan(*WAYS[-1])
    assert least or height(plan.promises, plan.contacts, min(plan.facts, 12)) <= room


@pytest.mark.parametrize(("facts", "plan"), [(5, CardPlan(1, 5)), (8, CardPlan(1, 3)), (40, CardPlan(1, 2))])
def test_while_a_card_is_edited_every_value_is_there(facts: int, plan: CardPlan) -> None:
    assert planned(ROOM_1366, 3, 5, facts, editing=True) == plan
