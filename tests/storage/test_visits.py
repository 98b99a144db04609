"""Visits, cards and the pass-down log on a real database."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.exc import DatabaseError

from frontdesk.domain.errors import DeskError
from frontdesk.domain.shift_log import EntryKind, ShiftEntry
from frontdesk.domain.visits import CardKind, HeldCard, StepKind, Visit, VisitState, VisitStep, again, new_token
from frontdesk.services.visit_record import DayCounts, VisitKeys
from frontdesk.storage.database import Database

TODAY = date(2026, 11, 20)
NINE = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
WICHAI = Visit(
    "v1", TODAY, "นายวิชัย ทองดี", token="t2345", number="081-234-5678", digits="0812345678",
    plate="1กก 1234 กทม", host="วรรณา", place="ห้อง 1120", due=NINE + timedelta(minutes=90), made_at=NINE,
)  # fmt: skip
PETER = Visit("v2", TODAY, "Mr. Peter Brown", state=VisitState.GATE, party=3, arrived_at=NINE, until=NINE)
STEP = VisitStep(NINE, "guard", StepKind.ENTERED)


def came(visit: Visit, at: datetime) -> Visit:
    return replace(visit, state=VisitState.GATE, arrived_at=at)


def left(visit: Visit, at: datetime, state: VisitState = VisitState.LEFT) -> Visit:
    return replace(visit, state=state, left_at=at)


def test_a_visit_comes_back_as_it_went_in(database: Database) -> None:
    with database.write() as repos:
        assert repos.visits.add(WICHAI, STEP)
        assert not repos.visits.add(WICHAI, STEP)
    with database.read() as repos:
        assert repos.visits.get("v1") == WICHAI
        assert repos.visits.by_token("t2345") == WICHAI
        assert repos.visits.by_token("") is None
        assert repos.visits.steps("v1") == [STEP]
        assert repos.visits.by_ids(["v1", "none"]) == {"v1": WICHAI}


def test_the_lists_of_the_board(database: Database) -> None:
    some_time = Visit("v3", TODAY, "บ.ธารการแพทย์")
    tomorrow = Visit("v4", TODAY + timedelta(days=1), "สมศรี บุญมา", due=NINE)
    with database.write() as repos:
        for one in (some_time, WICHAI, PETER, tomorrow):
            repos.visits.add(one, STEP)
    with database.read() as repos:
        assert repos.visits.expected(TODAY) == [WICHAI, some_time]
        assert repos.visits.expected(TODAY, 1) == [WICHAI]
        assert repos.visits.expected_count(TODAY) == 2
        assert repos.visits.inside() == [PETER]
        assert len(repos.visits.of_day(TODAY)) == 3
        assert repos.visits.due_since(TODAY, NINE, 9) == [WICHAI]
        assert repos.visits.due_since(TODAY, NINE + timedelta(hours=2), 9) == []


@pytest.mark.parametrize(
    ("state", "counts"),
    [
        (VisitState.GATE, DayCounts(1, 1, 0, 0, 0)),
        (VisitState.LEFT, DayCounts(1, 1, 1, 0, 0)),
        (VisitState.ASSUMED_LEFT, DayCounts(1, 1, 0, 1, 0)),
    ],
)
def test_a_day_is_counted(database: Database, state: VisitState, counts: DayCounts) -> None:
    with database.write() as repos:
        repos.visits.add(WICHAI, STEP)
        repos.visits.add(replace(PETER, state=state), STEP)
    with database.read() as repos:
        assert repos.visits.counts(TODAY, NINE, NINE + timedelta(hours=8)) == counts


def test_who_was_in_the_house(database: Database) -> None:
    noon, evening = NINE + timedelta(hours=3), NINE + timedelta(hours=9)
    early = left(came(replace(WICHAI, id="a", token=""), NINE), noon)
    still = came(replace(WICHAI, id="b", token=""), NINE)
    with database.write() as repos:
        repos.visits.add_many([(early, [STEP]), (still, [STEP])])
    with database.read() as repos:
        assert repos.visits.in_house_between(NINE, evening) == [early, still]
        assert repos.visits.in_house_between(noon, evening) == [still]


@pytest.mark.parametrize(
    "keys",
    [
        VisitKeys(name="วิชัยทองดี"),
        VisitKeys(plate="1กก1234"),
        VisitKeys(digits="0812345678"),
        VisitKeys(person_id="p1"),
    ],
)
def test_known_visitors_are_found_newest_first(database: Database, keys: VisitKeys) -> None:
    first = replace(WICHAI, person_id="p1", state=VisitState.LEFT)
    second = replace(again(first, "v9", TODAY + timedelta(days=3)), person_id="p1")
    with database.write() as repos:
        repos.visits.add_many([(first, [STEP]), (second, [STEP]), (PETER, [STEP])])
    with database.read() as repos:
        assert [one.id for one in repos.visits.known(keys, 9)] == ["v9", "v1"]
        assert [one.id for one in repos.visits.known(keys, 1)] == ["v9"]
        assert repos.visits.known(VisitKeys(), 9) == []
        assert [one.id for one in repos.visits.begun_name("วิชัย", 9)] == ["v9", "v1"]
        assert [one.id for one in repos.visits.of_person("p1", 9)] == ["v9", "v1"]


def test_what_changed_is_told_by_steps(database: Database) -> None:
    with database.write() as repos:
        repos.visits.add(WICHAI, STEP)
        before = repos.visits.last_step()
        repos.visits.add(PETER, STEP)
        repos.visits.save(left(PETER, NINE), VisitStep(NINE, "guard", StepKind.LEFT))
        assert repos.visits.changed_since(before) == [left(PETER, NINE)]
        assert [step.kind for step in repos.visits.steps("v2")] == [StepKind.ENTERED, StepKind.LEFT]


def test_one_token_opens_one_visit(database: Database) -> None:
    assert new_token() != new_token()
    with database.write() as repos:
        repos.visits.add(WICHAI, STEP)
    with database.write() as repos:
        assert not repos.visits.add(replace(WICHAI, id="other"), STEP)


@pytest.mark.parametrize("act", ["UPDATE visit_steps SET detail = 'x'", "DELETE FROM visit_steps"])
def test_steps_are_only_ever_added(database: Database, act: str) -> None:
    with database.write() as repos:
        repos.visits.add(WICHAI, STEP)
    with pytest.raises(DatabaseError, match="append-only"), database.write() as repos:
        repos.connection.exec_driver_sql(act)


@pytest.fixture
def with_card(database: Database) -> Iterator[HeldCard]:
    card = HeldCard("c1", "v1", "14", CardKind.NATIONAL_ID, "5678", NINE, "guard")
    with database.write() as repos:
        repos.visits.add(WICHAI, STEP)
        repos.cards.take(card)
    yield card


def test_a_slot_holds_one_card(database: Database, with_card: HeldCard) -> None:
    other = replace(with_card, id="c2")
    with pytest.raises(DeskError, match="slot_taken"), database.write() as repos:
        repos.cards.take(other)
    with database.write() as repos:
        repos.cards.give_back("c1", NINE, "guard")
        assert repos.cards.open() == []
        repos.cards.take(other)
        assert repos.cards.in_slot("14") == other
    with pytest.raises(DeskError, match="slot_taken"), database.write() as repos:
        repos.cards.take_again("c1")
    with database.read() as repos:
        assert [one.id for one in repos.cards.of_visits(["v1"])["v1"]] == ["c1", "c2"]


def entry(key: str, text: str, **more: object) -> ShiftEntry:
    return ShiftEntry(key, NINE, EntryKind.KEYS, text, NINE, "guard", **more)  # type: ignore[arg-type]


def test_the_log_of_a_shift_with_what_waits_and_what_was_put_right(database: Database) -> None:
    key, right = (
        entry("e1", "กุญแจห้อง 5 ออก", follow_up=True),
        entry("e2", "กุญแจห้อง 6 ออก", corrects="e1", follow_up=True),
    )
    with database.write() as repos:
        assert repos.shift_log.add(key)
        assert repos.shift_log.open() == [key]
        assert repos.shift_log.add(right)
        assert not repos.shift_log.add(right)
        assert repos.shift_log.open() == [right]
        assert repos.shift_log.between(NINE, NINE + timedelta(minutes=1)) == [right]
        assert repos.shift_log.history("e2") == repos.shift_log.history("e1") == [key, right]
        repos.shift_log.close("e2", NINE, "guard", "คืนแล้ว")
        assert repos.shift_log.open() == []
        closed = repos.shift_log.get("e2")
        assert closed is not None
        assert (closed.closed_at, closed.closing) == (NINE, "คืนแล้ว")


def test_the_log_only_grows_but_its_words_can_be_wiped(database: Database) -> None:
    with database.write() as repos:
        repos.shift_log.add(entry("e1", "ผู้มาติดต่อลืมของ"))
        repos.connection.exec_driver_sql("UPDATE shift_entries SET text = ''")
    for act in ("UPDATE shift_entries SET text = 'x'", "DELETE FROM shift_entries"):
        with pytest.raises(DatabaseError, match="append-only"), database.write() as repos:
            repos.connection.exec_driver_sql(act)
