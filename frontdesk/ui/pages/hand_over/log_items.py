"""The pass-down log of a shift as rows: what was left open before, then what happened since, oldest first."""

from dataclasses import dataclass

from frontdesk.domain.shift_log import ShiftEntry
from frontdesk.domain.thai_dates import DateStyle, format_date, format_time
from frontdesk.services.clock import SITE_ZONE
from frontdesk.services.shift_log import ShiftPage
from frontdesk.ui.contact_words import staff_name, told_word
from frontdesk.ui.pages.picking.items import Heading, Item
from frontdesk.ui.paint.tags import TagLook
from frontdesk.ui.words import Words


@dataclass(frozen=True, slots=True)
class LogRow:
    """An entry; ``struck`` is what it said before it was put right, ``by`` and ``closer`` are names."""

    entry: ShiftEntry
    words: Words
    by: str = ""
    closer: str = ""
    struck: str = ""
    icon: str = "scroll-text"

    @property
    def key(self) -> str:
        return f"entry:{self.entry.id}"

    @property
    def spoken(self) -> str:
        before = self.words("shift_log.said_before", text=self.struck) if self.struck else ""
        return ", ".join(filter(None, (self.what, before, self.meta, *(tag.text for tag in self.tags))))

    @property
    def what(self) -> str:
        return told_word(self.words, " ".join(self.entry.text.split()), in_full=False)

    @property
    def meta(self) -> str:
        """Say when it happened, what it is about, where and who wrote it, and how it was settled."""
        words, one = self.words, self.entry
        kind = words(f"shift_log.kind_{one.kind.value}")
        late = (one.written_at - one.at).total_seconds() > 60 and not one.corrects
        written = words("shift_log.written", time=format_time(one.written_at)) if late else ""
        closed = self._closed() if one.closed_at else ""
        return " · ".join(filter(None, (self._when(), kind, one.place, self.by, written, closed)))

    @property
    def tags(self) -> tuple[TagLook, ...]:
        """Say whether it waits for somebody, and that it was put right."""
        words, one = self.words, self.entry
        right = (TagLook(words("shift_log.put_right")),) if one.corrects else ()
        if one.open:
            return (TagLook(words("hand_over.to_follow_up"), "overdue", "clock", bold=True), *right)
        if one.closed_at:
            return (TagLook(words("shift_log.settled"), "verified", "check"), *right)
        return right

    def _when(self) -> str:
        same = self.entry.at.astimezone(SITE_ZONE).date() == self.entry.written_at.astimezone(SITE_ZONE).date()
        day = "" if same else format_date(self.entry.at, self.words.language, DateStyle.SHORT)
        return " ".join(filter(None, (day, format_time(self.entry.at))))

    def _closed(self) -> str:
        assert self.entry.closed_at is not None
        said = self.words("shift_log.closed", time=format_time(self.entry.closed_at), name=self.closer)
        return " ".join(filter(None, (said, self.entry.closing)))


def log_rows(page: ShiftPage, words: Words) -> tuple[Item, ...]:
    """Put the log under its headings; an empty one says how to begin."""
    rows: list[Item] = []
    if page.waiting:
        rows.append(Heading(words("shift_log.left_before", count=f"{len(page.waiting):,}")))
        rows += [_row(one, page, words) for one in page.waiting]
    name = "this_shift" if page.entries else "nothing_yet"
    rows.append(Heading(words(f"shift_log.{name}", count=f"{len(page.entries):,}")))
    return (*rows, *(_row(one, page, words) for one in page.entries))


def _row(entry: ShiftEntry, page: ShiftPage, words: Words) -> LogRow:
    def named(key: str) -> str:
        return staff_name(words, page.staff[key]) if key in page.staff else ""

    earlier = page.earlier.get(entry.id, ())
    struck = " → ".join(" ".join(one.text.split()) for one in earlier if one.text != entry.text)
    return LogRow(entry, words, named(entry.by), named(entry.closed_by), struck)
