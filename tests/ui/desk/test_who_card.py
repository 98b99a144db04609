"""What the card of the desk says first."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.domain.contacts import Channel
from frontdesk.domain.languages import Language
from frontdesk.domain.people import ContactFigures, PartialDate, Person, PersonKind, QuickFact
from frontdesk.domain.segments import Ground, Segment, Standing
from frontdesk.services.people_book import PersonCard
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.who_card import WhoCard

TODAY = date(2026, 11, 20)
SUDA = Person(
    id="p1", code="P-1", given_name="สุดา", family_name="ใจดี", birthday=PartialDate(11, 23), channel=Channel.LINE,
    not_before=time(17), organisation="เมืองธารพาณิชย์",
    facts=(QuickFact("โรคประจำตัว", "เบาหวาน"), QuickFact("ครอบครัว", "คุณแม่ประนอม")),
)  # fmt: skip
CARD = PersonCard(SUDA, ContactFigures(), Standing(Segment.ADVOCATE, Ground.REFERRALS, 2), birthday_in=3)


@pytest.fixture
def card(kit: Kit, qtbot: QtBot) -> WhoCard:
    made = WhoCard(kit)
    qtbot.addWidget(made)
    made.show_card(CARD, TODAY)
    return made


def told(card: WhoCard) -> list[str]:
    return card.accessibleDescription().split(", ")


def test_how_to_reach_somebody_comes_first_and_health_never(card: WhoCard) -> None:
    facts = told(card)[3:]
    assert facts == ["สะดวกทาง LINE หลัง 17:00", "วันเกิดอีก 3 วัน (23 พ.ย.)", "ครอบครัว · คุณแม่ประนอม", "เมืองธารพาณิชย์"]


def test_the_segment_says_why(card: WhoCard) -> None:
    assert told(card)[1] == "ช่วยบอกต่อ"
    assert "แนะนำคนอื่นมา 2 คน" in told(card)[2]


def test_strangers_at_the_counter_read_no_facts(card: WhoCard) -> None:
    card.kit.words.set_discreet(True)
    card.show_card(CARD, TODAY)
    assert not any("ครอบครัว" in part for part in told(card))
    card.reveal(True)
    card.show_card(CARD, TODAY)
    assert any("ครอบครัว" in part for part in told(card))


def test_strangers_at_the_counter_read_no_birthday(card: WhoCard) -> None:
    card.kit.words.set_discreet(True)
    card.show_card(CARD, TODAY)
    assert not any("23 พ.ย." in part for part in told(card))


def test_numbers_in_a_fact_are_masked(card: WhoCard) -> None:
    card.show_card(replace(CARD, person=replace(SUDA, facts=(QuickFact("ลูกสาว", "081-234-5678"),))), TODAY)
    assert "ลูกสาว · 081-xxx-5678" in told(card)


SOMCHAI = Person("p2", "S-1", "สมชาย", "ใจมั่น", kind=PersonKind.STAFF, hours="จ-ศ 08:30-16:30", lunch="12:00-13:00")
NOW = datetime(2026, 11, 20, 3, 42, tzinfo=UTC)
"""A Friday, 10:42 in Thailand."""


@pytest.mark.parametrize(
    ("language", "state", "hours"),
    [
        (Language.TH, "ประชุมถึง 15:00", "จ-ศ 08:30-16:30"),
        (Language.EN, "In a meeting until 15:00", "Mon–Fri 08:30–16:30"),
    ],
)
def test_of_a_colleague_it_says_what_they_do_and_their_hours_in_words(
    card: WhoCard, language: Language, state: str, hours: str
) -> None:
    card.kit.words.set_language(language)
    busy = replace(SOMCHAI, status="ประชุม", status_until=datetime(2026, 11, 20, 8, tzinfo=UTC))
    card.show_card(PersonCard(busy, ContactFigures(), as_of=NOW), TODAY)
    facts = told(card)[1:]
    assert facts[0] == state
    assert hours in facts
