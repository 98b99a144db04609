"""The desk in figures: by keys to the papers of the month and the day, and the same on the command line."""

import json

from frontdesk.domain.contacts import Outcome
from tests.features.driver import Driver
from tests.features.small_desk import CHAI, GOLD_CARD, LOST_CARD
from tests.features.terminal import frontdesk


def counted(at_desk: Driver) -> None:
    """Log two contacts and open the figures."""
    at_desk.find("บัตรหาย", LOST_CARD)
    at_desk.press("Return", "Ctrl+1")
    at_desk.wait_for_record(1)
    at_desk.find("gold card", GOLD_CARD)
    at_desk.press("Ctrl+2", "1")
    assert at_desk.wait_for_record(2).outcome is Outcome.TRANSFERRED
    at_desk.press("F8")
    at_desk.wait_for(lambda: at_desk.place.pages.supervise.found)


def test_the_scorecard_and_the_daily_report_are_two_keys_away(at_desk: Driver) -> None:
    counted(at_desk)
    pane = at_desk.place.pages.supervise_and_paper.pane

    at_desk.keys = 0
    at_desk.press("Ctrl+P")

    at_desk.wait_for(lambda: pane.sheet.image is not None)
    assert (at_desk.keys, pane.choice.value) == (1, "month")
    assert pane.bar.where.text() == "หน้า 1 จาก 1"
    at_desk.press("Alt+2")
    at_desk.wait_for(lambda: pane.choice.value == "day" and pane.sheet.image is not None)
    at_desk.press("Escape")
    at_desk.wait_for(lambda: not pane.isVisible())
    assert at_desk.place.pages.supervise.tiles.tiles[1].hasFocus()


def test_a_target_is_set_with_the_keys_and_stands_on_the_chart(at_desk: Driver) -> None:
    at_desk.sit_down(CHAI)
    settings = at_desk.place.pages.settings
    at_desk.press("F9")
    at_desk.wait_for(settings.parts.hasFocus)
    at_desk.press(*["Down"] * settings.sections.index(settings.targets), "Return")
    first = settings.targets.fields["resolved_first"]
    at_desk.wait_for(lambda: first.hasFocus() and first.text() == "80")

    at_desk.keys = 0
    at_desk.press("Ctrl+A")
    at_desk.type("85")
    at_desk.press("Ctrl+S")

    at_desk.wait_for(lambda: at_desk.place.services.targets.get()["resolved_first"] == 0.85)
    assert at_desk.keys == 2
    at_desk.press("F8")
    at_desk.wait_for(lambda: "เป้า 85" in at_desk.place.pages.supervise.figure.basis.text())


def test_a_day_that_is_looked_at_is_reported(at_desk: Driver) -> None:
    counted(at_desk)
    page, pane = at_desk.place.pages.supervise, at_desk.place.pages.supervise_and_paper.pane
    at_desk.type("d")
    at_desk.wait_for(lambda: page.found and page.found.now.days.count == 1)

    at_desk.press("Ctrl+P")

    at_desk.wait_for(lambda: pane.sheet.image is not None)
    assert pane.choice.value == "day"


def test_the_command_line_counts_the_same(at_desk: Driver) -> None:
    counted(at_desk)
    found = at_desk.place.pages.supervise.found
    assert found is not None
    now, days = found.now, found.now.days
    out = frontdesk(at_desk.place.folder, "figures", "--from", f"{days.first}", "--to", f"{days.last}", "--json")
    told = json.loads(out)["now"]
    assert (told["from"], told["to"], told["contacts"]) == (f"{days.first}", f"{days.last}", now.total.contacts)
    assert told["transferred"] == {"value": 0.5, "n": 2, "weak": True}
    assert (now.total.transfers.part, now.total.transfers.whole) == (1, 2)
    assert told["time_to_answer"]["n"] == now.total.time_to_answer.n
    assert told["handling_time"]["median"] == now.total.handling_time.median
    assert {key: one["contacts"] for key, one in told["staff"].items()} == {
        key: one.contacts for key, one in now.staff.items()
    }
