"""The rows of the sign-in list."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from frontdesk.services.sign_in_board import StaffEntry
from frontdesk.ui.words import Words

ENTRY_ROLE = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class StaffModel(QAbstractListModel):
    """Entries as rows; ``ENTRY_ROLE`` gives the ``StaffEntry``."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._entries: list[StaffEntry] = []

    def set_entries(self, entries: Sequence[StaffEntry]) -> None:
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    def row_of(self, staff_id: str) -> int:
        """Return the row of a member of staff, -1 for one who is not listed."""
        return next((row for row, entry in enumerate(self._entries) if entry.staff.id == staff_id), -1)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return shown_name(entry, self._words)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{shown_name(entry, self._words)} · {detail_of(entry, self._words)}"
        return None


def shown_name(entry: StaffEntry, words: Words) -> str:
    """Return the name in the language of the screen where it is known in that language."""
    staff = entry.staff
    return staff.name_en if words.language == "en" and staff.name_en else staff.name


def detail_of(entry: StaffEntry, words: Words) -> str:
    """Return what stands under a name: the work, and the drafts that wait."""
    role = words(f"roles.{entry.staff.role.value}")
    return f"{role} · {words('sign_in.drafts', count=entry.drafts)}" if entry.drafts else role
