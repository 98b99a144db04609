"""Hours in the language of the screen, and the same hours still."""

import pytest

from frontdesk.domain.languages import Language
from frontdesk.domain.working_hours import read_hours
from frontdesk.ui.kit import Kit
from frontdesk.ui.opening_words import hours_word


@pytest.mark.parametrize(
    ("hours", "language", "shown"),
    [
        ("จ-ศ 08:30-16:30", Language.EN, "Mon–Fri 08:30–16:30"),
        ("จันทร์-ศุกร์ 8.30-16.30 น. พักเที่ยง 12.00-13.00 น.", Language.EN, "Mon–Fri 08:30–12:00, 13:00–16:30"),
        ("ทุกวัน 24 ชม.", Language.EN, "every day 24 hours"),
        ("จ-ศ 8-16 เสาร์ 8-12", Language.EN, "Mon–Fri 08:00–16:00 · Sat 08:00–12:00"),
        ("ทุกวัน 22:00-06:00", Language.EN, "every day 22:00–06:00"),
        ("Mon-Fri 8-4", Language.TH, "จ.–ศ. 08:00–16:00"),
        ("Wed 13:00-15:00", Language.TH, "พ. 13:00–15:00"),
    ],
)
def test_hours_are_worded_in_the_other_language(kit: Kit, hours: str, language: Language, shown: str) -> None:
    kit.words.set_language(language)
    assert hours_word(kit.words, hours) == shown
    assert read_hours(shown) == read_hours(hours) is not None


@pytest.mark.parametrize(
    ("hours", "language"),
    [
        ("จ-ศ 08:30-16:30", Language.TH),
        ("Mon-Fri 8-4", Language.EN),
        ("08:30-16:30", Language.EN),
        ("08:30-16:30", Language.TH),
        ("แล้วแต่นัด", Language.EN),
        ("จ-ศ 08:30-16:30 หยุดวันหยุดนักขัตฤกษ์", Language.EN),
        ("by appointment", Language.TH),
        ("", Language.EN),
    ],
)
def test_what_is_in_it_or_cannot_be_read_whole_stays_as_typed(kit: Kit, hours: str, language: Language) -> None:
    kit.words.set_language(language)
    assert hours_word(kit.words, hours) == hours
