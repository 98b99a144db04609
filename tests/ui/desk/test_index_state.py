"""What the box says quietly while the index of answers is made, and when it cannot be asked."""

from frontdesk.domain.languages import Language
from tests.ui.desk.conftest import AtDesk


def test_how_far_a_new_index_is_stands_in_the_box_until_it_is_whole(at_desk: AtDesk) -> None:
    box, finder = at_desk.page.view.box, at_desk.finder
    assert finder.on_progress
    finder.on_state("indexing")
    at_desk.qtbot.waitUntil(lambda: box._said == "กำลังจัดคำตอบให้ค้นได้")
    finder.on_progress(1_200, 25_000)
    at_desk.qtbot.waitUntil(lambda: box._said == "กำลังจัดคำตอบให้ค้นได้ 1,200 จาก 25,000")
    finder.on_state("ready")
    at_desk.qtbot.waitUntil(lambda: box._said == "")


def test_it_is_said_in_english_too(at_desk: AtDesk) -> None:
    assert at_desk.finder.on_progress
    at_desk.page.view.kit.words.set_language(Language.EN)
    at_desk.finder.on_progress(1_200, 25_000)
    at_desk.qtbot.waitUntil(lambda: at_desk.page.view.box._said == "Preparing answers for search: 1,200 of 25,000")


def test_a_search_that_has_stopped_is_said_and_titles_are_still_found(at_desk: AtDesk) -> None:
    at_desk.finder.held = True
    at_desk.finder.on_state("failed")
    at_desk.qtbot.waitUntil(lambda: "ค้นได้เฉพาะชื่อคำตอบ" in at_desk.page.view.box._said)


def test_it_asks_again_when_the_names_have_been_read(at_desk: AtDesk) -> None:
    at_desk.finder.names_read = False
    at_desk.page.results.look_up("สุดา")
    at_desk.qtbot.waitUntil(lambda: at_desk.finder.asked == ["สุดา"] and at_desk.page.results.complete)
    at_desk.finder.names_read = True
    at_desk.finder.on_state("ready")
    at_desk.qtbot.waitUntil(lambda: at_desk.finder.asked == ["สุดา"] * 2)
    at_desk.qtbot.waitUntil(lambda: at_desk.page.results.complete)
    at_desk.finder.on_state("ready")
    at_desk.settle()
    at_desk.page.results.look_up("สุดาใ")
    at_desk.qtbot.waitUntil(lambda: at_desk.page.results.complete)
    assert at_desk.finder.asked == ["สุดา", "สุดา", "สุดาใ"]
