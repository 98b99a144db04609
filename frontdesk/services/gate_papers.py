"""Badges and the notice of privacy on paper."""

from dataclasses import dataclass
from pathlib import Path

from frontdesk.domain.audit import AuditEvent, AuditKind
from frontdesk.domain.errors import DeskError
from frontdesk.domain.ids import new_id
from frontdesk.domain.languages import Language
from frontdesk.domain.visits import Stay, StepKind, Visit, VisitStep

from .gate_notice import read_facts
from .gate_reports import Badge, BadgeSheet, NoticePage, PrivacyNotice
from .label_sizes import LabelSize, label_sizes
from .ports import Clock, Progress
from .reports import Printed, Printer
from .repositories import Storage
from .site_papers import site_paper
from .visits import read_stay


@dataclass(frozen=True, slots=True)
class BadgeOrder:
    """Badges to be made, on labels of a size by its code; on a sheet the first ``skip`` places are used up.

    Nothing on a badge is masked, and no number stands on it: ``full_numbers`` shows no more.
    """

    visit_ids: tuple[str, ...]
    size: str = ""
    skip: int = 0
    language: Language = Language.TH
    place: str = ""
    full_numbers: bool = False


@dataclass(frozen=True, slots=True)
class NoticeOrder:
    """The notice of privacy to be made."""

    page: NoticePage = NoticePage.A4
    language: Language = Language.TH
    full_numbers: bool = False


GateOrder = BadgeOrder | NoticeOrder


class GatePapers:
    """Builds the papers and has them made. ``note`` puts on record that one left the program."""

    def __init__(self, storage: Storage, clock: Clock, printer: Printer, logo: Path) -> None:
        self._storage, self._clock, self._printer, self._logo = storage, clock, printer, logo

    def make(self, order: GateOrder, path: Path, by: str) -> Printed:
        """Write a paper as PDF and put on record who had it made. Raise ``DeskError`` as ``badges``."""
        printed = self.preview(order, path, by)
        self.note(order, printed, by)
        return printed

    def preview(self, order: GateOrder, path: Path, by: str, progress: Progress | None = None) -> Printed:
        """Write a paper as PDF, to look at."""
        report = self.badges(order) if isinstance(order, BadgeOrder) else self.notice(order)
        return self._printer.make(report, path, progress)

    def note(self, order: GateOrder, printed: Printed, by: str) -> None:
        """Put on record that a paper left the program; of badges also with whose visits."""
        if isinstance(order, NoticeOrder):
            return  # it says nothing of anybody
        now = self._clock.now()
        with self._storage.write() as repos:
            for visit_id in order.visit_ids:
                repos.visits.note(visit_id, VisitStep(now, by, StepKind.BADGE_PRINTED, order.place))
            detail = f"badges {len(order.visit_ids)}"
            repos.audit.add(AuditEvent(new_id(), now, by, AuditKind.PRINT, detail=detail))

    def badges(self, order: BadgeOrder) -> BadgeSheet:
        """Return a badge for each visit. Raise ``DeskError`` visit_gone, or visit_over where all have ended."""
        with self._storage.read() as repos:
            found, stay = repos.visits.by_ids(order.visit_ids), read_stay(repos)
            paper = site_paper(repos, order.language, self._logo, self._clock.now(), keep_days=1)
        visits = [found[one] for one in order.visit_ids if one in found]
        if not visits:
            raise DeskError("visit_gone")
        open_ones = [one for one in visits if not one.state.ended]
        if not open_ones:
            raise DeskError("visit_over")
        size = size_of(order.size)
        badges = tuple(self._badge(one, stay) for one in open_ones)
        return BadgeSheet(paper, size, badges, order.skip % size.places)

    def notice(self, order: NoticeOrder) -> PrivacyNotice:
        """Return the notice with the facts of this site."""
        with self._storage.read() as repos:
            facts, site = read_facts(repos), repos.site.get()
            paper = site_paper(repos, order.language, self._logo, self._clock.now())
        return PrivacyNotice(
            paper, facts.thai(site), facts.english(site), facts.keep_days, facts.url, order.page, facts.belongings,
            facts.cards, facts.cameras,
        )  # fmt: skip

    def _badge(self, visit: Visit, stay: Stay) -> Badge:
        start = visit.arrived_at or visit.due or self._clock.now()
        return Badge(
            visit.token, visit.name, start, visit.until or start + stay.usual, visit.host, visit.place,
            visit.organisation, visit.badge, visit.code.upper(), visit.kind, visit.party,
        )  # fmt: skip


def size_of(code: str) -> LabelSize:
    """Return a size of labels by its code, the first one for a code that is not known."""
    sizes = label_sizes()
    return sizes.get(code) or next(iter(sizes.values()))
