"""Where the values of a card stand, so that they can be walked over and changed in place."""

from dataclasses import dataclass

from PySide6.QtCore import QRect

GHOST = "+ "
"""Stands before the name of a value that is not there yet."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A value's key as in ``card_values``, and its place in the part that paints it. ``large``: as large as a name."""

    key: str
    rect: QRect
    large: bool = False


def label_of(key: str) -> str:
    """Return the name of the sentence that names a value."""
    return f"people.field_{key.partition('.')[0]}"
