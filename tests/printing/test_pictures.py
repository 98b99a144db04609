"""Pages look as they looked when somebody last looked at them.

Run ``python -m tests.printing.test_pictures`` after a wanted change, then look at every picture.
"""

import io
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

from frontdesk.domain.languages import Language
from frontdesk.printing.papers import draw
from frontdesk.services.reports import Report

from .conftest import sheet_of
from .gate_samples import bilingual, gate_papers
from .sample_papers import contact_log, others
from .test_thai_text import HARD_WORDS

FOLDER = Path(__file__).parent / "pictures"
SCALE, CELL = 1.0, 4
MOST_DIFFERENT, DIFFERENT = 0.001, 24
"""How large a part of the cells may differ, and from which difference of grey (of 255) a cell does."""


def report(name: str) -> Report:
    if name in BILINGUAL:
        return BILINGUAL[name]
    sort, language = name.rsplit("-", 1)
    papers = {**others(Language(language)), **gate_papers(Language(language))}
    return contact_log(12, Language(language)) if sort == "contact_log" else papers[sort]


BILINGUAL = bilingual()
NAMES = [f"{sort}-{language}" for sort in ("contact_log", *others(), *gate_papers()) for language in Language]


def picture(pdf: bytes) -> Image.Image:
    document = pypdfium2.PdfDocument(pdf)
    made: Image.Image = document[0].render(scale=SCALE, grayscale=True).to_pil().convert("L")
    document.close()
    return made


def first_page(name: str) -> Image.Image:
    if name == "hard_words":
        return picture(sheet_of(" ".join(HARD_WORDS))).crop((0, 0, 595, 120))
    file = io.BytesIO()
    draw(report(name), file, lambda _: None)
    return picture(file.getvalue())


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return which part of the cells, small squares, is not as grey in one picture as in the other."""
    size = (one.width // CELL, one.height // CELL)
    box = Image.Resampling.BOX
    cells = ImageChops.difference(one.resize(size, box), other.resize(size, box)).histogram()
    return sum(cells[DIFFERENT:]) / sum(cells)


@pytest.mark.parametrize("name", ["hard_words", *NAMES, *BILINGUAL])
def test_pages_look_as_before(name: str) -> None:
    with Image.open(FOLDER / f"{name}.png") as kept:
        now = first_page(name)
        assert now.size == kept.size
        assert difference(now, kept.convert("L")) <= MOST_DIFFERENT


def test_a_lost_line_would_be_noticed() -> None:
    page = first_page("contact_log-th")
    harmed = page.copy()
    harmed.paste(255, (60, 200, 400, 214))
    assert difference(page, harmed) > MOST_DIFFERENT


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for each in ("hard_words", *NAMES, *BILINGUAL):
        first_page(each).quantize(16).save(FOLDER / f"{each}.png", optimize=True)
