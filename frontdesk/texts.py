"""Every sentence of the product, Thai and English side by side, for the window and the terminal.

A text's name is ``area.key``; the area is a file of resources/i18n, the key a table in it with a
``th`` and an ``en`` entry. Gaps are written ``{name}``.
"""

import tomllib
from functools import cache
from pathlib import Path

from frontdesk.domain.languages import Language
from frontdesk.paths import resources

Catalogue = dict[str, dict[str, str]]


@cache
def _area(folder: Path, area: str) -> Catalogue:
    with (folder / f"{area}.toml").open("rb") as file:
        return tomllib.load(file)


class Texts:
    """The sentences in one language."""

    def __init__(self, language: Language, folder: Path | None = None) -> None:
        self.language = language
        self._folder = folder or resources() / "i18n"

    def __call__(self, name: str, /, **gaps: object) -> str:
        """Return a sentence by its name with its gaps filled. A wrong name is a bug: KeyError."""
        area, key = name.split(".", 1)
        text = _area(self._folder, area)[key][self.language.value]
        return text.format(**gaps) if gaps else text
