"""Erasing a person also takes them out of the gate's lists; that somebody came and left stays."""

import pytest

from frontdesk.domain.errors import DeskError
from frontdesk.domain.ids import new_id
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Person
from frontdesk.domain.shift_log import EntryKind
from frontdesk.domain.staff import Role, Staff
from frontdesk.domain.typed_visits import TypedVisit, VisitDraft
from frontdesk.domain.visits import CardKind, Visit, VisitState
from frontdesk.services.card_exchange import CardExchange
from frontdesk.services.erasing import Erasing
from frontdesk.services.gate_finding import GateFinder
from frontdesk.services.shift_log import ShiftLog
from frontdesk.services.visits import Visits
from frontdesk.storage.database import Database

from .conftest import StillClock

BOSS = Staff(new_id(), "boss", "อร", role=Role.SUPERVISOR)
SUDA = Person(new_id(), "P-1", "สุดาลักษณ์", "ใจดีเหลือเกิน", numbers=(parse_number("081-234 5678"),))
SECRETS = ("สุดาลักษณ์", "ใจดีเหลือเกิน", "5678", "9ฮฮ", "ร่มสีแดง", "หลานชาย")


@pytest.fixture
def visits(storage: Database, clock: StillClock) -> Visits:
    with storage.write() as repos:
        repos.staff.save(BOSS)
        repos.people.save(SUDA, BOSS.id)
    return Visits(storage, clock)


def written(storage: Database) -> str:
    with storage.read() as repos:
        tables = ("visits", "visit_steps", "held_cards", "shift_entries")
        return repr([repos.connection.exec_driver_sql(f"SELECT * FROM {table}").all() for table in tables])


def test_what_was_said_of_a_visitor_is_wiped(visits: Visits, storage: Database, clock: StillClock) -> None:
    known = Visit("", visits.today(), SUDA.name, person_id=SUDA.id, plate="9ฮฮ 1234", belongings="ร่มสีแดง")
    by_number = Visit("", visits.today(), "หลานชาย", number="081 234 5678")
    host_of = visits.walk_in(Visit("", visits.today(), "Peter Brown", host=SUDA.name, host_id=SUDA.id), BOSS.id)
    for one in (known, by_number):
        came = visits.walk_in(one, BOSS.id)
        CardExchange(storage, clock).take(came.id, CardKind.NATIONAL_ID, BOSS.id, last="5678")
        ShiftLog(storage, clock).write(EntryKind.INCIDENT, "สุดาลักษณ์ลืมร่มสีแดง", BOSS.id, visit_id=came.id)
        visits.leave(came.id, BOSS.id)
    assert all(secret in written(storage) for secret in SECRETS)
    Erasing(storage, clock).erase_person(SUDA.id, BOSS.id, "ขอเอง")
    assert not [secret for secret in SECRETS if secret in written(storage)]
    stands = visits.get(came.id)
    assert stands is not None
    assert (stands.state, stands.left_at) == (VisitState.LEFT, clock.now())
    assert [match.visit.id for match in GateFinder(storage, clock).find("peter").matches] == [host_of.id]
    assert GateFinder(storage, clock).find("9ฮฮ 1234").matches == ()


def test_who_is_inside_is_not_erased_from_the_roll(visits: Visits, storage: Database, clock: StillClock) -> None:
    came = visits.walk_in(Visit("", visits.today(), SUDA.name, person_id=SUDA.id), BOSS.id)
    with pytest.raises(DeskError, match="person_inside"):
        Erasing(storage, clock).erase_person(SUDA.id, BOSS.id, "ขอเอง")
    assert visits.get(came.id) == came
    visits.leave(came.id, BOSS.id)
    assert Erasing(storage, clock).erase_person(SUDA.id, BOSS.id, "ขอเอง").people == 1


def test_forms_that_were_begun_for_them_go_too(visits: Visits, storage: Database, clock: StillClock) -> None:
    typed = (
        TypedVisit(name=SUDA.name, person_id=SUDA.id),
        TypedVisit(name="หลานชาย", number="081 234 5678"),
        TypedVisit(name="Peter Brown", host=SUDA.name, host_id=SUDA.id),
        TypedVisit(name="Maria", number="02-111-2222"),
    )
    with storage.write() as repos:
        for one in typed:
            repos.visit_drafts.save(VisitDraft(new_id(), BOSS.id, clock.now(), typed=one))
    Erasing(storage, clock).erase_person(SUDA.id, BOSS.id, "ขอเอง")
    with storage.read() as repos:
        assert [draft.typed.name for draft in repos.visit_drafts.all()] == ["Maria"]
