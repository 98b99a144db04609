"""What comes back: after a crash, after another user, and into the real search process."""

from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.page import DeskPage
from frontdesk.ui.search_client import SearchClient
from frontdesk.ui.tasks import Tasks
from tests.ui.desk.conftest import NUMBER, STAFF, AtDesk, fill
from tests.ui.keys import type_text


def test_after_a_crash_every_word_and_the_caller_are_back(at_desk: AtDesk) -> None:
    at_desk.page.session.set_number(NUMBER)
    at_desk.settle()
    at_desk.find("บัตรประจำตัว")
    at_desk.page.view.strip.note.setFocus()
    with at_desk.qtbot.waitSignal(at_desk.page.session.saved):
        type_text("รอหน้าห้อง")
    again = DeskPage(at_desk.page.view.kit, at_desk.desk, at_desk.tasks, SearchClient(at_desk.finder))
    at_desk.qtbot.addWidget(again)
    again.sign_in(STAFF)
    at_desk.qtbot.waitUntil(lambda: again.caller.state.card is not None)
    assert again.view.box.text() == "บัตรประจำตัว"
    assert again.view.strip.note.text() == "รอหน้าห้อง"
    assert again.view.bar.number.number == NUMBER
    assert again.caller.state.card is not None
    assert again.caller.state.card.person.id == "P-1"


def test_another_user_finds_an_empty_desk_and_the_first_finds_theirs(at_desk: AtDesk) -> None:
    from dataclasses import replace

    at_desk.find("บัตร")
    at_desk.page.sign_out()
    at_desk.page.sign_in(replace(STAFF, id="staff-2", name="มานี มีนา"))
    at_desk.settle()
    assert at_desk.page.view.box.text() == ""
    assert at_desk.page.view.greeting.say.text() == "สวัสดีค่ะ มานีรับสาย"
    at_desk.page.sign_in(STAFF)
    at_desk.settle()
    assert at_desk.page.view.box.text() == "บัตร"


def test_the_real_search_process_answers_the_box(qtbot: QtBot, kit: Kit, desk: Desk, tasks: Tasks) -> None:
    fill(desk)
    search = SearchClient(desk.finder_process)
    page = DeskPage(kit, desk, tasks, search)
    qtbot.addWidget(page)
    page.sign_in(STAFF)
    with qtbot.waitSignal(page.results.settled, timeout=20_000):
        page.box.set_text("บัตรประจำตัว")
        qtbot.waitUntil(lambda: page.results.complete, timeout=20_000)
    assert page.results.listing.answers[0].article.code == "MRD-01"
    page.close_down()
    search.close()
