"""Pages as pictures, asked for by several threads at once, as by two windows that each look at a paper."""

import gc
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pypdfium2
import pytest

from frontdesk.domain.languages import Language
from frontdesk.printing.page_pictures import PdfPages
from frontdesk.printing.papers import write

from .sample_papers import contact_log

THREADS, TIMES, WIDTH = 4, 12, 240


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "log.pdf"
    write(contact_log(40, Language.TH), path, lambda _: None)
    return path


def test_a_page_is_a_picture(paper: Path) -> None:
    pages = PdfPages(paper)
    paper.unlink()
    drawn = pages.picture(0, WIDTH)
    assert drawn.width == WIDTH
    assert len(drawn.pixels) == drawn.stride * drawn.height
    assert len(set(drawn.pixels)) > 2
    pages.close()


def test_several_threads_draw_at_once(paper: Path) -> None:
    def draw(number: int) -> list[bytes]:
        drawn = []
        for turn in range(TIMES):
            pages = PdfPages(paper)
            drawn.append(pages.picture((number + turn) % pages.count, WIDTH).pixels)
            pages.close()
        return drawn

    alone = {bytes(pixels) for pixels in draw(0) + draw(1)}
    with ThreadPoolExecutor(THREADS) as pool:
        together = {pixels for found in pool.map(draw, range(THREADS)) for pixels in found}
    assert together == alone


def test_no_document_waits_for_the_collector(paper: Path) -> None:
    pages = PdfPages(paper)
    pages.picture(0, WIDTH)
    assert not [one for one in gc.get_objects() if isinstance(one, pypdfium2.PdfDocument) and one.raw]
