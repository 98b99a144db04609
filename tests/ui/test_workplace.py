"""The window at work: who may come in, and that nothing is left when it ends."""

import multiprocessing
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.languages import Language
from frontdesk.domain.staff import Role
from frontdesk.domain.visits import Visit, VisitState
from frontdesk.settings import Settings
from frontdesk.ui.kit import Kit
from frontdesk.ui.preferences import KeptSettings, Preferences
from frontdesk.ui.workplace import Workplace
from tests.features.small_desk import CHAI, ORN, make_small_desk
from tests.ui.keys import type_text

PATIENCE_MS = 15_000
OpenPlace = Callable[[Path], Workplace]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("workplace") / "desk"
    make_small_desk(folder)
    return folder


@pytest.fixture
def open_place(qtbot: QtBot, kit: Kit) -> Iterator[OpenPlace]:
    made: list[Workplace] = []
    bugs: list[object] = []

    def opened(folder: Path) -> Workplace:
        settings = Settings(theme="light", desk_name="โต๊ะ A")
        place = Workplace(kit, Desk(folder), Preferences(kit, KeptSettings(settings, lambda _: None)), folder)
        place.tasks.reported.connect(bugs.append)
        made.append(place)
        qtbot.addWidget(place.window)
        place.show((1366, 768))
        place.window.activateWindow()
        return place

    yield opened
    for place in made:
        place.close()
        place.deleteLater()
    assert bugs == []


def wait(qtbot: QtBot, condition: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE_MS)


def test_an_empty_folder_asks_for_its_first_supervisor(open_place: OpenPlace, tmp_path: Path) -> None:
    place = open_place(tmp_path / "new")
    place.ask_who()
    assert place.window.page_id == "first-run"
    assert place.window.locked


def test_a_desk_with_staff_asks_who_comes(open_place: OpenPlace, filled: Path) -> None:
    place = open_place(filled)
    place.ask_who()
    assert place.window.page_id == "sign-in"
    assert place.window.locked
    assert place.staff is None


def test_whoever_signs_in_finds_the_desk_in_their_language(open_place: OpenPlace, filled: Path, qtbot: QtBot) -> None:
    place = open_place(filled)
    place.sign_in(ORN)
    assert (place.window.page_id, place.window.locked) == ("desk", False)
    assert place.staff == ORN
    assert place.kit.words.language is Language.TH
    assert place.window.top_bar.who.text() == "โต๊ะ A · อรอนงค์"
    wait(qtbot, place.pages.desk.view.box.hasFocus)
    place.kit.words.switch()
    assert place.window.top_bar.who.text() == "โต๊ะ A · Onanong"


@pytest.mark.parametrize(
    ("asked", "set_page", "opened"),
    [
        ("", "log", "log"),
        ("people", "log", "people"),
        ("", "kitchen", "desk"),
        ("sign-in", "", "desk"),
        ("", "", "desk"),
    ],
)
def test_a_window_opens_on_the_page_it_is_asked_for_or_set_to(
    kit: Kit, filled: Path, qtbot: QtBot, asked: str, set_page: str, opened: str
) -> None:
    kept = KeptSettings(Settings(theme="light", start_page=set_page), lambda _: None)
    place = Workplace(kit, Desk(filled), Preferences(kit, kept), filled, opens_on=asked)
    qtbot.addWidget(place.window)
    place.sign_in(ORN)
    assert (place.window.page_id, place.window.locked) == (opened, False)
    place.close()
    place.deleteLater()


def test_a_guard_begins_at_the_gate(open_place: OpenPlace, filled: Path) -> None:
    place = open_place(filled)
    place.sign_in(replace(CHAI, role=Role.GUARD))
    assert place.window.page_id == "visitors"
    place.sign_in(ORN)
    assert place.window.page_id == "desk"


