"""Qt's own words (context menus, file windows) in Thai, which Qt does not bring."""

import tomllib

from PySide6.QtCore import QCoreApplication, QTranslator

from frontdesk.domain.languages import Language
from frontdesk.paths import resources


class QtWords(QTranslator):
    """Gives the Thai of Qt's English from resources/i18n/qt.toml."""

    def __init__(self) -> None:
        super().__init__()
        raw = tomllib.loads((resources() / "i18n" / "qt.toml").read_text("utf-8"))
        self._thai: dict[str, str] = {_bare(entry["en"]): str(entry["th"]) for entry in raw.values()}
        self._speaking = False

    def speak(self, language: Language) -> None:
        """Let Qt say its words in a language; there is one Qt, so the window that is used decides."""
        thai = language is Language.TH
        if thai and not self._speaking:
            QCoreApplication.installTranslator(self)
        elif self._speaking and not thai:
            QCoreApplication.removeTranslator(self)
        self._speaking = thai

    def isEmpty(self) -> bool:
        return not self._thai

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 - Qt's own name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        """Return the Thai, or None so that Qt keeps its own (an empty text would be shown)."""
        return self._thai.get(_bare(sourceText))


def _bare(text: str) -> str:
    return text.replace("&", "").rstrip(".…").strip()
