"""What is handed over as rows of a list, in the parts in which it is read out, and past hand-overs as rows."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

from frontdesk.domain.hand_over import AT_THE_GATE, HandItem, HandOver, ItemKind, in_parts
from frontdesk.domain.notices import end_of_day
from frontdesk.domain.thai_dates import DateStyle, format_date, format_time
from frontdesk.ui.contact_words import told_word
from frontdesk.ui.notice_words import until_word
from frontdesk.ui.pages.hand_over.gate_words import gate_meta, gate_tag, gate_what
from frontdesk.ui.pages.picking.items import Heading, Item
from frontdesk.ui.paint.tags import TagLook
from frontdesk.ui.promise_words import late_word, moment_word
from frontdesk.ui.words import Words

Named = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class HandRow:
    """One thing with its number in its part, as of a moment; ``owner`` is the name of who is to have it, ``by`` of
    whose it was. ``done`` says that it was settled since."""

    item: HandItem
    number: int
    now: datetime
    by: str
    owner: str
    words: Words
    done: bool = False
    picked: bool = False

    @property
    def key(self) -> str:
        return f"{self.item.kind.value}:{self.item.key}"

    @property
    def spoken(self) -> str:
        return ", ".join(filter(None, (f"{self.number}", self.what, self.meta, *(tag.text for tag in self.tags))))

    @property
    def what(self) -> str:
        """Say what it is; a message begins with whom it is for."""
        words, item = self.words, self.item
        if item.part in AT_THE_GATE:
            return gate_what(words, item)
        said = told_word(words, item.what, in_full=False) or words(f"hand_over.kind_{item.kind.value}")
        if item.addressee:
            return words("promises.message_for", name=item.addressee, text=said)
        if item.kind is ItemKind.CALL_BACK and item.what:
            return words("promises.call_back_about", text=said)
        return said

    @property
    def meta(self) -> str:
        """Say with whom, by which way, since when and whose it was."""
        words, item = self.words, self.item
        if item.part in AT_THE_GATE:
            return gate_meta(words, item, self.by)
        way = words(f"desk.channel_{item.channel.value}") if item.channel else ""
        since = self._since() if item.since else ""
        whose = words("hand_over.of", name=self.by) if self.by else ""
        number = item.number_in(words.language)
        who = item.who
        if item.kind is ItemKind.NOTICE and who:
            who = words("notices.unread_by", names=who)
        return " · ".join(filter(None, (who, number, way, since, whose)))

    @property
    def tags(self) -> tuple[TagLook, ...]:
        """Return what stands at the right end, the outermost first."""
        owner = (TagLook(f"→ {self.owner}", "accent"),) if self.owner and self.item.owned else ()
        if self.done:
            return (TagLook(self.words("hand_over.done"), "verified", "check"), *owner)
        picked = TagLook(self.words("hand_over.is_picked"), "accent", "check", bold=True) if self.picked else None
        return tuple(filter(None, (self._time_tag(), *owner, picked)))

    def _since(self) -> str:
        assert self.item.since is not None
        day = format_date(self.item.since, self.words.language, DateStyle.SHORT)
        return self.words("hand_over.since", day=day, time=format_time(self.item.since))

    def _time_tag(self) -> TagLook | None:
        words, item = self.words, self.item
        if item.part in AT_THE_GATE:
            return gate_tag(words, item, self.now)
        if item.kind is ItemKind.NOTICE:
            until = item.due or (end_of_day(item.until) if item.until else None)
            return TagLook(until_word(words, until, self.now) or words("hand_over.until_taken_off"))
        if item.kind is ItemKind.DRAFT:
            return TagLook(words("hand_over.not_finished"), "", "pencil")
        if item.due is None:
            return TagLook(words("promises.no_time"), "", "clock")
        if item.overdue(self.now):
            return TagLook(late_word(words, self.now - item.due), "overdue", "clock-alert", bold=True)
        return TagLook(moment_word(words, item.due, self.now), "", "clock")


@dataclass(frozen=True, slots=True)
class PastRow:
    """A hand-over of the past."""

    hand_over: HandOver
    now: datetime
    leaving: str
    coming: str
    words: Words
    icon: str = "history"

    @property
    def key(self) -> str:
        return self.hand_over.id

    @property
    def spoken(self) -> str:
        return ", ".join(filter(None, (self.what, self.meta, *(tag.text for tag in self.tags))))

    @property
    def what(self) -> str:
        """Say who handed over to whom."""
        if not self.hand_over.taken:
            return self.words("hand_over.from_alone", leaving=self.leaving)
        return self.words("hand_over.from_to", leaving=self.leaving, coming=self.coming)

    @property
    def meta(self) -> str:
        """Say when, and how much of each part."""
        words, made = self.words, self.hand_over
        counts = [
            words(f"hand_over.part_{part.value}", count=f"{len(found):,}") for part, found in in_parts(made.items)
            if found
        ]  # fmt: skip
        return " · ".join((words.moment(made.signed.at, DateStyle.WEEKDAY), *counts))

    @property
    def tags(self) -> tuple[TagLook, ...]:
        if self.hand_over.taken:
            time = format_time(self.hand_over.taken.at)
            return (TagLook(self.words("hand_over.taken_at", time=time), "verified", "check"),)
        return (TagLook(self.words("hand_over.not_taken"), "overdue", "clock"),)


def rows_of(
    items: tuple[HandItem, ...], now: datetime, named: Named, owner_of: Callable[[HandItem], str], words: Words,
    open_keys: Collection[str] | None = None, picked: Collection[str] = (),
) -> tuple[Item, ...]:  # fmt: skip
    """Put things under the headings of their parts, numbered as on paper; a part with nothing says so.

    ``open_keys`` are those of things that are not settled yet, None for all of them; ``picked`` those of visits that
    are to be closed together.
    """
    rows: list[Item] = []
    for part, found in in_parts(items):
        name = "part" if found else "none"
        rows.append(Heading(words(f"hand_over.{name}_{part.value}", count=f"{len(found):,}")))
        for number, item in enumerate(found, start=1):
            done = open_keys is not None and item.key not in open_keys and item.kind is not ItemKind.INCIDENT
            owner = owner_of(item)
            rows.append(HandRow(
                item, number, now, named(item.by) if item.by else "", named(owner) if owner else "", words, done,
                item.key in picked,
            ))  # fmt: skip
    return tuple(rows)
