"""What proving the chain found."""

from dataclasses import dataclass
from enum import StrEnum

from .chain import ChainHead


class FaultKind(StrEnum):
    """What harm was found. Those up to ``DERIVED`` stand in a row of the record, the rest beside it."""

    EDITED = "edited"
    REMOVED = "removed"
    CUT_OUT = "cut_out"
    MOVED = "moved"
    BROKEN = "broken"
    UNCHAINED = "unchained"
    DERIVED = "derived"
    CUT_TAIL = "cut_tail"
    FOREIGN_HEAD = "foreign_head"
    HEAD_MISSING = "head_missing"
    HEAD_UNREADABLE = "head_unreadable"
    KEY_MISSING = "key_missing"
    KEY_CHANGED = "key_changed"
    GAP = "gap"
    NOT_PRINTED = "not_printed"


class RemarkKind(StrEnum):
    """What is no harm, and still worth knowing."""

    RESTORED = "restored"
    NEW_KEY = "new_key"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class Fault:
    """One harm. ``seq`` is the running number it shows at, ``last`` the last number where it takes several.

    ``entry`` is the kind of the entry harmed; ``place`` where something was moved from.
    """

    kind: FaultKind
    seq: int = 0
    last: int = 0
    entry: str = ""
    place: int = 0


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to know, at a running number; ``count`` is how many entries it is about, -1 where nobody knows."""

    kind: RemarkKind
    seq: int
    count: int = 0


@dataclass(frozen=True, slots=True)
class ChainReport:
    """The outcome: the first harm if there is any. ``printed`` is the entry that a print-out fits, 0 for none."""

    head: ChainHead
    fault: Fault | None = None
    remarks: tuple[Remark, ...] = ()
    printed: int = 0

    @property
    def sound(self) -> bool:
        return self.fault is None
