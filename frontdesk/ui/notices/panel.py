"""The notice in the way of an empty desk: it lies low over the right side of the page and never takes the focus.

What is said and typed when a call comes in, the greeting, the box and the number, stays in sight above it. On a page
whose right side has to stay in sight it lies on the left, from a given part of the page down.
"""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.notices.card import SIZES, CardLook, NoticeCard
from frontdesk.ui.paint.frames import draw_frame
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.accented import Accented
from frontdesk.ui.widgets.buttons import FlatButton, PrimaryButton
from frontdesk.ui.widgets.labels import TextLabel

READ_KEY, OPEN_KEY = "Alt+O", "Ctrl+O"
LEAST_MS = 400
"""Nobody reads a notice in less: the key pressed twice marks nothing that was not seen."""
SHARE, INSET, GAP, EDGE, STRIP = 0.565, 16, 8, 12, 100
"""``SHARE`` is that of the desk's right pane, ``STRIP`` the height of the strip below it."""
LEFT_SHARE = 0.64
"""Of the part it lies on: two of the gate's three columns."""


class NoticePanel(Accented):
    """Shows one notice at a time over ``area``. ``read`` and ``leave`` are its two buttons; keys are the window's."""

    def __init__(self, kit: Kit, area: QWidget, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._area, self._shown_for, self._large = area, QElapsedTimer(), False
        self._over: QWidget | None = None
        self.head = TextLabel(kit, Ink("label", bold=True))
        self.card = NoticeCard(kit, outline="")
        self.read = PrimaryButton(kit, "notices.read", READ_KEY)
        self.leave = FlatButton(kit, "notices.later", OPEN_KEY)
        self.remark = TextLabel(kit, Ink("label", "danger"))
        for button in (self.read, self.leave):
            button.setFocusPolicy(self.focusPolicy())
        self._arrange()
        area.installEventFilter(self)
        kit.theme.changed.connect(self.place)
        self.hide()

    @property
    def ready(self) -> bool:
        """Whether the notice has been there long enough to have been seen."""
        return self.isVisible() and self._shown_for.isValid() and self._shown_for.elapsed() >= LEAST_MS

    def show_notice(self, look: CardLook, head: str, large: bool = False, over: QWidget | None = None) -> None:
        """Show a notice, from now on if it is another one; ``large`` is to be read from afar.

        ``over`` is the part of the page on which it lies, from its upper left corner down.
        """
        if look != self.card.look or not self.isVisible():
            self._shown_for.restart()
            self.remark.set_text("")
        self._large, self._over = large, over
        if over is not None:
            over.installEventFilter(self)
        self.head.set_text(head)
        self.card.show_look(look)
        self.setAccessibleName(f"{head}: {self.card.accessibleName()}")
        self.show()
        self.raise_()
        self.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)

    def place(self) -> None:
        """Lie where it is in nobody's way, as high as the words need."""
        px, area, over = self.kit.theme.px, QRect(self._area.pos(), self._area.size()), self._over
        if over is not None and over.isVisible():
            top = over.mapTo(self.window(), QPoint(0, 0))
            width = over.width() if self.kit.theme.narrow else round(over.width() * LEFT_SHARE)
            self.setGeometry(QRect(top, QSize(width, self._fit(width, area.bottom() + 1 - px(INSET) - top.y()))))
            return
        share = 1.0 if self.kit.theme.narrow else SHARE
        width = round(area.width() * share) - 2 * px(INSET)
        room = area.height() - 2 * px(INSET)
        height = self._fit(width, room)
        above = px(INSET) + (px(STRIP) if height + px(STRIP) <= room else 0)
        self.setGeometry(area.right() + 1 - px(INSET) - width, area.bottom() + 1 - above - height, width, height)

    def _fit(self, width: int, room: int) -> int:
        """Write as large as there is room for; return the height."""
        for size in list(SIZES)[0 if self._large else 1 :]:
            self.card.set_size(size)
            height = self._height(width)
            if height <= room:
                break
        return min(height, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, rect = self.kit.theme, self.rect().adjusted(0, self.kit.theme.px("stroke.focus"), 0, 0)
        draw_frame(QPainter(self), theme, rect, outline="control", radius="radius.small")

    def _height(self, width: int) -> int:
        px, inner = self.kit.theme.px, width - 2 * self.kit.theme.px(EDGE - 4)
        said = self.head.sizeHint().height() + self.card.heightForWidth(inner)
        return said + self.read.sizeHint().height() + 2 * px(GAP) + 2 * px(EDGE)

    def _arrange(self) -> None:
        column, head, foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        self.space(column, (EDGE - 4, EDGE, EDGE - 4, EDGE), GAP)
        self.space(head, (8, 0, 8, 0))
        self.space(foot, (8, 0, 8, 0), GAP)
        head.addWidget(self.head, 1)
        foot.addWidget(self.read)
        foot.addWidget(self.remark, 1)
        foot.addWidget(self.leave)
        column.addLayout(head)
        column.addWidget(self.card)
        column.addLayout(foot)
