"""A day or a shift at the gate on paper: numbers, the pass-down log by kind, cards, who came and went, who signed."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from frontdesk.domain.hand_over import HandOver, Signature
from frontdesk.domain.languages import Language
from frontdesk.domain.masking import mask_numbers_in, mask_plate
from frontdesk.domain.numbers import mask
from frontdesk.domain.shift_log import EntryKind, ShiftEntry
from frontdesk.domain.visits import HeldCard, Visit, VisitState, heads

from .clock import SITE_ZONE
from .contact_lines import ContactLines
from .gate_reports import DailyActivity, GateCounts, GateEntry, GateSection, OpenCard, VisitLine
from .hand_over_papers import signed_line
from .paper import Paper, Signed
from .ports import Clock
from .repositories import Repositories, Storage
from .shift_log import shift_start
from .site_papers import end_of, site_paper, start_of


class GateSpan(StrEnum):
    """What a report is about."""

    SHIFT = "shift"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class GateOrder:
    """A report of the present shift, or of days at the site, today where none is said. Numbers in it are masked in
    any case."""

    span: GateSpan = GateSpan.SHIFT
    language: Language = Language.TH
    first: date | None = None
    last: date | None = None
    full_numbers: bool = False


@dataclass(frozen=True, slots=True)
class _Span:
    """From when to when, and the days in it; ``end`` is not reached before it is over."""

    first: datetime
    last: datetime
    days: tuple[date, ...]


class GateDays:
    """Builds the reports. The same data give the same report, whenever it is made again."""

    def __init__(self, storage: Storage, clock: Clock, logo: Path) -> None:
        self._storage, self._clock, self._logo = storage, clock, logo

    def report(self, order: GateOrder, gate: str = "", as_of: datetime | None = None) -> DailyActivity:
        """Return what the paper says; ``gate`` names where it was made, ``as_of`` is its time, up to which it looks."""
        now = as_of or self._clock.now()
        with self._storage.read() as repos:
            span = _shift(repos, now) if order.span is GateSpan.SHIFT else _days(order, now)
            moment = as_of or _just_before(span.last, now)
            names = ContactLines({one.id: one for one in repos.staff.all()}, order.language, full_numbers=False)
            paper = site_paper(repos, order.language, self._logo, moment)
            return _Builder(repos, span, names, order.language).build(paper, gate)


class _Builder:
    """Gathers one report."""

    def __init__(self, repos: Repositories, span: _Span, names: ContactLines, language: Language) -> None:
        self._repos, self._span, self._names, self._language = repos, span, names, language
        self._visits = repos.visits.in_house_between(span.first, span.last)
        self._entries = repos.shift_log.between(span.first, span.last)
        self._cards = repos.cards.of_visits([one.id for one in self._visits])

    def build(self, paper: Paper, gate: str) -> DailyActivity:
        before, signed = self._hand_overs()
        return DailyActivity(
            paper, self._span.first, self._span.last, self._counts(), gate=gate,
            relieved=self._names.whole_name(before.signed.staff) if before else "", guards=self._guards(),
            assumed=_most(one.reason for one in self._visits if self._ended(one, VisitState.ASSUMED_LEFT)),
            visits=tuple(self._line(number, one) for number, one in enumerate(self._visits, 1)),
            sections=tuple(self._section(kind) for kind in EntryKind), cards=self._open_cards(),
            decisions=_most(
                one.decision.value for one in self._repos.watch.decisions(self._span.first, self._span.last)
            ),
            leaving=self._signed(signed.signed if signed else None),
            coming=self._signed(signed.taken if signed else None),
        )  # fmt: skip

    def _counts(self) -> GateCounts:
        announced = [one for day in self._span.days for one in self._repos.visits.of_day(day) if not _walked_in(one)]
        expected = [one for one in announced if one.state is not VisitState.CANCELLED]
        came = [one for one in self._visits if self._within(one.arrived_at)]
        inside = [one for one in self._visits if one.left_at is None or one.left_at >= self._span.last]
        return GateCounts(
            len(expected), len(came), sum(_walked_in(one) for one in came), sum(map(self._missed, expected)),
            sum(self._ended(one, VisitState.LEFT) for one in self._visits),
            sum(self._ended(one, VisitState.ASSUMED_LEFT) for one in self._visits), len(inside), heads(inside),
        )  # fmt: skip

    def _within(self, moment: datetime | None) -> bool:
        return moment is not None and self._span.first <= moment < self._span.last

    def _ended(self, visit: Visit, state: VisitState) -> bool:
        return visit.state is state and self._within(visit.left_at)

    def _missed(self, visit: Visit) -> bool:
        """Tell whether somebody expected had not come when this was over."""
        over = end_of(visit.day)
        passed = visit.due < self._span.last if visit.due else over is not None and over <= self._span.last
        return visit.state is VisitState.EXPECTED and passed

    def _guards(self) -> tuple[str, ...]:
        let_in = (one.made_by for one in self._visits if self._within(one.made_at))
        acted = [*let_in, *(one.by for one in self._entries)]
        return tuple(filter(None, map(self._names.whole_name, dict.fromkeys(acted))))

    def _line(self, number: int, visit: Visit) -> VisitLine:
        ended = visit.left_at is not None and visit.left_at < self._span.last
        slots = ", ".join(card.slot for card in self._cards.get(visit.id, ()))
        return VisitLine(
            number, visit.name, visit.arrived_at, visit.left_at if ended else None, visit.organisation, visit.host,
            visit.place, self._told(visit.purpose), mask_plate(visit.plate) if visit.plate else "",
            mask(visit.number, self._language) if visit.number else "", visit.party, visit.badge, slots,
            visit.reason if ended and visit.state is VisitState.ASSUMED_LEFT else "",
        )  # fmt: skip

    def _section(self, kind: EntryKind) -> GateSection:
        return GateSection(kind, tuple(self._entry(one) for one in self._entries if one.kind is kind))

    def _entry(self, entry: ShiftEntry) -> GateEntry:
        settled = entry.closed_at is not None and entry.closed_at < self._span.last
        return GateEntry(
            entry.at, self._told(entry.text), self._names.first_name(entry.by), entry.place,
            entry.follow_up and not settled, self._told(entry.closing) if settled else "",
        )  # fmt: skip

    def _open_cards(self) -> tuple[OpenCard, ...]:
        """Return the cards that lay there when this was over."""
        known = {card.id: card for cards in self._cards.values() for card in cards}
        known |= {card.id: card for card in self._repos.cards.open()}
        held = sorted(filter(self._held, known.values()), key=lambda card: (card.taken_at or self._span.first, card.id))
        owners = self._repos.visits.by_ids({card.visit_id for card in held})
        return tuple(self._card(card, owners[card.visit_id]) for card in held)

    def _held(self, card: HeldCard) -> bool:
        taken = card.taken_at is None or card.taken_at < self._span.last
        return taken and (card.returned_at is None or card.returned_at >= self._span.last)

    def _card(self, card: HeldCard, owner: Visit) -> OpenCard:
        inside = owner.left_at is None or owner.left_at >= self._span.last
        return OpenCard(card.slot, card.kind, owner.name, card.taken_at, card.last, inside)

    def _hand_overs(self) -> tuple[HandOver | None, HandOver | None]:
        """Return the hand-over with which this began, and the last one that was signed in it."""
        around = self._repos.hand_overs.around(self._span.first, self._span.last)
        before = [one for one in around if one.signed.at <= self._span.first]
        during = [one for one in around if one.signed.at > self._span.first]
        return (before[-1] if before else None), (during[-1] if during else None)

    def _signed(self, signature: Signature | None) -> Signed:
        return signed_line(signature, self._names)

    def _told(self, text: str) -> str:
        return mask_numbers_in(" ".join(text.split()), self._language)


def _just_before(end: datetime, now: datetime) -> datetime:
    """Return the time that a paper of days bears: their last minute, or the present while they last."""
    return now if end >= now else end - timedelta(minutes=1)


def _walked_in(visit: Visit) -> bool:
    """Tell whether somebody was written down at the moment they came."""
    return visit.arrived_at is not None and visit.made_at == visit.arrived_at


def _most(found: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(filter(None, found)).items(), key=lambda one: (-one[1], one[0])))


def _shift(repos: Repositories, now: datetime) -> _Span:
    first = shift_start(repos, now)
    days = _between(first.astimezone(SITE_ZONE).date(), now.astimezone(SITE_ZONE).date())
    return _Span(first, now, tuple(days))


def _days(order: GateOrder, now: datetime) -> _Span:
    today = now.astimezone(SITE_ZONE).date()
    first = order.first or today
    days = _between(first, order.last or first)
    start, end = start_of(days[0]), end_of(days[-1])
    assert start is not None
    assert end is not None
    return _Span(start, min(end, now) if days[-1] >= today else end, tuple(days))


def _between(first: date, last: date) -> Sequence[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)] or [first]
