"""Signing in by PIN, and being locked out."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from argon2 import PasswordHasher

from frontdesk.domain.errors import DeskError
from frontdesk.domain.languages import Language
from frontdesk.domain.staff import Particle, Role, Staff
from frontdesk.services.security import Security
from frontdesk.storage.database import Database

from .conftest import StillClock

PIN, WRONG = "258036", "258037"


@pytest.fixture
def security(storage: Database, clock: StillClock) -> Security:
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    return Security(storage, clock, quick)


@pytest.fixture
def supervisor(security: Security) -> Staff:
    return security.add_first_supervisor("วรรณา สุขเกษม", PIN, Language.TH, Particle.KHA)


def code_of(error: pytest.ExceptionInfo[DeskError]) -> str:
    return error.value.code


def test_the_right_pin_signs_in(security: Security, supervisor: Staff) -> None:
    assert security.sign_in(supervisor.id, PIN) == supervisor
    assert supervisor.role is Role.SUPERVISOR


def test_the_default_hash_is_argon2id(storage: Database, clock: StillClock) -> None:
    staff = Security(storage, clock).add_first_supervisor("Ann", PIN, Language.EN, Particle.KHRAP)
    with storage.read() as repos:
        record = repos.staff.pin(staff.id)
    assert record is not None
    assert record.pin_hash.startswith("$argon2id$")
    assert PIN not in record.pin_hash


@pytest.mark.parametrize("pin", [PIN, "25803614"])
def test_the_length_of_a_pin_is_known_and_learnt(security: Security, storage: Database, pin: str) -> None:
    staff = security.add_first_supervisor("Ann", pin, Language.EN, Particle.KHA)
    assert security.pin_digits() == {staff.id: len(pin)}
    with storage.write() as repos:
        record = repos.staff.pin(staff.id)
        assert record is not None
        repos.staff.set_pin(staff.id, replace(record, digits=0))  # as before it was kept
    security.sign_in(staff.id, pin)
    assert security.pin_digits() == {staff.id: len(pin)}


def test_a_wrong_pin_and_an_unknown_name_sound_the_same(security: Security, supervisor: Staff) -> None:
    with pytest.raises(DeskError) as wrong:
        security.sign_in(supervisor.id, WRONG)
    with pytest.raises(DeskError) as unknown:
        security.sign_in("nobody", PIN)
    assert code_of(wrong) == code_of(unknown) == "wrong_pin"


def fail(security: Security, staff: Staff, times: int) -> None:
    for _ in range(times):
        with pytest.raises(DeskError):
            security.sign_in(staff.id, WRONG)


def test_five_wrong_pins_lock_for_a_minute_even_for_the_right_one(
    security: Security, supervisor: Staff, clock: StillClock
) -> None:
    fail(security, supervisor, 5)
    with pytest.raises(DeskError) as locked:
        security.sign_in(supervisor.id, PIN)
    assert code_of(locked) == "locked_out"
    clock.move(seconds=61)
    assert security.sign_in(supervisor.id, PIN) == supervisor


def test_each_further_failure_doubles_the_wait_up_to_a_quarter_of_an_hour(
    security: Security, supervisor: Staff, clock: StillClock
) -> None:
    fail(security, supervisor, 5)
    waits = []
    for _ in range(6):
        with pytest.raises(DeskError) as locked:
            security.sign_in(supervisor.id, PIN)
        waits.append(locked.value.data["minutes"])
        clock.move(minutes=16)
        fail(security, supervisor, 1)
    assert waits == [2, 3, 5, 9, 16, 16]


def test_signing_in_forgets_earlier_failures(security: Security, supervisor: Staff) -> None:
    fail(security, supervisor, 4)
    security.sign_in(supervisor.id, PIN)
    fail(security, supervisor, 4)
    assert security.sign_in(supervisor.id, PIN) == supervisor


@pytest.mark.parametrize("pin", ["12345", "111111", "123456", "abcdef"])
def test_a_weak_pin_is_refused_and_nobody_is_added(security: Security, pin: str) -> None:
    with pytest.raises(DeskError) as weak:
        security.add_first_supervisor("Ann", pin, Language.EN, Particle.KHA)
    assert code_of(weak) == "weak_pin"
    assert security.staff() == []


def test_the_terminal_has_a_name_but_cannot_sign_in(security: Security, supervisor: Staff) -> None:
    terminal = security.ensure_terminal()
    assert security.ensure_terminal() == terminal
    assert security.staff() == [supervisor]
    with pytest.raises(DeskError):
        security.sign_in(terminal.id, PIN)


@pytest.fixture
def operator(security: Security, supervisor: Staff) -> Staff:
    return security.enrol(Staff("op", "somchai", "สมชาย ใจมั่น", role=Role.OPERATOR), PIN, supervisor.id)


def test_a_supervisor_adds_changes_and_gives_new_pins(security: Security, supervisor: Staff, operator: Staff) -> None:
    changed = security.amend(replace(operator, nickname="ชาย", role=Role.ADMIN), supervisor.id, "860215")
    assert security.sign_in(operator.id, "860215") == changed


@pytest.mark.parametrize("role", [Role.GUARD, Role.RECEPTIONIST, Role.OPERATOR])
def test_others_may_not_manage_staff(security: Security, supervisor: Staff, role: Role) -> None:
    plain = security.enrol(Staff("x", "x", "Ann", role=role), PIN, supervisor.id)
    attempts: list[Callable[[], object]] = [
        lambda: security.enrol(Staff("y", "y", "Bee"), PIN, plain.id),
        lambda: security.amend(replace(plain, role=Role.ADMIN), plain.id),
        lambda: security.amend(supervisor, plain.id, "860215"),
        lambda: security.enrol(Staff("y", "y", "Bee"), PIN, "nobody"),
    ]
    for attempt in attempts:
        with pytest.raises(DeskError) as refused:
            attempt()
        assert code_of(refused) == "not_allowed"
    assert security.sign_in(supervisor.id, PIN).role is Role.SUPERVISOR


def test_a_supervisor_who_was_one_is_none_any_more(security: Security, supervisor: Staff, operator: Staff) -> None:
    security.amend(replace(operator, role=Role.SUPERVISOR), supervisor.id)
    security.amend(replace(supervisor, role=Role.GUARD), operator.id)
    with pytest.raises(DeskError) as refused:
        security.amend(operator, supervisor.id, "860215")
    assert code_of(refused) == "not_allowed"


@pytest.mark.parametrize("change", [{"role": Role.OPERATOR}, {"archived": True}])
def test_the_last_supervisor_stays(
    security: Security, supervisor: Staff, operator: Staff, change: dict[str, Any]
) -> None:
    with pytest.raises(DeskError) as refused:
        security.amend(replace(supervisor, **change), supervisor.id)
    assert code_of(refused) == "last_supervisor"
    assert security.sign_in(supervisor.id, PIN) == supervisor


def test_a_weak_new_pin_changes_nothing(security: Security, supervisor: Staff, operator: Staff) -> None:
    with pytest.raises(DeskError) as refused:
        security.amend(replace(operator, nickname="ชาย"), supervisor.id, "111111")
    assert code_of(refused) == "weak_pin"
    assert security.sign_in(operator.id, PIN) == operator


def test_the_register_lists_those_away_but_not_the_terminal(
    security: Security, supervisor: Staff, operator: Staff
) -> None:
    security.ensure_terminal()
    away = security.amend(replace(operator, archived=True), supervisor.id)
    assert security.staff() == [supervisor]
    assert set(security.register()) == {supervisor, away}


def test_a_code_is_given_once(security: Security, supervisor: Staff, operator: Staff) -> None:
    with pytest.raises(DeskError) as refused:
        security.enrol(Staff("other", "somchai", "สมชาย อื่น"), PIN, supervisor.id)
    assert code_of(refused) == "duplicate_code"


def test_what_is_ones_own_changes_and_nothing_else(security: Security, supervisor: Staff, operator: Staff) -> None:
    seen_before = security.amend(replace(operator, role=Role.ADMIN), supervisor.id)
    now = security.amend(replace(seen_before, role=Role.GUARD, nickname="ชาย"), supervisor.id)
    changed = security.change_own(seen_before.id, particle=Particle.KHRAP, language=Language.EN)
    assert changed == replace(now, particle=Particle.KHRAP, language=Language.EN)
    assert changed in security.staff()
    with pytest.raises(DeskError) as refused:
        security.change_own("nobody", particle=Particle.KHA)
    assert code_of(refused) == "not_allowed"


def test_the_own_pin_changes_only_with_the_old_one(security: Security, operator: Staff) -> None:
    with pytest.raises(DeskError) as refused:
        security.change_own_pin(operator.id, WRONG, "860215")
    assert code_of(refused) == "wrong_pin"
    security.change_own_pin(operator.id, PIN, "860215")
    assert security.sign_in(operator.id, "860215") == operator
