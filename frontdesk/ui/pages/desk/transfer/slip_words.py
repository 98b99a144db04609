"""The slip to read out: who it is, what was asked, what was tried, and the number."""

from collections.abc import Callable
from dataclasses import dataclass

from frontdesk.domain.drafts import Draft
from frontdesk.domain.languages import Language
from frontdesk.domain.masking import mask_numbers_in
from frontdesk.domain.numbers import display, mask, parse_number
from frontdesk.services.transfers import TransferPreview
from frontdesk.ui.contact_words import told_word
from frontdesk.ui.pages.desk.rows_paint.answer_row import shown_title
from frontdesk.ui.pages.desk.rows_paint.person_row import shown_name
from frontdesk.ui.words import Words


@dataclass(frozen=True, slots=True)
class Slip:
    """Its lines as they stand on the screen, cut short where strangers read along; as they go on record, with the
    numbers masked; and as they go out of the program."""

    shown: tuple[str, ...] = ()
    masked: tuple[str, ...] = ()
    full: tuple[str, ...] = ()


def slip_of(draft: Draft, preview: TransferPreview, words: Words) -> Slip:
    """Write the slip in the language of the screen."""
    shown = _lines(draft, preview, words, lambda text: told_word(words, text, in_full=False))
    masked = _lines(draft, preview, words, lambda text: mask_numbers_in(text, words.language))
    full = _lines(draft, preview, words, str)
    number = number_to_return(draft, preview)
    if not number:
        return Slip(shown, masked, full)
    numbers = mask(number, words.language), display(parse_number(number), words.language)
    hidden, whole = (words("transfer.slip_number", number=text) for text in numbers)
    return Slip((*shown, hidden), (*masked, hidden), (*full, whole))


def number_to_return(draft: Draft, preview: TransferPreview) -> str:
    """Return the number on which the caller can be called back: that of the contact, else the first on file."""
    on_file = (one.raw for one in preview.caller.numbers) if preview.caller else iter(())
    return draft.number.strip() or next((raw for raw in on_file if raw), "")


def asked_words(draft: Draft, preview: TransferPreview, language: Language) -> str:
    """Return what the caller asked: the words typed, else the topic, else what was told."""
    searched = draft.query.strip() or next(reversed(draft.queries), "")
    told = shown_title(preview.told[-1], language) if preview.told else ""
    return searched or draft.topic.strip() or told


def told_titles(preview: TransferPreview, language: Language) -> tuple[str, ...]:
    """Return the titles of the answers that were used."""
    return tuple(shown_title(one, language) for one in preview.told)


def _lines(draft: Draft, preview: TransferPreview, words: Words, told: Callable[[str], str]) -> tuple[str, ...]:
    note = told(" ".join(draft.note.split()))
    return tuple(filter(None, (_asked(draft, preview, words, told), note, _tried(preview, words))))


def _asked(draft: Draft, preview: TransferPreview, words: Words, told: Callable[[str], str]) -> str:
    name = shown_name(preview.caller, words.language) if preview.caller else ""
    who = words("transfer.slip_person", name=name) if name else words("transfer.slip_somebody")
    asked = told(asked_words(draft, preview, words.language))
    return (
        words("transfer.slip_asked", who=who, asked=asked) if asked else words("transfer.slip_asked_nothing", who=who)
    )


def _tried(preview: TransferPreview, words: Words) -> str:
    titles = told_titles(preview, words.language)
    if titles:
        tried = words("transfer.slip_told", titles=", ".join(titles))
    else:
        tried = words("transfer.slip_not_told" if preview.answer else "transfer.slip_tried")
    passed = words("transfer.slip_passed", count=len(preview.passed)) if preview.passed else ""
    return " · ".join(filter(None, (tried, passed)))
