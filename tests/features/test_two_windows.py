"""Reception and gate on one computer: two windows of one desk, two people signed in, one record."""

import gc
import json
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from frontdesk.domain.languages import Language
from frontdesk.ui.single_instance import SingleInstance
from frontdesk.ui.windows import MOST, Windows
from tests.features.driver import Driver
from tests.features.small_desk import CHAI, LOST_CARD, ORN, PARKING, PIN, SUDA, VISITING
from tests.features.terminal import environment, frontdesk, program
from tests.ui.keys import focused

AT_ONCE_MS = 1_000
"""What one window wrote is seen in the other by then."""


def screen(place: int) -> dict[str, object]:
    """Describe a screen beside others, for Qt without a screen."""
    size = {"x": 1366 * place, "y": 0, "width": 1366, "height": 768}
    return {"name": f"screen {place}", "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1, **size}


def soon(driver: Driver, condition: Callable[[], object]) -> None:
    driver.qtbot.waitUntil(lambda: bool(condition()), timeout=AT_ONCE_MS)


def notes_in_log(driver: Driver) -> list[str]:
    model = driver.place.pages.log.model
    found = (model.contact(row) for row in range(model.rowCount()))
    return [contact.note for contact in found if contact is not None]


def open_the_log(driver: Driver) -> None:
    driver.turn_to()
    driver.press("F7")
    driver.wait_for_data()


def owed(driver: Driver) -> str:
    """Return what the rail says of promises, as it is read aloud."""
    return driver.place.window.rail.button("promises").accessibleName()


def test_one_key_opens_a_window_at_which_somebody_else_signs_in(reception: Driver, windows: Windows) -> None:
    reception.type("บัตรหา")
    reception.keys = 0

    reception.press("Ctrl+Shift+N")

    gate = Driver(reception.qtbot, windows.places[-1], reception)
    gate.wait_for(lambda: gate.place.window.isActiveWindow() and gate.place.window.page_id == "sign-in")
    gate.wait_for(lambda: gate.place.pages.who.list.chosen is not None)
    gate.type(f"สมชาย{PIN}")
    gate.wait_until_ready(CHAI)
    assert reception.keys == 1
    assert gate.place.window.top_bar.who.text() == "หน้าต่าง 2 · สมชาย"
    assert gate.place.window.windowTitle() == "หน้าต่าง 2 · frontdesk"
    assert reception.place.window.top_bar.who.text() == "โต๊ะ A · อรอนงค์"
    assert (reception.draft.query, reception.draft.staff) == ("บัตรหา", ORN.id)
    assert gate.desk.session.draft is None


def test_each_has_words_drafts_page_and_language_of_its_own(reception: Driver, gate: Driver) -> None:
    gate.find("จอดรถ", PARKING)
    reception.turn_to()
    reception.find("เยี่ยมไข้", VISITING)
    gate.turn_to()
    gate.press("Ctrl+L")
    gate.press("F6")

    assert (reception.desk.view.box.text(), gate.desk.view.box.text()) == ("เยี่ยมไข้", "จอดรถ")
    assert (reception.chosen_code, gate.chosen_code) == (VISITING, PARKING)
    assert (reception.place.window.page_id, gate.place.window.page_id) == ("desk", "promises")
    words = reception.place.kit.words.language, gate.place.kit.words.language
    assert words == (Language.TH, Language.EN)
    assert QCoreApplication.translate("QShortcut", "Cut") == "Cut"
    reception.turn_to()
    assert QCoreApplication.translate("QShortcut", "Cut") == "ตัด"
    for driver in (reception, gate):
        driver.wait_until_saved()
    drafts = reception.place.services.contact_log.drafts()
    assert {(draft.staff, draft.query) for draft in drafts} == {(ORN.id, "เยี่ยมไข้"), (CHAI.id, "จอดรถ")}


def ground(driver: Driver) -> tuple[str, str]:
    """Return the colour that Qt itself gives the fields, and that of the theme."""
    field = driver.desk.view.strip.note
    shown = field.grab().toImage().pixelColor(field.width() // 2, 4)
    return shown.name(), driver.place.kit.theme.color("surface").name()


def test_the_gate_is_dark_and_large_at_night_and_reception_is_not(reception: Driver, gate: Driver) -> None:
    before = ground(reception)
    gate.place.kit.theme.set_theme("dark")
    gate.press("Ctrl++")
    here, there = reception.place.kit.theme, gate.place.kit.theme
    assert (here.name, here.zoom, there.name, there.zoom) == ("light", 100, "dark", 110)
    assert before == ground(reception) == ("#ffffff", "#ffffff")
    shown, wanted = ground(gate)
    assert shown == wanted != "#ffffff"
    there.set_zoom(100)
    there.set_theme("light")
    here.set_theme("dark")
    assert ground(gate) == ("#ffffff", "#ffffff")
    here.set_theme("clock")
    for _ in range(2):
        here.switch_dark()
        assert ground(gate) == ("#ffffff", "#ffffff")
    here.set_theme("light")
    there.set_theme("dark")
    there.set_zoom(110)
    choices = reception.place.pages.settings.display.zoom, gate.place.pages.settings.display.zoom
    for theme, choice in zip((here, there), choices, strict=True):
        choice.ensurePolished()
        assert choice.font().pixelSize() == theme.font("body").pixelSize()
    assert choices[0].font().pixelSize() < choices[1].font().pixelSize()

    reception.place.kit.theme.set_theme("high_contrast")
    shown, wanted = ground(gate)
    assert shown == wanted != "#ffffff"
    gate.place.kit.theme.set_zoom(100)
    gate.place.kit.theme.set_theme("high_contrast")
    assert gate.place.window.styleSheet() == ""
    assert ground(gate) == ground(reception)


def test_a_contact_of_one_is_in_the_log_of_the_other_within_a_second(reception: Driver, gate: Driver) -> None:
    open_the_log(gate)
    assert notes_in_log(gate) == []
    reception.turn_to()
    reception.find("จอดรถ", PARKING)
    reception.press("Return")
    reception.desk.session.set_note("ถามค่าจอด")
    reception.press("Ctrl+1")
    reception.wait_for_record(1)
    soon(gate, lambda: notes_in_log(gate) == ["ถามค่าจอด"])


def test_a_promise_of_one_is_counted_in_both_within_a_second(reception: Driver, gate: Driver) -> None:
    gate.find("บัตรหาย", LOST_CARD)
    gate.press("Return", "Ctrl+3", "Escape")
    gate.wait_for_record(1)
    for driver in (reception, gate):
        soon(driver, lambda driver=driver: owed(driver).endswith("มี 1 รายการ"))  # type: ignore[misc]


def test_what_a_terminal_writes_is_seen_in_both_within_a_second(reception: Driver, gate: Driver) -> None:
    for driver in (reception, gate):
        open_the_log(driver)
    frontdesk(
        reception.place.folder, "log", "--channel", "line", "--person", SUDA, "--article", PARKING,
        "--outcome", "answered", "--note", "จากตู้สาขา",
    )  # fmt: skip
    for driver in (reception, gate):
        soon(driver, lambda driver=driver: notes_in_log(driver) == ["จากตู้สาขา"])  # type: ignore[misc]


def test_what_a_supervisor_changes_of_the_place_is_greeted_with_in_both(reception: Driver, gate: Driver) -> None:
    site = gate.place.services.site
    gate.place.services.site.save(replace(site.get(), greeting="สวัสดีค่ะ ธารบุรีใหม่ {name}รับสาย"))
    soon(reception, lambda: "ธารบุรีใหม่" in reception.desk.view.greeting.say.text())
    gate.place.services.security.amend(replace(ORN, name="อรอุมา พรหมดี"), CHAI.id)
    soon(reception, lambda: reception.place.window.top_bar.who.text() == "โต๊ะ A · อรอุมา")


def test_both_ask_at_once_and_each_gets_its_own_answer(reception: Driver, gate: Driver) -> None:
    for _ in range(10):
        for text in ("จอ", "จอด", "จอดรถ"):
            reception.desk.box.set_text(text)
            gate.desk.box.set_text({"จอ": "เย", "จอด": "เยี่ยม", "จอดรถ": "เยี่ยมไข้"}[text])
        for driver in (reception, gate):
            driver.wait_for(lambda driver=driver: driver.desk.results.complete)  # type: ignore[misc]
        assert (reception.chosen_code, gate.chosen_code) == (PARKING, VISITING)


def test_the_same_person_in_both_has_each_contact_once(reception: Driver, gate: Driver) -> None:
    reception.turn_to()
    reception.type("บัตรหา")
    reception.wait_until_saved()
    gate.turn_to()
    gate.place.ask_who()
    gate.sit_down(ORN)
    assert gate.desk.session.draft is None
    assert gate.desk.session.waiting == ()
    gate.type("จอดรถ")
    gate.wait_until_saved()
    reception.turn_to()
    reception.place.ask_who()
    reception.sit_down(ORN)
    assert (reception.draft.query, reception.desk.session.waiting) == ("บัตรหา", ())


def test_a_form_with_unsaved_typing_asks_in_its_own_window(reception: Driver, gate: Driver, windows: Windows) -> None:
    gate.press("F3", "Ins")
    people = gate.place.pages.people
    gate.wait_for(lambda: people.in_form and people.form.isAncestorOf(focused()))
    gate.type("X-77")
    reception.turn_to()

    assert not gate.place.window.close()
    gate.wait_for(gate.place.window.isActiveWindow)
    assert people.form.foot.asking
    assert reception.place.window.page_id == "desk"
    assert reception.place.window.close()
    gate.wait_for(lambda: windows.places == (gate.place,))
    assert people.unsaved


@pytest.mark.parametrize("first", [True, False], ids=["the first", "the other"])
def test_closing_one_leaves_the_other_at_work(reception: Driver, gate: Driver, windows: Windows, first: bool) -> None:
    leaver, stayer = (reception, gate) if first else (gate, reception)
    leaver.turn_to()
    leaver.type("คำสุดท้าย")
    whose = leaver.desk.session.staff
    leaver.place.window.close()
    stayer.wait_for(lambda: windows.places == (stayer.place,))
    stayer.turn_to()
    stayer.find("บัตรหาย", LOST_CARD)
    stayer.press("Return", "Ctrl+1")
    stayer.wait_for_record(1)
    assert [draft.query for draft in stayer.place.services.contact_log.drafts(whose)] == ["คำสุดท้าย"]


def test_a_closed_window_leaves_nothing_behind(reception: Driver, windows: Windows) -> None:
    threads = set(threading.enumerate())
    reception.press("Ctrl+Shift+N")
    place = windows.places[-1]
    reception.wait_for(place.window.isActiveWindow)
    gone: list[weakref.ref[object]] = [
        weakref.ref(place.window),
        weakref.ref(place.pages),
        weakref.ref(place.kit.words),
    ]
    place.sign_in(CHAI)
    place.window.close()
    del place
    reception.wait_for(lambda: len(windows.places) == 1)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [type(one).__name__ for ref in gone if (one := ref()) is not None] == []  # a widget without a parent?
    assert set(threading.enumerate()) <= threads


def test_the_last_to_be_closed_ends_threads_and_processes(reception: Driver, gate: Driver, windows: Windows) -> None:
    pid = reception.place.services.finder_process.pid  # type: ignore[attr-defined]
    assert pid
    names = {thread.name for thread in threading.enumerate()}
    assert {"desk-data", "search-process"} <= names
    services = reception.place.services
    reception.place.window.close()
    gate.place.window.close()
    gate.qtbot.waitUntil(lambda: windows.places == ())
    assert not {"desk-data", "search-process"} & {thread.name for thread in threading.enumerate()}
    assert "storage" not in vars(services)


def test_no_more_windows_than_are_of_use(reception: Driver, windows: Windows) -> None:
    for _ in range(MOST - 1):
        windows.open_another(windows.places[-1])
        reception.wait_for(windows.places[-1].window.isActiveWindow)
    windows.open_another(windows.places[-1])
    reception.wait_for(reception.place.window.isActiveWindow)
    assert len(windows.places) == MOST


def test_a_second_start_brings_the_window_used_last_forward(reception: Driver, gate: Driver, windows: Windows) -> None:
    folder = reception.place.folder
    holder = SingleInstance(folder)
    holder.raised.connect(windows.come_forward)
    assert holder.acquire()
    reception.turn_to()
    gate.turn_to()
    gate.place.window.showMinimized()
    reception.place.window.activateWindow()
    assert gate.place.window.isMinimized()

    gate.turn_to()
    reception.turn_to()
    reception.place.window.showMinimized()
    with subprocess.Popen([*program(), "--data", str(folder)], env=environment()) as second:
        reception.wait_for(lambda: second.poll() is not None)
    reception.wait_for(lambda: not reception.place.window.isMinimized())
    assert second.returncode == 0
    holder.release()


@pytest.mark.parametrize("screens", [1, 2])
def test_closing_one_goes_on_and_closing_the_last_ends_the_program(folder: Path, tmp_path: Path, screens: int) -> None:
    """On two screens each window has its own."""
    (tmp_path / "screens.json").write_text(json.dumps({"screens": [screen(place) for place in range(screens)]}))
    platform = {"QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'screens.json'}"}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.features.windows_program", str(folder)],
        capture_output=True, text=True, encoding="utf-8", timeout=60, env={**environment(), **platform}, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout.splitlines()) == (0, ["1 1", f"2 {screens}", "1 1"]), done.stderr
    assert [line for line in done.stderr.splitlines() if "plugin does not support" not in line] == []
