"""Where things are: what is shipped, and what belongs to one desk."""

from dataclasses import dataclass
from pathlib import Path

APP = "frontdesk"
_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """Return the folder of shipped fonts, icons, texts and demo data."""
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def default_data() -> Path:
    """Return the folder of the desk on this computer when none is named."""
    import platformdirs  # here, because a named folder does not need it

    return Path(platformdirs.user_data_dir(APP, appauthor=False)) / "desk"


def settings_file() -> Path:
    """Return the file of this computer's own settings (language, theme, zoom, desk name)."""
    import platformdirs

    return Path(platformdirs.user_config_dir(APP, appauthor=False)) / "settings.toml"


@dataclass(frozen=True, slots=True)
class DeskFolder:
    """One desk's folder, and what lies where in it."""

    root: Path

    @property
    def database(self) -> Path:
        return self.root / "frontdesk.db"

    @property
    def index(self) -> Path:
        return self.root / "index"

    @property
    def backups(self) -> Path:
        return self.root / "backups"

    @property
    def logo(self) -> Path:
        """The site's logo for papers, if somebody has put one there."""
        return self.root / "logo.png"

    @property
    def logs(self) -> Path:
        return self.root / "logs"
