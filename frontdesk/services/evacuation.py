"""Evacuating: the roll of everyone inside, ticked off on every screen at once, and on paper.

Whoever is written down as inside stands on it, staff too. It is read in one go and holds all that a paper of it
needs, so that a window which has read it once can show and print it when nothing else can be read any more.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from frontdesk.domain.audit import AuditEvent, AuditKind
from frontdesk.domain.errors import DeskError
from frontdesk.domain.evacuation import Evacuation, OnRoll, Purpose, Roll, Tick, counts_of, roll_of
from frontdesk.domain.ids import new_id
from frontdesk.domain.languages import Language
from frontdesk.domain.numbers import mask
from frontdesk.domain.visits import HeldCard, Visit, VisitKind, VisitState

from .gate_reports import EvacuationRoll, RollLine
from .paper import Letterhead, Paper
from .ports import Clock, Progress
from .reports import Printed, ReadyPrinter
from .repositories import Repositories, Storage
from .site_papers import site_paper

ASSEMBLY_RULE = "assembly"
"""Where people gather, as the site has set it."""
LONGEST = timedelta(hours=24)
"""An evacuation that nobody ended is over after so long."""
KEEP_DAYS = 30


@dataclass(frozen=True, slots=True)
class Muster:
    """The roll with what a paper of it bears in each language, and where people gather."""

    roll: Roll
    papers: Mapping[Language, Paper] = field(default_factory=dict)
    assembly: str = ""


class Evacuations:
    """Begun with one key, ticked off, ended with who was missing. Everything is only ever added."""

    def __init__(self, storage: Storage, clock: Clock, printer: ReadyPrinter, logo: Path) -> None:
        self._storage, self._clock, self._printer, self._logo = storage, clock, printer, logo

    def now(self) -> datetime:
        return self._clock.now()

    def muster(self) -> Muster:
        """Read who is inside now; while an evacuation lasts, who was when it began or came since."""
        now = self._clock.now()
        with self._storage.read() as repos:
            return self._read(repos, now)

    def begin(self, by: str, place: str = "") -> Muster:
        """Begin an evacuation, or join the one that lasts."""
        now = self._clock.now()
        with self._storage.write() as repos:
            if _lasting(repos, now) is None:
                repos.evacuations.begin(Evacuation(new_id(), now, by, place))
            return self._read(repos, now)

    def lasting(self) -> Evacuation | None:
        """Return the evacuation that lasts."""
        with self._storage.read() as repos:
            return _lasting(repos, self._clock.now())

    def count(self, evacuation_id: str, found: Mapping[str, int], by: str) -> None:
        """Keep how many of each visit were found; earlier counts stay on record. Raise ``DeskError`` no_evacuation."""
        now = self._clock.now()
        with self._storage.write() as repos:
            if repos.evacuations.get(evacuation_id) is None:
                raise DeskError("no_evacuation")
            for visit_id, people in found.items():
                repos.evacuations.tick(evacuation_id, Tick(visit_id, people, now, by))

    def end(self, evacuation_id: str, purpose: Purpose, by: str) -> Evacuation:
        """End an evacuation, with who was missing. Raise ``DeskError`` no_evacuation; a second end changes nothing."""
        now = self._clock.now()
        with self._storage.write() as repos:
            made = repos.evacuations.get(evacuation_id)
            if made is None:
                raise DeskError("no_evacuation")
            roll = _roll(repos, now, made)
            ended = replace(
                made, ended_at=now, ended_by=by, purpose=purpose, people=roll.people, found=roll.found
            )  # fmt: skip
            repos.evacuations.end(ended, {row.visit_id: row.missing for row in roll.missing})
            return repos.evacuations.get(evacuation_id) or ended

    def past(self, limit: int = 20) -> list[Evacuation]:
        """Return evacuations, newest first."""
        with self._storage.read() as repos:
            return repos.evacuations.latest(limit)

    def missing(self, evacuation_id: str) -> list[tuple[Visit, int]]:
        """Return whose visits were not found when an evacuation ended, and how many of each."""
        with self._storage.read() as repos:
            missing = repos.evacuations.missing(evacuation_id)
            visits = repos.visits.by_ids(list(missing))
        return [(visits[key], people) for key, people in missing.items() if key in visits]

    def assembly(self) -> str:
        """Return where people gather, empty while nobody has said."""
        with self._storage.read() as repos:
            return repos.rules.get(ASSEMBLY_RULE)

    def save_assembly(self, place: str, by: str) -> None:
        """Set where people gather. Raise ``DeskError`` rules_not_allowed."""
        with self._storage.write() as repos:
            staff = repos.staff.get(by)
            if staff is None or staff.archived or not staff.role.manages_staff:
                raise DeskError("rules_not_allowed")
            repos.rules.put(ASSEMBLY_RULE, " ".join(place.split()))

    def stand_by(self) -> None:
        """Keep ready what makes the paper, until ``close``."""
        self._printer.stand_by()

    def close(self) -> None:
        self._printer.close()

    def draw(self, sheet: EvacuationRoll, path: Path, progress: Progress | None = None) -> Printed:
        """Write the roll as PDF. Nothing is read for it."""
        return self._printer.make(sheet, path, progress)

    def note(self, by: str) -> None:
        """Put on record that the roll left the program."""
        with self._storage.write() as repos:
            repos.audit.add(AuditEvent(new_id(), self._clock.now(), by, AuditKind.PRINT, detail="rolls 1"))

    def _read(self, repos: Repositories, now: datetime) -> Muster:
        papers = {one: site_paper(repos, one, self._logo, now, keep_days=KEEP_DAYS) for one in Language}
        return Muster(_roll(repos, now, _lasting(repos, now)), papers, repos.rules.get(ASSEMBLY_RULE))


def sheet_of(muster: Muster, language: Language, warden: str = "") -> EvacuationRoll:
    """Return the roll as it is printed."""
    roll = muster.roll
    head = muster.papers.get(language) or Paper(language, Letterhead(""), roll.at)
    return EvacuationRoll(head, roll.at, tuple(_line(row) for row in roll.rows), muster.assembly, warden)


def _line(row: OnRoll) -> RollLine:
    return RollLine(
        row.name, row.organisation, row.host, row.place, row.since, row.people, row.badge, row.slots, row.phone,
        row.note, row.staff, row.found,
    )  # fmt: skip


def _lasting(repos: Repositories, now: datetime) -> Evacuation | None:
    found = repos.evacuations.lasting()
    return found if found is not None and now - found.at < LONGEST else None


def _roll(repos: Repositories, now: datetime, evacuation: Evacuation | None) -> Roll:
    visits = repos.visits.inside()
    counts: dict[str, int] = {}
    if evacuation is not None:
        visits = repos.visits.in_house_between(evacuation.at, now + timedelta(seconds=1))
        counts = counts_of(repos.evacuations.ticks(evacuation.id))
    cards = repos.cards.of_visits([one.id for one in visits])
    rows = [_on_roll(one, cards.get(one.id, []), evacuation) for one in visits]
    return roll_of(rows, now, evacuation, counts)


def _on_roll(visit: Visit, cards: list[HeldCard], evacuation: Evacuation | None) -> OnRoll:
    began = evacuation.at if evacuation else None
    out = visit.state is VisitState.LEFT and visit.left_at is not None and began is not None and visit.left_at >= began
    return OnRoll(
        visit.id, visit.name, visit.organisation, visit.host, visit.place, visit.arrived_at, visit.party, visit.badge,
        ", ".join(card.slot for card in cards if card.open), visit.plate, mask(visit.number) if visit.number else "",
        visit.note, visit.kind is VisitKind.STAFF, out,
    )  # fmt: skip
