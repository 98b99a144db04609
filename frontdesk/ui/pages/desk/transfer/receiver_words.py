"""What is said of whoever takes a matter over now."""

from dataclasses import dataclass

from frontdesk.domain.languages import Language
from frontdesk.domain.people import PersonKind
from frontdesk.services.transfers import Receiver, TransferPreview
from frontdesk.ui.directory_words import back_word, call_word, doing_word, presence_word
from frontdesk.ui.pages.desk.rows_paint.person_row import shown_name
from frontdesk.ui.words import Words


@dataclass(frozen=True, slots=True)
class ReceiverWords:
    """Lines of the panel: who, their role and place, the number; why it is not the owner; until when they are there.
    ``short`` is the role alone, or else the place."""

    name: str
    place: str
    number: str
    why: str
    until: str
    there: bool
    short: str = ""


def receiver_name(receiver: Receiver, language: Language) -> str:
    """Return the name of whoever takes over in the letters of a language, where it is known in them."""
    return shown_name(receiver.person, language) if receiver.person else receiver.call.name


def receiver_words(preview: TransferPreview, words: Words) -> ReceiverWords | None:
    """Say who takes over; None where nobody is known."""
    receiver = preview.receiver
    if receiver is None:
        return None
    call, name = receiver.call, receiver_name(receiver, words.language)
    role = "" if call.role == "department" else words(f"desk.role_{call.role}")
    place = shown_name(receiver.department, words.language) if receiver.department else receiver.place
    place = place if place != name else ""
    number = call_word(words, call.extension) if call.extension else words("transfer.no_number")
    where = " · ".join(filter(None, (role, place)))
    why, until = _why(receiver, words), _until(receiver, words)
    return ReceiverWords(name, where, number, why, until, call.available, role or place)


def _why(receiver: Receiver, words: Words) -> str:
    """Say why it is not the owner, or not the one who was chosen."""
    call = receiver.call
    if not call.owner or call.asked_at is None:
        return ""
    owner = shown_name(receiver.owner, words.language) if receiver.owner else call.owner
    why = doing_word(words, PersonKind.STAFF, call.owner_doing, call.asked_at) if call.owner_doing else ""
    return words("transfer.of_owner", owner=owner, why=why).strip()


def _until(receiver: Receiver, words: Words) -> str:
    call = receiver.call
    if call.asked_at is None:
        return ""
    if not call.available:
        return back_word(words, call.back_at, call.asked_at)
    return presence_word(words, receiver.person, call.doing, call.asked_at) if receiver.person else ""
