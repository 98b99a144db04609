"""This computer's own settings. They hold no personal data and may be lost without harm."""

import tomllib
from contextlib import suppress
from pathlib import Path
from typing import Literal

import msgspec
import tomli_w

from frontdesk.domain.languages import Language
from frontdesk.paths import settings_file

ThemeWish = Literal["system", "light", "dark", "high_contrast", "clock"]


class WindowSettings(msgspec.Struct, frozen=True, kw_only=True):
    """What one window likes. ``zoom`` is in percent; ``desk_name`` stands in the top bar; ``counter`` says that
    the screen faces the counter; ``start_page`` is the page that comes first after signing in, nothing for the desk;
    ``badge_size`` is the code of the labels that badges were printed on last.
    """

    language: Language = Language.TH
    theme: ThemeWish = "system"
    zoom: int = 100
    desk_name: str = ""
    counter: bool = False
    start_page: str = ""
    badge_size: str = ""


class Settings(WindowSettings, frozen=True, kw_only=True):
    """What this computer likes: its own fields are those of the first window; ``windows`` has the others by
    number, from "2".
    """

    windows: dict[str, WindowSettings] = {}

    def window(self, number: int) -> WindowSettings:
        """Return what the window of a number likes; a new one speaks and looks as the first does."""
        if number == 1:
            return WindowSettings(**{name: getattr(self, name) for name in WindowSettings.__struct_fields__})
        return self.windows.get(str(number), WindowSettings(language=self.language, theme=self.theme, zoom=self.zoom))

    def with_window(self, number: int, window: WindowSettings) -> "Settings":
        """Return the settings with those of one window in their place."""
        if number == 1:
            return msgspec.structs.replace(self, **msgspec.structs.asdict(window))
        return msgspec.structs.replace(self, windows={**self.windows, str(number): window})


def load_settings(file: Path | None = None) -> Settings:
    """Read the settings; a damaged file is put aside and the defaults are used."""
    path = file or settings_file()
    try:
        return msgspec.toml.decode(path.read_bytes(), type=Settings)
    except FileNotFoundError:
        return Settings()
    except (msgspec.MsgspecError, tomllib.TOMLDecodeError, UnicodeDecodeError):
        _put_aside(path)
    except OSError:
        pass  # unreadable now, perhaps readable at the next start
    return Settings()


def save_settings(settings: Settings, file: Path | None = None) -> None:
    """Write the settings so that a crash leaves the old or the new ones. Raise ``OSError``."""
    path = file or settings_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_text(tomli_w.dumps(msgspec.to_builtins(settings)), "utf-8")
    fresh.replace(path)


def _put_aside(path: Path) -> None:
    with suppress(OSError):
        path.replace(path.with_name(f"{path.name}.damaged"))
