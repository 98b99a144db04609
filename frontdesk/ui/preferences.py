"""Keeps language, theme and zoom from one start to the next."""

import logging
from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject

from frontdesk.settings import Settings
from frontdesk.ui.kit import Kit, make_kit

log = logging.getLogger(__name__)


class Preferences(QObject):
    """The settings in force. Whatever changes on the screen is written at once."""

    def __init__(self, kit: Kit, settings: Settings, save: Callable[[Settings], None]) -> None:
        super().__init__()
        self._kit, self._settings, self._save = kit, settings, save
        kit.words.changed.connect(self._on_change)
        kit.theme.changed.connect(self._on_change)

    @property
    def settings(self) -> Settings:
        return self._settings

    def set_desk_name(self, name: str) -> None:
        """Name this desk, as the top bar shows it."""
        self._store(msgspec.structs.replace(self._settings, desk_name=name.strip()))

    def _on_change(self) -> None:
        kit = self._kit
        self._store(
            msgspec.structs.replace(
                self._settings,
                language=kit.words.language,
                theme=kit.theme.wish,
                zoom=kit.theme.zoom,
                counter=kit.words.discreet,
            )
        )

    def _store(self, settings: Settings) -> None:
        if settings == self._settings:
            return
        self._settings = settings
        try:
            self._save(settings)
        except OSError as error:  # the choice still holds until the window closes
            log.warning("settings not saved: %s", error.strerror)


def kit_for(settings: Settings) -> Kit:
    """Build the kit as the settings say."""
    kit = make_kit(settings.language, settings.theme, settings.zoom)
    kit.words.set_discreet(settings.counter)
    return kit
