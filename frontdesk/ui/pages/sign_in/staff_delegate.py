"""Draws one name to sign in by; the chosen row is taller and has room for the PIN."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from frontdesk.domain.errors import DeskError
from frontdesk.services.sign_in_board import StaffEntry
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.sign_in.staff_model import ENTRY_ROLE, detail_of, shown_name
from frontdesk.ui.paint.frames import draw_hover, draw_selection
from frontdesk.ui.paint.ink import Ink, baseline, draw_text, elided, text_width
from frontdesk.ui.paint.thai_layout import ThaiBlock
from frontdesk.ui.widgets.pin_field import HEIGHT as PIN_HEIGHT
from frontdesk.ui.widgets.pin_field import WIDTH as PIN_WIDTH

ROW, CHOSEN_ROW, AVATAR, TEXT_X, AVATAR_X, PIN_Y = 66, 132, 40, 68, 14, 70
LEADING_VOWELS = "เแโใไ"
NAME, CHOSEN_NAME = Ink("row_say"), Ink("row_say", bold=True)
DETAIL, WRONG = Ink("label", "text_2"), Ink("label", "danger")

Index = QModelIndex | QPersistentModelIndex


class StaffDelegate(QStyledItemDelegate):
    """Paints rows. ``error`` is why the chosen one could not sign in, said under the PIN."""

    def __init__(self, kit: Kit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.chosen = -1
        self.error: DeskError | None = None
        self.hint = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self._kit.theme.px
        if index.row() != self.chosen:
            return QSize(px(ROW), px(ROW))
        wrong = self._sentence(option.rect.width())
        return QSize(px(ROW), px(CHOSEN_ROW) + (wrong.ink_height if wrong else 0))

    def pin_rect(self, row: QRect) -> QRect:
        """Return where the PIN field stands in the chosen row."""
        px = self._kit.theme.px
        return QRect(row.x() + px(TEXT_X), row.y() + px(PIN_Y), px(PIN_WIDTH), px(PIN_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: StaffEntry = index.data(ENTRY_ROLE)
        chosen = index.row() == self.chosen
        painter.save()
        if chosen:
            draw_selection(painter, self._kit.theme, option.rect)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            draw_hover(painter, self._kit.theme, option.rect)
        self._paint_avatar(painter, option.rect, entry)
        self._paint_name(painter, option.rect, entry, chosen)
        if chosen:
            self._paint_foot(painter, option.rect)
        painter.restore()

    def _paint_avatar(self, painter: QPainter, rect: QRect, entry: StaffEntry) -> None:
        theme = self._kit.theme
        side = theme.px(AVATAR)
        circle = QRect(rect.x() + theme.px(AVATAR_X), rect.y() + (theme.px(ROW) - side) // 2, side, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("line"), theme.px("hair")))
        painter.setBrush(theme.color("sunken"))
        painter.drawEllipse(circle)
        ink, letter = Ink("body", "text_2"), initial(shown_name(entry, self._kit.words))
        left = circle.x() + (side - text_width(theme, ink, letter)) / 2
        draw_text(painter, theme, ink, letter, left, baseline(theme, ink.style, circle.y(), side))

    def _paint_name(self, painter: QPainter, rect: QRect, entry: StaffEntry, chosen: bool) -> None:
        theme, words = self._kit.theme, self._kit.words
        left, room = rect.x() + theme.px(TEXT_X), rect.width() - theme.px(TEXT_X) - theme.px("x4")
        lines = ((shown_name(entry, words), CHOSEN_NAME if chosen else NAME, 9), (detail_of(entry, words), DETAIL, 35))
        for text, ink, top in lines:
            y = baseline(theme, ink.style, rect.y() + theme.px(top), theme.line(ink.style))
            draw_text(painter, theme, ink, elided(theme, ink, text, room), left, y)

    def _paint_foot(self, painter: QPainter, rect: QRect) -> None:
        theme, pin = self._kit.theme, self.pin_rect(rect)
        y = baseline(theme, DETAIL.style, pin.y(), pin.height())
        draw_text(painter, theme, DETAIL, self.hint, pin.right() + theme.px("x3"), y)
        wrong = self._sentence(rect.width())
        if wrong is None:
            return
        side, top = theme.px("icon.small"), pin.bottom() + theme.px("x2")
        middle = top + (theme.rise("label") + theme.drop("label") - side) // 2
        self._kit.icons.paint(painter, "triangle-alert", WRONG.role, pin.x(), middle, side)
        wrong.paint(painter, pin.x() + side + theme.px("x2"), top)

    def _sentence(self, width: int) -> ThaiBlock | None:
        if self.error is None:
            return None
        theme = self._kit.theme
        text = self._kit.words(f"errors.{self.error.code}", **self.error.data)
        lead = theme.px(TEXT_X) + theme.px("icon.small") + theme.px("x2")
        return ThaiBlock(theme, text, WRONG, width - lead - theme.px("x4"))


def initial(name: str) -> str:
    """Return the first letter of a name; a vowel written ahead of it is no letter."""
    return name.lstrip(LEADING_VOWELS + " ")[:1] or name[:1]
