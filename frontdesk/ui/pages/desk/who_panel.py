"""The top right of the desk: who this is, or who it may be."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.caller import CallerState
from frontdesk.ui.pages.desk.guess_list import GuessList
from frontdesk.ui.pages.desk.who_card import WhoCard


class WhoPanel(QWidget):
    """Shows a ``CallerState``; the one of its two parts that fits is seen."""

    accepted = Signal()
    refused = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card, self.guesses = WhoCard(kit, self), GuessList(kit, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        column.addWidget(self.guesses)
        self.guesses.accepted.connect(self.accepted)
        self.guesses.refused.connect(self.refused)
        self.card.hide()

    def reveal(self, in_full: bool) -> None:
        """Show the card's numbers and note in full, or masked again."""
        self.card.reveal(in_full)

    def show_state(self, state: CallerState, today: date) -> None:
        """Show what is known of the caller."""
        self.card.show_card(state.card, today, state.preview)
        self.card.setVisible(state.card is not None)
        self.guesses.show_state(state)
        self.guesses.setVisible(state.card is None)
