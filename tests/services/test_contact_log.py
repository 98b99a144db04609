"""Drafts and contacts on the real database."""

from dataclasses import replace

import pytest

from frontdesk.domain.articles import Article
from frontdesk.domain.contacts import Channel, Outcome
from frontdesk.domain.drafts import begin, used
from frontdesk.domain.errors import DeskError
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Person
from frontdesk.services.contact_log import ContactLog, Entry
from frontdesk.services.knowledge import Knowledge
from frontdesk.services.people_book import PeopleBook
from frontdesk.storage.database import Database

from .conftest import StillClock


@pytest.fixture
def log(storage: Database, clock: StillClock) -> ContactLog:
    return ContactLog(storage, clock)


@pytest.fixture
def suda(storage: Database, clock: StillClock) -> Person:
    person = Person("p1", "P-1", "สุดา", "ใจดี", numbers=(parse_number("081-234-5678"),))
    return PeopleBook(storage, clock).save(person, "test")


@pytest.fixture
def lost_card(storage: Database, clock: StillClock) -> Article:
    return Knowledge(storage, clock).save(Article("a1", "MRD-01", "บัตรประจำตัวผู้ป่วยหาย"), "test")


def everything(log: ContactLog) -> list[object]:
    with log.between(None, None) as rows:
        return list(rows)


def test_a_finished_draft_becomes_one_contact(
    log: ContactLog, suda: Person, lost_card: Article, clock: StillClock
) -> None:
    draft = replace(begin("s1", clock.now()), query="บัตรหาย", number="๐๘๑-๒๓๔-๕๖๗๘", person_id=suda.id)
    draft = used(log.save_draft(draft), lost_card.code, lost_card.title, clock.now())
    contact = log.log(draft, Outcome.ANSWERED)
    assert (contact.digits, contact.person_code, contact.person_name) == ("0812345678", "P-1", "สุดา ใจดี")
    assert (contact.articles, contact.queries) == (("MRD-01",), ("บัตรหาย",))
    assert log.drafts() == []
    assert everything(log) == [contact]


def test_logging_the_same_draft_twice_writes_one_row(log: ContactLog, clock: StillClock) -> None:
    draft = replace(begin("s1", clock.now()), note="โทรซ้ำ")
    log.log(draft, Outcome.ANSWERED)
    log.log(draft, Outcome.ANSWERED)
    assert len(everything(log)) == 1


def test_a_withdrawn_contact_is_no_longer_listed(log: ContactLog, clock: StillClock) -> None:
    contact = log.log(replace(begin("s1", clock.now()), note="ผิด"), Outcome.OTHER)
    log.withdraw(contact.id, "s1")
    assert everything(log) == []
    assert log.latest() == []


def test_a_blank_draft_is_not_kept(log: ContactLog, clock: StillClock) -> None:
    draft = replace(begin("s1", clock.now()), query="ก")
    log.save_draft(draft)
    assert [d.query for d in log.drafts("s1")] == ["ก"]
    log.save_draft(replace(draft, query=""))
    assert log.drafts() == []


def test_each_ones_drafts_stay_theirs(log: ContactLog, clock: StillClock) -> None:
    for staff in ("s1", "s2"):
        log.save_draft(replace(begin(staff, clock.now()), note=staff))
    assert [d.note for d in log.drafts("s2")] == ["s2"]


def test_an_entry_by_codes_is_resolved(log: ContactLog, suda: Person, lost_card: Article) -> None:
    entry = Entry(Channel.WALK_IN, Outcome.ANSWERED, person="P-1", articles=("MRD-01",), note="มาที่เคาน์เตอร์")
    contact = log.enter(entry, "cli")
    assert (contact.person_id, contact.topic) == (suda.id, lost_card.title)


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (Entry(Channel.PHONE, Outcome.ANSWERED, articles=("NO-1",)), "unknown_article"),
        (Entry(Channel.PHONE, Outcome.ANSWERED, person="NO-2"), "unknown_person"),
    ],
)
def test_an_unknown_code_is_refused_and_nothing_is_written(log: ContactLog, entry: Entry, code: str) -> None:
    with pytest.raises(DeskError) as refused:
        log.enter(entry, "cli")
    assert refused.value.code == code
    assert everything(log) == []
