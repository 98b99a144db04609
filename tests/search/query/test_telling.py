"""Common English words are blanked, the rest stays where it is."""

import pytest

from frontdesk.domain.segmentation import pieces
from frontdesk.search.query.telling import without_common


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("where is the pharmacy", "             pharmacy"),
        ("could you please", "could you please"),
        ("ต่อ wifi ได้ที่ไหน", "ต่อ wifi ได้ที่ไหน"),
        ("the ไวไฟ", "    ไวไฟ"),
        ("the", "the"),
        ("", ""),
    ],
)
def test_what_is_left(text: str, rest: str) -> None:
    assert without_common(text, pieces(text)) == rest
