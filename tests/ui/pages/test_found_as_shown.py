"""What the card shows of somebody finds them, typed into the box just as it stands there, in both languages."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.card_phrases import KINDS, SEGMENTS
from frontdesk.domain.contacts import Channel, Outcome
from frontdesk.domain.languages import Language
from frontdesk.domain.people import Leave, Person, PersonKind
from frontdesk.domain.segments import Segment
from frontdesk.services.contact_log import Entry
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.people.card import PersonCardView
from frontdesk.ui.pages.people.identity import identity_runs, name_runs
from frontdesk.ui.pages.people.page import PeoplePage
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher
from frontdesk.ui.words import Words
from tests.ui.pages.conftest import ORN
from tests.ui.pages.test_full_card import everything

HEAD = Person(
    id="p-head", code="S-0001", given_name="สมชาย", family_name="ใจมั่น", kind=PersonKind.STAFF, department="เวชระเบียน",
    hours="จ-ศ 08:45-16:15", lunch="11:45-12:45", room="อาคาร 5 ห้อง 12", deputy="คุณพิมพา",
    leave=(Leave(date(2099, 12, 1), date(2099, 12, 3), "ลาพักร้อน"),),
)  # fmt: skip


@pytest.fixture
def page(desk: Desk, tasks: Tasks, kit: Kit, watcher: Watcher, open_page: Callable[[QWidget], None]) -> PeoplePage:
    book = desk.people_book
    book.save(Person(id="p-wilai", code="P-0002", given_name="วิไล", family_name="ศรีสุข"), ORN.id)
    book.save(replace(everything(book.today()), purchases=12), ORN.id)
    book.save(HEAD, ORN.id)
    for number in range(20):  # of whom nothing is known, so that not everybody is found by everything
        sent = {3: "p-suda", 4: "p-suda"}.get(number, "")
        book.save(Person(id=f"p-{number}", code=f"N-{number}", given_name=f"มานะ{number}", referred_by=sent), ORN.id)
    for outcome in (Outcome.PROMISED, *[Outcome.ANSWERED] * 2):
        desk.contact_log.enter(Entry(Channel.PHONE, outcome, person="P-0001", note="เลื่อนนัดคลินิกตา"), ORN.id)
    made = PeoplePage(kit, desk.people, book, desk.contact_log, tasks, watcher, desk)
    made.sign_in(ORN)
    open_page(made)
    return made


def shown(card: PersonCardView) -> Iterator[str]:
    """Yield every value on the card in full, and the label where the value says little without it."""
    assert card.file is not None
    told, words = card.file.card, card.kit.words
    yield from (text for _, text in name_runs(told, words.language))
    yield told.person.nickname
    yield from (text for key, text in identity_runs(told, words) if key != "title")  # nobody is found by "Miss" alone
    yield from (tag.text for tag in card.name.tags(told) if not tag.icon)
    yield told.person.note
    yield from (f"{cell.value} {cell.label}" for cell in card.figures.cells() if cell.value_key)
    yield from (cell.value for cell in card.figures.cells() if cell.value_key == "not_before")
    yield from (fact.value for fact in card.reach.facts)
    for fact in card.other.facts:
        yield from (fact.value, fact.sort, f"{fact.name} {fact.value}" if fact.key.startswith("fact") else "")


@pytest.mark.parametrize("person_id", ["p-suda", "p-head"])
@pytest.mark.parametrize("language", list(Language))
def test_every_value_finds_whose_card_it_is_on(
    page: PeoplePage, desk: Desk, qtbot: QtBot, language: Language, person_id: str
) -> None:
    qtbot.waitUntil(lambda: bool(page.pane.list.items) and page.card.person_id != "")  # whoever called last
    page.open_person(person_id)
    qtbot.waitUntil(lambda: page.card.person_id == person_id)
    page.kit.words.set_language(language)
    page.card.reveal(True)
    texts = list(dict.fromkeys(filter(None, shown(page.card))))
    missed = [text for text in texts if person_id not in [one.person.id for one in desk.people.find(text).people]]
    assert missed == []
    assert len(texts) > 8


@pytest.mark.parametrize("language", list(Language))
def test_the_box_reads_the_very_words_of_the_tags(language: Language) -> None:
    words = Words(language)
    assert {one: words(f"desk.segment_{one.value}") for one in Segment} == SEGMENTS[language]
    assert {one: words(f"desk.kind_{one.value}") for one in PersonKind} == KINDS[language]
