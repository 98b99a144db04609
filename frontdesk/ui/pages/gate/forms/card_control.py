"""Taking cards against badges and giving them back, as it is asked in the strips."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.errors import DeskError
from frontdesk.domain.visits import CardKind, HeldCard, Visit
from frontdesk.services.card_exchange import CardExchange, slot_named
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.gate.forms.card_strip import KINDS, CardStrip
from frontdesk.ui.pages.gate.forms.done import Done
from frontdesk.ui.pages.gate.forms.slot_strip import SlotStrip
from frontdesk.ui.tasks import Tasks

READ = "card in a slot"
Held = tuple[HeldCard, Visit] | None


class CardControl(QObject):
    """``done`` carries a ``Done``: the strip goes then."""

    done = Signal(object)

    def __init__(
        self, kit: Kit, cards: CardExchange, tasks: Tasks, place: Callable[[], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._kit, self._cards, self._tasks, self._place = kit, cards, tasks, place
        self.by = ""
        self._visit: Visit | None = None
        self._held: tuple[HeldCard, ...] = ()
        self.exchange, self.by_slot = CardStrip(kit), SlotStrip(kit)
        self.exchange.chosen.connect(self._take)
        self.exchange.returned.connect(self._give_all_back)
        self.by_slot.typed.connect(self._look)
        self.by_slot.accepted.connect(self._give_back)

    def ask(self, visit: Visit) -> None:
        """Ask about the cards of a visit."""
        self._visit, self._held = visit, ()
        self.exchange.ask(visit.name, ())
        self._tasks.run(partial(self._known, visit.id), partial(self._show, visit))

    def ask_slot(self) -> None:
        """Ask for the slot of a card that is given back."""
        self.by_slot.ask()

    def _known(self, visit_id: str) -> tuple[str, tuple[HeldCard, ...]]:
        held = tuple(card for card in self._cards.of_visit(visit_id) if card.open)
        return self._cards.free_slot(), held

    def _show(self, visit: Visit, known: tuple[str, tuple[HeldCard, ...]]) -> None:
        if self._visit is visit:
            slot, self._held = known
            typed = self.exchange.last.text()
            self.exchange.ask(visit.name, self._held)
            self.exchange.last.setText(typed)
            self.exchange.offer(slot)

    def _take(self, place: int) -> None:
        """Keep a card; the slot shown was free a moment ago, another gate may have taken it since."""
        if self._visit is None:
            return
        slot, last = self.exchange.slot.text(), self.exchange.last.text()
        work = partial(self._cards.take, self._visit.id, KINDS[place], self.by, slot, last, self._place())
        self._tasks.run(work, partial(self._taken, self._visit), self._refuse)

    def _taken(self, visit: Visit, card: HeldCard) -> None:
        undo = partial(self._cards.give_back, card.id, self.by, self._place())
        gaps: dict[str, object] = {"slot": card.slot, "kind": kind_word(self._kit, card.kind), "name": visit.name}
        self.done.emit(Done("gate_forms.card_taken", gaps, visit, undo))

    def _give_all_back(self) -> None:
        if self._visit is not None and self._held:
            self._return(self._visit, self._held)

    def _return(self, visit: Visit, held: tuple[HeldCard, ...]) -> None:
        by, place = self.by, self._place()

        def give() -> None:
            for card in held:
                self._cards.give_back(card.id, by, place)

        def take_again() -> None:
            for card in held:
                self._cards.take_again(card.id, by, place)

        gaps: dict[str, object] = {"slots": ", ".join(card.slot for card in held), "name": visit.name}
        said = Done("gate_forms.card_given_back", gaps, visit, take_again)
        self._tasks.run(give, lambda _: self.done.emit(said), self._refuse)

    def _in_slot(self, slot: str) -> Held:
        """Return the card in a slot; words that name no slot are an empty one."""
        wanted = ""
        with suppress(DeskError):
            wanted = slot_named(slot)
        return next((one for one in self._cards.open() if one[0].slot == wanted), None) if wanted else None

    def _look(self, text: str) -> None:
        """Say under way whose card a slot holds."""
        self._tasks.run(partial(self._in_slot, text), partial(self._say_whose, text), latest=READ)

    def _say_whose(self, text: str, held: Held) -> None:
        if held is not None:
            kind = kind_word(self._kit, held[0].kind)
            last = f" …{held[0].last}" if held[0].last else ""
            self.by_slot.say(f"{kind}{last} · {held[1].name}")
        else:
            self.by_slot.say(self._kit.words("gate_forms.slot_empty") if text.strip() else "")

    def _give_back(self, text: str) -> None:
        self._tasks.run(partial(self._in_slot, text), self._give_found, self._refuse)

    def _give_found(self, held: Held) -> None:
        if held is None:
            self.by_slot.say(self._kit.words("gate_forms.slot_empty"), wrong=True)
        else:
            self._return(held[1], (held[0],))

    def _refuse(self, error: DeskError) -> None:
        sentence = self._kit.words(f"errors.{error.code}", **error.data)
        for strip in (self.exchange, self.by_slot):
            strip.say(sentence, wrong=True)


def kind_word(kit: Kit, kind: CardKind) -> str:
    return kit.words(f"gate_forms.card_{kind.value}")
