"""Changing a card where it stands: walking over its values, and a field in place of one."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from frontdesk.domain.errors import DeskError
from frontdesk.domain.people import Matches, Person, QuickFact
from frontdesk.services.people_book import PeopleBook
from frontdesk.services.people_lookup import PeopleLookup
from frontdesk.ui.pages.people.card import PersonCardView
from frontdesk.ui.pages.people.card_values import (
    FACT,
    NEW,
    NUMBER,
    Change,
    facts_known,
    guarded,
    text_of,
    with_fact,
    with_text,
    without,
)
from frontdesk.ui.pages.people.edit_steps import EditSteps
from frontdesk.ui.pages.people.fact_panel import FactPanel
from frontdesk.ui.pages.people.in_place import InPlace
from frontdesk.ui.pages.people.person_words import called
from frontdesk.ui.pages.people.spots import Spot, label_of
from frontdesk.ui.pages.people.value_offers import REFERRER, choices, chosen, narrowed, people_offered, place_of
from frontdesk.ui.pages.people.walker import Walker
from frontdesk.ui.tasks import Tasks

MOST_PEOPLE = 5
LOOK_UP = "referrer"


@dataclass(frozen=True, slots=True)
class _Open:
    """What is being typed: about whom (as they were then), which value."""

    person: Person
    key: str


class CardEditing(QObject):
    """``saved`` carries the person as stored; ``left`` follows the end of editing, ``revealed`` the id of whoever's
    number or address is shown in full to be changed.

    Every change is a version of its own. Typing that is not stored when another person comes is set aside.
    """

    saved = Signal(object)
    left = Signal()
    revealed = Signal(str)

    def __init__(
        self, card: PersonCardView, book: PeopleBook, lookup: PeopleLookup, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._card, self._body, self._book, self._lookup, self._tasks = card, card.body, book, lookup, tasks
        self.walker, self.field = Walker(card.kit, card.body), InPlace(card.kit, card.body)
        self.facts = FactPanel(card.kit, card.body)
        self.by, self._key, self._person_id = "", "", ""
        self._open: _Open | None = None
        self._kept: dict[str, tuple[str, str | QuickFact]] = {}
        self._steps, self._warned = EditSteps(), False
        self._connect()

    @property
    def on(self) -> bool:
        """Whether the card is being walked over or typed in."""
        return self._body.editing

    @property
    def key(self) -> str:
        """The key of the value that the ring or the field stands on."""
        return self._key if self.on else ""

    @property
    def unsaved(self) -> bool:
        """Whether something typed here is not stored, and nobody was told yet."""
        return not self._warned and bool(self._kept or self.field.changed or self.facts.changed)

    def holds(self, person_id: str) -> bool:
        """Tell whether typing about somebody was set aside."""
        return person_id in self._kept

    def warn(self) -> None:
        """Say once that what stands in the field is not stored; who then leaves, leaves it."""
        self._warned = True
        self._pane().say_error(DeskError("not_stored_yet"))

    def begin(self, key: str = "") -> None:
        """Walk over the card, from the first value or from this one; typing set aside comes back in its field."""
        if self._card.file is None:
            return
        self._person_id, self._key = self._card.person_id, key or self._key
        self._body.set_editing(True)
        self._card.set_walking(True)
        self.settle()
        self.walker.setFocus(Qt.FocusReason.ShortcutFocusReason)
        kept = self._kept.pop(self._person_id, None)
        if kept is not None:
            self.open(kept[0])
            self._put(kept[1])

    def add(self, kind: str) -> None:
        """Write a new number or fact at once."""
        self.begin(f"{kind}.{NEW}")
        self.open(f"{kind}.{NEW}")

    def open(self, key: str = "") -> None:
        """Put a field in place of a value."""
        spot, file = self._spot(key or self._key), self._card.file
        if spot is None or file is None or self._open is not None:
            return
        self._key, self._warned = spot.key, False
        self._open = _Open(file.card.person, spot.key)
        if spot.key.startswith(FACT):
            self._open_fact(spot, file.card.person)
        else:
            self._open_value(spot, file.card.person)

    def settle(self) -> None:
        """Stand where the value stands now: the card may have been laid out anew."""
        if not self.on:
            return
        spot = self._spot(self._key)
        if spot is None:
            return
        self._key = spot.key
        self.walker.stand_on(spot.rect, self._said(spot.key))
        if self._open is not None:
            self._pane().place(spot.rect)
        shown = self._pane().geometry() if self._open is not None else spot.rect
        self._card.scroller.ensureVisible(shown.center().x(), shown.center().y(), 0, shown.height())

    def end(self) -> None:
        """Stop walking; what is typed and not stored is set aside."""
        self._set_aside()
        if self.on:
            self._body.set_editing(False)
            self._card.set_walking(False)
            self.walker.hide()

    def _connect(self) -> None:
        self.walker.stepped.connect(self._step)
        self.walker.entered.connect(self.open)
        self.walker.removed.connect(self._remove)
        self.walker.undone.connect(self._take_back)
        self.walker.left.connect(self._leave)
        self.field.entered.connect(self._store_text)
        self.field.typed.connect(self._on_typed)
        self.facts.entered.connect(self._store_fact)
        for pane in (self.field, self.facts):
            pane.left.connect(self._close)
        self._body.laid_out.connect(self.settle)
        self._body.pointed.connect(self._on_pointed)
        self._card.shown.connect(self._on_shown)

    def _pane(self) -> InPlace | FactPanel:
        return self.facts if self._open is not None and self._open.key.startswith(FACT) else self.field

    def _spot(self, key: str) -> Spot | None:
        """Return where a value stands; the next best place if it is not there any more."""
        spots = self._body.spots()
        there = {spot.key: spot for spot in spots}
        new = f"{key.partition('.')[0]}.{NEW}"
        return there.get(key) or there.get(new) or (spots[0] if spots else None)

    def _said(self, key: str) -> str:
        file, words = self._card.file, self._card.kit.words
        part = next((fact for fact in (*self._body.reach.facts, *self._body.other.facts) if fact.key == key), None)
        value = part.value if part else text_of(file.card.person, key, words.language) if file else ""
        return f"{words(label_of(key))}: {value}"

    def _step(self, way: int) -> None:
        keys = [spot.key for spot in self._body.spots()]
        place = keys.index(self._key) + way if self._key in keys else 0
        self._key = keys[max(0, min(place, len(keys) - 1))]
        self.settle()

    def _open_value(self, spot: Spot, person: Person) -> None:
        words, card = self._card.kit.words, self._card.file
        text, offers = text_of(person, spot.key, words.language), choices(spot.key, words)
        place = place_of(offers, text)
        if offers:
            text = offers[place].text
        if spot.key == REFERRER:
            by = card.card.referred_by if card else None
            text = called(by, words.language) if by else ""
        if spot.key.startswith(NUMBER) or spot.key == "email":
            self.revealed.emit(person.id)
        self.field.open(spot, text, offers, place)

    def _open_fact(self, spot: Spot, person: Person) -> None:
        place = spot.key.partition(".")[2]
        fact = QuickFact("", "") if place == NEW else person.facts[int(place)]
        usual = tuple(self._card.kit.words("people.fact_names").split(", "))
        self.facts.open(spot.rect, fact, facts_known(person, usual), self._book.today())

    def _put(self, typed: str | QuickFact) -> None:
        if isinstance(typed, QuickFact):
            self.facts.put(typed)
        else:
            self.field.put(typed)

    def _on_typed(self, text: str) -> None:
        """Narrow what is offered; look people up where one is wanted."""
        if self._open is None:
            return
        words = self._card.kit.words
        self._warned = False
        offers = choices(self._open.key, words)
        if offers:
            self.field.show_offers(narrowed(offers, text))
        elif self._open.key == REFERRER:
            work = partial(self._lookup.find, text, MOST_PEOPLE + 1)
            self._tasks.run(work, partial(self._offer_people, self._open.person), latest=LOOK_UP)

    def _offer_people(self, person: Person, found: Matches) -> None:
        if self._open is not None and self._open.key == REFERRER and self.field.changed:
            self.field.show_offers(people_offered(found.people, person, self._card.kit.words)[:MOST_PEOPLE])

    def _store_text(self, text: str) -> None:
        if self._open is None:
            return
        if not self.field.changed and not self.field.offers.offers:
            self._close()
            return
        person, key = self._open.person, self._open.key
        try:
            value = self._value(key, text)
            with_text(person, key, value)
        except DeskError as error:
            self.field.say_error(error)
            return
        self._store(person, key, lambda one: with_text(one, key, value))

    def _value(self, key: str, typed: str) -> str:
        """Return what to store of what was typed or chosen. Raise ``DeskError`` for what is not offered."""
        if key == REFERRER or choices(key, self._card.kit.words):
            return chosen(key, typed, self.field.offers.current)
        return typed

    def _store_fact(self, fact: QuickFact) -> None:
        if self._open is None:
            return
        person, key = self._open.person, self._open.key
        try:
            with_fact(person, key, fact)
        except DeskError as error:
            self.facts.say_error(error)
            return
        self._store(person, key, lambda one: with_fact(one, key, fact))

    def _remove(self) -> None:
        file, key = self._card.file, self._key
        if file is not None:
            self._store(file.card.person, key, lambda one: without(one, key))

    def _store(self, person: Person, key: str, change: Change) -> None:
        work = partial(self._book.change, person.id, guarded(person, key, change), self.by)
        self._tasks.run(work, partial(self._stored, person), self._refuse)

    def _stored(self, before: Person, after: Person) -> None:
        if after.updated_at != before.updated_at:
            self._steps.count(after.id)
        self._done(after, "people.kept_undo")

    def _take_back(self) -> None:
        steps = self._steps.step_back(self._person_id)
        if steps is not None:
            work: Callable[[], Person] = partial(self._book.put_back, self._person_id, self.by, steps)
            self._tasks.run(work, lambda person: self._done(person, "people.taken_back"), self._refuse)

    def _done(self, person: Person, remark: str) -> None:
        """Close the field, and go on where it was."""
        if person.id == self._person_id:
            self._close()
            self._card.say_walking(remark)
        self.saved.emit(person)

    def _refuse(self, error: DeskError) -> None:
        if self._open is not None:
            self._pane().say_error(error)
        else:
            self._card.say_walking(f"errors.{error.code}", **error.data)

    def _close(self) -> None:
        """Leave the field, with nothing stored; the ring stands there again."""
        self._shut()
        if self.on:
            self.walker.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shut(self) -> None:
        self._tasks.forget(LOOK_UP)
        self._open = None
        for pane in (self.field, self.facts):
            pane.hide()

    def _leave(self) -> None:
        self.end()
        self.left.emit()

    def _set_aside(self) -> None:
        if self._open is not None and self._pane().changed:
            typed = self.facts.fact if self._pane() is self.facts else self.field.text
            self._kept[self._open.person.id] = (self._open.key, typed)
        self._shut()

    def _on_shown(self) -> None:
        if self._card.person_id != self._person_id:
            self.end()
            self._key = ""
        self.settle()

    def _on_pointed(self, key: str, twice: bool) -> None:
        """A click goes to a value while the card is edited, two open it."""
        if self._open is not None or not (self.on or twice):
            return
        self.begin(key)
        if twice:
            self.open(key)
