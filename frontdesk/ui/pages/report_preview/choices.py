"""What can be chosen over a paper: the days of a log, or which paper of the figures it is."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Protocol

from frontdesk.domain.languages import Language
from frontdesk.services.contact_report import LogOrder
from frontdesk.services.figure_papers import FigurePaper
from frontdesk.services.gate_papers_daily import GateOrder, GateSpan
from frontdesk.services.hand_over_papers import HandOverOrder
from frontdesk.services.ports import Clock
from frontdesk.ui.pages.report_preview.job import Order
from frontdesk.ui.pages.report_preview.periods import Period, days_of
from frontdesk.ui.widgets.choice import Option

Asked = Callable[[Language], Any]
"""Returns the order of a paper in a language: a dataclass with ``full_numbers``."""


class Choices(Protocol):
    """``name`` names the choice; a value of ``options`` is chosen, ``usual`` before anybody chose."""

    name: str
    options: Sequence[Option]
    usual: str

    def wanted(self, asked: Asked | None) -> str:
        """Return the value that goes with what is asked for, empty for that which was chosen last."""

    def free(self, asked: Asked | None) -> bool:
        """Tell whether there is anything to choose."""

    def order(self, value: str, asked: Asked | None, language: Language) -> Order: ...


class PeriodChoices:
    """The days of a log, unless the days are asked for already."""

    name, usual = "report_preview.period", Period.MONTH.value
    options: Sequence[Option] = tuple(Option(one, f"report_preview.{one}") for one in Period)

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def wanted(self, asked: Asked | None) -> str:
        return ""

    def free(self, asked: Asked | None) -> bool:
        return asked is None

    def order(self, value: str, asked: Asked | None, language: Language) -> Order:
        if asked is not None:
            made: Order = asked(language)
            return made
        first, last = days_of(Period(value), self._clock.today())
        return LogOrder(first, last, language)


class ShiftChoices:
    """What is handed over, what happened at the gate in this shift, or today."""

    name, usual, handed = "report_preview.paper", "hand-over", "hand-over"
    options: Sequence[Option] = tuple(
        Option(one, f"report_preview.paper_{one}") for one in ("hand-over", "gate-shift", "gate-day")
    )

    def wanted(self, asked: Asked | None) -> str:
        order = asked(Language.TH) if asked else None
        return f"gate-{order.span}" if isinstance(order, GateOrder) else self.handed

    def free(self, asked: Asked | None) -> bool:
        return True

    def order(self, value: str, asked: Asked | None, language: Language) -> Order:
        if value != self.handed:
            return GateOrder(GateSpan(value.removeprefix("gate-")), language)
        made = asked(language) if asked else None
        return made if isinstance(made, HandOverOrder) else HandOverOrder("", language)


class FigureChoices:
    """Which paper of the figures; of which days is asked for."""

    name, usual = "report_preview.paper", FigurePaper.MONTH.value
    options: Sequence[Option] = tuple(Option(one, f"report_preview.paper_{one}") for one in FigurePaper)

    def wanted(self, asked: Asked | None) -> str:
        return str(asked(Language.TH).paper) if asked else ""

    def free(self, asked: Asked | None) -> bool:
        return True

    def order(self, value: str, asked: Asked | None, language: Language) -> Order:
        assert asked is not None
        made: Order = replace(asked(language), paper=FigurePaper(value))
        return made
