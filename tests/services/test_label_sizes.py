"""Labels fit their sheets, and a code fits each label."""

import pytest

from frontdesk.domain.languages import Language
from frontdesk.services.label_sizes import LabelSize, label_sizes

A4 = (210.0, 297.0)
NEAR = 0.051
SIZES = list(label_sizes().values())


def by_code(size: LabelSize) -> str:
    return size.code


@pytest.mark.parametrize("size", [size for size in SIZES if size.places > 1], ids=by_code)
def test_a_sheet_of_labels_sums_up_to_a4(size: LabelSize) -> None:
    assert size.page == A4
    width = size.left + (size.columns - 1) * size.across + size.width
    height = size.top + (size.rows - 1) * size.down + size.height
    assert width + size.left == pytest.approx(A4[0], abs=NEAR), "as much is left at the right as at the left"
    assert height + size.top == pytest.approx(A4[1], abs=NEAR), "as much is left at the foot as at the top"


@pytest.mark.parametrize("size", SIZES, ids=by_code)
def test_no_label_lies_over_another_or_over_the_edge(size: LabelSize) -> None:
    corners = [size.corner(place) for place in range(size.places)]
    assert len(set(corners)) == size.places
    for left, top in corners:
        assert 0 <= left <= size.page[0] - size.width + 1e-6
        assert 0 <= top <= size.page[1] - size.height + 1e-6
    assert size.columns == 1 or size.across >= size.width
    assert size.rows == 1 or size.down >= size.height


def test_places_are_counted_along_rows() -> None:
    size = label_sizes()["a4-21"]
    assert [size.corner(place) for place in (0, 1, 3, 20, 21)] == [
        (7.25, 15.15), (73.25, 15.15), (7.25, 53.25), (139.25, pytest.approx(243.75)), (7.25, 15.15),
    ]  # fmt: skip


def test_the_table_has_rolls_cards_and_sheets() -> None:
    assert {"roll-62x100", "card-54x86", "thermal-57x32", "roll-80x60", "a4-8", "a4-10-cut", "a4-21"} <= set(
        label_sizes()
    )
    assert all(size.code == code for code, size in label_sizes().items())
    assert {size.dots for size in SIZES} == {203, 300}
    names = [size.name(language) for size in SIZES for language in Language]
    assert len(set(names)) == 2 * len(SIZES)
