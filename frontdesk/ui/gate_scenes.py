"""The states of the gate for pictures, each as the steps that lead to it."""

from collections.abc import Callable

from frontdesk.domain.languages import Language
from frontdesk.ui.pages.gate.page import GatePage

Step = tuple[Callable[[], object], Callable[[], bool]]
PLATE = "กก1234"
NAME = {Language.TH: "วิชัย", Language.EN: "Wichai"}
QUESTION = {Language.TH: "จอดรถ", Language.EN: "parking"}
MISHEARD = {Language.TH: "วิไช ทองดี", Language.EN: "Wichay Thongdee"}


def gate_steps(page: GatePage, state: str, language: Language) -> list[Step]:
    """Return the steps to a state: empty, match, found, answer, guess, arrived, column."""
    read: Step = (lambda: None, lambda: page.board.board is not None)

    def typed(text: str) -> Step:
        return (lambda: page.type_in(text), lambda: page.results.complete and bool(page.results.rows))

    states: dict[str, list[Step]] = {
        "match": [typed(PLATE)],
        "found": [typed(NAME[language])],
        "answer": [typed(QUESTION[language])],
        "guess": [typed(MISHEARD[language])],
        "arrived": [typed(PLATE), (page.hand.enter, lambda: bool(page.band.text.hints) and not page.hand.typed)],
        "column": [(lambda: page.board.step_column(1), lambda: page.board.row is not None)],
    }
    return [read, *states.get(state, [])]
