"""What the card of an entry says, line by line."""

from datetime import date, datetime

from frontdesk.domain.watch_list import WatchDecision, Watched
from frontdesk.services.watch_list import WatchBoard
from frontdesk.ui.contact_words import staff_name
from frontdesk.ui.pages.answers.record_lines import Line
from frontdesk.ui.watch_words import decision_word, name_word, plate_word
from frontdesk.ui.words import Words

MOST_DECISIONS = 12


def entry_lines(board: WatchBoard, entry: Watched, words: Words, in_full: bool) -> tuple[Line, ...]:
    """Say what else is known of an entry, and who wrote it when."""
    names = ", ".join(name_word(words, name, in_full) for name in entry.names[1:])
    plate = plate_word(words, entry.plate, in_full) if entry.names else ""
    return (
        (words("watch.other_names"), names),
        (words("watch.plate"), plate),
        (words("watch.counts_until"), words.date(entry.until) if entry.until else words("watch.no_end")),
        (words("watch.added_label"), _by(board, words, entry.added_at, entry.added_by)),
        (words("watch.changed_label"), _by(board, words, entry.changed_at, entry.changed_by)),
        (words("watch.ended_label"), _by(board, words, entry.ended_at, entry.ended_by)),
    )


def decision_lines(board: WatchBoard, entry: Watched, words: Words, in_full: bool) -> tuple[Line, ...]:
    """Say what guards decided, the last first; notes are left out where strangers read along."""
    decided = board.decisions.get(entry.id, ())[:MOST_DECISIONS]
    if not decided:
        return ((words("watch.no_decisions"), " "),)
    return tuple((words.moment(one.at), _decided(board, words, one, in_full)) for one in decided)


def _decided(board: WatchBoard, words: Words, one: WatchDecision, in_full: bool) -> str:
    who, told = _who(board, words, one.by), decision_word(words, one.decision)
    line = words("watch.decided_line", decision=told, percent=one.likeness, who=who)
    shown = one.note if in_full or not words.discreet else ""
    return f"{line} · {shown}" if shown else line


def _by(board: WatchBoard, words: Words, at: datetime | date | None, staff_id: str) -> str:
    if at is None:
        return ""
    return words("watch.by_whom", day=words.date(at), who=_who(board, words, staff_id))


def _who(board: WatchBoard, words: Words, staff_id: str) -> str:
    staff = board.staff.get(staff_id)
    return staff_name(words, staff) if staff else staff_id
