"""One page on white: the whole of it, or as wide as can be read, to go down it."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.widgets.labels import Painted

SHAPE = 297 / 210
"""How much higher than wide a sheet of A4 is."""
STEP = 120
"""What the wheel turns by one notch."""
WIDEST = 900
"""How wide a page is at most when it is enlarged."""
DOWN = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
LINES, SEEN_AGAIN = 10, 0.85
"""How many steps of an arrow key go down what is seen, and how much of it a page key goes on."""


class SheetView(Painted):
    """``wide`` says that the page is enlarged, ``offset`` how many pixels of it are above what is seen.

    ``resized`` says that a page must be drawn anew, ``turned`` by how many pages the wheel was turned.
    """

    resized = Signal()
    turned = Signal(int)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._image: QImage | None = None
        self._wheel, self._place_told = 0, (0, 0)
        self.wide, self.offset = False, 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        kit.words.changed.connect(self._tell)
        self._tell()

    @property
    def dots(self) -> int:
        """How many pixels wide a page is to be drawn."""
        return max(1, round(self._place().width() * self.devicePixelRatioF()))

    @property
    def image(self) -> QImage | None:
        return self._image

    def set_wide(self, wide: bool) -> None:
        """Enlarge the page, or show the whole of it again."""
        self.wide, self.offset = wide, 0
        self.update()

    def slide(self, steps: float) -> bool:
        """Go down an enlarged page by so much of what is seen, up if negative; tell whether there was more of it."""
        before = self.offset
        self.offset = max(0, min(self._lowest(), self.offset + round(steps * self.height())))
        self.update()
        return self.offset != before

    def to_end(self, *, last: bool) -> None:
        """Show the head of an enlarged page, or its foot."""
        self.offset = self._lowest() if last else 0
        self.update()

    def show_image(self, image: QImage | None) -> None:
        """Show a drawn page, or an empty sheet."""
        self._image = image
        self.update()

    def show_place(self, page: int, pages: int) -> None:
        """Tell those who hear the screen which page of how many it is."""
        self._place_told = page, pages
        self._tell()

    def sizeHint(self) -> QSize:
        return QSize(self.kit.theme.px(420), self.kit.theme.px(594))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.kit.theme.px(210), self.kit.theme.px(297))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, place = QPainter(self), self._place()
        painter.fillRect(place, Qt.GlobalColor.white)  # paper is white in every theme
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(self.kit.theme.color("accent" if self.hasFocus() else "control"))
        painter.drawRect(place.adjusted(0, 0, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.offset = min(self.offset, self._lowest())
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = DOWN.get(Qt.Key(event.key()), 0) if self.wide else 0
        if steps:
            self.slide(steps / LINES)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.wide and self.slide(-event.angleDelta().y() / STEP / LINES):
            self._wheel = 0
            return
        self._wheel += event.angleDelta().y()
        notches = int(self._wheel / STEP)
        self._wheel -= notches * STEP
        if notches:
            self.turned.emit(-notches)

    def _tell(self) -> None:
        (page, pages), words = self._place_told, self.kit.words
        told = words("report_preview.sheet", page=f"{page:,}", pages=f"{pages:,}")
        self.setAccessibleName(told if pages else words("report_preview.no_sheet"))

    def _lowest(self) -> int:
        return max(0, self._place().height() + 2 - self.height())

    def _place(self) -> QRect:
        if self.wide:
            width = min(self.width() - 2, self.kit.theme.px(WIDEST))
            return QRect((self.width() - width) // 2, 1 - self.offset, width, round(width * SHAPE))
        width = min(self.width() - 2, round((self.height() - 2) / SHAPE))
        height = round(width * SHAPE)
        return QRect((self.width() - width) // 2, 1, width, height)
