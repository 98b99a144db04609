"""A hand-over on paper: the one that was signed, as it was then, or what is open now with lines to sign on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from frontdesk.domain.audit import AuditEvent, AuditKind
from frontdesk.domain.errors import DeskError
from frontdesk.domain.hand_over import HandItem, HandOver, Proof, Signature, in_parts
from frontdesk.domain.ids import new_id
from frontdesk.domain.languages import Language

from .clock import SITE_ZONE
from .contact_lines import ContactLines
from .hand_over_items import moment_of, open_items, read_plan
from .paper import Signed
from .ports import Clock, Progress
from .reports import HandOverLine, HandOverSection, HandOverSheet, Printed, Printer
from .repositories import Repositories, Storage
from .site_papers import site_paper

LAST = "last"
"""In the place of an id: the newest hand-over."""


@dataclass(frozen=True, slots=True)
class HandOverOrder:
    """A sheet to be made: of a hand-over by its id, of the ``LAST`` one, or of what is open now.

    ``as_of`` is the time it bears, by default that of the leaving one's signature, or the present. What was kept
    has masked numbers, so ``full_numbers`` shows no more.
    """

    hand_over: str = ""
    language: Language = Language.TH
    as_of: datetime | None = None
    full_numbers: bool = False


class HandOverPapers:
    """Builds the sheet and has it made. The same hand-over gives the same sheet, whenever it is made again."""

    def __init__(self, storage: Storage, clock: Clock, printer: Printer, logo: Path) -> None:
        self._storage, self._clock, self._printer, self._logo = storage, clock, printer, logo

    def make(self, order: HandOverOrder, path: Path, by: str) -> Printed:
        """Write the sheet as PDF and put on record who had it made.

        Raise ``DeskError`` hand_over_gone or no_hand_over.
        """
        printed = self.preview(order, path, by)
        self.note(order, printed, by)
        return printed

    def preview(self, order: HandOverOrder, path: Path, by: str, progress: Progress | None = None) -> Printed:
        """Write the sheet as PDF, to look at."""
        return self._printer.make(self.sheet(order), path, progress)

    def note(self, order: HandOverOrder, printed: Printed, by: str) -> None:
        """Put on record that a sheet left the program."""
        with self._storage.write() as repos:
            repos.audit.add(AuditEvent(new_id(), self._clock.now(), by, AuditKind.PRINT, detail="hand-overs 1"))

    def sheet(self, order: HandOverOrder) -> HandOverSheet:
        """Return what the sheet says."""
        with self._storage.read() as repos:
            made = _wanted(repos, order.hand_over)
            names = ContactLines({one.id: one for one in repos.staff.all()}, order.language, full_numbers=False)
            if made is None:
                return self._open_now(repos, order, names)
            as_of = order.as_of or made.signed.at
            paper = site_paper(repos, order.language, self._logo, as_of, chain_head=made.chain_head)
            owned = [(item, made.owner_of(item)) for item in made.items]
            return HandOverSheet(
                paper, made.until, _sections(owned, names, order.language, made.signed.at),
                signed_line(made.signed, names), signed_line(made.taken, names),
            )  # fmt: skip

    def _open_now(self, repos: Repositories, order: HandOverOrder, names: ContactLines) -> HandOverSheet:
        as_of, plan = order.as_of or self._clock.now(), read_plan(repos)
        moment = moment_of(repos, as_of.astimezone(SITE_ZONE), plan)
        owned = [(item, item.owner) for item in open_items(repos, moment, plan)]
        paper = site_paper(repos, order.language, self._logo, as_of)
        return HandOverSheet(paper, moment.until, _sections(owned, names, order.language, as_of))


def _wanted(repos: Repositories, key: str) -> HandOver | None:
    """Return the hand-over that is meant, None for what is open now."""
    if not key:
        return None
    made = next(iter(repos.hand_overs.latest(1)), None) if key == LAST else repos.hand_overs.get(key)
    if made is None:
        raise DeskError("no_hand_over" if key == LAST else "hand_over_gone")
    return made


def _sections(
    owned: Sequence[tuple[HandItem, str]], names: ContactLines, language: Language, moment: datetime
) -> tuple[HandOverSection, ...]:
    owners = dict(owned)
    return tuple(
        HandOverSection(part.value, tuple(
            _line(number, item, owners[item], names, language, moment) for number, item in enumerate(found, start=1)
        ))
        for part, found in in_parts(owners)
    )  # fmt: skip


def _line(
    number: int, item: HandItem, owner: str, names: ContactLines, language: Language, moment: datetime
) -> HandOverLine:
    return HandOverLine(
        number, item.kind.value, item.what, item.who, item.number_in(language), item.addressee, item.channel,
        names.first_name(item.by) if item.by else "", names.first_name(owner) if owner and item.owned else "",
        item.since, item.due, item.until, item.overdue(moment), item.sort,
    )  # fmt: skip


def signed_line(signature: Signature | None, names: ContactLines) -> Signed:
    """Return a signature as it is printed, an empty line where there is none."""
    if signature is None:
        return Signed()
    return Signed(names.whole_name(signature.staff), signature.at, signature.proof is Proof.NAME)
