"""Why a row is there, where nothing else in it shows that."""

import pytest

from frontdesk.domain.languages import Language
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.answer_row import Reason


@pytest.mark.parametrize(
    ("reason", "thai", "english"),
    [
        (Reason("…ที่ช่อง 3"), "…ที่ช่อง 3", "…ที่ช่อง 3"),
        (Reason("ทำบัตรใหม่", keyword=True), "คำค้น ทำบัตรใหม่", "keyword ทำบัตรใหม่"),
        (
            Reason("ใบยา", taught=True),
            "ผู้โทรใช้คำว่า “ใบยา” กับคำตอบนี้มาก่อน",
            "callers said “ใบยา” for this before",
        ),
    ],
)
def test_the_reason_is_said_in_the_language_of_the_screen(kit: Kit, reason: Reason, thai: str, english: str) -> None:
    said = []
    for language in (Language.TH, Language.EN):
        kit.words.set_language(language)
        said.append(reason.said(kit.words))
    assert said == [thai, english]
