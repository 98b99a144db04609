"""The shipped typeface, loaded before the first widget so that Thai looks alike everywhere."""

from PySide6.QtGui import QFontDatabase

from frontdesk.domain.errors import DeskError
from frontdesk.paths import resources

FILES = ("Sarabun-Regular.ttf", "Sarabun-Bold.ttf")


def load_fonts() -> None:
    """Make Sarabun known to Qt. Raise ``DeskError`` when the installation lacks it."""
    for name in FILES:
        if QFontDatabase.addApplicationFont(str(resources() / "fonts" / name)) < 0:
            raise DeskError("shipped_file_missing", name=name)
