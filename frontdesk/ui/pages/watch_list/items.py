"""Entries of the watch list as rows: those that count first, then those that are over; and finding among them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from frontdesk.domain.plates import read_plates
from frontdesk.domain.thai_text import normalise
from frontdesk.domain.watch_list import Watched
from frontdesk.domain.watch_matching import WatchMatcher
from frontdesk.ui.pages.picking.items import Heading, Item
from frontdesk.ui.watch_words import advice_word, reason_word, state_word, title_word
from frontdesk.ui.words import Words


@dataclass(frozen=True, slots=True)
class WatchItem:
    """An entry as of a day; ``in_full`` says whether all of it may be read."""

    watched: Watched
    today: date
    words: Words
    in_full: bool = False

    @property
    def key(self) -> str:
        return self.watched.id

    @property
    def spoken(self) -> str:
        return ", ".join(filter(None, (self.title, self.reason, advice_word(self.words, self.watched), self.state)))

    @property
    def title(self) -> str:
        return title_word(self.words, self.watched, self.in_full)

    @property
    def reason(self) -> str:
        return reason_word(self.words, self.watched, self.in_full)

    @property
    def state(self) -> str:
        return state_word(self.words, self.watched, self.today)

    @property
    def stands(self) -> bool:
        return self.watched.stands(self.today)


def items_of(entries: Iterable[Watched], today: date, words: Words, in_full: bool = False) -> tuple[Item, ...]:
    """Put entries under headings: in force, and over."""
    made = [WatchItem(entry, today, words, in_full) for entry in entries]
    standing, over = [item for item in made if item.stands], [item for item in made if not item.stands]
    items: list[Item] = []
    for name, part in (("standing_count", standing), ("over_count", over)):
        if part:
            items += [Heading(words(f"watch.{name}", count=f"{len(part):,}")), *part]
    return tuple(items)


class WatchFinder:
    """Finds among entries; what is compared by sound is prepared when something is first looked for."""

    def __init__(self, entries: Iterable[Watched]) -> None:
        self.entries = tuple(entries)

    @cached_property
    def _matcher(self) -> WatchMatcher:
        return WatchMatcher(self.entries)

    def found(self, text: str) -> tuple[Watched, ...]:
        """Return the entries with a text in their names, plate or reason, and those that sound like it."""
        wanted = normalise(text).strip()
        if not wanted:
            return self.entries
        plates = {plate.key for plate in read_plates(text) if plate.letters}
        alike = {hit.watched.id for hit in self._matcher.matches(text)}
        return tuple(entry for entry in self.entries if entry.id in alike or _holds(entry, wanted, plates))


def _holds(entry: Watched, wanted: str, plates: set[str]) -> bool:
    said = normalise(" ".join((*entry.names, entry.plate, entry.reason)))
    return wanted in said or bool(plates & {plate.key for plate in read_plates(entry.plate)})
