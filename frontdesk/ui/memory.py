"""Keeps Python's garbage collector from stopping the window."""

import gc


def settle() -> None:
    """Take everything that is here to stay out of the collector's sight; called once, before the window is used.

    A full collection looks at every object there is, modules too, and held the window for 80 to
    290 ms while somebody typed. It must not be called again when windows have come and gone: what
    they leave behind would never be collected.
    """
    gc.collect()
    gc.freeze()
