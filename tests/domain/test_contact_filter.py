"""Filters of contacts: read from a line, written as one, said in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.asked_days import Period, Stretch
from frontdesk.domain.contact_filter import LONGEST, ContactFilter, days_said, filter_said, filter_text, read_filter
from frontdesk.domain.contacts import Channel, Feedback, Outcome
from frontdesk.domain.languages import Language

TODAY = date(2026, 11, 20)
NOVEMBER = Period(None, date(2026, 11, 1), date(2026, 11, 15))
PHONE, LINE = (Channel.PHONE,), (Channel.LINE,)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", ContactFilter()),
        ("   ", ContactFilter()),
        (
            "วันนี้ โทรศัพท์ โอนสาย บัตรหาย",
            ContactFilter(Period(Stretch.TODAY), PHONE, (Outcome.TRANSFERRED,), words=("บัตรหาย",)),
        ),
        ("สัปดาห์ก่อน", ContactFilter(Period(Stretch.LAST_WEEK))),
        ("last week lost card", ContactFilter(Period(Stretch.LAST_WEEK), words=("lost", "card"))),
        ("1-15 พ.ย. 2569", ContactFilter(NOVEMBER)),
        ("ไลน์ 1 - 15 พ.ย. 2569 บัตร", ContactFilter(NOVEMBER, LINE, words=("บัตร",))),
        ("from:1 พ.ย. 2569 to:15 พ.ย. 2569", ContactFilter(NOVEMBER)),
        ("ตั้งแต่:2026-11-01 ถึง:2026-11-15", ContactFilter(NOVEMBER)),
        ("from:เมื่อวาน โทร", ContactFilter(Period(first=date(2026, 11, 19)), PHONE)),
        ("LINE โทรศัพท์", ContactFilter(channels=(Channel.PHONE, Channel.LINE))),
        ("walk in wrong place", ContactFilter(channels=(Channel.WALK_IN,), outcomes=(Outcome.WRONG_PLACE,))),
        ("ช่องทาง:อื่น", ContactFilter(channels=(Channel.OTHER,))),
        ("outcome:other", ContactFilter(outcomes=(Outcome.OTHER,))),
        ("channel:pigeon", ContactFilter(words=("channel:pigeon",))),
        ("หัวข้อ:บัตรหาย", ContactFilter(topic="บัตรหาย")),
        ('โดย:"อรอนงค์ พรหมดี" คำชม', ContactFilter(staff="อรอนงค์ พรหมดี", feedback=Feedback.COMPLIMENT)),
        ("who:P-0001 unanswered", ContactFilter(person="P-0001", unanswered=True)),
        ("ตอบไม่ได้ แก้ไขแล้ว", ContactFilter(unanswered=True, corrected=True)),
        ('"โทรศัพท์" เสีย', ContactFilter(words=("โทรศัพท์", "เสีย"))),
        ('"บัตร ทอง"', ContactFilter(words=("บัตร ทอง",))),
        ("บัตร บัตร", ContactFilter(words=("บัตร",))),
        ("081-234-5678", ContactFilter(words=("081-234-5678",))),
        ('"', ContactFilter()),
        ("http://x", ContactFilter(words=("http://x",))),
    ],
)
def test_a_line_is_read(text: str, wanted: ContactFilter) -> None:
    assert read_filter(text, TODAY) == wanted


@pytest.mark.parametrize(
    ("wanted", "thai", "english"),
    [
        (ContactFilter(), "", ""),
        (
            ContactFilter(Period(Stretch.TODAY), PHONE, (Outcome.TRANSFERRED,), words=("บัตรหาย",)),
            "วันนี้ โทรศัพท์ โอนสาย บัตรหาย",
            "today phone transferred บัตรหาย",
        ),
        (ContactFilter(NOVEMBER, staff="อรอนงค์"), '1–15 พ.ย. 2569 โดย:"อรอนงค์"', '1–15 Nov 2026 by:"อรอนงค์"'),
        (ContactFilter(words=("วันนี้", "บัตร")), '"วันนี้" "บัตร"', '"วันนี้" "บัตร"'),
    ],
)
def test_a_filter_is_written(wanted: ContactFilter, thai: str, english: str) -> None:
    assert filter_text(wanted, Language.TH, TODAY) == thai
    assert filter_text(wanted, Language.EN, TODAY) == english


@pytest.mark.parametrize(
    ("wanted", "thai", "english"),
    [
        (ContactFilter(), (), ()),
        (ContactFilter(channels=(Channel.PHONE, Channel.LINE)), ("ช่องทาง โทรศัพท์, LINE",), ("channel phone, LINE",)),
        (
            ContactFilter(NOVEMBER, outcomes=(Outcome.DROPPED,), topic="บัตร", unanswered=True, words=("ทอง", "หาย")),
            ("1–15 พ.ย. 2569", "ผล สายหลุด", "หัวข้อ บัตร", "ตอบไม่ได้", "มีคำว่า “ทอง” “หาย”"),
            ("1–15 Nov 2026", "outcome dropped", "topic บัตร", "unanswered", "with the words “ทอง” “หาย”"),
        ),
    ],
)
def test_a_filter_is_said(wanted: ContactFilter, thai: tuple[str, ...], english: tuple[str, ...]) -> None:
    assert filter_said(wanted, Language.TH, period=True) == thai
    assert filter_said(wanted, Language.EN, period=True) == english


def test_the_days_are_said_as_they_are_today() -> None:
    assert days_said(ContactFilter(Period(Stretch.LAST_WEEK)), TODAY, Language.TH) == "9–15 พ.ย. 2569"


def test_what_is_typed_stands_over_what_was_chosen() -> None:
    chosen = ContactFilter(Period(Stretch.TODAY), PHONE, staff="อรอนงค์")
    typed = ContactFilter(channels=LINE, words=("บัตร",))
    assert typed.over(chosen) == ContactFilter(Period(Stretch.TODAY), LINE, staff="อรอนงค์", words=("บัตร",))


WORD = st.text(st.characters(codec="utf-8", exclude_characters='"', exclude_categories=("Cc", "Zs", "Zl", "Zp")),
               min_size=1, max_size=12).filter(lambda text: text.split() == [text])  # fmt: skip
VALUE = st.just("") | WORD


@given(
    st.builds(
        ContactFilter,
        period=st.sampled_from((Period(), NOVEMBER, Period(first=TODAY), *map(Period, Stretch))),
        channels=st.sets(st.sampled_from(Channel)).map(lambda some: tuple(one for one in Channel if one in some)),
        outcomes=st.sets(st.sampled_from(Outcome)).map(lambda some: tuple(one for one in Outcome if one in some)),
        topic=VALUE, staff=VALUE, person=VALUE,
        words=st.lists(WORD, unique=True, max_size=4).map(tuple),
        unanswered=st.booleans(), corrected=st.booleans(), feedback=st.none() | st.sampled_from(Feedback),
    ),
    st.sampled_from(Language),
)  # fmt: skip
def test_what_is_written_reads_back(wanted: ContactFilter, language: Language) -> None:
    text = filter_text(wanted, language, TODAY)
    if len(text) <= LONGEST:
        assert read_filter(text, TODAY) == wanted


@given(st.text(max_size=300))
def test_any_line_is_read(text: str) -> None:
    read_filter(text, TODAY)
