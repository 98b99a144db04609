"""Draws what was found: 84 high, what to say or the name first, the key of the row at its end."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from frontdesk.domain.thai_dates import format_time
from frontdesk.domain.visits import Visit, VisitState
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.answer_row import Voice, shown, shown_title
from frontdesk.ui.pages.desk.rows_paint.brush import Brush, RowLook
from frontdesk.ui.pages.desk.rows_paint.person_row import reach, shown_name
from frontdesk.ui.pages.gate.big_button import big_chord_width, draw_big_chord
from frontdesk.ui.pages.gate.found_rows import AnswerFound, FoundRow, PersonFound, VisitFound
from frontdesk.ui.pages.gate.row_painter import (
    DETAIL,
    DETAIL_TOP,
    END,
    INSET,
    LATE,
    NAME,
    NAME_TOP,
    ROW_GAP,
    TEXT_INSET,
    UNDER,
    UNDER_TOP,
)
from frontdesk.ui.pages.gate.visit_words import (
    day_word,
    joined,
    local_day,
    name_word,
    over_word,
    party_word,
    plate_word,
    slots_word,
)
from frontdesk.ui.paint.frames import draw_guess_line, draw_hover, draw_selection
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.words import Words

CAPTION_HIGH, TEXT_LEFT, ICON_LEFT, END_GAP, LIFTED = 38, 68, 24, 16, 12
CAPTION, SAY, GUESS = Ink("gate_small", "text_3"), Ink("say"), Ink("gate_name", "guess")
MOST_NUMBERED = 9


@dataclass(frozen=True, slots=True)
class CaptionRow:
    """The head of a section."""

    text: str
    key: str = ""

    @property
    def spoken(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row with its number, from 1, and what it says."""

    row: FoundRow
    number: int
    title: str
    detail: str
    end: str = ""
    under: str = ""
    late: bool = False

    @property
    def key(self) -> str:
        return self.row.key

    @property
    def spoken(self) -> str:
        return ", ".join(filter(None, (self.title, self.detail, self.end, self.under)))


Listed = CaptionRow | ListedRow
SECTIONS = {VisitFound: "gate.found_visits", PersonFound: "gate.found_people", AnswerFound: "gate.found_answers"}


def listed(rows: tuple[FoundRow, ...], kit: Kit, now: datetime, voice: Voice) -> tuple[Listed, ...]:
    """Return the rows as they are shown, with a caption where a section begins."""
    made: list[Listed] = []
    for n, row in enumerate(rows):
        if not n or type(rows[n - 1]) is not type(row):
            made.append(CaptionRow(kit.words(SECTIONS[type(row)])))
        made.append(_listed(row, n + 1, kit, now, voice))
    return tuple(made)


def _listed(row: FoundRow, number: int, kit: Kit, now: datetime, voice: Voice) -> ListedRow:
    match row:
        case VisitFound():
            return _visit(row, number, kit, now)
        case PersonFound(match=match):
            person, words = match.person, kit.words
            why = words(f"desk.reason_{match.reason.value}") if match.guess else ""
            detail = joined(why, reach(person, words), plate_word(words, person.plate))
            return ListedRow(row, number, shown_name(person, words.language), detail)
        case AnswerFound(answer=answer):
            said = shown(answer.article, voice)
            detail = joined(said.tag, shown_title(answer.article, voice.language), voice.department(answer.article))
            if row.near:
                title = shown_title(answer.article, voice.language)
                return ListedRow(row, number, title, joined(kit.words("gate.nearest_only"), said.tag))
            return ListedRow(row, number, said.say, detail)


def _visit(row: VisitFound, number: int, kit: Kit, now: datetime) -> ListedRow:
    visit, words = row.match.visit, kit.words
    state = _state(row)
    moment = {"inside": visit.arrived_at, "expected": visit.due, "called": row.called}.get(state)
    late = visit.overdue(now) and visit.until is not None
    under = over_word(words, now - visit.until) if late and visit.until else _standing(words, visit, state, now)
    why = words(f"gate.by_{row.match.reason.value}") if row.guess else ""
    sees = words("gate.sees", host=visit.host) if visit.host else ""
    detail = joined(
        why, sees, visit.place, plate_word(words, visit.plate), slots_word(words, row.cards), party_word(words, visit)
    )
    return ListedRow(
        row, number, name_word(words, visit), detail, format_time(moment) if moment else "", under, bool(late)
    )


