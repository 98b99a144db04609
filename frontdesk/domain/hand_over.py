"""What one shift hands over to the next: open things by parts, notices, and the two who sign."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from .contacts import Channel
from .languages import Language
from .numbers import EXTENSION_WORD


class Part(StrEnum):
    """The parts of a hand-over in the order in which they are read out. Another part is one more member here."""

    CONTACTS = "contacts"
    PROMISES = "promises"
    MESSAGES = "messages"
    NOTICES = "notices"
    VISITS = "visits"
    CARDS = "cards"
    SHIFT_LOG = "shift-log"


class ItemKind(StrEnum):
    """What sort of thing is handed over."""

    DRAFT = "draft"
    """A contact that has begun and is not logged."""
    CALL_BACK = "call-back"
    """A line that broke off, not called back yet."""
    PROMISE = "promise"
    MESSAGE = "message"
    NOTICE = "notice"
    VISIT = "visit"
    """Somebody who is still inside."""
    CARD = "card"
    """A card that was not given back."""
    FOLLOW_UP = "follow-up"
    """An entry of the pass-down log that waits for somebody."""
    INCIDENT = "incident"
    """An incident of this shift that is settled: it is only told."""

    @property
    def part(self) -> Part:
        return _PARTS[self]


_PARTS = {
    ItemKind.DRAFT: Part.CONTACTS,
    ItemKind.CALL_BACK: Part.CONTACTS,
    ItemKind.PROMISE: Part.PROMISES,
    ItemKind.MESSAGE: Part.MESSAGES,
    ItemKind.NOTICE: Part.NOTICES,
    ItemKind.VISIT: Part.VISITS,
    ItemKind.CARD: Part.CARDS,
    ItemKind.FOLLOW_UP: Part.SHIFT_LOG,
    ItemKind.INCIDENT: Part.SHIFT_LOG,
}
AT_THE_GATE = (Part.VISITS, Part.CARDS, Part.SHIFT_LOG)


@dataclass(frozen=True, slots=True)
class HandItem:
    """One thing as it stood when it was handed over (times in UTC); ``key`` is the id of what it stands for.

    ``number``, and numbers in ``what``, are masked: whoever takes over finds them in full where the thing itself is.
    ``addressee`` is whom a message is for, with their id where they are in the directory. ``by`` is the id of the
    member of staff whose it was, ``owner`` of who is to have it, empty for whoever comes. ``until`` is the last day of
    a notice, None while nobody takes it off, and ``due`` its exact end where it is over before that day is; ``who``
    names those who have to read it and have not. ``visit_id`` is the visit it is about; ``sort`` says which of its
    kind: the sort of card or of entry by its code, how many came with a visit. Of a card ``what`` is its slot, of a
    visit ``addressee`` is the host.
    """

    kind: ItemKind
    key: str
    what: str = ""
    who: str = ""
    number: str = ""
    addressee: str = ""
    channel: Channel | None = None
    by: str = ""
    owner: str = ""
    since: datetime | None = None
    due: datetime | None = None
    until: date | None = None
    contact_id: str = ""
    person_id: str = ""
    addressee_id: str = ""
    visit_id: str = ""
    sort: str = ""

    @property
    def part(self) -> Part:
        return self.kind.part

    @property
    def owned(self) -> bool:
        """Tell whether somebody is to have it; a notice is for everybody, and what is settled for nobody."""
        return self.kind not in (ItemKind.NOTICE, ItemKind.INCIDENT)

    def overdue(self, now: datetime) -> bool:
        return self.owned and self.due is not None and self.due <= now

    def over(self, now: datetime) -> bool:
        """Tell whether a notice has ended by itself; ``now`` is in the site's time."""
        ended = (self.until is not None and self.until < now.date()) or (self.due is not None and self.due <= now)
        return not self.owned and ended

    def number_in(self, language: Language) -> str:
        """Return the number with its extension in a language; it was kept in Thai."""
        return self.number.replace(f" {EXTENSION_WORD[Language.TH]} ", f" {EXTENSION_WORD[language]} ")


def in_parts(items: Iterable[HandItem]) -> list[tuple[Part, list[HandItem]]]:
    """Return every part with what is in it, also those with nothing; those of the gate only where it hands over."""
    found: dict[Part, list[HandItem]] = {part: [] for part in Part}
    for item in items:
        found[item.part].append(item)
    gate = any(found[part] for part in AT_THE_GATE)
    return [(part, those) for part, those in found.items() if gate or part not in AT_THE_GATE]


class Proof(StrEnum):
    """How somebody signed."""

    PIN = "pin"
    NAME = "name"
    """By name alone: they have no PIN."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed (id of staff), when (UTC), and how that was proved."""

    staff: str
    at: datetime
    proof: Proof = Proof.PIN


@dataclass(frozen=True, slots=True)
class HandOver:
    """A hand-over as it was when the leaving one signed; ``taken`` is the coming one's signature, once there is one.

    What is due up to ``until`` is in it. ``chain_head`` is that of the record at that moment, as printed.
    """

    id: str
    signed: Signature
    until: datetime
    items: tuple[HandItem, ...] = ()
    taken: Signature | None = None
    chain_head: str = ""

    def owner_of(self, item: HandItem) -> str:
        """Return who has an item: whom the leaving one named, else the one who took over, else nobody yet."""
        return item.owner or (self.taken.staff if self.taken else "")


@dataclass(frozen=True, slots=True)
class Plan:
    """What the leaving one has decided before signing: owners by the key of an item, and until when is looked."""

    owners: tuple[tuple[str, str], ...] = ()
    until: datetime | None = None

    def owner_of(self, key: str) -> str:
        return dict(self.owners).get(key, "")

    def naming(self, key: str, owner: str) -> "Plan":
        """Return the plan with another owner of an item; an empty one is whoever comes."""
        others = tuple((one, who) for one, who in self.owners if one != key)
        return replace(self, owners=(*others, (key, owner)) if owner else others)
