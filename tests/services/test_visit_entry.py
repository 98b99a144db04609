from dataclasses import replace
from datetime import UTC, datetime

import pytest

from frontdesk.domain.errors import DeskError
from frontdesk.domain.typed_visits import TypedVisit, VisitForm
from frontdesk.domain.visit_repeats import Repeat
from frontdesk.domain.visits import StepKind, VisitState, again
from frontdesk.services.visit_entry import VisitEntry
from frontdesk.services.visits import Visits
from frontdesk.storage.database import Database
from tests.services.conftest import StillClock

BY, GATE = "staff-orn", "ป้อม 2"
WICHAI = TypedVisit("วิชัย ทองดี", plate="กก1234", host="วรรณา", purpose="ส่งของ")


@pytest.fixture
def visits(storage: Database, clock: StillClock) -> Visits:
    return Visits(storage, clock)


@pytest.fixture
def entry(storage: Database, clock: StillClock, visits: Visits) -> VisitEntry:
    return VisitEntry(storage, clock, visits)


def test_an_arrival_is_written_down_and_the_form_is_gone(entry: VisitEntry, visits: Visits) -> None:
    draft = entry.begin(BY, VisitForm.ARRIVAL, WICHAI)
    entry.keep(draft)

    (visit,) = entry.save(draft, BY, GATE).visits

    assert (visit.id, visit.state, visit.gate, visit.plate) == (draft.id, VisitState.GATE, GATE, "กก 1234")
    assert visits.get(visit.id) == visit
    assert entry.waiting(BY) == []


def test_a_form_waits_for_whoever_began_it(entry: VisitEntry) -> None:
    first, second = entry.begin(BY, VisitForm.ARRIVAL, WICHAI), entry.begin("staff-chai", VisitForm.EXPECTED, WICHAI)
    for draft in (first, second):
        entry.keep(draft)
    longer = replace(first, typed=replace(WICHAI, belongings="โน้ตบุ๊ก 1", repeat=Repeat.WEEKLY))
    entry.keep(longer)
    assert entry.waiting(BY) == [longer]


def test_a_form_that_was_emptied_or_thrown_away_waits_no_longer(entry: VisitEntry) -> None:
    first, second = entry.begin(BY, VisitForm.ARRIVAL, WICHAI), entry.begin(BY, VisitForm.ARRIVAL, WICHAI)
    entry.keep(first)
    entry.keep(second)
    entry.keep(replace(first, typed=TypedVisit()))
    entry.drop(second.id)
    assert entry.waiting(BY) == []


def test_a_form_that_nobody_went_on_with_is_forgotten(entry: VisitEntry, clock: StillClock, storage: Database) -> None:
    entry.keep(entry.begin(BY, VisitForm.ARRIVAL, WICHAI))
    clock.move(days=6)
    assert len(entry.waiting(BY)) == 1
    clock.move(days=2)
    assert entry.waiting(BY) == []
    with storage.read() as repos:
        assert repos.visit_drafts.of_staff(BY) == []


def test_saving_twice_makes_one_visit(entry: VisitEntry, visits: Visits) -> None:
    draft = entry.begin(BY, VisitForm.ARRIVAL, WICHAI)
    entry.save(draft, BY, GATE)
    entry.keep(draft)  # the power went right after the visit was written down
    assert entry.waiting(BY) == []
    entry.save(draft, BY, GATE)
    assert [one.id for one in visits.board().inside] == [draft.id]
    assert [step.kind for step in visits.steps(draft.id)] == [StepKind.ENTERED, StepKind.ARRIVED]


def test_what_cannot_be_read_leaves_everything_as_it_is(entry: VisitEntry, visits: Visits) -> None:
    draft = entry.begin(BY, VisitForm.ARRIVAL, replace(WICHAI, party="มาก"))
    entry.keep(draft)
    with pytest.raises(DeskError) as caught:
        entry.save(draft, BY)
    assert caught.value.data["field"] == "party"
    assert entry.waiting(BY) == [draft]
    assert visits.board().people == 0


def test_a_visitor_of_today_is_expected_and_let_in_with_what_is_heard(entry: VisitEntry, visits: Visits) -> None:
    typed = replace(WICHAI, when="วันนี้ 11:30")
    (visit,) = entry.save(entry.begin(BY, VisitForm.EXPECTED, typed), BY).visits
    assert visit.due == datetime(2026, 11, 20, 4, 30, tzinfo=UTC)
    assert visits.board().expected == (visit,)

    heard = replace(entry.typed(visit), party="2")
    saved = entry.save(entry.begin(BY, VisitForm.ARRIVAL, heard), BY, GATE)
    assert (saved.before, saved.visits[0].state, saved.visits[0].party) == (visit, VisitState.GATE, 2)
    assert saved.visits[0].id == visit.id


def test_a_visit_is_put_right(entry: VisitEntry, visits: Visits) -> None:
    (visit,) = entry.save(entry.begin(BY, VisitForm.ARRIVAL, WICHAI), BY, GATE).visits
    draft = entry.begin(BY, VisitForm.CHANGE, replace(entry.typed(visit), plate="ขข 99"))
    (after,) = entry.save(draft, BY).visits
    assert (after.plate, after.state, after.until) == ("ขข 99", VisitState.GATE, visit.until)
    assert [step.kind for step in visits.steps(visit.id)][-1] is StepKind.CHANGED


def test_a_known_visitor_comes_again(entry: VisitEntry, visits: Visits) -> None:
    (before,) = entry.save(entry.begin(BY, VisitForm.ARRIVAL, WICHAI), BY, GATE).visits
    visits.leave(before.id, BY)
    typed = entry.typed(again(before, "", visits.today()))
    assert (typed.name, typed.host, typed.when, typed.visit_id) == ("วิชัย ทองดี", "วรรณา", "", "")
    (visit,) = entry.save(entry.begin(BY, VisitForm.ARRIVAL, typed), BY, GATE).visits
    assert visit.id != before.id
    assert visit.inside


def test_a_series_of_a_group_is_written_down_at_once(entry: VisitEntry, storage: Database) -> None:
    typed = TypedVisit("ทีมติดตั้ง", when="พรุ่งนี้ 09:00", names="เอก\nโท", repeat=Repeat.DAILY, repeat_until="22/11/2569")
    draft = entry.begin(BY, VisitForm.EXPECTED, typed)
    assert len(entry.read(draft)) == 4
    visits = entry.save(draft, BY).visits
    with storage.read() as repos:
        assert len(repos.visits.of_group(visits[0].group_id)) == 2
        assert len(repos.visits.of_series(visits[0].series_id, visits[0].day)) == 2
    assert len({one.code for one in visits}) == 4


def test_what_was_saved_is_taken_back(entry: VisitEntry, visits: Visits) -> None:
    typed = replace(WICHAI, when="วันนี้ 11:30")
    expected = entry.save(entry.begin(BY, VisitForm.EXPECTED, typed), BY)
    let_in = entry.save(entry.begin(BY, VisitForm.ARRIVAL, entry.typed(expected.visits[0])), BY, GATE)
    walked_in = entry.save(entry.begin(BY, VisitForm.ARRIVAL, WICHAI), BY, GATE)
    assert visits.board().people == 2

    for saved in (walked_in, let_in):
        entry.take_back(saved, BY, GATE)
    assert visits.board().people == 0
    assert visits.get(walked_in.visits[0].id).state is VisitState.CANCELLED  # type: ignore[union-attr]
    assert visits.board().expected == expected.visits

    entry.take_back(expected, BY)
    assert visits.board().expected == ()
