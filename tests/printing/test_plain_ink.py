"""Should ReportLab change under our hands, papers are plainer, but they are printed."""

import io
from collections.abc import Iterator

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from frontdesk.printing.ink import Ink
from frontdesk.printing.papers import draw
from frontdesk.printing.plain_ink import PlainInk, open_ink, shapes_well

from .sample_papers import contact_log


@pytest.fixture(autouse=True)
def fresh_check() -> Iterator[None]:
    shapes_well.cache_clear()
    yield
    shapes_well.cache_clear()


def test_this_reportlab_is_the_one_that_was_meant() -> None:
    assert shapes_well()
    assert type(open_ink(io.BytesIO(), "", "")) is Ink


def test_another_one_still_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object, **__: object) -> None:
        raise AttributeError("addLiteral")

    monkeypatch.setattr(Canvas, "addLiteral", gone)
    assert not shapes_well()
    assert type(open_ink(io.BytesIO(), "", "")) is PlainInk
    file = io.BytesIO()
    pages = draw(contact_log(3), file, lambda _: None)
    document = pypdfium2.PdfDocument(file.getvalue())
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert pages == 1
    assert "Visiting hours" in text or "081-xxx-5678" in text
