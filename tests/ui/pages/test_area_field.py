"""A field of several lines follows the zoom, its hint too, even where it was not seen before."""

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.forms.area_field import AreaField


@pytest.mark.parametrize("seen", [True, False])
def test_its_letters_come_back_from_a_larger_zoom(kit: Kit, qtbot: QtBot, seen: bool) -> None:
    field = AreaField(kit, "desk.note", 2, "desk.note_hint")
    qtbot.addWidget(field)
    field.setVisible(seen)
    for zoom in (150, 200, 150, 100):
        kit.theme.set_zoom(zoom)
    field.show()
    letters = (field.edit.font(), field.edit.document().defaultFont(), field.edit.viewport().font())
    assert [font.pixelSize() for font in letters] == 3 * [kit.theme.font("body").pixelSize()]
