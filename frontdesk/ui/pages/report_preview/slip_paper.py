"""A caller who is passed on, as the slip that goes along."""

from datetime import datetime

from frontdesk.domain.drafts import Draft
from frontdesk.domain.languages import Language
from frontdesk.domain.numbers import display, parse_number
from frontdesk.services.paper import Paper
from frontdesk.services.reports import HandOffSlip
from frontdesk.services.transfers import TransferPreview
from frontdesk.ui.pages.desk.rows_paint.person_row import shown_name
from frontdesk.ui.pages.desk.transfer.receiver_words import receiver_name
from frontdesk.ui.pages.desk.transfer.slip_words import asked_words, number_to_return, told_titles


def slip_paper(draft: Draft, preview: TransferPreview, paper: Paper, staff: str, at: datetime) -> HandOffSlip:
    """Put together what is known of a caller; the number is in full, for whoever takes over must call it."""
    language, receiver = paper.language, preview.receiver
    number = number_to_return(draft, preview)
    return HandOffSlip(
        paper, at, to=_to(preview, language), caller=shown_name(preview.caller, language) if preview.caller else "",
        phone=display(parse_number(number), language) if number else "",
        extension=receiver.call.extension if receiver else "", asked=asked_words(draft, preview, language),
        tried=told_titles(preview, language), note=draft.note.strip(), passed_on=len(preview.passed), staff=staff,
    )  # fmt: skip


def _to(preview: TransferPreview, language: Language) -> str:
    name = receiver_name(preview.receiver, language) if preview.receiver else ""
    return " · ".join(part for part in dict.fromkeys((name, preview.place)) if part)
