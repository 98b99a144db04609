"""Hours in the language of the screen."""

from frontdesk.domain.hours_shown import hours_in
from frontdesk.ui.words import Words


def hours_word(words: Words, hours: str) -> str:
    """Return hours in the language of the screen, or as typed."""
    return hours_in(hours, words.language)
