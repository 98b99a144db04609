"""Box, caption, list and keys: the left pane of People and of Answers."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.picking.delegate import ItemPainter
from frontdesk.ui.pages.picking.items import Item
from frontdesk.ui.pages.picking.pick_list import ENTER, STEPS, PickList
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.fields import SearchField
from frontdesk.ui.widgets.foot import Foot
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import HairLine, TextLabel

WIDTH = 372
TURNS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class PickPane(Ground):
    """``typed`` carries the box's text, ``turned`` which way the pane beside it is to scroll.

    The box keeps the focus while arrows move the list; Esc empties it. ``area`` names the texts
    box, box_hint and list.
    """

    typed = Signal(str)
    turned = Signal(int)

    def __init__(
        self, kit: Kit, brush: Brush, painter: ItemPainter, area: str, hints: Iterable[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(kit, "surface", parent)
        self.box = SearchField(kit, f"{area}.box", f"{area}.box_hint")
        self.caption = TextLabel(kit, Ink("caption", "text_3"))
        self.list = PickList(kit, brush, painter, f"{area}.list")
        self._arrange(Foot(kit, hints))
        self.setFocusProxy(self.box)
        self.box.installEventFilter(self)
        self.box.textChanged.connect(self.typed)
        self.measure()

    def show_items(self, items: tuple[Item, ...], caption: str, keep: str = "") -> None:
        self.list.show_items(items, keep)
        self.caption.set_text(caption)

    def measure(self) -> None:
        self.setFixedWidth(self.kit.theme.px(WIDTH))
        super().measure()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        if isinstance(event, QFocusEvent):
            self.list.set_active(event.gotFocus())
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() in TURNS and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self.turned.emit(TURNS[Qt.Key(event.key())])
        elif event.key() in STEPS:
            self.list.step(STEPS[Qt.Key(event.key())])
        elif event.key() in ENTER and not event.modifiers():
            if self.list.key:
                self.list.chosen.emit(self.list.key)
        elif event.key() == Qt.Key.Key_Escape and self.box.text():
            self.box.clear()
        else:
            return False
        return True

    def _arrange(self, foot: Foot) -> None:
        across, column, top = QHBoxLayout(self), QVBoxLayout(), QVBoxLayout()
        head = QHBoxLayout()
        top.addWidget(self.box)
        head.addWidget(self.caption, 1)
        column.addLayout(top)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(foot)
        across.addLayout(column, 1)
        across.addWidget(HairLine(self.kit, upright=True))
        self.space(across)
        self.space(column)
        self.space(top, (16, 12, 16, 2))
        self.space(head, (18, 2, 16, 0))
