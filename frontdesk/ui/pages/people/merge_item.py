"""What can be chosen when merging: somebody who may be the same, or an earlier merge."""

from collections.abc import Iterable
from dataclasses import dataclass

from frontdesk.domain.duplicates import Duplicate
from frontdesk.domain.merging import Merge
from frontdesk.domain.people import Person
from frontdesk.domain.staff import Staff
from frontdesk.domain.thai_dates import format_date
from frontdesk.ui.contact_words import staff_name
from frontdesk.ui.pages.people.person_words import belongs_to, called
from frontdesk.ui.pages.picking.items import Heading, Item
from frontdesk.ui.words import Words


@dataclass(frozen=True, slots=True)
class DuplicateItem:
    """Somebody who may be the same person; ``reasons`` is why, in words."""

    duplicate: Duplicate
    reasons: str
    marked: bool = False
    spoken: str = ""

    @property
    def key(self) -> str:
        return self.duplicate.person.id


@dataclass(frozen=True, slots=True)
class PastItem:
    """A merge that can be undone: who was merged, when and by whom, in words."""

    merge: Merge
    names: str
    made: str

    @property
    def key(self) -> str:
        return self.merge.id

    @property
    def spoken(self) -> str:
        return f"{self.names}, {self.made}"


@dataclass(frozen=True, slots=True)
class MergeChoices:
    """Everything that can be chosen for one person; ``before`` is whose duplicates were looked for just before,
    so that those can be merged too who have nothing in common on file.
    """

    person_id: str
    name: str
    duplicates: tuple[Duplicate, ...] = ()
    past: tuple[Merge, ...] = ()
    staff: tuple[Staff, ...] = ()
    before: Person | None = None

    @property
    def sections(self) -> tuple[tuple[str, tuple[Duplicate, ...]], ...]:
        """The people that can be chosen, by the names of their headings."""
        likely = tuple(one for one in self.duplicates if not one.sharing)
        sharing = tuple(one for one in self.duplicates if one.sharing)
        known = self.before is None or any(one.person.id == self.before.id for one in self.duplicates)
        before = () if known or self.before is None else (Duplicate(self.before, (), 0.0),)
        return ("maybe", likely), ("sharing", sharing), ("before", before)


def items_of(choices: MergeChoices, marked: Iterable[str], words: Words) -> tuple[Item, ...]:
    """Return the rows: likely duplicates, those who only share something, who was looked at before, earlier merges."""
    rows: list[Item] = []
    for name, found in choices.sections:
        rows += [Heading(words(f"merging.{name}"))] if found else []
        rows += [_item(one, one.person.id in set(marked), words) for one in found]
    rows += [Heading(words("merging.past"))] if choices.past else []
    return (*rows, *(_past(one, choices, words) for one in choices.past))


def _item(duplicate: Duplicate, marked: bool, words: Words) -> DuplicateItem:
    form = "merging.shares_{}" if duplicate.sharing else "merging.sign_{}"
    reasons = " · ".join(words(form.format(sign.value)) for sign in duplicate.reasons)
    person = duplicate.person
    state = words("merging.spoken_marked") if marked else ""
    parts = (state, called(person, words.language), belongs_to(person), reasons)
    return DuplicateItem(duplicate, reasons, marked, ", ".join(filter(None, parts)))


def _past(merge: Merge, choices: MergeChoices, words: Words) -> PastItem:
    names = ", ".join(called(one, words.language) for one in merge.states.people[1:])
    who = next((staff_name(words, one) for one in choices.staff if one.id == merge.by), merge.by)
    made = words("merging.past_by", day=format_date(merge.at, words.language), who=who)
    return PastItem(merge, words("merging.past_row", names=names), made)
