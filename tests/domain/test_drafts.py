"""A contact from its first key to the row it becomes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from frontdesk.domain.contacts import Channel, Feedback, Outcome, Use
from frontdesk.domain.drafts import Draft, begin, chosen, could_not_answer, finished, flagged, searched, typed, used

START = datetime(2026, 11, 20, 3, 42, tzinfo=UTC)


@pytest.fixture
def draft() -> Draft:
    return begin("staff-1", START)


def with_query(draft: Draft, query: str) -> Draft:
    return replace(draft, query=query)


def test_a_new_draft_is_blank_and_on_the_phone(draft: Draft) -> None:
    assert draft.blank
    assert draft.channel is Channel.PHONE


@pytest.mark.parametrize("query", ["บัตรหาย", "lost card"])
def test_using_an_answer_keeps_the_words_and_names_the_topic(draft: Draft, query: str) -> None:
    later = START + timedelta(seconds=8)
    one = used(with_query(draft, query), "MRD-01", "บัตรประจำตัวผู้ป่วยหาย", later)
    assert one.articles == ("MRD-01",)
    assert one.queries == (query,)
    assert one.topic == "บัตรประจำตัวผู้ป่วยหาย"
    assert one.answered_at == later


def test_a_second_answer_keeps_the_first_topic_and_time(draft: Draft) -> None:
    one = used(draft, "A", "ที่จอดรถ", START)
    two = used(one, "B", "เวลาเยี่ยม", START + timedelta(minutes=1))
    assert (two.articles, two.topic, two.answered_at) == (("A", "B"), "ที่จอดรถ", START)


def test_the_same_answer_or_words_count_once(draft: Draft) -> None:
    twice = used(used(with_query(draft, "รถ"), "A", "ที่จอดรถ", START), "A", "ที่จอดรถ", START)
    assert (twice.articles, twice.queries) == (("A",), ("รถ",))
    assert searched(draft, "   ").queries == ()


def test_a_typed_topic_is_never_replaced(draft: Draft) -> None:
    typed = replace(draft, topic="", topic_typed=True)
    assert used(typed, "A", "ที่จอดรถ", START).topic == ""


def test_flagging_and_not_knowing_can_be_taken_back(draft: Draft) -> None:
    assert flagged(draft, "A").flagged == ("A",)
    assert flagged(flagged(draft, "A"), "A").flagged == ()
    unknown = could_not_answer(with_query(draft, "ห้องให้นม"))
    assert (unknown.unanswered, unknown.queries) == (True, ("ห้องให้นม",))
    assert not could_not_answer(unknown).unanswered


def test_the_contact_keeps_everything_and_the_drafts_id(draft: Draft) -> None:
    full = replace(
        draft, query="บัตรหาย", number="081-234-5678", person_id="p", note="โทรกลับ", feedback=Feedback.COMPLIMENT
    )
    contact = finished(full, Outcome.DROPPED, START + timedelta(minutes=2))
    assert (contact.id, contact.started_at, contact.at) == (draft.id, START, START + timedelta(minutes=2))
    assert (contact.number, contact.person_id, contact.note) == ("081-234-5678", "p", "โทรกลับ")
    assert contact.queries == ("บัตรหาย",)
    assert contact.feedback is Feedback.COMPLIMENT


def type_on(draft: Draft, *texts: str) -> Draft:
    """Let the box hold one text after the other, as typing does."""
    for text in texts:
        draft = typed(draft, text)
    return draft


@pytest.mark.parametrize(
    ("texts", "missed"),
    [
        (("ใ", "ใบ", "ใบย", "ใบยา", "ใบย", "ใบ", "ใ", "", "บ", "บัตร"), ("ใบยา",)),
        (("ใบยา", "", "บัตร"), ("ใบยา",)),
        (("ใบยา", "บัตร"), ("ใบยา",)),
        (("card", "", "บัตร", "", "บัตรหาย"), ("card", "บัตร")),
        (("ใบยา", "", "ใบยา", "", "บัตร"), ("ใบยา",)),
        (("บัตรหสย", "บัตรห", "บัตรหาย"), ()),
        (("บัตรหสย", "บัตรหาย"), ()),
        (("", "  ", "", "บัตร"), ()),
    ],
)
def test_words_given_up_before_an_answer_was_used_are_kept_with_it(
    draft: Draft, texts: tuple[str, ...], missed: tuple[str, ...]
) -> None:
    one = used(type_on(draft, *texts), "A", "บัตร", START)
    assert one.uses == (Use("A", texts[-1], missed),)
    assert finished(one, Outcome.ANSWERED, START).uses == one.uses


def test_words_that_led_to_something_were_not_in_vain(draft: Draft) -> None:
    one = type_on(chosen(type_on(draft, "สุดา")), "", "ที่จอดรถ")
    first = used(one, "A", "ที่จอดรถ", START)
    second = used(type_on(first, "", "ใบยา", "", "รถ"), "B", "รถรับส่ง", START)
    assert second.uses == (Use("A", "ที่จอดรถ"), Use("B", "รถ", ("ใบยา",)))


def test_few_and_short_words_are_kept(draft: Draft) -> None:
    tried = [text for n in range(9) for text in (f"{n}" * 500, "")]
    (use,) = used(type_on(draft, *tried), "A", "x", START).uses
    assert [len(text) for text in use.missed] == [80] * 5


def test_an_answer_used_without_words_tells_nothing(draft: Draft) -> None:
    assert used(draft, "A", "ที่จอดรถ", START).uses == ()
    assert used(type_on(draft, "[y9iskp"), "A", "บัตร", START, "บัตรหาย").uses == (Use("A", "บัตรหาย"),)
