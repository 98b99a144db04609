"""This computer's own settings. They hold no personal data and may be lost without harm."""

import tomllib
from contextlib import suppress
from pathlib import Path
from typing import Literal

import msgspec
import tomli_w

from frontdesk.domain.languages import Language
from frontdesk.paths import settings_file

ThemeWish = Literal["system", "light", "dark", "high_contrast"]


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What this desk likes. ``zoom`` is in percent; ``desk_name`` stands in the top bar; ``counter`` says that
    the screen faces the counter.
    """

    language: Language = Language.TH
    theme: ThemeWish = "system"
    zoom: int = 100
    desk_name: str = ""
    counter: bool = False


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
