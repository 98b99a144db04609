"""Visitors are forgotten when the notice says so, and only then."""

from dataclasses import replace
from datetime import timedelta

import pytest

from frontdesk.domain.ids import new_id
from frontdesk.domain.staff import Role, Staff
from frontdesk.domain.visits import CardKind, Visit, VisitState
from frontdesk.services import visit_retention
from frontdesk.services.card_exchange import CardExchange
from frontdesk.services.gate_notice import GateNotice, NoticeFacts
from frontdesk.services.visit_retention import VisitRetention
from frontdesk.services.visits import Visits
from frontdesk.storage.database import Database

from .conftest import StillClock

GUARD = "guard"


@pytest.fixture
def visits(storage: Database, clock: StillClock) -> Visits:
    return Visits(storage, clock)


@pytest.fixture
def retention(storage: Database, clock: StillClock) -> VisitRetention:
    return VisitRetention(storage, clock)


def came(visits: Visits, name: str, leaves: bool = True) -> Visit:
    visit = visits.walk_in(Visit("", visits.today(), name, plate="1กก 1234", number="0812345678"), GUARD)
    return visits.leave(visit.id, GUARD) if leaves else visit


def test_names_go_after_ninety_days_and_times_stay(
    visits: Visits, retention: VisitRetention, clock: StillClock
) -> None:
    old = came(visits, "วิชัย ทองดี")
    clock.move(days=1)
    newer = came(visits, "Peter Brown")
    clock.move(days=89)
    assert retention.forget() == 0
    clock.move(days=1)
    assert (retention.forget(), retention.forget()) == (1, 0)
    stands = visits.get(old.id)
    assert stands is not None
    assert (stands.name, stands.plate, stands.digits, stands.token) == ("", "", "", "")
    assert (stands.state, stands.arrived_at, stands.left_at) == (VisitState.LEFT, old.arrived_at, old.left_at)
    assert visits.get(newer.id) == newer


def test_the_site_says_how_long(
    visits: Visits, retention: VisitRetention, storage: Database, clock: StillClock
) -> None:
    boss = Staff(new_id(), "boss", "อร", role=Role.SUPERVISOR)
    with storage.write() as repos:
        repos.staff.save(boss)
    GateNotice(storage).save(NoticeFacts(keep_days=7), boss.id)
    came(visits, "สมศรี")
    clock.move(days=8)
    assert retention.forget() == 1


def test_who_is_inside_or_left_a_card_is_not_forgotten_until_then(
    visits: Visits, retention: VisitRetention, storage: Database, clock: StillClock
) -> None:
    inside, owner = came(visits, "ช่างลิฟต์", leaves=False), came(visits, "ประจักษ์")
    card = CardExchange(storage, clock).take(owner.id, CardKind.NATIONAL_ID, GUARD, last="7731")
    clock.move(days=100)
    assert retention.forget() == 0
    CardExchange(storage, clock).give_back(card.id, GUARD)
    visits.leave(inside.id, GUARD)
    clock.move(days=1)
    assert retention.forget() == 2
    with storage.read() as repos:
        assert [one.last for one in repos.cards.of_visits([owner.id])[owner.id]] == [""]


def test_many_are_forgotten_a_few_at_once(
    visits: Visits, retention: VisitRetention, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit_retention, "AT_ONCE", 2)
    expected = [Visit("", visits.today(), name) for name in ("ก", "ข", "ค", "ง", "จ")]
    made = visits.expect_all(expected, GUARD)
    clock.move(days=91)
    assert retention.forget() == len(made)
    assert [replace(one, name="") == one for one in map(visits.get, (one.id for one in made)) if one] == [True] * 5
    assert clock.now() - timedelta(days=91) == made[0].made_at
