"""People, departments and numbers in the list."""

from datetime import UTC, datetime

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from frontdesk.domain.coverage import coverage_of
from frontdesk.domain.inner_number import inner_number
from frontdesk.domain.languages import Language
from frontdesk.domain.numbers import display, mask
from frontdesk.domain.people import MatchReason, Person, PersonKind, PersonMatch
from frontdesk.domain.thai_dates import THAI_TIME
from frontdesk.domain.thai_text import marked_spans
from frontdesk.domain.working_hours import read_hours
from frontdesk.ui.directory_words import presence_word
from frontdesk.ui.pages.desk.rows import NumberRow, PersonRow
from frontdesk.ui.pages.desk.rows_paint.brush import Brush, RowLook
from frontdesk.ui.paint.caps import ENTER, CapLook, cap_width, draw_cap, draw_hint, hint_width
from frontdesk.ui.paint.frames import draw_guess_line
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.words import Words

NAME, META, GUESS = Ink("body"), Ink("label", "text_2"), Ink("body", "guess")
KEY_WORD, REASON = Ink("caption", "text_2"), Ink("label", "guess")
TEXT_LEFT, GAP, KEYS_GAP = 52, 7, 12
NO_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)
PLACES = (PersonKind.DEPARTMENT, PersonKind.STAFF)


class PersonPainter:
    """Draws somebody on one line: who, how to reach them as of ``now``, and why they are here."""

    def __init__(self, brush: Brush) -> None:
        self._brush, self.now = brush, NO_MOMENT

    def height(self, row: PersonRow | NumberRow, width: int) -> int:
        return self._brush.px("row_person")

    def face(self, row: PersonRow | NumberRow) -> object:
        """Return what makes a row look as it does: of the words typed only those that stand in the name."""
        if isinstance(row, NumberRow):
            return row
        match = row.match
        marked = tuple(marked_spans(_name(match.person, self._brush.kit.words.language), row.marks))
        return match.person, match.reason, match.guess, row.asked, marked, self._state(match.person)

    def paint(self, painter: QPainter, rect: QRect, row: PersonRow | NumberRow, look: RowLook) -> None:
        brush = self._brush
        brush.ground(painter, rect, look)
        area, middle = brush.text_rect(rect), rect.top() + rect.height() / 2
        right = self._paint_end(painter, area.right(), middle, row, look)
        icon, role = _icon(row), "guess" if isinstance(row, PersonRow) and row.match.guess else "text_2"
        brush.icon(painter, icon, role, area.left(), middle, "icon.normal")
        left = rect.left() + brush.px(TEXT_LEFT)
        if isinstance(row, NumberRow):
            self._paint_number(painter, row, left, middle)
        else:
            self._paint_person(painter, row, left, right - brush.px(KEYS_GAP), middle)

    def _paint_number(self, painter: QPainter, row: NumberRow, x: float, middle: float) -> None:
        brush = self._brush
        base = brush.base("body", middle - brush.theme.line("body") / 2)
        x = brush.put(painter, NAME, mask(row.number, brush.kit.words.language), x, base)
        brush.put(painter, META, brush.kit.words("desk.use_number"), x + brush.px(GAP), base)

    def _paint_person(self, painter: QPainter, row: PersonRow, x: float, right: float, middle: float) -> None:
        brush, match = self._brush, row.match
        top = middle - brush.theme.line("body") / 2
        base = brush.base("body", top)
        detail, reason = self._detail(match), self._reason(match)
        aside = brush.width(META, detail + reason) + brush.px(GAP)
        name = _name(match.person, brush.kit.words.language)
        name = f"~ {name}" if match.guess else name
        block = brush.block(name, GUESS if match.guess else NAME, int(max(right - x - aside, 80)), 1, row.marks)
        brush.put_block(painter, block, "body", x, top)
        end = x + block.natural_width
        if match.guess:
            draw_guess_line(painter, brush.theme, x, end, base + brush.px(11))
        x = brush.put(painter, META, detail, end + brush.px(GAP), base)
        brush.put(painter, REASON if match.guess else META, reason, x, base)

    def _detail(self, match: PersonMatch) -> str:
        """Return number and how it stands; numbers of people are masked, inner numbers are not."""
        parts = (reach(match.person, self._brush.kit.words), self._state(match.person))
        return " · ".join(part for part in parts if part)

    def _state(self, person: Person) -> str:
        """Say of the directory who is there, or where, or when."""
        if person.kind not in PLACES:
            return ""
        words, now = self._brush.kit.words, self.now.astimezone(THAI_TIME)
        state = presence_word(words, person, coverage_of(person, now), now)
        if state or not person.hours or read_hours(person.hours):
            return state or person.department
        return words("desk.open_hours", hours=person.hours)

    def _reason(self, match: PersonMatch) -> str:
        if match.reason in (MatchReason.NAME, MatchReason.EXTENSION, MatchReason.ORGANISATION) and not match.guess:
            return ""
        return " · " + self._brush.kit.words(f"desk.reason_{match.reason.value}")

    def _paint_end(
        self, painter: QPainter, right: float, middle: float, row: PersonRow | NumberRow, look: RowLook
    ) -> float:
        """Draw keys or the telephone at the row's end; return where they begin."""
        if isinstance(row, PersonRow) and row.asked:
            return self._paint_question(painter, right, middle)
        if look.lit:
            left = right - cap_width(self._brush.theme, ENTER)
            draw_cap(painter, self._brush.kit, ENTER, round(left), round(middle), CapLook.OUTLINED)
            return left
        if isinstance(row, PersonRow) and row.match.person.kind in PLACES:
            left = right - self._brush.px("icon.small")
            self._brush.icon(painter, "phone", "text_2", left, middle)
            return left
        return right

    def _paint_question(self, painter: QPainter, right: float, middle: float) -> float:
        brush = self._brush
        words, theme = brush.kit.words, brush.theme
        yes, no = words("desk.yes"), words("desk.no")
        no_left = right - hint_width(theme, ("F12",), no, KEY_WORD)
        left = no_left - brush.px(8) - hint_width(theme, ("F11",), yes, KEY_WORD)
        draw_hint(painter, brush.kit, ("F11",), yes, round(left), round(middle), KEY_WORD)
        draw_hint(painter, brush.kit, ("F12",), no, round(no_left), round(middle), KEY_WORD)
        return left


def reach(person: Person, words: Words) -> str:
    """Return the number that somebody is reached by, masked if it is a private one."""
    if inner := inner_number(person):
        return words("desk.ext", number=inner)
    if not person.numbers:
        return person.organisation
    first = person.numbers[0]
    plain = person.kind in PLACES and not words.discreet
    return display(first, words.language) if plain else mask(first, words.language)


def shown_name(person: Person, language: Language) -> str:
    """Return somebody's name in the letters of the screen's language, where it is on file in them."""
    if language is Language.EN and person.romanised:
        return person.romanised
    return person.name or person.organisation


def _name(person: Person, language: Language) -> str:
    name = shown_name(person, language)
    return f"{name} ({person.nickname})" if person.nickname and person.kind is PersonKind.DEPARTMENT else name


def _icon(row: PersonRow | NumberRow) -> str:
    if isinstance(row, NumberRow):
        return "hash"
    person = row.match.person
    return "building-2" if person.kind is PersonKind.DEPARTMENT or not person.name else "user"
