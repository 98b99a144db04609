"""Tidying texts."""

import pytest

from frontdesk.services.import_row import tidy


@pytest.mark.parametrize(
    ("text", "one_line", "several"),
    [
        ("  สุดา  ใจดี ", "สุดา ใจดี", "สุดา  ใจดี"),
        ("a\r\nb\rc\n", "a b c", "a\nb\nc"),
        ("a\x00b\x07c", "abc", "abc"),
        ("\u202eevil\u202c \u2066x\u2069", "evil x", "evil x"),
        ("\ufeffcode", "code", "code"),
        ("a\u00a0b", "a b", "a\u00a0b"),
        ("คำ\u200bแบ่ง", "คำ\u200bแบ่ง", "คำ\u200bแบ่ง"),
        ("- ข้อ 1\n\t- ข้อย่อย", "- ข้อ 1 - ข้อย่อย", "- ข้อ 1\n\t- ข้อย่อย"),
        ("", "", ""),
    ],
)
def test_texts_are_tidied(text: str, one_line: str, several: str) -> None:
    assert (tidy(text), tidy(text, lines=True)) == (one_line, several)
    assert (tidy(one_line), tidy(several, lines=True)) == (one_line, several)
