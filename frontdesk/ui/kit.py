"""What every widget's constructor takes."""

from dataclasses import dataclass

from frontdesk.domain.languages import Language
from frontdesk.ui.icons import Icons
from frontdesk.ui.theme import SYSTEM, ZOOM_MIN, Theme
from frontdesk.ui.words import Words


@dataclass(frozen=True)
class Kit:
    """Looks, words and icons."""

    theme: Theme
    words: Words
    icons: Icons


def make_kit(
    language: Language = Language.TH, theme: str = SYSTEM, zoom: int = ZOOM_MIN, beside: Kit | None = None
) -> Kit:
    """Build the kit; needs a running QApplication. One ``beside`` another dresses only its own window."""
    looks = Theme(theme, zoom, alone=beside is not None)
    return Kit(looks, Words(language, qt_words=beside.words.qt_words if beside else None), Icons(looks))
