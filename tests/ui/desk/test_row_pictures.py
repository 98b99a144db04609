"""Rows that are copied instead of drawn again: never an old one, and never another look."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from frontdesk.domain.articles import Answer, Article
from frontdesk.domain.contacts import ContactMatch, Outcome
from frontdesk.domain.people import MatchReason, PersonMatch
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.results_list import ResultsList
from frontdesk.ui.pages.desk.row_builder import Listing, build
from frontdesk.ui.pages.desk.row_pictures import RowPictures
from frontdesk.ui.pages.desk.rows import Row
from tests.ui.desk.conftest import CARD, GOLD, SUDA, past

KEY, WHITE, BLACK = ("answer", "a"), QColor("#ffffff"), QColor("#000000")
RECT = QRect(0, 10, 40, 20)


class Hand:
    """Draws a square, and counts how often."""

    def __init__(self, color: str = "#ff0000") -> None:
        self.color, self.drawn = QColor(color), 0

    def __call__(self, painter: QPainter, rect: QRect) -> None:
        self.drawn += 1
        painter.fillRect(rect.adjusted(5, 5, -5, -5), self.color)


def paper(ratio: float = 1.0) -> QImage:
    image = QImage(round(40 * ratio), round(40 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    return image


def draw(pictures: RowPictures, hand: Hand, shown: object, rect: QRect = RECT, ratio: float = 1.0) -> QImage:
    image = paper(ratio)
    painter = QPainter(image)
    pictures.draw(painter, rect, KEY, shown, WHITE, hand)
    painter.end()
    return image


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_copied_row_looks_like_a_drawn_one(qtbot: QtBot, ratio: float) -> None:
    pictures, hand = RowPictures(), Hand()
    direct = paper(ratio)
    painter = QPainter(direct)
    hand(painter, RECT)
    painter.end()
    assert draw(pictures, hand, "x", ratio=ratio) == direct
    assert draw(pictures, hand, "x", ratio=ratio) == direct


def test_only_what_changed_is_drawn_again(qtbot: QtBot) -> None:
    pictures, hand, blue = RowPictures(), Hand(), Hand("#0000ff")
    draw(pictures, hand, ("face", 1))
    draw(pictures, hand, ("face", 1), RECT.translated(0, 5))
    assert hand.drawn == 1
    image = draw(pictures, blue, ("face", 2))
    assert (blue.drawn, image.pixelColor(RECT.center())) == (1, QColor("#0000ff"))
    draw(pictures, hand, ("face", 2), QRect(QPoint(0, 0), RECT.size() * 2))
    assert hand.drawn == 2
    pictures.forget()
    draw(pictures, hand, ("face", 2), QRect(QPoint(0, 0), RECT.size() * 2))
    assert hand.drawn == 3


def test_another_ground_is_another_picture(qtbot: QtBot) -> None:
    pictures, hand, image = RowPictures(), Hand(), paper()
    painter = QPainter(image)
    pictures.draw(painter, RECT, KEY, "x", WHITE, hand)
    pictures.draw(painter, RECT, KEY, "x", BLACK, hand)
    painter.end()
    assert image.pixelColor(RECT.topLeft()) == BLACK


def answers(*marks: str, taught: tuple[str, ...] = ()) -> tuple[Answer, ...]:
    articles = CARD, GOLD, replace(CARD, id="a-long", title="ทำบัตรใหม่ที่ช่องเวชระเบียน " * 6, body="ใช้บัตรประชาชน")
    return tuple(Answer(article, 1.0, marks, taught) for article in articles)


LISTINGS = (
    Listing("บัตร", answers("บัตร")),
    Listing("บัตรหาย", answers("บัตร", "หาย")),
    Listing("บัตรห", answers("บัตร")[::-1]),
    Listing("ประชาชน", answers("ประชาชน")),
    Listing("หาย", answers("หาย", taught=("ทำหล่น",))),
    Listing("บัตร", answers("บัตร"), (PersonMatch(SUDA, MatchReason.NAME, 1.0),)),
    Listing("สุดา", (), (PersonMatch(SUDA, MatchReason.NAME, 0.5),)),
    Listing("สุด", (), (PersonMatch(SUDA, MatchReason.NAME, 0.9),)),
    Listing("x", (), (), (ContactMatch(past("c1", 3, Outcome.ANSWERED, topic="บัตรหาย"), ("บัตร",)),)),
    Listing("x", (), (), (ContactMatch(past("c1", 3, Outcome.ANSWERED, topic="บัตรหาย"), ("หาย",)),)),
)


def seen(qtbot: QtBot, kit: Kit, *shown: tuple[Row, ...], pick: int = 0) -> QImage:
    """Show rows one after the other, picture each, and return the last."""
    view = ResultsList(kit)
    qtbot.addWidget(view)
    view.resize(500, 700)
    view.show()
    for rows in shown:
        view.show_new(rows, select_first=True)
        view.grab()
    view.step(pick)
    return view.grab().toImage()


@pytest.mark.parametrize("place", range(len(LISTINGS)))
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_rows_look_the_same_whatever_was_shown_before(qtbot: QtBot, kit: Kit, place: int, theme: str) -> None:
    kit.theme.set_theme(theme)
    rows = build(LISTINGS[place])
    others = [build(listing) for listing in LISTINGS]
    assert seen(qtbot, kit, *others, rows, pick=1) == seen(qtbot, kit, rows, pick=1)


def test_rows_follow_theme_and_zoom(qtbot: QtBot, kit: Kit) -> None:
    view = ResultsList(kit)
    qtbot.addWidget(view)
    view.resize(500, 700)
    view.show()
    view.show_new(build(LISTINGS[0]), select_first=True)
    pictures = []
    for theme, zoom in (("light", 100), ("dark", 100), ("dark", 150), ("light", 100)):
        kit.theme.set_theme(theme)
        kit.theme.set_zoom(zoom)
        pictures.append(view.grab().toImage())
    assert pictures[0] == pictures[3]
    assert len({bytes(picture.constBits()) for picture in pictures}) == 3


def test_an_article_that_was_changed_is_drawn_anew(qtbot: QtBot, kit: Kit) -> None:
    before = Answer(Article("a1", "A-1", "ก่อน", say="ก่อน"), 1.0)
    after = replace(before, article=replace(before.article, say="หลัง"))
    old, new = build(Listing("x", (before,))), build(Listing("x", (after,)))
    assert seen(qtbot, kit, old, new) == seen(qtbot, kit, new)
    assert seen(qtbot, kit, old, new) != seen(qtbot, kit, old)
