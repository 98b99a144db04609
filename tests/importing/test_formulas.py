"""Cells that a spreadsheet would run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.importing.formulas import as_meant, harmless


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2+3+cmd",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =HYPERLINK(A1)",
        "＝1+1",
        "＋1",
        "－1+A1",
        "＠SUM",
        "- ขั้นแรก แจ้งชื่อ",
    ],
)
def test_what_could_run_is_disarmed_and_read_back(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"
    assert as_meant(harmless(cell)) == cell


@pytest.mark.parametrize(
    "cell", ["", "+66812345678", "-5", "+66 81 234 5678", "-", "081-234-5678", "ปกติ", "a=b", "'quoted'"]
)
def test_harmless_cells_stay_as_they_are(cell: str) -> None:
    assert harmless(cell) == cell
    assert as_meant(cell) == cell


@given(st.text(alphabet="'=+-@ \tกa1", max_size=6))
def test_every_text_comes_back_as_it_was(cell: str) -> None:
    assert as_meant(harmless(cell)) == cell
