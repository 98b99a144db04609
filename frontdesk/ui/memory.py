"""Keeps Python's garbage collector and its other threads from stopping the window."""

import gc
import sys

TURN_SECONDS = 0.0005
"""How long a thread may go on while the window waits for its turn; Python's own 5 ms are felt while typing."""


def settle() -> None:
    """Take everything that is here to stay out of the collector's sight; called once, before the window is used.

    A full collection looks at every object there is, modules too, and held the window for 80 to
    290 ms while somebody typed. It must not be called again when windows have come and gone: what
    they leave behind would never be collected.
    """
    sys.setswitchinterval(TURN_SECONDS)
    gc.collect()
    gc.freeze()
