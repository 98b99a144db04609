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


SHORT = {"aliases": "people.aliases", "referred_by": "people.referrer", "purchases": "people.purchases",
         "channel": "people.way", "not_before": "people.from_when",
         "last_purchase": "people.last_purchase"}  # fmt: skip
"""Values whose name is shorter on a card than in the form."""


HINTS = {
    "number": "people.hint_any_address",
    "birthday": "people.hint_birthday",
    "not_before": "people.hint_not_before",
    "referred_by": "people.hint_referrer",
    "deputy": "people.hint_referrer",
    "aliases": "people.hint_alias_list",
    "last_purchase": "people.hint_day",
    "leave": "people.hint_leave",
    "hours": "people.hint_hours",
    "lunch": "people.hint_lunch",
}
"""Examples shown in fields that are empty."""


def hint_of(key: str) -> str:
    """Return the name of an example for a value, or nothing."""
    return HINTS.get(key.partition(".")[0], "")


def label_of(key: str) -> str:
    """Return the name of the sentence that names a value."""
    name = key.partition(".")[0]
    return SHORT.get(name, f"people.field_{name}")
