"""The foot of a pane: the keys that work here, and a quiet line at the right end."""

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.ground import PAGE_INSET, Ground
from frontdesk.ui.widgets.labels import HairLine, KeyCap, TextLabel

HEIGHT, INSET, GAP = 44, 20, 16


class Foot(Ground):
    """``hints`` are shortcuts with the names of what they do; ``inset`` is the pane's text edge."""

    def __init__(
        self, kit: Kit, hints: Iterable[tuple[str, str]], inset: int = INSET, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, "surface", parent)
        self.remark = TextLabel(kit, Ink("caption", "text_2"))
        bar, column = QWidget(), QVBoxLayout(self)
        row = QHBoxLayout(bar)
        for shortcut, name in hints:
            row.addWidget(KeyCap(kit, shortcut, name))
        row.addStretch(1)
        row.addWidget(self.remark)
        self.space(column)
        self.space(row, (inset, 0, inset, 0), GAP, page=inset == PAGE_INSET)
        column.addWidget(HairLine(kit))
        column.addWidget(bar, 1)
        self.measure()

    def measure(self) -> None:
        self.setFixedHeight(self.kit.theme.px(HEIGHT))
        super().measure()
