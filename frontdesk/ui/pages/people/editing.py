"""Changing a card where it stands: walking over its values, storing what was typed, and taking it back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from frontdesk.domain.errors import DeskError
from frontdesk.domain.people import Person
from frontdesk.services.people_book import PeopleBook
from frontdesk.services.people_lookup import PeopleLookup
from frontdesk.ui.pages.people.card import PersonCardView
from frontdesk.ui.pages.people.card_values import (
    FACT,
    HANDLE,
    LEAVE,
    NEW,
    NUMBER,
    STATUS,
    Change,
    guarded,
    text_of,
    without,
)
from frontdesk.ui.pages.people.edit_steps import EditSteps
from frontdesk.ui.pages.people.spots import Spot, label_of
from frontdesk.ui.pages.people.value_entry import Typed, ValueEntry
from frontdesk.ui.pages.people.walker import Walker
from frontdesk.ui.tasks import Tasks

MASKED = (NUMBER, HANDLE, "email")
MASKED_FOR_STRANGERS = (*MASKED, FACT, LEAVE, "line", "plate", "note", "birthday")
"""Values that the card shows in part only: to open one is to look at it."""


class CardEditing(QObject):
    """``saved`` carries the person as stored; ``left`` follows the end of editing, ``revealed`` the id of whoever's
    number or address is shown in full to be changed. ``status_asked``: the page is to ask for the status.

    Every change is a version of its own. Typing that is not stored when another person comes is set aside.
    """

    saved = Signal(object)
    left = Signal()
    revealed = Signal(str)
    status_asked = Signal()

    def __init__(
        self, card: PersonCardView, book: PeopleBook, lookup: PeopleLookup, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._card, self._body, self._book, self._tasks = card, card.body, book, tasks
        self.walker, self.entry = Walker(card.kit, card.body), ValueEntry(card.kit, lookup, tasks, card.body)
        self.field, self.facts = self.entry.field, self.entry.facts
        self.by, self._key, self._person_id = "", "", ""
        self._kept: dict[str, tuple[str, Typed]] = {}
        self._steps, self._warned = EditSteps(), False
        self._storing = self._left_early = False
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
        return not self._warned and bool(self._kept or self.entry.changed)

    def holds(self, person_id: str) -> bool:
        """Tell whether typing about somebody was set aside."""
        return person_id in self._kept

    def aside(self) -> str:
        """Return the id of somebody with typing set aside, or nothing."""
        return "" if self.entry.changed else next(iter(self._kept), "")

    def warn(self) -> None:
        """Say once that what stands in the field is not stored; who then leaves, leaves it."""
        self._warned = True
        if self.entry.person is not None:
            self.entry.refuse(DeskError("not_stored_yet"))

    def begin(self, key: str = "") -> None:
        """Walk over the card, from the first value or from this one; typing set aside comes back in its field.

        Where a field is open already, it gets the focus again.
        """
        if self._card.file is None:
            return
        if self.entry.person is not None:
            self.entry.focus()
            return
        self._person_id, self._key = self._card.person_id, key or self._key
        self._body.set_editing(True)
        self._card.set_walking(True)
        self.settle()
        self.walker.setFocus(Qt.FocusReason.ShortcutFocusReason)
        kept = self._kept.pop(self._person_id, None)
        if kept is not None:
            self.open(kept[0])
            self.entry.put(kept[1])

    def add(self, kind: str) -> None:
        """Write a new number or fact at once."""
        if self.entry.person is None:
            self.begin(f"{kind}.{NEW}")
            self.open(f"{kind}.{NEW}")

    def open(self, key: str = "") -> None:
        """Put a field in place of a value."""
        spot, file = self._spot(key or self._key), self._card.file
        if spot is None or file is None or self.entry.person is not None:
            return
        if spot.key == STATUS:
            self.end()
            self.status_asked.emit()
            return
        self._key, self._warned = spot.key, False
        masked = MASKED_FOR_STRANGERS if self._card.kit.words.discreet else MASKED
        if self.entry.open(spot, file) and spot.key.partition(".")[0] in masked:
            self.revealed.emit(file.card.person.id)

    def settle(self) -> None:
        """Stand where the value stands now: the card may have been laid out anew."""
        spot = self._spot(self._key) if self.on else None
        if spot is None:
            return
        self._key, shown = spot.key, spot.rect
        self.walker.stand_on(spot.rect, self._said(spot.key))
        if self.entry.person is not None:
            self.entry.place(spot.rect)
            shown = self.entry.pane.geometry()
        self._card.scroller.ensureVisible(shown.center().x(), shown.center().y(), 0, shown.height())

    def end(self) -> None:
        """Stop walking; what is typed and not stored is set aside."""
        if self.entry.changed and self.entry.person is not None:
            self._kept[self.entry.person.id] = (self.entry.key, self.entry.content)
        self.entry.shut()
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
        self.entry.given.connect(self._on_given)
        self.entry.typed.connect(self._forget_warning)
        self.entry.left.connect(self._on_left)
        self._body.laid_out.connect(self.settle)
        self._body.pointed.connect(self._on_pointed)
        self._card.shown.connect(self._on_shown)

    def _spot(self, key: str) -> Spot | None:
        """Return where a value stands; the next best place if it is not there any more."""
        spots = self._body.spots()
        there = {spot.key: spot for spot in spots}
        new = f"{key.partition('.')[0]}.{NEW}"
        return there.get(key) or there.get(new) or (spots[0] if spots else None)

    def _said(self, key: str) -> str:
        """Return a value with its name, as the ring is read out."""
        file, words = self._card.file, self._card.kit.words
        part = next((fact for fact in (*self._body.reach.facts, *self._body.other.facts) if fact.key == key), None)
        if key == STATUS:
            return f"{words(label_of(key))}: {self._body.presence.said()[0]}"
        value = part.value if part else text_of(file.card.person, key, words.language) if file else ""
        return f"{part.name if part and part.name else words(label_of(key))}: {value}"

    def _step(self, way: int) -> None:
        keys = [spot.key for spot in self._body.spots()]
        place = keys.index(self._key) + way if self._key in keys else 0
        self._key = keys[max(0, min(place, len(keys) - 1))]
        self.settle()

    def _on_given(self, change: Change) -> None:
        if self.entry.person is not None:
            self._storing = True
            self._store(self.entry.person, self.entry.key, change)

    def _remove(self) -> None:
        file, key = self._card.file, self._key
        if file is not None:
            self._store(file.card.person, key, lambda person: without(person, key))

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
        left, self._storing, self._left_early = self._left_early, False, False
        if left:
            self._leave()

    def _on_left(self) -> None:
        """Step back; Esc right behind Enter waits until the value is stored, and then leaves the card."""
        if self._storing:
            self._left_early = True
        else:
            self._close()

    def _refuse(self, error: DeskError) -> None:
        self._storing = self._left_early = False
        if self.entry.person is not None:
            self.entry.refuse(error)
        else:
            self._card.say_walking(f"errors.{error.code}", **error.data)

    def _close(self) -> None:
        """Leave the field, with nothing stored; the ring stands there again."""
        self.entry.shut()
        self._forget_warning()
        if self.on:
            self.walker.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget_warning(self) -> None:
        self._warned = False

    def _leave(self) -> None:
        self.end()
        self.left.emit()

    def _on_shown(self) -> None:
        if self._card.person_id != self._person_id:
            self.end()
            self._key = ""
        self.settle()

    def _on_pointed(self, key: str, twice: bool) -> None:
        """A click goes to a value while the card is edited, two open it."""
        if self.entry.person is not None or not (self.on or twice):
            return
        self.begin(key)
        if twice:
            self.open(key)
