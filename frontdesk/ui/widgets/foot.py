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
        self._caps = [(shortcut, KeyCap(kit, shortcut, name)) for shortcut, name in hints]
        for _, cap in self._caps:
            row.addWidget(cap)
        row.addStretch(1)
        row.addWidget(self.remark)
        self.space(column)
        self.space(row, (inset, 0, inset, 0), GAP, page=inset == PAGE_INSET)
        column.addWidget(HairLine(kit))
        column.addWidget(bar, 1)
        self.measure()

    def show_hint(self, shortcut: str, *, shown: bool) -> None:
        """Offer a key only to those whom it serves; one that is not among the hints is passed over."""
        for key, cap in self._caps:
            if key == shortcut:
                cap.setVisible(shown)

    def measure(self) -> None:
        self.setFixedHeight(self.kit.theme.px(HEIGHT))
        super().measure()
