"""The roll as rows of a list: who is missing first, by place; who was found below."""

from dataclasses import dataclass
from functools import lru_cache

from frontdesk.domain.evacuation import OnRoll, Roll, by_place
from frontdesk.domain.keyboard_layout import to_english, to_thai
from frontdesk.domain.thai_dates import format_time
from frontdesk.domain.thai_text import normalise
from frontdesk.ui.pages.picking.items import Heading, Item
from frontdesk.ui.words import Words


@dataclass(frozen=True, slots=True)
class RollRow:
    """Somebody on the roll, or a party."""

    row: OnRoll
    words: Words

    @property
    def key(self) -> str:
        return self.row.visit_id

    @property
    def spoken(self) -> str:
        return ", ".join(filter(None, (self.row.name, self.detail, self.state)))

    @property
    def found(self) -> bool:
        return not self.row.missing

    @property
    def detail(self) -> str:
        """Say what helps to find them; where they are stands in the heading."""
        row, words = self.row, self.words
        host = words("evacuation.sees", name=row.host) if row.host else ""
        slot = words("evacuation.slot", slot=row.slots) if row.slots else ""
        badge = words("evacuation.badge", badge=row.badge) if row.badge else ""
        staff = words("evacuation.staff") if row.staff else ""
        since = format_time(row.since) if row.since else ""
        return " · ".join(filter(None, (row.note, staff, row.organisation, host, slot, badge, row.plate, since)))

    @property
    def state(self) -> str:
        """Say how many of a party were found, or that somebody left by the gate."""
        row, words = self.row, self.words
        if row.people > 1:
            return words("evacuation.of_party", found=f"{row.found:,}", people=f"{row.people:,}")
        if row.out and row.found:
            return words("evacuation.left_by_gate")
        return words("evacuation.is_found") if row.found else ""


def rows_of(roll: Roll, typed: str, words: Words) -> tuple[Item, ...]:
    """Put who is missing under the heads of their places, then who was found; only those whom the words fit."""
    shown = matching(roll.rows, typed)
    items: list[Item] = []
    for place, rows in by_place(row for row in shown if row.missing):
        missing = sum(row.missing for row in rows)
        items.append(Heading(words("evacuation.at_place", place=place or words("evacuation.no_place"),
                                   missing=f"{missing:,}")))  # fmt: skip
        items += [RollRow(row, words) for row in rows]
    found = [row for row in shown if not row.missing]
    if found:
        count = f"{sum(row.found for row in found):,}"
        items.append(Heading(words("evacuation.all_found", count=count)))
        items += [RollRow(row, words) for row in found]
    return tuple(items)


def matching(rows: tuple[OnRoll, ...], typed: str) -> tuple[OnRoll, ...]:
    """Return the rows that hold every word typed, on the other keyboard's letters if on these none does."""
    for text in (typed, to_thai(typed), to_english(typed)):
        words = normalise(text).split()
        found = tuple(row for row in rows if all(word in _said(row) for word in words))
        if found:
            return found
    return ()


def next_missing(items: tuple[Item, ...], key: str) -> str:
    """Return the missing row behind this one, else the one ahead of it, else nothing."""
    keys = [item.key for item in items if isinstance(item, RollRow) and not item.found]
    if key not in keys:
        return keys[0] if keys else ""
    place = keys.index(key)
    others = (*keys[place + 1 :], *reversed(keys[:place]))
    return next(iter(others), "")


@lru_cache(maxsize=4_096)
def _said(row: OnRoll) -> str:
    plate = row.plate.replace(" ", "")
    said = (row.name, row.organisation, row.host, row.place, row.badge, row.slots, row.plate, plate)
    return normalise(" ".join(said))
