"""An answer through the form and back, and its history in words."""

from datetime import UTC, date, datetime

import pytest

from frontdesk.domain.articles import Article
from frontdesk.domain.languages import Language
from frontdesk.ui.pages.answers.answer_entry import FIELDS, read_article, values_of
from frontdesk.ui.pages.answers.answer_file import history

TODAY = date(2026, 11, 20)
CARD = Article(
    id="a1", code="MRD-01", title="บัตรผู้ป่วยหาย", title_en="Lost patient card", say="แจ้งที่ช่อง 3 ค่ะ", say_en="Counter 3.",
    body="1. บอกชื่อ\n2. รอ 10 นาที", body_en="1. Say your name", category="บัตร", keywords=("บัตรหาย", "lost card"),
    department="เวชระเบียน", owner="S-MRD-1", deputy="S-MRD-2", verified_on=date(2026, 11, 3), verified_by="S-MRD-1",
    review_by=date(2027, 11, 3), pinned=True,
)  # fmt: skip


@pytest.mark.parametrize("language", list(Language))
def test_what_was_not_touched_comes_back_as_it_was(language: Language) -> None:
    assert read_article(values_of(CARD, language), CARD, TODAY) == (CARD, {})


def test_every_field_of_the_form_is_filled_and_read() -> None:
    assert set(values_of(CARD, Language.TH)) == {spec.name for spec in FIELDS}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("16 ม.ค. 2570", date(2027, 1, 16)),
        ("16/1/70", date(2027, 1, 16)),
        ("2027-01-16", date(2027, 1, 16)),
        ("", None),
    ],
)
def test_dates_are_typed_in_the_buddhist_era_or_as_iso(text: str, day: date | None) -> None:
    article, errors = read_article(values_of(CARD, Language.TH) | {"review_by": text}, CARD, TODAY)
    assert (article.review_by, errors) == (day, {})


def test_keywords_are_split_and_repeated_ones_dropped() -> None:
    article, _ = read_article(values_of(CARD, Language.TH) | {"keywords": "บัตรหาย; lost card, บัตรหาย;"}, CARD, TODAY)
    assert article.keywords == ("บัตรหาย", "lost card")


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [("verified_on", "เมื่อไหร่", "date_unknown"), ("code", " ", "code_missing"), ("title", "", None)],
)
def test_what_cannot_be_read_is_said_at_its_field(name: str, text: str, code: str | None) -> None:
    _, errors = read_article(values_of(CARD, Language.TH) | {name: text}, CARD, TODAY)
    assert {field: error.code for field, error in errors.items()} == ({name: code} if code else {})


def test_an_answer_needs_a_title_in_one_language() -> None:
    _, errors = read_article(values_of(CARD, Language.TH) | {"title": "", "title_en": ""}, CARD, TODAY)
    assert errors["title"].code == "title_missing"


def test_history_says_what_each_step_changed() -> None:
    first = Article(id="a1", code="MRD-01", title="บัตรหาย")
    second = Article(id="a1", code="MRD-01", title="บัตรผู้ป่วยหาย", owner="S-MRD-1")
    at = datetime(2026, 11, 20, tzinfo=UTC)
    now = Article(id="a1", code="MRD-01", title="บัตรผู้ป่วยหาย", owner="S-MRD-1", verified_on=TODAY)
    steps = history(now, [(at, "s-orn", second), (at, "s-wan", first)])
    assert [(step.by, step.fields) for step in steps] == [
        ("s-orn", ("verified_on",)),
        ("s-wan", ("title", "owner")),
    ]
