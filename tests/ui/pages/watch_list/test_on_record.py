"""What is done to the watch list stands on the list of looks, in words, and names nobody."""

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.audit import AuditKind
from frontdesk.domain.languages import Language
from frontdesk.domain.staff import Staff
from frontdesk.ui.kit import Kit
from tests.ui.pages.settings.test_looks import rows
from tests.ui.pages.settings.test_settings_page import OpenPage, boss, desk, open_page, saved

__all__ = ["boss", "desk", "open_page", "saved"]
KINDS = (AuditKind.WATCH_LOOK, AuditKind.WATCH_ADD, AuditKind.WATCH_CHANGE, AuditKind.WATCH_END)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.TH, {"เปิดดูบัญชีเฝ้าระวัง", "เพิ่มในบัญชีเฝ้าระวัง", "แก้บัญชีเฝ้าระวัง", "ยกเลิกการเฝ้าระวัง"}),
        (
            Language.EN,
            {"read the watch list", "added to the watch list", "changed the watch list", "ended on the watch list"},
        ),
    ],
)
def test_each_deed_is_told_in_words(
    desk: Desk, boss: Staff, open_page: OpenPage, kit: Kit, qtbot: QtBot, language: Language, said: set[str]
) -> None:
    for kind in KINDS:
        desk.audit.note(kind, boss.id, "w-1", "watched 1")
    kit.words.set_language(language)
    page = open_page("looks")
    qtbot.waitUntil(lambda: len(rows(page.looks)) == 4)
    assert {row[1] for row in rows(page.looks)} == said
    assert {row[2] for row in rows(page.looks)} == {
        "บัญชีเฝ้าระวัง 1 รายการ" if language is Language.TH else "1 watch list entries"
    }
