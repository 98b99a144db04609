"""What stands in place of a value while it is typed: a field, or the panel of a fact; and what was typed, read."""

from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from frontdesk.domain.errors import DeskError
from frontdesk.domain.people import Matches, Person, QuickFact
from frontdesk.services.people_book import PersonCard
from frontdesk.services.people_lookup import PeopleLookup
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.people.card_values import FACT, NEW, Change, facts_known, text_of, with_fact, with_text
from frontdesk.ui.pages.people.fact_panel import FactPanel
from frontdesk.ui.pages.people.in_place import InPlace
from frontdesk.ui.pages.people.offers import Offer
from frontdesk.ui.pages.people.person_file import PersonFile
from frontdesk.ui.pages.people.person_words import called
from frontdesk.ui.pages.people.spots import Spot
from frontdesk.ui.pages.people.value_offers import (
    LOOKED_UP,
    REFERRER,
    choices,
    chosen,
    narrowed,
    people_offered,
    place_of,
)
from frontdesk.ui.tasks import Tasks

MOST_PEOPLE = 5
LOOK_UP = "referrer"

Typed = str | QuickFact


class ValueEntry(QObject):
    """``given`` carries a change of the person to be stored; ``left`` follows Esc, ``typed`` every key."""

    given = Signal(object)
    left = Signal()
    typed = Signal()

    def __init__(self, kit: Kit, lookup: PeopleLookup, tasks: Tasks, over: QWidget) -> None:
        super().__init__(over)
        self._kit, self._lookup, self._tasks = kit, lookup, tasks
        self.field, self.facts = InPlace(kit, over), FactPanel(kit, over)
        self.key, self._today = "", date.min
        self._person: Person | None = None
        self.field.entered.connect(self._give_text)
        self.field.typed.connect(self._on_typed)
        self.facts.entered.connect(self._give_fact)
        for pane in (self.field, self.facts):
            pane.left.connect(self.left)

    @property
    def person(self) -> Person | None:
        """Whose value is being typed, as they were when it was opened; None while nothing is."""
        return self._person

    @property
    def pane(self) -> InPlace | FactPanel:
        """The field or the panel."""
        return self.facts if self.key.startswith(FACT) else self.field

    @property
    def changed(self) -> bool:
        """Whether anything was typed since it was opened."""
        return self._person is not None and self.pane.changed

    @property
    def content(self) -> Typed:
        """What stands there now."""
        return self.facts.fact if self.pane is self.facts else self.field.text

    def open(self, spot: Spot, file: PersonFile) -> bool:
        """Stand on a value; tell whether there was anything in it to be seen."""
        self._person, self.key, self._today = file.card.person, spot.key, file.today
        if self.pane is self.facts:
            return self._open_fact(spot, file)
        text, offers, place = self._begun_with(spot.key, file.card)
        self.field.open(spot, text, offers, place)
        return bool(text)

    def put(self, typed: Typed) -> None:
        """Put in typing that was set aside."""
        if isinstance(typed, QuickFact):
            self.facts.put(typed)
        else:
            self.field.put(typed)

    def place(self, rect: QRect) -> None:
        """Cover the value where it stands now."""
        self.pane.place(rect)

    def refuse(self, error: DeskError) -> None:
        """Say what is wrong; what was typed stays."""
        self.pane.say_error(error)

    def focus(self) -> None:
        """Go on typing."""
        self.pane.focus()

    def shut(self) -> None:
        """Go away, with nothing given."""
        self._tasks.forget(LOOK_UP)
        self._person = None
        for pane in (self.field, self.facts):
            pane.hide()

    def _begun_with(self, key: str, card: PersonCard) -> tuple[str, tuple[Offer, ...], int]:
        """Return the text to begin with, what is offered, and which of it holds now."""
        words = self._kit.words
        text, offers = text_of(card.person, key, words.language), choices(key, words)
        if key == REFERRER:
            return called(card.referred_by, words.language) if card.referred_by else "", (), -1
        place = place_of(offers, text)
        return offers[place].text if offers else text, offers, place

    def _open_fact(self, spot: Spot, file: PersonFile) -> bool:
        person, place = file.card.person, spot.key.partition(".")[2]
        fact = QuickFact("", "") if place == NEW else person.facts[int(place)]
        usual = tuple(self._kit.words("people.fact_names").split(", "))
        self.facts.open(spot.rect, fact, facts_known(person, usual), file.today)
        return bool(fact.name)

    def _on_typed(self, text: str) -> None:
        """Narrow what is offered; look people up where one is wanted."""
        self.typed.emit()
        if self._person is None:
            return
        offers = choices(self.key, self._kit.words)
        if offers:
            self.field.show_offers(narrowed(offers, text))
        elif self.key in LOOKED_UP:
            work = partial(self._lookup.find, text, MOST_PEOPLE + 1)
            self._tasks.run(work, partial(self._offer_people, self._person), latest=LOOK_UP)

    def _offer_people(self, person: Person, found: Matches) -> None:
        if self._person is person and self.field.changed:
            offers = people_offered(self.key, found.people, person, self._kit.words)[:MOST_PEOPLE]
            self.field.show_offers(offers, 0 if self.key == REFERRER else -1)

    def _give_text(self, text: str) -> None:
        if not self.field.changed and not self.field.offers.offers:
            self.left.emit()
            return
        key = self.key
        try:
            value = self._value(key, text)
        except DeskError as error:
            self.refuse(error)
            return
        self._give(lambda person: with_text(person, key, value, self._today))

    def _value(self, key: str, typed: str) -> str:
        """Return what to store of what was typed or chosen. Raise ``DeskError`` for what is not offered."""
        if key in LOOKED_UP or choices(key, self._kit.words):
            return chosen(key, typed, self.field.offers.current)
        return typed

    def _give_fact(self, fact: QuickFact) -> None:
        key = self.key
        self._give(lambda person: with_fact(person, key, fact))

    def _give(self, change: Change) -> None:
        """Try a change at once: what cannot be read is said under the field and never asked to be stored."""
        if self._person is None:
            return
        try:
            change(self._person)
        except DeskError as error:
            self.refuse(error)
            return
        self.given.emit(change)
