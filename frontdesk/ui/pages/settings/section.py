"""One part of the settings: a title, and what can be set under it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.staff import Staff
from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.form import Labelled
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import TextBlock, TextLabel

INSET, TOP, GAP, WIDEST = 24, 16, 14, 720


class Section(Ground):
    """A column of settings. Its title is ``settings.ID``, its icon stands in the list of parts."""

    id, icon = "", ""
    widest = WIDEST

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "surface")
        self._column = QVBoxLayout()
        frame = QHBoxLayout(self)
        self._body = Ground(kit)
        self._body.setLayout(self._column)
        self.space(frame, (INSET, TOP, INSET, TOP))
        self.space(self._column, gap=GAP)
        frame.addWidget(self._body)
        frame.addStretch(1)
        title = TextLabel(kit, Ink("title"))
        kit.words.bind(title, title.set_text, self.title)
        self._column.addWidget(title)
        self.measure()

    @property
    def title(self) -> str:
        return f"settings.{self.id}"

    def sign_in(self, staff: Staff) -> None:
        """Take note of who looks at the settings."""

    def refresh(self) -> None:
        """Read again what may have changed since; called whenever the part comes to the front."""

    def measure(self) -> None:
        super().measure()
        if hasattr(self, "_body"):
            self._body.setFixedWidth(max(1, min(self.kit.theme.px(self.widest), self._room())))

    def fit(self, width: int) -> None:
        """Use the room there is."""
        self._given = width
        self.measure()

    def add(self, widget: QWidget) -> None:
        """Put a widget under what is there."""
        self._column.addWidget(widget)

    def add_left(self, *widgets: QWidget) -> None:
        """Put widgets side by side, no wider than they are."""
        row = QHBoxLayout()
        self.space(row, gap=GAP)
        for widget in widgets:
            row.addWidget(widget, alignment=Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        self._column.addLayout(row)

    def add_labelled(self, name: str, widget: QWidget) -> Labelled:
        """Put a widget with its label above it; return both together."""
        labelled = Labelled(self.kit, name, widget)
        self.add(labelled)
        return labelled

    def add_text(self, name: str, **gaps: object) -> TextBlock:
        """Put a quiet text."""
        text = TextBlock(self.kit, Ink("label", "text_2"))
        self.kit.words.bind(text, text.set_text, name, **gaps)
        self.add(text)
        return text

    def end(self) -> None:
        """Leave the rest of the height empty."""
        self._column.addStretch(1)

    def _room(self) -> int:
        return getattr(self, "_given", self.kit.theme.px(self.widest)) - 2 * self.kit.theme.px(INSET)
