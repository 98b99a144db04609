"""What every widget's constructor takes."""

from dataclasses import dataclass

from frontdesk.domain.languages import Language
from frontdesk.ui.icons import Icons
from frontdesk.ui.qt_words import QtWords
from frontdesk.ui.theme import SYSTEM, ZOOM_MIN, Theme
from frontdesk.ui.words import Words


@dataclass(frozen=True)
class Kit:
    """Looks, words and icons."""

    theme: Theme
    words: Words
    icons: Icons


def make_kit(
    language: Language = Language.TH, theme: str = SYSTEM, zoom: int = ZOOM_MIN, qt_words: QtWords | None = None
) -> Kit:
    """Build the kit; needs a running QApplication, whose own words are ``qt_words`` if others use them too."""
    looks = Theme(theme, zoom)
    return Kit(looks, Words(language, qt_words=qt_words), Icons(looks))
