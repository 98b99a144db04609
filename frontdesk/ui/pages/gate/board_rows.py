"""From the board to the rows of its three columns: pure, so that it can be tested without a window."""

from dataclasses import dataclass
from enum import StrEnum

from frontdesk.domain.gate_board import GateBoard, OpenCard
from frontdesk.domain.thai_dates import format_time
from frontdesk.domain.visits import HeldCard, Visit
from frontdesk.ui.pages.gate.visit_words import (
    day_word,
    expected_detail,
    inside_detail,
    joined,
    late_word,
    local_day,
    over_word,
    state_word,
    when_word,
)
from frontdesk.ui.words import Words


class ColumnKind(StrEnum):
    """The columns of the board, from left to right."""

    EXPECTED = "expected"
    INSIDE = "inside"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A visit in a column. ``end`` stands large at the right, ``under`` small below it; what is late has the sign
    of it. ``cards`` are those that the gate holds of this visitor."""

    visit: Visit
    detail: str
    end: str
    under: str = ""
    end_late: bool = False
    under_late: bool = False
    cards: tuple[HeldCard, ...] = ()

    @property
    def key(self) -> str:
        return self.visit.id

    @property
    def spoken(self) -> str:
        return ", ".join(filter(None, (self.visit.name, self.detail, self.end, self.under)))


@dataclass(frozen=True, slots=True)
class CardRow:
    """A card that waits for its owner, who is gone; the first one says how many there are."""

    open_card: OpenCard
    title: str
    detail: str

    @property
    def key(self) -> str:
        return self.open_card.card.id

    @property
    def visit(self) -> Visit:
        return self.open_card.visit

    @property
    def cards(self) -> tuple[HeldCard, ...]:
        return (self.open_card.card,)

    @property
    def spoken(self) -> str:
        return f"{self.title}, {self.detail}"


BoardRow = VisitRow | CardRow


@dataclass(frozen=True, slots=True)
class ColumnRows:
    """What a column shows: its whole count, and rows of which there may be fewer."""

    count: int
    rows: tuple[BoardRow, ...] = ()

    @property
    def unread(self) -> int:
        """How many are counted without a row of their own."""
        return max(0, self.count - sum(isinstance(row, VisitRow) for row in self.rows))


def columns(board: GateBoard, words: Words) -> dict[ColumnKind, ColumnRows]:
    """Return what the columns show of a board."""
    overdue = tuple(_overdue(board, visit, words) for visit in board.overdue)
    return {
        ColumnKind.EXPECTED: ColumnRows(
            board.expected_count, tuple(_expected(board, visit, words) for visit in board.expected)
        ),
        ColumnKind.INSIDE: ColumnRows(
            board.inside_count, tuple(_inside(board, visit, words) for visit in board.inside)
        ),
        ColumnKind.OVERDUE: ColumnRows(board.overdue_count, (*overdue, *_cards(board, words))),
    }


def _expected(board: GateBoard, visit: Visit, words: Words) -> VisitRow:
    late = visit.late(board.at, board.stay.late_after) and visit.due is not None
    under = late_word(words, board.at - visit.due) if late and visit.due else ""
    due = format_time(visit.due) if visit.due else ""
    return VisitRow(visit, expected_detail(words, visit), due, under, under_late=bool(under))


def _inside(board: GateBoard, visit: Visit, words: Words) -> VisitRow:
    cards = board.cards.get(visit.id, ())
    came = format_time(visit.arrived_at) if visit.arrived_at else ""
    day = day_word(words, local_day(visit.arrived_at), board.at) if visit.arrived_at else ""
    under = joined(day, state_word(words, visit))
    return VisitRow(visit, inside_detail(words, visit, cards), came, under, cards=cards)


def _overdue(board: GateBoard, visit: Visit, words: Words) -> VisitRow:
    cards = board.cards.get(visit.id, ())
    over = over_word(words, board.at - visit.until) if visit.until else ""
    return VisitRow(visit, inside_detail(words, visit, cards), over, end_late=True, cards=cards)


def _cards(board: GateBoard, words: Words) -> tuple[CardRow, ...]:
    title = words("gate.cards_open", count=len(board.open_cards))
    return tuple(CardRow(one, title, _card_detail(board, one, words)) for one in board.open_cards)


def _card_detail(board: GateBoard, one: OpenCard, words: Words) -> str:
    taken = when_word(words, one.card.taken_at, board.at) if one.card.taken_at else ""
    return joined(words("gate.slot", slot=one.card.slot), taken)
