"""Badges go to the printer with one key once the labels are known; the notice covers the window."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.languages import Language
from frontdesk.domain.staff import Role, Staff
from frontdesk.domain.visits import StepKind
from frontdesk.services.gate_notice import NoticeFacts
from frontdesk.ui.pages.gate.forms.done import Done
from frontdesk.ui.pages.gate.forms.gate_forms import GateForms
from frontdesk.ui.pages.gate.forms.notice_pane import STYLES
from frontdesk.ui.preferences import Preferences

from ....keys import press
from .conftest import WAIT_MS, LetIn

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER, DOWN, RIGHT, ESC = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Escape
CHAI = Staff("s-chai", "chai", "สมชาย", role=Role.SUPERVISOR)


def test_the_first_time_the_labels_are_chosen_and_then_known(
    forms: GateForms, desk: Desk, qtbot: QtBot, done: list[Done], let_in: LetIn, paper: Path, preferences: Preferences
) -> None:
    first, second = let_in("วิชัย ทองดี"), let_in("John Smith")
    pane = forms.papers.pane
    forms.print_badge(first)
    qtbot.waitUntil(pane.hasFocus)
    for _ in range(5):
        press(DOWN)
    press(RIGHT, RIGHT)
    assert (pane.size_code, pane.skip) == ("a4-8", 2)
    qtbot.waitUntil(lambda: pane.preview.image is not None, timeout=WAIT_MS)
    press(ENTER)
    qtbot.waitUntil(lambda: bool(done), timeout=WAIT_MS)
    assert forms.open is None
    assert done[0].sentence == "gate_forms.badges_printed"
    assert preferences.window.badge_size == "a4-8"
    assert [step.kind for step in desk.visits.steps(first.id)][-1] is StepKind.BADGE_PRINTED
    document = pypdfium2.PdfDocument(paper)
    assert len(document) == 1
    document.close()

    forms.print_badge(second)
    qtbot.waitUntil(lambda: len(done) == 2, timeout=WAIT_MS)
    assert not pane.isVisible()
    assert forms.papers.remembered.skip == 4
    assert [step.kind for step in desk.visits.steps(second.id)][-1] is StepKind.BADGE_PRINTED


def test_without_a_printer_the_badge_is_shown_and_can_be_saved(
    forms: GateForms, desk: Desk, qtbot: QtBot, let_in: LetIn, tmp_path: Path
) -> None:
    visit, pane = let_in("วิชัย ทองดี"), forms.papers.pane
    forms.papers.remembered.size = "roll-62x100"
    forms.papers.choose = lambda _: False
    forms.print_badge(visit)
    qtbot.waitUntil(lambda: pane.isVisible() and "Ctrl+S" in pane.told.text(), timeout=WAIT_MS)
    assert [step.kind for step in desk.visits.steps(visit.id)][-1] is StepKind.ARRIVED
    qtbot.waitUntil(lambda: pane.preview.image is not None, timeout=WAIT_MS)
    forms.papers.save_as(tmp_path / "badge")
    qtbot.waitUntil(lambda: "badge.pdf" in pane.told.text(), timeout=WAIT_MS)
    assert (tmp_path / "badge.pdf").read_bytes().startswith(b"%PDF")
    press(ESC)
    assert forms.open is None


def test_a_group_is_shown_before_it_is_printed(
    forms: GateForms, desk: Desk, qtbot: QtBot, done: list[Done], let_in: LetIn, paper: Path
) -> None:
    ids = [let_in(name) for name in ("เอก", "โท", "ตรี")]
    with desk.storage.write() as repos:
        for one in ids:
            repos.visits.save(replace(one, group_id="g"))
    forms.papers.remembered.size = "roll-62x100"
    forms.print_badge(desk.visits.get(ids[1].id))  # type: ignore[arg-type]
    qtbot.waitUntil(forms.papers.pane.hasFocus)
    assert forms.papers.pane.title.text() == "พิมพ์บัตร 3 ใบ"
    press(ENTER)
    qtbot.waitUntil(lambda: bool(done), timeout=WAIT_MS)
    document = pypdfium2.PdfDocument(paper)
    assert len(document) == 3
    document.close()


def test_a_badge_of_somebody_who_left_is_refused(forms: GateForms, desk: Desk, qtbot: QtBot, let_in: LetIn) -> None:
    visit, wrong = let_in("วิชัย"), list[object]()
    forms.failed.connect(lambda error: wrong.append(error.code))
    forms.papers.remembered.size = "roll-62x100"
    desk.visits.leave(visit.id, "s-orn")
    forms.print_badge(visit)
    qtbot.waitUntil(lambda: wrong == ["visit_over"], timeout=WAIT_MS)


@pytest.mark.parametrize("language", list(Language))
def test_the_notice_covers_the_window_in_both_languages(
    forms: GateForms, desk: Desk, qtbot: QtBot, language: Language
) -> None:
    with desk.storage.write() as repos:
        repos.staff.save(CHAI)
    desk.gate_notice.save(NoticeFacts(contact="โทร. 02-555-0100", url="https://example.org/p", keep_days=30), CHAI.id)
    forms.notice.kit.words.set_language(language)
    forms.show_notice()
    notice, window = forms.notice, forms.pane.window()
    window.resize(1366, 728)
    qtbot.waitUntil(notice.hasFocus)
    assert notice.geometry() == window.rect()
    said = notice.accessibleDescription()
    assert all(
        words in said for words in ("โรงพยาบาลธารบุรี", "Tharaburi Hospital is", "30 วัน", "30 days", "02-555-0100")
    )
    assert notice.fitting_style() in STYLES[:-1]
    qtbot.waitUntil(lambda: bool(notice._shown and notice._shown.code), timeout=WAIT_MS)
    window.resize(1400, 800)
    qtbot.waitUntil(lambda: notice.geometry() == window.rect())
    press(Qt.Key.Key_A, Qt.Key.Key_Tab, Qt.Key.Key_F5)
    assert notice.hasFocus()
    press(ESC)
    assert notice.isHidden()


def test_the_notice_is_printed_and_says_so(forms: GateForms, qtbot: QtBot, paper: Path) -> None:
    forms.show_notice()
    qtbot.waitUntil(forms.notice.hasFocus)
    press(Qt.Key.Key_P, modifiers=CTRL)
    qtbot.waitUntil(lambda: forms.notice._told == "พิมพ์ประกาศแล้ว", timeout=WAIT_MS)
    document = pypdfium2.PdfDocument(paper)
    assert len(document) == 1
    document.close()
