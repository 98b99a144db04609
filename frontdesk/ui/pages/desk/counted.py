"""Sentences with a number in them, of which English has one form for one and another for more."""

from frontdesk.ui.words import Words


def counted(words: Words, name: str, count: int, **gaps: object) -> str:
    """Return a sentence for a number; that for one has the name of the other with ``_one``."""
    return words(f"{name}_one" if count == 1 else name, count=count, **gaps)
