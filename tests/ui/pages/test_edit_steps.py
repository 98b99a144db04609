"""How far changes can be taken back."""

from frontdesk.ui.pages.people.edit_steps import EditSteps


def test_as_many_steps_as_changes_were_made() -> None:
    steps = EditSteps()
    for _ in range(2):
        steps.count("p1")
    assert [steps.step_back("p1") for _ in range(3)] == [0, 1, None]


def test_nothing_of_another_person_is_taken_back() -> None:
    steps = EditSteps()
    steps.count("p1")
    assert steps.step_back("p2") is None
    steps.count("p2")
    assert steps.step_back("p1") is None


def test_a_change_after_a_step_back_is_the_only_one_to_take_back() -> None:
    steps = EditSteps()
    for _ in range(2):
        steps.count("p1")
    steps.step_back("p1")
    steps.count("p1")
    assert [steps.step_back("p1") for _ in range(2)] == [0, None]
