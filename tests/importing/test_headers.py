"""The header line."""

import pytest

from frontdesk.domain.errors import DeskError
from frontdesk.importing.headers import MAX_COLUMNS, checked_delimiter, column_names, delimiter_of, said_delimiter


@pytest.mark.parametrize(
    ("line", "delimiter"),
    [
        ("code,title,body\n", ","),
        ("code;title;body\n", ";"),
        ("code\ttitle\tbody\n", "\t"),
        ("รหัส|หัวข้อ|เนื้อหา\n", "|"),
        ('"code, or number";title;body\n', ";"),
        ("code\n", ","),
        ("รหัส;หัวข้อ, ไทย;เนื้อหา\n", ";"),
    ],
)
def test_the_header_shows_the_delimiter(line: str, delimiter: str) -> None:
    assert delimiter_of(line) == delimiter


@pytest.mark.parametrize(("line", "said"), [("sep=;\r\n", ";"), ("\ufeffsep=\t\n", "\t"), ("code;title\n", "")])
def test_a_line_above_may_say_it(line: str, said: str) -> None:
    assert said_delimiter(line) == said


@pytest.mark.parametrize(
    ("cells", "names"),
    [
        (["\ufeffcode", " title ", "เบอร์\n โทร"], ("code", "title", "เบอร์ โทร")),
        (["code", "", "title", "", ""], ("code", "#2", "title")),
        (["phone", "phone", "phone"], ("phone", "phone (2)", "phone (3)")),
    ],
)
def test_columns_have_tidy_names_that_differ(cells: list[str], names: tuple[str, ...]) -> None:
    assert column_names(cells) == names


@pytest.mark.parametrize(
    ("cells", "code"), [(["", " "], "header_missing"), (["a"] * (MAX_COLUMNS + 1), "too_many_columns")]
)
def test_what_is_no_header_is_refused(cells: list[str], code: str) -> None:
    with pytest.raises(DeskError, match=code):
        column_names(cells)


def test_a_delimiter_that_is_asked_for_must_be_one() -> None:
    assert checked_delimiter(";") == ";"
    with pytest.raises(DeskError, match="delimiter_not_offered"):
        checked_delimiter("x")
