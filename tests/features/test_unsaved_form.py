"""A form with unsaved typing is never closed without a question, and never saved under another's name."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.features.driver import Driver
from tests.ui.keys import focused


def begin_a_person(driver: Driver) -> None:
    driver.press("F3", "Ins")
    people = driver.place.pages.people
    driver.wait_for(lambda: people.in_form and people.form.isAncestorOf(focused()))
    driver.type("X-77")
    assert people.unsaved


def test_closing_the_window_asks_once_in_place(at_desk: Driver) -> None:
    begin_a_person(at_desk)
    at_desk.press("F2")
    window, form = at_desk.place.window, at_desk.place.pages.people.form

    assert not window.close()
    assert window.isVisible()
    at_desk.wait_for(lambda: window.page_id == "people")
    at_desk.wait_for(lambda: form.key)
    if not form.foot.asking:  # it had been put aside: it comes forward first, and asks at the next try
        assert not window.close()
    assert form.foot.asking
    at_desk.press("Esc")
    assert at_desk.place.pages.people.unsaved


def test_changing_seats_asks_first(at_desk: Driver) -> None:
    begin_a_person(at_desk)
    QTest.mouseClick(at_desk.place.window.top_bar.who, Qt.MouseButton.LeftButton)
    assert at_desk.place.window.page_id == "people"
    assert at_desk.place.pages.people.form.foot.asking
