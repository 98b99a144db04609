"""What a merge would keep, in words: label and text of each line."""

from typing import Any

from frontdesk.domain.contacts import Channel
from frontdesk.domain.masking import DOTS
from frontdesk.domain.merging import Conflict, Merge
from frontdesk.domain.people import Handle, HandleKind, PartialDate, Person, PersonKind
from frontdesk.domain.thai_dates import format_partial_date
from frontdesk.services.merging import MergePreview
from frontdesk.ui.contact_words import note_word, told_word
from frontdesk.ui.pages.people.person_words import (
    address_word,
    called,
    fact_words,
    handle_word,
    number_word,
    plate_word,
)
from frontdesk.ui.words import Words

LINES = ("from", "numbers", "names", "handles", "facts", "note", "contacts", "referred", "conflicts")
Lines = dict[str, str]


def kept_lines(preview: MergePreview, words: Words) -> Lines:
    """Return what would stand on the card that stays; empty for what is not there."""
    person = preview.survivor
    return {
        "from": _sources(preview, words),
        "numbers": " · ".join(number_word(person, one, words, in_full=False) for one in person.numbers),
        "names": " · ".join(filter(None, (person.nickname, person.romanised, *person.aliases))),
        "handles": " · ".join(_handles(person, words)),
        "facts": " · ".join(" ".join(fact_words(fact, words, in_full=False)) for fact in person.facts),
        "note": note_word(words, " / ".join(person.note.splitlines())),
        "contacts": words("merging.contacts_sum", count=f"{sum(preview.contacts):,}"),
        "referred": words("merging.referred_sum", count=preview.referred) if preview.referred else "",
        "conflicts": "\n".join(_conflict(one, words) for one in preview.conflicts),
    }


def parted_lines(merge: Merge, words: Words) -> Lines:
    """Return who would be on file again after a merge is undone."""
    people = merge.states.people
    names = " + ".join(f"{called(one, words.language)} ({one.code})" for one in people)
    how = words("merging.comes_back_how", name=called(people[0], words.language))
    return dict.fromkeys(LINES, "") | {"from": names, "contacts": how}


def _sources(preview: MergePreview, words: Words) -> str:
    counted = zip(preview.people, preview.contacts, strict=True)
    parts = (
        words("merging.from_one", name=called(one, words.language), code=one.code, count=count)
        for one, count in counted
    )
    return " + ".join(parts)


def _handles(person: Person, words: Words) -> list[str]:
    own = (
        address_word(person.email, in_full=False),
        handle_word(person.line, words, in_full=False),
        plate_word(person.plate, words, in_full=False),
    )
    return list(filter(None, (*own, *(_further(one, words) for one in person.handles))))


def _further(handle: Handle, words: Words) -> str:
    match handle.kind:
        case HandleKind.CODE:
            return words("merging.old_code", code=handle.value)
        case HandleKind.EMAIL:
            return address_word(handle.value, in_full=False)
        case HandleKind.PLATE:
            return plate_word(handle.value, words, in_full=False)
        case HandleKind.LINE:
            return handle_word(handle.value, words, in_full=False)


def _conflict(conflict: Conflict, words: Words) -> str:
    other = ", ".join(_value(value, words) for value in conflict.others)
    field = words(f"people.field_{conflict.field}")
    return words("merging.conflict", field=field, kept=_value(conflict.kept, words), other=other)


def _value(value: Any, words: Words) -> str:
    if isinstance(value, PartialDate) and words.discreet:
        return DOTS
    if isinstance(value, PartialDate):
        return format_partial_date(value, words.language)
    if isinstance(value, PersonKind):
        return words(f"desk.kind_{value.value}")
    if isinstance(value, Channel):
        return words(f"desk.channel_{value.value}")
    return told_word(words, str(value), in_full=False)