def _state(row: VisitFound) -> str:
    """Return how a visit stands, by the end of its sentence's name."""
    visit = row.match.visit
    if visit.inside or row.caller:
        return "inside" if visit.inside else "called"
    return "earlier" if row.match.earlier or visit.state.ended else "expected"


def _standing(words: Words, visit: Visit, state: str, now: datetime) -> str:
    """Say whether somebody is inside, was here, or comes, and on which day if that is not today."""
    if visit.state is VisitState.CANCELLED:
        return words("gate.called_off", time="").strip()
    if state != "called" and visit.never_came(local_day(now)):
        return words("gate.state_never_came")
    return (day_word(words, visit.day, now) if state == "expected" else "") or words(f"gate.state_{state}")


class FoundPainter:
    """Paints one row; ``active`` while Enter acts on the selected one."""

    def __init__(self, kit: Kit) -> None:
        self.kit, self.brush = kit, Brush(kit)

    def height(self, row: Listed) -> int:
        px = self.kit.theme.px
        return px(CAPTION_HIGH) if isinstance(row, CaptionRow) else px("row_gate") + px(ROW_GAP)

    def paint(self, painter: QPainter, rect: QRect, row: Listed, look: RowLook) -> None:
        px = self.kit.theme.px
        if isinstance(row, CaptionRow):
            base = self.brush.base(CAPTION.style, rect.bottom() - self.kit.theme.line(CAPTION.style) - px(2))
            self.brush.put(painter, CAPTION, row.text, rect.left() + px(TEXT_INSET), base)
            return
        inner = rect.adjusted(px(INSET), 0, -px(INSET), -px(ROW_GAP))
        if look.selected:
            draw_selection(painter, self.kit.theme, inner, look.active)
        elif look.hover:
            draw_hover(painter, self.kit.theme, inner)
        self._draw(painter, rect, row)

    def _draw(self, painter: QPainter, rect: QRect, row: ListedRow) -> None:
        px, kit = self.kit.theme.px, self.kit
        left, middle = rect.left() + px(TEXT_LEFT), rect.top() + px("row_gate") // 2
        role = "guess" if row.row.guess else "text_2"
        self.brush.icon(painter, _icon(row.row), role, rect.left() + px(ICON_LEFT), middle, "icon.large")
        right = rect.right() + 1 - px(TEXT_INSET)
        if row.number <= MOST_NUMBERED:
            keys = ("Alt", str(row.number))
            right -= big_chord_width(kit.theme, keys)
            draw_big_chord(painter, kit, keys, right, middle)
            right -= px(END_GAP)
        right = self._draw_end(painter, rect, right, row) - px(END_GAP)
        self._draw_title(painter, rect, row, left, right)
        block = self.brush.block(row.detail, DETAIL, max(1, right - left))
        self.brush.put_block(painter, block, DETAIL.style, left, rect.top() + px(DETAIL_TOP))

    def _draw_title(self, painter: QPainter, rect: QRect, row: ListedRow, left: int, right: int) -> None:
        px, guess = self.kit.theme.px, row.row.guess
        ink = GUESS if guess else SAY if isinstance(row.row, AnswerFound) else NAME
        top = rect.top() + px(NAME_TOP) + (px(1) if ink is SAY else 0)
        block = self.brush.block(f"~ {row.title}" if guess else row.title, ink, max(1, right - left))
        self.brush.put_block(painter, block, ink.style, left, top)
        if guess:
            base = self.brush.base(ink.style, top)
            draw_guess_line(painter, self.kit.theme, left, left + block.natural_width, base + px(11))

    def _draw_end(self, painter: QPainter, rect: QRect, right: int, row: ListedRow) -> int:
        """Draw when and how a visit stands; return where that begins."""
        if not row.end and not row.under:
            return right
        px, brush = self.kit.theme.px, self.brush
        top = rect.top() + px(LIFTED)
        first = brush.put_right(painter, END, row.end, right, brush.base(END.style, top)) if row.end else right
        ink = Ink(UNDER.style, LATE.role, bold=True) if row.late else UNDER
        second = brush.put_right(painter, ink, row.under, right, brush.base(ink.style, rect.top() + px(UNDER_TOP)))
        return round(min(first, second))


def _icon(row: FoundRow) -> str:
    match row:
        case VisitFound(match=match):
            visit = match.visit
            return "car" if visit.plate else "users" if visit.party > 1 else "user"
        case PersonFound():
            return "user"
        case AnswerFound():
            return "message-circle"
