"""The titles in memory follow every change, whoever makes it and whenever."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.articles import Article
from frontdesk.ui.pages.desk import titles as module
from frontdesk.ui.pages.desk.titles import Titles
from frontdesk.ui.tasks import Tasks
from tests.ui.desk.conftest import CARD, GOLD, fill

Follow = Callable[[], None]


@pytest.fixture
def titles(desk: Desk, tasks: Tasks) -> Titles:
    fill(desk)
    return Titles(desk.knowledge, desk.directory, tasks)


@pytest.fixture
def follow(desk: Desk, titles: Titles, qtbot: QtBot) -> Follow:
    """Lets the titles catch up with the database, and waits until they have."""

    def run() -> None:
        with qtbot.waitSignal(titles.read):
            assert titles.follow(desk.knowledge.revision())

    return run


def codes(titles: Titles, typed: str) -> list[str]:
    return [article.code for article in titles.quick.find(typed)]


def test_everything_is_read_first_and_changes_after_that(desk: Desk, titles: Titles, follow: Follow) -> None:
    follow()
    first = titles.quick
    assert sorted(codes(titles, "บัตร")) == ["MRD-01", "UC-02"]
    desk.knowledge.save(replace(CARD, title="ทำบัตรผู้ป่วยใหม่"), "test")
    desk.knowledge.save(replace(GOLD, archived=True), "test")
    follow()
    assert titles.quick is first
    assert codes(titles, "ทำบัตร") == ["MRD-01"]
    assert codes(titles, "บัตรทอง") == []
    assert len(titles.quick) == 2


def test_the_same_revision_is_no_news(desk: Desk, titles: Titles, follow: Follow) -> None:
    follow()
    assert not titles.follow(desk.knowledge.revision())


def test_many_changes_are_read_as_a_whole(
    desk: Desk, titles: Titles, follow: Follow, monkeypatch: pytest.MonkeyPatch
) -> None:
    follow()
    first = titles.quick
    monkeypatch.setattr(module, "FEW", 1)
    for number in range(3):
        desk.knowledge.save(Article(f"n-{number}", f"N-{number}", f"คลินิกที่ {number}"), "test")
    follow()
    assert titles.quick is not first
    assert codes(titles, "คลินิก") == ["N-0", "N-1", "N-2"]


def test_a_change_while_reading_is_not_missed(desk: Desk, titles: Titles, qtbot: QtBot) -> None:
    titles.follow(desk.knowledge.revision())
    desk.knowledge.save(replace(CARD, title="แก้ระหว่างอ่าน"), "test")
    titles.follow(desk.knowledge.revision())
    qtbot.waitUntil(lambda: codes(titles, "แก้ระหว่าง") == ["MRD-01"])


def test_departments_are_known_in_latin_letters(desk: Desk, titles: Titles, follow: Follow) -> None:
    department = desk.people_book.by_code("D-MRD")
    assert department is not None
    desk.people_book.save(replace(department, romanised="Medical Records"), "test")
    follow()
    assert titles.departments == {"เวชระเบียน": "Medical Records"}
