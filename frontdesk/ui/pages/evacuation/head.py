"""The head of the roll: how many were found and how many are missing, since when, and how printing goes."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.evacuation import Roll
from frontdesk.domain.thai_dates import format_time
from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import Painted, TextLabel

INSET, SIGN = 24, 36


class RollHead(Ground):
    """``missing`` is the largest word on the page."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "danger_soft", parent)
        self.sign = Sign(kit)
        self.title = TextLabel(kit, Ink("gate_name", "danger", bold=True))
        self.line = TextLabel(kit, Ink("gate_small", "text"))
        self.paper = TextLabel(kit, Ink("gate_small", "text"))
        self.found = TextLabel(kit, Ink("gate_count", "text", bold=True, tabular=True))
        self.missing = TextLabel(kit, Ink("gate_count", "danger", bold=True, tabular=True))
        self._arrange()

    def show_roll(self, roll: Roll | None, line: str) -> None:
        """Show the counts of a roll, none while it was never read."""
        words = self.kit.words
        self.title.set_text(words("evacuation.title" if roll and roll.evacuation else "evacuation.title_over"))
        self.line.set_text(line)
        if roll is None:
            for label in (self.found, self.missing):
                label.set_text("")
            return
        missing = roll.people - roll.found
        self.found.set_text(words("evacuation.found", found=f"{roll.found:,}", people=f"{roll.people:,}"))
        self.missing.set_ink(Ink("gate_count", "danger" if missing else "verified", bold=True, tabular=True))
        said = words("evacuation.missing", missing=f"{missing:,}") if missing else words("evacuation.nobody_missing")
        self.missing.set_text(said if roll.people else words("evacuation.nobody_inside"))

    def show_paper(self, text: str) -> None:
        """Say how printing goes."""
        self.paper.set_text(text)

    def _arrange(self) -> None:
        row, told, first = QHBoxLayout(self), QVBoxLayout(), QHBoxLayout()
        first.addWidget(self.title)
        first.addWidget(self.line, 1)
        told.addLayout(first)
        told.addWidget(self.paper)
        row.addWidget(self.sign)
        row.addLayout(told, 1)
        row.addWidget(self.found)
        row.addWidget(self.missing)
        self.space(told)
        self.space(first, gap=16)
        self.space(row, (INSET, 2, INSET, 2), 24)


class Sign(Painted):
    """The siren."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.refresh()

    def refresh(self) -> None:
        side = self.kit.theme.px(SIGN)
        self.setFixedSize(side, side)
        super().refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        side = self.width()
        self.kit.icons.paint(QPainter(self), "siren", "danger", 0, 0, side)


def line_of(roll: Roll | None, kit: Kit, assembly: str, trouble: str, unsaved: int) -> str:
    """Say since when it lasts and where people gather; and, where something is wrong, what is shown all the same."""
    words = kit.words
    if trouble and roll is None:
        return words("errors.nobody_inside_read")
    if trouble:
        at = format_time(roll.at) if roll else ""
        said = words("evacuation.as_read", time=at)
        return f"{said} · {words('evacuation.unsaved', count=unsaved)}" if unsaved else said
    if roll is None:
        return words("evacuation.reading")
    began = words("evacuation.since", time=format_time(roll.evacuation.at)) if roll.evacuation else ""
    where = words("evacuation.gather", place=assembly) if assembly else ""
    return " · ".join(filter(None, (began, where)))
