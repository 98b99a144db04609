"""What each key of the desk does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from frontdesk.domain.contacts import Channel, Feedback, Outcome

if TYPE_CHECKING:
    from frontdesk.ui.pages.desk.page import DeskPage


def desk_keys(page: DeskPage) -> dict[str, Callable[..., object]]:
    """Return the handlers of the desk's commands."""
    return {
        "use_numbered": page.box.use_numbered,
        "literal": page.box.take_literally,
        "narrow": page.box.narrow,
        "could_not_answer": page.gap.ask,
        "send_gap": partial(page.gap.send, False),
        "guess_yes": partial(_guess_yes, page),
        "guess_no": partial(_guess_no, page),
        "attach_number": partial(_attach, page),
        "add_caller": page.newcomer.add,
        "take_up": page.broken_off.take_up,
        "mask_id": page.contact.mask_ids,
        "finish": partial(_finish, page),
        "outcome": lambda place: page.contact.finish(list(Outcome)[place]),
        "feedback": lambda place: page.contact.feel(list(Feedback)[place]),
        "channel": lambda place: page.session.set_channel(list(Channel)[place]),
        "flag": partial(_flag, page),
        "edit": partial(_edit, page),
    }


def _attach(page: DeskPage) -> None:
    """Ask about the caller's number; only one thing is asked at a time."""
    page.transfer.close()
    page.gap.close()
    page.attach.ask()


def _finish(page: DeskPage) -> None:
    """Send the question that is being filled in, else make the number keys live."""
    if page.gap.shown:
        page.gap.send(True)
    else:
        page.contact.begin_finish()


def _guess_yes(page: DeskPage) -> None:
    if not page.gap.confirm() and not page.caller.confirm():
        page.box.confirm_guess() or page.newcomer.take_alike()


def _guess_no(page: DeskPage) -> None:
    if page.caller.guess is not None or not page.box.refuse_guess():
        page.caller.refuse()


def _flag(page: DeskPage) -> None:
    """Mark the answer in view as wrong or old."""
    if page.reader.detail is not None:
        page.session.flag(page.reader.detail.article.code)


def _edit(page: DeskPage) -> None:
    if page.reader.detail is not None:
        page.edit_asked.emit(page.reader.detail.article.id)
