"""Signing in by name and PIN.

PINs are kept as argon2id hashes (RFC 9106, low-memory parameters). After five wrong PINs the name
is locked for a minute, then twice as long each time, up to fifteen minutes.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from frontdesk.domain.errors import DeskError
from frontdesk.domain.ids import new_id
from frontdesk.domain.languages import Language
from frontdesk.domain.staff import MIN_PIN_DIGITS, Particle, PinRecord, Role, Staff, pin_is_acceptable

if TYPE_CHECKING:
    from argon2 import PasswordHasher

    from frontdesk.services.ports import Clock
    from frontdesk.services.repositories import Storage

FREE_TRIES = 5
FIRST_LOCK = timedelta(minutes=1)
LONGEST_LOCK = timedelta(minutes=15)
TERMINAL = "cli"
"""The code of the staff entry under which the command line writes."""


class Security:
    """Who may use the desk."""

    def __init__(self, storage: Storage, clock: Clock, hasher: PasswordHasher | None = None) -> None:
        self._storage = storage
        self._clock = clock
        self._given_hasher = hasher

    def staff(self) -> list[Staff]:
        """Return everyone who may sign in."""
        with self._storage.read() as repos:
            return [one for one in repos.staff.all() if not one.archived and repos.staff.pin(one.id)]

    def by_code(self, code: str) -> Staff | None:
        with self._storage.read() as repos:
            return repos.staff.by_code(code)

    def sign_in(self, staff_id: str, pin: str) -> Staff:
        """Check a PIN (takes about 0.1 s). Raise ``DeskError`` wrong_pin or locked_out."""
        with self._storage.read() as repos:
            staff, record = repos.staff.get(staff_id), repos.staff.pin(staff_id)
        if staff is None or record is None:
            raise DeskError("wrong_pin")
        self._refuse_if_locked(record)
        if not self._matches(record.pin_hash, pin):
            self._count_failure(staff_id)
            raise DeskError("wrong_pin")
        self._store(staff_id, replace(record, failures=0, locked_until=None, digits=len(pin)))
        return staff

    def pin_digits(self) -> dict[str, int]:
        """Return by staff id how long each PIN is, 0 where that is not known."""
        with self._storage.read() as repos:
            records = ((one.id, repos.staff.pin(one.id)) for one in repos.staff.all())
            return {staff_id: record.digits for staff_id, record in records if record}

    def add(self, staff: Staff, pin: str) -> Staff:
        """Add or change a member of staff with a PIN. Raise ``DeskError`` weak_pin."""
        if not staff.name.strip():
            raise DeskError("name_missing")
        record = self._record(pin)
        with self._storage.write() as repos:
            repos.staff.save(staff)
            repos.staff.set_pin(staff.id, record)
        return staff

    def add_first_supervisor(self, name: str, pin: str, language: Language, particle: Particle) -> Staff:
        """Set up an empty desk with the one who will look after it."""
        staff = Staff(new_id(), "supervisor", name.strip(), role=Role.SUPERVISOR, language=language, particle=particle)
        return self.add(staff, pin)

    def set_pin(self, staff_id: str, pin: str) -> None:
        """Give somebody a new PIN and lift a lock. Raise ``DeskError`` weak_pin."""
        self._store(staff_id, self._record(pin))

    def enrol(self, staff: Staff, pin: str, by: str) -> Staff:
        """Add a colleague, on behalf of ``by``. Raise ``DeskError`` not_allowed, duplicate_code and as ``add``."""
        self._require_manager(by)
        other = self.by_code(staff.code)
        if other is not None and other.id != staff.id:
            raise DeskError("duplicate_code", value=staff.code)
        return self.add(staff, pin)

    def amend(self, staff: Staff, by: str, pin: str = "") -> Staff:
        """Change a colleague's data, and the PIN if a new one is given.

        Raise ``DeskError`` not_allowed, name_missing, weak_pin or last_supervisor.
        """
        self._require_manager(by)
        if not staff.name.strip():
            raise DeskError("name_missing")
        if not any(one.role.manages_staff for one in (*self._others(staff), *([] if staff.archived else [staff]))):
            raise DeskError("last_supervisor")
        fresh = self._record(pin) if pin else None
        with self._storage.write() as repos:
            repos.staff.save(staff)
            if fresh is not None:
                repos.staff.set_pin(staff.id, fresh)
        return staff

    def register(self) -> list[Staff]:
        """Return everyone on the staff list, those away too; the terminal is nobody."""
        with self._storage.read() as repos:
            return [one for one in repos.staff.all() if one.code != TERMINAL]

    def change_own(self, staff_id: str, language: Language | None = None, particle: Particle | None = None) -> Staff:
        """Change what is everybody's own to choose, and nothing else. Raise ``DeskError`` not_allowed."""
        with self._storage.write() as repos:
            staff = repos.staff.get(staff_id)
            if staff is None:
                raise DeskError("not_allowed")
            changed = replace(staff, language=language or staff.language, particle=particle or staff.particle)
            repos.staff.save(changed)
        return changed

    def change_own_pin(self, staff_id: str, old: str, new: str) -> None:
        """Change one's own PIN. Raise ``DeskError`` as ``sign_in`` for the old one, weak_pin for the new."""
        self.sign_in(staff_id, old)
        self.set_pin(staff_id, new)

    def ensure_terminal(self) -> Staff:
        """Return the staff entry under which the command line writes; it cannot sign in."""
        with self._storage.read() as repos:
            found = repos.staff.by_code(TERMINAL)
        if found is not None:
            return found
        staff = Staff(new_id(), TERMINAL, TERMINAL)
        with self._storage.write() as repos:
            repos.staff.save(staff)
        return staff

    def _require_manager(self, staff_id: str) -> None:
        """Refuse everybody but those whose work it is now, whatever the screen believes."""
        with self._storage.read() as repos:
            staff = repos.staff.get(staff_id)
        if staff is None or staff.archived or not staff.role.manages_staff:
            raise DeskError("not_allowed")

    def _others(self, staff: Staff) -> list[Staff]:
        return [one for one in self.staff() if one.id != staff.id]

    def _record(self, pin: str) -> PinRecord:
        if not pin_is_acceptable(pin):
            raise DeskError("weak_pin", digits=MIN_PIN_DIGITS)
        return PinRecord(self._hasher.hash(pin), digits=len(pin))

    @cached_property
    def _hasher(self) -> PasswordHasher:
        from argon2 import PasswordHasher  # here, because a contact is logged without a PIN

        return self._given_hasher or PasswordHasher()

    def _matches(self, pin_hash: str, pin: str) -> bool:
        from argon2.exceptions import VerifyMismatchError

        try:
            return self._hasher.verify(pin_hash, pin)
        except VerifyMismatchError:
            return False

    def _refuse_if_locked(self, record: PinRecord) -> None:
        left = (record.locked_until - self._clock.now()).total_seconds() if record.locked_until else 0
        if left > 0:
            raise DeskError("locked_out", minutes=int(left // 60) + 1)

    def _count_failure(self, staff_id: str) -> None:
        with self._storage.write() as repos:
            record = repos.staff.pin(staff_id)
            if record is None:
                return
            failures = record.failures + 1
            until = self._clock.now() + _lock_for(failures) if failures >= FREE_TRIES else None
            repos.staff.set_pin(staff_id, replace(record, failures=failures, locked_until=until))

    def _store(self, staff_id: str, record: PinRecord) -> None:
        with self._storage.write() as repos:
            repos.staff.set_pin(staff_id, record)


def _lock_for(failures: int) -> timedelta:
    doublings = min(failures - FREE_TRIES, 10)
    return min(FIRST_LOCK * (1 << doublings), LONGEST_LOCK)