def test_signing_out_puts_everything_away(open_place: OpenPlace, filled: Path, qtbot: QtBot) -> None:
    place = open_place(filled)
    place.sign_in(ORN)
    wait(qtbot, place.pages.desk.view.box.hasFocus)
    type_text("บัตร")
    place.ask_who()
    assert place.pages.desk.session.draft is None
    assert place.pages.desk.view.box.text() == ""
    assert place.window.top_bar.who.isHidden()
    wait(qtbot, lambda: place.services.contact_log.drafts(ORN.id))
    place.sign_in(CHAI)
    assert place.window.top_bar.who.text() == "โต๊ะ A · สมชาย"
    assert place.services.contact_log.drafts(CHAI.id) == []


def test_the_day_s_first_sign_in_makes_a_copy(open_place: OpenPlace, filled: Path, qtbot: QtBot) -> None:
    place = open_place(filled)
    place.sign_in(ORN)
    wait(qtbot, lambda: list((filled / "backups").glob("*.db")))


def test_the_day_s_first_sign_in_forgets_visitors_of_long_ago(
    open_place: OpenPlace, tmp_path: Path, qtbot: QtBot
) -> None:
    make_small_desk(tmp_path / "desk")
    place = open_place(tmp_path / "desk")
    services = place.services
    day = services.visits.today() - timedelta(days=100)
    with services.storage.write() as repos:
        repos.visits.add(Visit("old", day, "วิชัย ทองดี", state=VisitState.LEFT))
        repos.visits.add(Visit("new", services.visits.today(), "Peter Brown", state=VisitState.LEFT))
    place.sign_in(ORN)
    wait(qtbot, lambda: (old := services.visits.get("old")) is not None and not old.name)
    kept = services.visits.get("new")
    assert kept is not None
    assert kept.name == "Peter Brown"


def test_a_window_that_stays_open_makes_the_next_day_s_copy(open_place: OpenPlace, filled: Path, qtbot: QtBot) -> None:
    place, copies = open_place(filled), filled / "backups"
    place.sign_in(ORN)
    wait(qtbot, lambda: list(copies.glob("*.db")))
    (first,) = copies.glob("*.db")
    first.rename(first.with_name("frontdesk-20200101-080000.db"))
    place.copy_timer.timeout.emit()
    wait(qtbot, lambda: len(list(copies.glob("*.db"))) == 2)


def test_closing_leaves_no_thread_and_no_process(open_place: OpenPlace, filled: Path, qtbot: QtBot) -> None:
    threads, children = set(threading.enumerate()), set(multiprocessing.active_children())
    place = open_place(filled)
    place.sign_in(ORN)
    wait(qtbot, place.pages.desk.view.box.hasFocus)
    type_text("บัตรหาย")
    wait(qtbot, lambda: place.pages.desk.results.complete)
    assert set(multiprocessing.active_children()) - children

    place.close()

    assert set(threading.enumerate()) <= threads
    assert set(multiprocessing.active_children()) <= children
    assert not place.window.isVisible()


def test_closing_at_once_leaves_nothing_either(open_place: OpenPlace, filled: Path) -> None:
    threads, children = set(threading.enumerate()), set(multiprocessing.active_children())
    place = open_place(filled)
    place.sign_in(ORN)

    place.close()
    place.close()

    assert set(threading.enumerate()) <= threads
    assert set(multiprocessing.active_children()) <= children


@pytest.mark.parametrize("end", ["window", "place"])
def test_the_last_word_is_saved_at_the_end(open_place: OpenPlace, tmp_path: Path, qtbot: QtBot, end: str) -> None:
    folder = tmp_path / "desk"
    make_small_desk(folder)
    place = open_place(folder)
    place.sign_in(ORN)
    wait(qtbot, place.pages.desk.view.box.hasFocus)
    type_text("คำสุดท้าย")
    if end == "window":
        place.window.close()
    place.close()

    again = Desk(folder)
    assert [draft.query for draft in again.contact_log.drafts(ORN.id)] == ["คำสุดท้าย"]
    again.close()
