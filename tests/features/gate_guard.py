"""A guard at the gate of a desk: what stories there do and see."""

from frontdesk.domain.gate_board import GateBoard
from frontdesk.domain.visits import Visit
from frontdesk.services.visits import Visits
from frontdesk.ui.pages.gate.forms.gate_forms import GateForms
from frontdesk.ui.pages.gate.page import GatePage
from tests.features.driver import Driver
from tests.features.small_desk import ORN


class Guard:
    """Somebody at the gate; typed letters are counted beside keys and chords."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        driver.press("F4")
        driver.wait_for(lambda: self.gate.isVisible() and self.gate.box.hasFocus())
        driver.wait_for_data()
        self.letters = 0
        driver.keys = 0

    @property
    def gate(self) -> GatePage:
        return self.driver.place.pages.gate

    @property
    def forms(self) -> GateForms:
        return self.gate.forms

    @property
    def visits(self) -> Visits:
        return self.driver.place.services.visits

    @property
    def board(self) -> GateBoard:
        """The board as it is on file."""
        return self.visits.board()

    @property
    def pressed(self) -> int:
        """How many keys were pressed in all, letters too."""
        return self.letters + self.driver.keys

    def type(self, text: str) -> None:
        self.letters += len(text)
        self.driver.type(text)

    def press(self, *chords: str) -> None:
        self.driver.press(*chords)

    def wait_for_host(self, name: str) -> None:
        said = self.forms.form.host.captioned
        self.driver.wait_for(lambda: name in said.said)

    def wait_until_closed(self) -> None:
        """Wait until no form and no strip is up, and what stands in the box is found as it is now."""
        self.driver.wait_for(lambda: self.forms.open is None)
        self.driver.wait_for_data()
        self.driver.wait_for(lambda: not self.gate.hand.typed or self.gate.hand.rows)

    def let_in(self, name: str, **more: object) -> Visit:
        """Let somebody in beside the window, and wait until the board shows them."""
        made = self.visits.walk_in(Visit("", self.visits.today(), name, **more), ORN.id)  # type: ignore[arg-type]
        self.driver.wait_for(lambda: self.shows(made.id))
        return made

    def shows(self, visit_id: str) -> bool:
        board = self.gate.board.board
        return board is not None and any(one.id == visit_id for one in (*board.inside, *board.overdue))

    def find(self, text: str) -> None:
        """Type into the box and wait for what is found; keys are counted from here."""
        self.type(text)
        self.driver.wait_for(lambda: self.gate.results.rows_for == text and self.gate.hand.visit)
        self.driver.keys = self.letters = 0
