"""The head of the due list: what there is, how well times were kept, and whose promises are shown."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.domain.promises import DueCounts, KeptRate
from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.paint.tags import TagLook
from frontdesk.ui.widgets.buttons import OutcomeButton
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import Tag, TextLabel
from frontdesk.ui.words import Words

INSET, WEAK_BELOW = 20, 30


class Shown(StrEnum):
    """Which promises are shown, in the order of Alt+1 to Alt+3."""

    ALL = "all"
    MINE = "mine"
    CLOSED = "closed"


class DueHead(Ground):
    """``chosen`` carries a ``Shown``."""

    chosen = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "surface", parent)
        self.title, self.counts = TextLabel(kit, Ink("title", bold=True)), TextLabel(kit, Ink("label", "text_2"))
        self.overdue, self.rate = Tag(kit, TagLook("")), TextLabel(kit, Ink("label", "text_2"))
        self.weak = Tag(kit, TagLook(""))
        self.buttons = {shown: self._button(place, shown) for place, shown in enumerate(Shown, 1)}
        self._figures: tuple[DueCounts, KeptRate] | None = None
        row = QHBoxLayout(self)
        told: tuple[QWidget, ...] = (self.title, self.overdue, self.counts)
        for widget in told:
            row.addWidget(widget)
        row.addStretch(1)
        chosen: tuple[QWidget, ...] = (self.rate, self.weak, *self.buttons.values())
        for widget in chosen:
            row.addWidget(widget)
        self.space(row, (INSET - 2, 10, INSET, 6), 10)
        kit.words.bind(self, self.title.set_text, "commands.promises")
        kit.words.changed.connect(self._renew)
        self.show_shown(Shown.ALL)
        self._renew()

    def show_figures(self, counts: DueCounts, rate: KeptRate) -> None:
        self._figures = counts, rate
        self._renew()

    def forget(self) -> None:
        """Say nothing until figures are read."""
        self._figures = None
        self._renew()

    def show_shown(self, shown: Shown) -> None:
        """Mark which promises are shown."""
        for one, button in self.buttons.items():
            button.ink = Ink("label", "accent" if one is shown else "text", bold=one is shown)
            button.fill = "accent_soft" if one is shown else "surface"
            button.refresh()

    def _renew(self) -> None:
        if self._figures is None:
            for tag in (self.overdue, self.weak):
                tag.hide()
            for label in (self.counts, self.rate):
                label.set_text("")
            return
        (counts, rate), words = self._figures, self.kit.words
        self.overdue.setVisible(bool(counts.overdue))
        text = words("promises.overdue_count", count=f"{counts.overdue:,}")
        self.overdue.set_look(TagLook(text, "danger", "clock-alert", bold=True))
        untold = words("promises.untold_count", count=f"{counts.untold:,}") if counts.untold else ""
        due = words("promises.due_count", count=f"{counts.due:,}")
        self.counts.set_text(" · ".join(filter(None, (due, untold))))
        self.rate.set_text(rate_word(words, rate))
        self.rate.setToolTip(words("promises.rate_means"))
        self.weak.set_look(TagLook(words("promises.weak"), "", "triangle-alert"))
        self.weak.setVisible(0 < rate.n < WEAK_BELOW)

    def _button(self, place: int, shown: Shown) -> OutcomeButton:
        button = OutcomeButton(self.kit, f"promises.show_{shown.value}", f"Alt+{place}")
        button.clicked.connect(lambda: self.chosen.emit(shown))
        return button


def rate_word(words: Words, rate: KeptRate) -> str:
    """Say how many times were kept, with how many there were."""
    return "" if rate.percent is None else words("promises.rate", percent=rate.percent, n=f"{rate.n:,}")
