"""Promises as rows of a list, in the parts of the due list."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from frontdesk.domain.promises import WHEN_ORDER, Promise, When, when_of
from frontdesk.domain.thai_dates import THAI_TIME, DateStyle, format_date, format_time
from frontdesk.ui.pages.picking.items import Heading, Item
from frontdesk.ui.paint.tags import TagLook
from frontdesk.ui.promise_words import due_tag, moment_word, what_word, who_word
from frontdesk.ui.words import Words


@dataclass(frozen=True, slots=True)
class PromiseItem:
    """A promise as of a moment; ``owner`` is how whoever keeps it is called. Words are only made for rows in view."""

    promise: Promise
    now: datetime
    owner: str
    words: Words

    @property
    def key(self) -> str:
        return self.promise.id

    @property
    def spoken(self) -> str:
        return ", ".join(filter(None, (what_word(self.words, self.promise), self.meta, self.tag.text)))

    @property
    def meta(self) -> str:
        """To whom, by which way, since when, and whose it is."""
        words, one = self.words, self.promise
        way = words(f"desk.channel_{one.channel.value}") if one.channel else ""
        made = words("promises.made", day=format_date(one.made_at, words.language, DateStyle.SHORT))
        return " · ".join(filter(None, (who_word(words, one), way, made, self.owner)))

    @property
    def tag(self) -> TagLook:
        """By when, or how late; for what is closed how it ended."""
        if self.promise.open:
            return due_tag(self.words, self.promise, self.now)
        assert self.promise.closing is not None
        text = self.words(f"promises.closing_{self.promise.closing.value}")
        return TagLook(text, "verified" if self.promise.on_time else "", "check")

    @property
    def state(self) -> TagLook | None:
        """Whether a message was told, and what is still to be said of it; when something was closed."""
        words, one = self.words, self.promise
        if one.closed_at is not None:
            return TagLook(format_time(one.closed_at))
        if one.told_at is not None:
            return TagLook(
                words("promises.told_at", time=moment_word(words, one.told_at, self.now)), "verified", "check"
            )
        return TagLook(words("promises.untold"), "", "message-circle", bold=True) if one.to_tell else None


def open_items(
    promises: Iterable[Promise], now: datetime, owner: Callable[[str], str], words: Words
) -> tuple[Item, ...]:
    """Put open promises under headings: overdue, today, without a time, later."""
    local = now.astimezone(THAI_TIME)
    parts: dict[When, list[Promise]] = {when: [] for when in WHEN_ORDER}
    for one in promises:
        parts[when_of(one, local)].append(one)
    items: list[Item] = []
    for when, found in parts.items():
        if found:
            items.append(Heading(words(f"promises.part_{when.value}", count=f"{len(found):,}")))
            items += [PromiseItem(one, now, owner(one.owner), words) for one in found]
    return tuple(items)


def closed_items(
    promises: Iterable[Promise], now: datetime, owner: Callable[[str], str], words: Words
) -> tuple[Item, ...]:
    """Put closed promises under the days on which they were closed, the last one first."""
    items: list[Item] = []
    for day, found in groupby(promises, lambda one: one.closed_at and one.closed_at.astimezone(THAI_TIME).date()):
        if day is not None:
            items.append(Heading(format_date(day, words.language, DateStyle.WEEKDAY)))
            items += [PromiseItem(one, now, owner(one.closed_by), words) for one in found]
    return tuple(items)
