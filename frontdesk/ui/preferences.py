"""Keeps language, theme, zoom and what else each window likes from one start to the next."""

import logging
from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject

from frontdesk.domain.languages import Language
from frontdesk.settings import Settings, WindowSettings
from frontdesk.ui.kit import Kit, make_kit

log = logging.getLogger(__name__)


class KeptSettings:
    """This computer's settings as all its windows have them. Whatever changes is written at once."""

    def __init__(self, settings: Settings, save: Callable[[Settings], None]) -> None:
        self._settings, self._save = settings, save

    @property
    def settings(self) -> Settings:
        return self._settings

    def store(self, settings: Settings) -> None:
        if settings == self._settings:
            return
        self._settings = settings
        try:
            self._save(settings)
        except OSError as error:  # the choice still holds until the window closes
            log.warning("settings not saved: %s", error.strerror)


class Preferences(QObject):
    """What one window likes, by its number."""

    def __init__(self, kit: Kit, kept: KeptSettings, number: int = 1) -> None:
        super().__init__()
        self._kit, self._kept, self.number = kit, kept, number
        kit.words.changed.connect(self._on_change)
        kit.theme.changed.connect(self._on_change)

    @property
    def settings(self) -> Settings:
        """All that is kept on this computer."""
        return self._kept.settings

    @property
    def window(self) -> WindowSettings:
        """What this window likes."""
        return self._kept.settings.window(self.number)

    def set_desk_name(self, name: str) -> None:
        """Name this window's desk, as the top bar shows it."""
        self._store(desk_name=name.strip())

    def set_start_page(self, page_id: str) -> None:
        """Choose the page that comes first after signing in at this window; nothing for the desk."""
        self._store(start_page=page_id)

    def set_badge_size(self, code: str) -> None:
        """Remember on which labels badges are printed here."""
        self._store(badge_size=code)

    def for_window(self, number: int) -> "tuple[Kit, Preferences]":
        """Return the looks and words of one more window, and what it likes."""
        kit = kit_for(self.settings, number, self._kit)
        return kit, Preferences(kit, self._kept, number)

    def rest(self) -> None:
        """Keep nothing more: this window is gone."""
        self._kit.words.changed.disconnect(self._on_change)
        self._kit.theme.changed.disconnect(self._on_change)

    def _store(self, **changes: object) -> None:
        window = msgspec.structs.replace(self.window, **changes)
        self._kept.store(self._kept.settings.with_window(self.number, window))

    def _on_change(self) -> None:
        words, theme = self._kit.words, self._kit.theme
        self._store(language=words.language, counter=words.discreet, theme=theme.wish, zoom=theme.zoom)


def kit_for(settings: Settings, number: int = 1, beside: Kit | None = None) -> Kit:
    """Build the kit of a window as the settings say; one ``beside`` another leaves the application as it is."""
    window = settings.window(number)
    kit = make_kit(Language(window.language), window.theme, window.zoom, beside)
    kit.words.set_discreet(window.counter)
    return kit
