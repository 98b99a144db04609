"""The labels, cards and sheets of labels on which badges are printed, as resources/print_labels lists them."""

import tomllib
from dataclasses import dataclass
from functools import cache

from frontdesk.domain.languages import Language
from frontdesk.paths import resources


@dataclass(frozen=True, slots=True)
class LabelSize:
    """One label, or a sheet of equal ones; all lengths in millimetres.

    ``margin`` is left free inside each label. On a sheet the first label begins ``left`` and ``top`` from the
    paper's corner, and the next ones ``across`` and ``down`` further. ``dots`` are the printer's to an inch, on
    which the modules of a code are made to fall. ``cut`` says that lines to cut along are printed.
    """

    code: str
    th: str
    en: str
    width: float
    height: float
    margin: float
    dots: int
    page_width: float = 0
    page_height: float = 0
    columns: int = 1
    rows: int = 1
    left: float = 0
    top: float = 0
    across: float = 0
    down: float = 0
    cut: bool = False

    @property
    def places(self) -> int:
        """How many labels one page has."""
        return self.columns * self.rows

    @property
    def page(self) -> tuple[float, float]:
        """The page's width and height."""
        return self.page_width or self.width, self.page_height or self.height

    def corner(self, place: int) -> tuple[float, float]:
        """Return how far from the left and from the top of its page a label begins, the first being 0."""
        row, column = divmod(place % self.places, self.columns)
        return self.left + column * self.across, self.top + row * self.down

    def name(self, language: Language) -> str:
        return self.th if language is Language.TH else self.en


@cache
def label_sizes() -> dict[str, LabelSize]:
    """Return every size by its code, in the order in which they are offered."""
    found: dict[str, LabelSize] = {}
    for file in sorted((resources() / "print_labels").glob("*.toml")):
        entries = tomllib.loads(file.read_text("utf-8"))
        found |= {code: LabelSize(code=code, **entry) for code, entry in entries.items()}
    return found
