"""Going round a few fields with Tab."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def step_focus(owner: QWidget, order: Sequence[QWidget], forward: bool) -> None:
    """Put the focus into the next of these that can be seen, or the one before; after the last comes the first."""
    there = [widget for widget in order if widget.isVisible()]
    if not there:
        return
    focused = owner.window().focusWidget()
    here = next((n for n, widget in enumerate(there) if widget is focused), -1 if forward else 0)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    there[(here + (1 if forward else -1)) % len(there)].setFocus(reason)
