"""The alarm is one chord from wherever the guard is, and leads back to just there."""

import pytest

from tests.features.driver import Driver
from tests.features.gate_guard import Guard
from tests.ui.keys import focused

ALARM = "Shift+F12"


@pytest.fixture
def guard(at_desk: Driver) -> Guard:
    return Guard(at_desk)


def sound_the_alarm(guard: Guard) -> None:
    guard.press(ALARM)
    guard.driver.wait_for(lambda: guard.driver.place.window.page_id == "evacuation")
    guard.driver.wait_for_data()


def go_back(guard: Guard) -> None:
    guard.press("Esc")
    guard.driver.wait_for(lambda: guard.driver.place.window.page_id == "visitors")


def test_the_notice_of_privacy_does_not_stand_in_its_way(guard: Guard) -> None:
    guard.press("Ctrl+I")
    guard.driver.wait_for(lambda: guard.forms.notice.isVisible() and guard.forms.notice.hasFocus())

    sound_the_alarm(guard)

    assert not guard.forms.notice.isVisible()
    go_back(guard)
    assert guard.gate.box.hasFocus()


def test_a_form_goes_on_in_the_field_that_was_left(guard: Guard) -> None:
    guard.press("Ins")
    guard.type("วิชัย ทองดี")
    guard.press("Tab", "Tab", "Tab")
    left = focused()
    guard.type("1กก")

    sound_the_alarm(guard)
    go_back(guard)

    guard.type(" 1234")
    assert focused() is left
    assert left.property("text") == "1กก 1234"


def test_the_sizes_of_badges_are_there_again(guard: Guard) -> None:
    guard.let_in("วิชัย ทองดี")
    guard.find("วิชัย")
    guard.press("Ctrl+Shift+P")
    guard.driver.wait_for(lambda: guard.forms.open is not None)
    left = focused()

    sound_the_alarm(guard)
    go_back(guard)

    assert focused() is left
    assert left.isVisible()
