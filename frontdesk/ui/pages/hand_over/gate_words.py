"""What the gate hands over, in words: who is inside, which card is held, what the pass-down log says."""

from datetime import datetime

from frontdesk.domain.hand_over import HandItem, ItemKind
from frontdesk.domain.thai_dates import DateStyle, format_date, format_time
from frontdesk.ui.contact_words import told_word
from frontdesk.ui.paint.tags import TagLook
from frontdesk.ui.promise_words import late_word
from frontdesk.ui.words import Words


def gate_what(words: Words, item: HandItem) -> str:
    """Say what it is, in the words that are read out."""
    if item.kind is ItemKind.VISIT:
        name, party = item.who or words("hand_over.kind_visit"), item.sort not in ("", "1")
        return words("hand_over.party", name=name, people=item.sort) if party else name
    if item.kind is ItemKind.CARD:
        return words("hand_over.card_in_slot", slot=item.what, kind=words(f"gate_papers.card_{item.sort}"))
    return told_word(words, item.what, in_full=False) or words(f"hand_over.kind_{item.kind.value}")


def gate_meta(words: Words, item: HandItem, by: str) -> str:
    """Say about whom it is, since when, and who wrote it down."""
    whose = words("hand_over.of", name=by) if by else ""
    if item.kind is ItemKind.VISIT:
        host = words("hand_over.sees", name=item.addressee) if item.addressee else ""
        parts = (item.what, host, item.number_in(words.language), _moment(words, item, "entered"))
    elif item.kind is ItemKind.CARD:
        parts = (item.who, "", "", _moment(words, item, "since"))
    else:
        parts = (words(f"shift_log.kind_{item.sort}"), "", "", _moment(words, item, "at_time"))
    return " · ".join(filter(None, (*parts, whose)))


def gate_tag(words: Words, item: HandItem, now: datetime) -> TagLook | None:
    """Say how late somebody is, or that something waits."""
    if item.kind is ItemKind.VISIT:
        if item.due is None or not item.overdue(now):
            return TagLook(format_time(item.due), "", "clock") if item.due else None
        return TagLook(late_word(words, now - item.due), "overdue", "clock-alert", bold=True)
    if item.kind is ItemKind.CARD:
        return TagLook(words("hand_over.not_returned"), "overdue", "id-card")
    if item.kind is ItemKind.INCIDENT:
        return TagLook(words("hand_over.to_know"))
    return TagLook(words("hand_over.to_follow_up"), "overdue", "clock")


def _moment(words: Words, item: HandItem, name: str) -> str:
    if item.since is None:
        return ""
    day = format_date(item.since, words.language, DateStyle.SHORT)
    return words(f"hand_over.{name}", day=day, time=format_time(item.since))
