"""Keeps Python's garbage collector and its other threads from stopping the window, and from ending its widgets."""

import gc
import sys

from PySide6.QtCore import QObject, QTimer

TURN_SECONDS = 0.0005
"""How long a thread may go on while the window waits for its turn; Python's own 5 ms are felt while typing."""
LOOK_MS, NEW_OBJECTS = 1_000, 20_000
"""How often is looked whether so many objects are new: going through them takes a few milliseconds."""
FULL_EVERY = 25
"""Of so many looks that found new objects one goes through everything made since the start."""


class Collector(QObject):
    """Collects garbage on the thread it is made on, and there alone.

    Python collects on whatever thread makes the next object. Among the garbage may be widgets of a window that was
    closed, and a widget that ends on another thread than its own takes the program with it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._looks = 0
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect if there is enough that is new."""
        if gc.get_count()[0] < NEW_OBJECTS:
            return
        self._looks += 1
        gc.collect(2 if self._looks % FULL_EVERY == 0 else 1)

    def stop(self) -> None:
        """Leave collecting to Python again."""
        self._timer.stop()
        gc.enable()


def settle() -> Collector:
    """Take everything that is here to stay out of the collector's sight; called once, before the window is used.

    A full collection looks at every object there is, modules too, and held the window for 80 to
    290 ms while somebody typed. It must not be called again when windows have come and gone: what
    they leave behind would never be collected. What is returned collects from then on.
    """
    sys.setswitchinterval(TURN_SECONDS)
    gc.collect()
    gc.freeze()
    return Collector()
