"""The list of names, with the PIN field inside the chosen row."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from frontdesk.domain.errors import DeskError
from frontdesk.domain.staff import MIN_PIN_DIGITS, Staff
from frontdesk.services.sign_in_board import StaffEntry
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.sign_in.staff_delegate import StaffDelegate
from frontdesk.ui.pages.sign_in.staff_model import ENTRY_ROLE, StaffModel
from frontdesk.ui.widgets.pin_field import PinField


class StaffList(QListView):
    """Shows who may sign in. It never has the focus itself: the name box and ``pin`` drive it.

    ``chosen_changed`` follows every change of whoever the selection rests on.
    """

    chosen_changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kit = kit
        self._model = StaffModel(kit.words, self)
        self._delegate = StaffDelegate(kit, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self._settle_behaviour()
        self.pin = PinField(kit, "sign_in.pin", self.viewport())
        kit.words.bind(self, self.setAccessibleName, "sign_in.staff")
        kit.words.changed.connect(self.refresh)
        kit.theme.changed.connect(self.refresh)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.verticalScrollBar().valueChanged.connect(self._place_pin)

    @property
    def chosen(self) -> Staff | None:
        """Whoever the selection rests on."""
        entry = self.currentIndex().data(ENTRY_ROLE)
        return entry.staff if isinstance(entry, StaffEntry) else None

    @property
    def digits(self) -> int:
        """How long the PIN of the chosen one is, 0 if that is not known."""
        entry = self.currentIndex().data(ENTRY_ROLE)
        return entry.digits if isinstance(entry, StaffEntry) else 0

    def show_entries(self, entries: Sequence[StaffEntry], keep: str = "") -> None:
        """Show these; stay on the one called ``keep``, or begin at the first."""
        self._model.set_entries(entries)
        self._delegate.chosen = -1
        self.choose_row(max(0, self._model.row_of(keep)))
        self._place_pin()
        self.chosen_changed.emit()

    def choose_row(self, row: int) -> None:
        """Move the selection; beyond the ends it stays."""
        row = max(0, min(row, self._model.rowCount() - 1))
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self._model.index(row), flags)

    def step(self, steps: int) -> None:
        """Move the selection by rows."""
        self.choose_row(self.currentIndex().row() + steps)

    def set_error(self, error: DeskError | None) -> None:
        """Say under the PIN why the chosen one could not sign in."""
        self._delegate.error = error
        self.pin.set_wrong(error is not None)
        self.refresh()

    def refresh(self) -> None:
        """Measure and paint again, in the language and looks of the moment."""
        words, error = self.kit.words, self._delegate.error
        self._delegate.hint = words("sign_in.digits", count=self.digits) if self.digits else words("sign_in.enter")
        self.pin.setAccessibleDescription(words(f"errors.{error.code}", **error.data) if error else "")
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        self.scrollTo(self.currentIndex())
        self._place_pin()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_pin()

    def _settle_behaviour(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(False)
        self.setMouseTracking(True)

    def _on_current(self, current: QModelIndex, _: QModelIndex) -> None:
        self._delegate.chosen = current.row()
        self._delegate.error = None
        self.pin.expected = self.digits or MIN_PIN_DIGITS
        self.pin.set_wrong(False)
        self.pin.clear()
        self.refresh()
        self.chosen_changed.emit()

    def _place_pin(self) -> None:
        index = self.currentIndex()
        self.pin.setVisible(index.isValid())
        if index.isValid():
            self.pin.move(self._delegate.pin_rect(self.visualRect(index)).topLeft())
