"""Widgets that go on another line where they have not room."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.ui.widgets.flow import Flow

SIZE, GAP = 40, 10


@pytest.fixture
def boxes(qtbot: QtBot) -> Iterator[list[QWidget]]:
    """Yield three boxes in a window, the last of them higher."""
    window, flow = QWidget(), Flow()
    qtbot.addWidget(window)
    window.setLayout(flow)
    flow.setSpacing(GAP)
    made = [QWidget() for _ in range(3)]
    for n, box in enumerate(made):
        box.setFixedSize(SIZE, SIZE + 10 * (n == 2))
        flow.addWidget(box)
    window.show()
    yield made
    window.close()


@pytest.mark.parametrize(
    ("width", "places"),
    [
        (200, [(0, 5), (50, 5), (100, 0)]),
        (140, [(0, 5), (50, 5), (100, 0)]),
        (139, [(0, 0), (50, 0), (0, 50)]),
        (60, [(0, 0), (0, 50), (0, 100)]),
    ],
)
def test_what_has_no_room_goes_below(
    boxes: list[QWidget], qtbot: QtBot, width: int, places: list[tuple[int, int]]
) -> None:
    window = boxes[0].window()
    window.resize(width, 300)
    qtbot.waitUntil(lambda: [(box.x(), box.y()) for box in boxes] == places)


def test_a_hidden_one_takes_no_room(boxes: list[QWidget], qtbot: QtBot) -> None:
    boxes[0].window().resize(200, 300)
    boxes[0].hide()
    qtbot.waitUntil(lambda: (boxes[1].x(), boxes[2].x()) == (0, 50))


@pytest.mark.parametrize(("width", "height"), [(200, 50), (139, 100), (60, 150)])
def test_the_height_follows_the_width(boxes: list[QWidget], width: int, height: int) -> None:
    layout = boxes[0].window().layout()
    assert layout is not None
    assert layout.heightForWidth(width) == height
    assert layout.minimumSize().width() == SIZE
