"""Who works at the desk, and what they may do."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import pairwise

from .languages import Language

MIN_PIN_DIGITS = 6


class Role(StrEnum):
    """A member of staff's work, which decides their rights."""

    GUARD = "guard"
    RECEPTIONIST = "receptionist"
    OPERATOR = "operator"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"

    @property
    def manages_staff(self) -> bool:
        """Tell whether this work includes adding and changing staff."""
        return self in (Role.SUPERVISOR, Role.ADMIN)


class Particle(StrEnum):
    """The polite particle that ends a spoken Thai line."""

    KHRAP = "ครับ"
    KHA = "ค่ะ"


@dataclass(frozen=True, slots=True)
class Staff:
    """One who signs in. The PIN is held apart, as an argon2id hash."""

    id: str
    code: str
    name: str
    nickname: str = ""
    name_en: str = ""
    role: Role = Role.RECEPTIONIST
    language: Language = Language.TH
    particle: Particle = Particle.KHA
    archived: bool = False


@dataclass(frozen=True, slots=True)
class PinRecord:
    """A hashed PIN and what happened at it lately (UTC).

    ``digits`` is how long the PIN is, so that it can be tried as soon as it is typed in full; 0 if
    not known yet. Whoever has the hash can try all PINs of six digits anyway: it gives nothing away.
    """

    pin_hash: str
    failures: int = 0
    locked_until: datetime | None = None
    digits: int = 0


def pin_is_acceptable(pin: str) -> bool:
    """Accept six digits or more that are not one digit repeated nor a plain run."""
    if len(pin) < MIN_PIN_DIGITS or not (pin.isascii() and pin.isdigit()):
        return False
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    return steps not in ({0}, {1}, {9})
