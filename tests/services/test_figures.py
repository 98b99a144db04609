"""Figures of a real record: corrected, merged, withdrawn, attributed, and beside the period before."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from frontdesk.domain.articles import Article
from frontdesk.domain.contacts import Channel, Contact, Outcome
from frontdesk.domain.counted_days import CountedDays, Span, days_of
from frontdesk.domain.figures import Share
from frontdesk.domain.ids import new_id
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Person
from frontdesk.domain.promises import Closing, PromiseEvent, PromiseEventKind, promise_of
from frontdesk.domain.staff import Role, Staff
from frontdesk.services.attaching import Attaching
from frontdesk.services.clock import SITE_ZONE
from frontdesk.services.figures import DeskFigures, Figures
from frontdesk.services.merging import Merging
from frontdesk.services.promises import Promises
from frontdesk.storage.database import Database

from .conftest import StillClock

PHONE = "0812345678"
FIRST = datetime(2026, 11, 2, 9, 0, tzinfo=SITE_ZONE)
NOVEMBER = days_of(Span.MONTH, date(2026, 11, 2), date(2026, 11, 20))
SUDA = Person("a", "P-1", "สุดา", "ใจดี", numbers=(parse_number(PHONE),))
SUTHIDA = Person("b", "P-2", "สุธิดา", "ใจดี")
ORN = Staff("s1", "S-1", "อรอนงค์ ใจงาม", "อร", role=Role.SUPERVISOR)
LOST = Article("l", "K-1", "บัตรหาย", keywords=("ทำบัตรใหม่",), verified_on=date(2026, 11, 1))
OLD = Article("o", "K-2", "ที่จอดรถ", verified_on=date(2025, 1, 1), review_by=date(2026, 1, 1))

MADE = PromiseEventKind.MADE

Add = Callable[..., Contact]


@pytest.fixture
def add(storage: Database) -> Add:
    """Put a contact on the record: ``add(days, topic=...)``, answered on the phone for P-1 about a lost card."""
    with storage.write() as repos:
        repos.people.save_many((SUDA, SUTHIDA), "test")
        repos.articles.save_many((LOST, OLD), "test")
        repos.staff.save(ORN)

    def put(days: float = 0, **fields: object) -> Contact:
        at = FIRST + timedelta(days=days)
        usual: dict[str, object] = {
            "started_at": at - timedelta(seconds=90), "answered_at": at - timedelta(seconds=78), "person_id": "a",
            "channel": Channel.PHONE, "outcome": Outcome.ANSWERED, "staff": "s1", "topic": "บัตรหาย",
        }  # fmt: skip
        made = Contact(id=new_id(), at=at, **(usual | fields))  # type: ignore[arg-type]
        with storage.write() as repos:
            repos.contacts.add(made)
        return made

    return put


@pytest.fixture
def figures(storage: Database, clock: StillClock) -> DeskFigures:
    return DeskFigures(storage, clock)


def november(figures: DeskFigures) -> Figures:
    return figures.of(NOVEMBER)


def test_a_resolved_contact(figures: DeskFigures, add: Add) -> None:
    add()
    total = november(figures).total
    assert total.resolution == Share(1, 1)
    assert (total.time_to_answer.median, total.handling_time.median) == (12, 90)


@pytest.mark.parametrize(("days", "resolved"), [(7, 0), (7 + 1 / 86_400, 2)])
def test_the_border_of_seven_days(figures: DeskFigures, add: Add, days: float, resolved: int) -> None:
    add()
    add(days)
    assert november(figures).total.resolved == resolved


def test_withdrawn_contacts_were_never_there(storage: Database, figures: DeskFigures, add: Add) -> None:
    add()
    again = add(2)
    with storage.write() as repos:
        repos.contacts.withdraw(again.id, "s1", again.at)
    assert november(figures).total.resolution == Share(1, 1)
    assert november(figures).total.contacts == 1


def test_corrected_values_count(storage: Database, figures: DeskFigures, add: Add) -> None:
    wrong = add()
    with storage.write() as repos:
        repos.contacts.correct(wrong.id, {"outcome": Outcome.TRANSFERRED, "topic": "ที่จอดรถ"}, "s1", wrong.at)
    found = november(figures)
    assert found.total.resolution == Share(0, 1)
    assert found.total.transfers == Share(1, 1)
    assert list(found.topics) == ["ที่จอดรถ"]


def test_an_answer_is_one_topic_in_whatever_language_it_was_logged(
    storage: Database, figures: DeskFigures, add: Add
) -> None:
    with storage.write() as repos:
        repos.articles.save_many((replace(LOST, title_en="Lost card"), replace(OLD, title_en="Parking")), "test")
    add()
    add(2, topic="LOST CARD")
    add(3, topic="parking")
    add(4, topic="Somewhere else")
    found = november(figures)
    assert {found.written[topic]: tally.contacts for topic, tally in found.topics.items()} == {
        "บัตรหาย": 2, "ที่จอดรถ": 1, "Somewhere else": 1,
    }  # fmt: skip
    assert found.topics["บัตรหาย"].resolution == Share(0, 1)


def test_a_title_that_two_answers_share_stays_as_it_was_logged(
    storage: Database, figures: DeskFigures, add: Add
) -> None:
    with storage.write() as repos:
        repos.articles.save_many((replace(LOST, title_en="Cards"), replace(OLD, title_en="Cards")), "test")
    add(topic="Cards")
    assert list(november(figures).topics) == ["cards"]


def test_corrected_answers_count(storage: Database, figures: DeskFigures, add: Add) -> None:
    wrong = add(articles=("K-2",))
    with storage.write() as repos:
        repos.contacts.correct(wrong.id, {"articles": ("K-1",)}, "s1", wrong.at)
    assert [(one.code, one.uses) for one in november(figures).answers] == [("K-1", 1)]


def test_merged_people_are_one_caller(storage: Database, clock: StillClock, figures: DeskFigures, add: Add) -> None:
    add()
    add(2, person_id="b")
    assert november(figures).total.resolved == 2
    Merging(storage, clock).merge(("a", "b"), "s1")
    assert november(figures).total.resolution == Share(0, 1)


def test_a_number_that_proved_to_be_somebodys(
    storage: Database, clock: StillClock, figures: DeskFigures, add: Add
) -> None:
    add(person_id="b")
    add(2, person_id="", number="0899999999", digits="0899999999")
    assert november(figures).total.resolved == 2
    Attaching(storage, clock).attach("0899999999", "b", "s1")
    assert november(figures).total.resolution == Share(0, 1)


def test_one_number_two_people(figures: DeskFigures, add: Add) -> None:
    add(digits=PHONE)
    add(2, digits=PHONE, person_id="b")
    assert november(figures).total.resolution == Share(0, 1)


def test_topics_are_one_however_they_are_written(figures: DeskFigures, add: Add) -> None:
    add(topic="Lost Card")
    add(1, topic="lost card")
    found = november(figures)
    assert found.total.resolution == Share(0, 1)
    assert found.written["lost card"] in ("Lost Card", "lost card")


def test_verified_answers_by_their_use(figures: DeskFigures, add: Add) -> None:
    add(articles=("K-1",))
    add(1, articles=("K-1", "K-2"))
    found = november(figures)
    assert found.verified == Share(2, 3)
    assert [(one.title, one.uses, one.verified) for one in found.answers] == [
        ("บัตรหาย", 2, True),
        ("ที่จอดรถ", 1, False),
    ]


def test_gaps_until_there_is_an_answer(figures: DeskFigures, add: Add) -> None:
    add(unanswered=True, queries=("ที่ชาร์จ", "ชาร์จรถไฟฟ้า"))
    add(1, unanswered=True, topic="ชาร์จรถไฟฟ้า", person_id="b")
    add(2, unanswered=True, queries=("ทำบัตรใหม่",), topic="อื่น")
    assert [(gap.words, gap.count) for gap in figures.overview(NOVEMBER).gaps] == [("ชาร์จรถไฟฟ้า", 2)]


def test_beside_the_period_before(figures: DeskFigures, add: Add) -> None:
    add()
    add(-20, person_id="b")
    add(-19.9, person_id="b")
    add(-5)
    found = figures.overview(NOVEMBER)
    assert (found.now.total.contacts, found.then.total.contacts) == (1, 2)
    assert found.names == {"s1": "อร"}


def test_days_end_at_midnight_of_the_site(figures: DeskFigures, add: Add) -> None:
    last = datetime(2026, 11, 20, 23, 59, 59, tzinfo=SITE_ZONE)
    add((last - FIRST) / timedelta(days=1))
    add((last - FIRST) / timedelta(days=1) + 1 / 86_400)
    day = CountedDays(date(2026, 11, 20), date(2026, 11, 20), Span.DAY)
    assert figures.of(day).total.contacts == 1
    assert list(figures.of(day).by_day) == [date(2026, 11, 20)]


def test_an_empty_record(figures: DeskFigures, add: Add) -> None:
    found = figures.overview(NOVEMBER)
    assert (found.now.total.contacts, found.now.total.resolution.value, found.gaps) == (0, None, ())


def test_promises_count_where_they_were_made_and_whose_they_are(
    storage: Database, clock: StillClock, figures: DeskFigures, add: Add
) -> None:
    made = [add(outcome=Outcome.PROMISED, topic="ที่จอดรถ", channel=Channel.LINE) for _ in range(3)]
    due = FIRST + timedelta(hours=5)
    with storage.write() as repos:
        for contact in made:
            promise = promise_of(contact)
            assert promise is not None
            event = PromiseEvent(contact.at, "s1", MADE, due.isoformat())
            repos.promises.add(replace(promise, due_at=due), event)
    clock.moment = FIRST + timedelta(hours=1)
    promises = Promises(storage, clock)
    promises.close(made[0].id, Closing.KEPT, "s1")
    promises.close(made[1].id, Closing.NOT_NEEDED, "s1")
    clock.moment = FIRST + timedelta(hours=6)
    found = november(figures)
    assert found.promises == Share(1, 2)
    for tally in (found.topics["ที่จอดรถ"], found.channels["line"], found.staff["s1"]):
        assert tally.promises == Share(1, 2)


def test_a_period_that_is_over_is_told_as_it_ended(
    storage: Database, clock: StillClock, figures: DeskFigures, add: Add
) -> None:
    contact, day = add(outcome=Outcome.PROMISED), CountedDays(FIRST.date(), FIRST.date(), Span.DAY)
    promise, due = promise_of(contact), FIRST + timedelta(hours=5)
    assert promise is not None
    with storage.write() as repos:
        repos.promises.add(replace(promise, due_at=due), PromiseEvent(contact.at, "s1", MADE, due.isoformat()))
    clock.moment = FIRST + timedelta(days=1)
    assert figures.of(day).promises == Share(0, 1)
    Promises(storage, clock).move(contact.id, clock.now() + timedelta(days=1), "s1")
    assert figures.of(day).promises == Share(0, 1)
    Promises(storage, clock).close(contact.id, Closing.NOT_NEEDED, "s1")
    assert figures.of(day).promises == Share(0, 1)
    assert november(figures).promises == Share(0, 0)
