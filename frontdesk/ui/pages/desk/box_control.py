"""Box, results and list: what typing shows, and what entering a row does."""

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.articles import Article
from frontdesk.domain.duplicates import Duplicate
from frontdesk.domain.new_person import read_new_person
from frontdesk.domain.numbers import looks_like_number
from frontdesk.domain.promises import Promise
from frontdesk.domain.scopes import category_word
from frontdesk.ui.pages.desk.caller import Caller
from frontdesk.ui.pages.desk.reading import widened
from frontdesk.ui.pages.desk.results import Results
from frontdesk.ui.pages.desk.row_builder import build, chosen_by_itself
from frontdesk.ui.pages.desk.rows import (
    AnswerRow,
    ContactRow,
    DueRow,
    NewPersonRow,
    NumberRow,
    PersonRow,
    Row,
    ShortRow,
    TryRow,
)
from frontdesk.ui.pages.desk.rows_paint.answer_row import shown_title
from frontdesk.ui.pages.desk.session import DeskSession
from frontdesk.ui.pages.desk.view import DeskView


class BoxControl(QObject):
    """``looked_at`` carries the ``Row`` that is selected, or None; ``new_person_used`` the ``NewPerson`` whose
    row was entered. ``rebuilt``: the rows are those of the text.
    """

    looked_at = Signal(object)
    new_person_used = Signal(object)
    rebuilt = Signal()

    def __init__(
        self, view: DeskView, session: DeskSession, results: Results, caller: Caller, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._view, self._session, self._results, self._caller = view, session, results, caller
        box, rows = view.box, view.list
        box.textEdited.connect(self._on_typed)
        box.stepped.connect(rows.step)
        box.entered.connect(lambda: results.when_complete(self.use_current))
        box.focused.connect(rows.set_active)
        rows.used.connect(self.use)
        rows.unfold_asked.connect(self._unfold)
        rows.height_changed.connect(self._refill)
        rows.current_row_changed.connect(self.looked_at)
        results.fresh.connect(self._show_fresh)
        results.settled.connect(self._show_settled)
        results.slow.connect(self._say_slow)
        session.switched.connect(self._follow)
        caller.changed.connect(self._refill)
        view.line.literal_asked.connect(self.take_literally)
        view.line.narrow_asked.connect(self.narrow)
        rows.current_row_changed.connect(self._say_reading)

    def use_current(self) -> None:
        """Enter the selected row."""
        self.use(self._view.list.current_row())

    def use_numbered(self, place: int) -> None:
        """Use the answer whose number the list shows; ``place`` counts from 0."""
        self._results.when_complete(lambda: self._use_place(place))

    def use(self, row: Row | None) -> None:
        """Do what a row is for."""
        match row:
            case AnswerRow(answer=answer):
                self.use_article(answer.article)
            case ShortRow(article=article):
                self.use_article(article)
            case DueRow(promise=promise):
                self.start_with(promise)
            case PersonRow(match=match):
                self._make_caller(match.person.id)
            case NumberRow(number=number):
                self._session.set_number(number)
                self.set_text("")
            case ContactRow(match=found):
                self._session.resume(found.contact)
                self.set_text("")
            case TryRow(word=word):
                self.set_text(word)
            case NewPersonRow(new=new):
                self.new_person_used.emit(new)
            case _:
                pass

    def start_with(self, promise: Promise) -> None:
        """Begin a contact with whom something is owed."""
        if promise.person_id:
            self._session.set_person(promise.person_id, promise.number)
        elif promise.number:
            self._session.set_number(promise.number)

    def set_text(self, text: str) -> None:
        """Put words into the box as if they had been typed."""
        self._view.box.setText(text)
        self._on_typed(text)

    def take_literally(self) -> None:
        """Look the words up just as they were typed, or again as they may have been meant."""
        listing = self._results.listing
        if listing.query.strip():
            self._results.look_up(listing.query, not listing.literal)

    def narrow(self) -> None:
        """Narrow to the category of the selected answer by a word in the box, or take such words out."""
        self._results.when_complete(self._narrow)

    def _narrow(self) -> None:
        text, narrowed = self._view.box.text(), self._results.listing.reading.narrowed
        category = category_of(self._view.list.current_row())
        if narrowed:
            self.set_text(widened(text, narrowed))
        elif category:
            self.set_text(f"{category_word(category)} {text.lstrip()}")

    def offer_new_person(self) -> None:
        """Offer to put on file whom the box speaks of, whoever else was found."""
        self._results.adjust(add_asked=True)
        self._refill()

    def set_beside(self, number: str) -> None:
        """Take note of a number in the number field that is nobody's."""
        if number != self._results.listing.beside:
            self._results.adjust(beside=number)
            self._refill()

    def show_alike(self, alike: tuple[Duplicate, ...]) -> None:
        """Show who on file may be the one who is offered as new."""
        self._results.adjust(alike=alike)
        self._refill()

    def confirm_guess(self) -> bool:
        """Take the guess that the list asks about as the caller; tell whether there is one."""
        asked = self._asked()
        if asked is not None:
            self._make_caller(asked.match.person.id)
        return asked is not None

    def refuse_guess(self) -> bool:
        """Take the guess that the list asks about away; tell whether there is one."""
        asked = self._asked()
        if asked is not None:
            self._results.refuse(asked.match.person.id)
        return asked is not None

    def _asked(self) -> PersonRow | None:
        return next((row for row in self._view.list.rows if isinstance(row, PersonRow) and row.asked), None)

    def _use_place(self, place: int) -> None:
        for n, row in enumerate(self._view.list.rows):
            if isinstance(row, (AnswerRow, ShortRow)) and row.number == place + 1:
                self._view.list.pick(n)
                self.use(row)
                return

    def use_article(self, article: Article) -> None:
        """Make an answer part of the contact."""
        title = shown_title(article, self._view.kit.words.language)
        self._session.use(article.code, title, self._results.listing.reading.understood)
        draft = self._session.draft
        if draft is not None and len(draft.articles) > 1:  # the topic already names the first
            self._view.strip.status.tell(self._view.kit.words("desk.used_so_far", count=len(draft.articles)))

    def _make_caller(self, person_id: str) -> None:
        query = self._view.box.text().strip()
        self._session.set_person(person_id, number_in(query))
        self.set_text("")

    def _on_typed(self, text: str) -> None:
        before = self._results.listing.query
        if self._results.hurry():  # that contact is ended; these letters are the next one's
            text = text.removeprefix(before)
            self._view.box.setText(text)
        self._results.look_up(text)
        self._session.type_query(text)

    def _follow(self) -> None:
        """Show the words of the contact that is now in hand."""
        draft = self._session.draft
        text = draft.query if draft else ""
        if text != self._view.box.text():
            self._results.forget_refused()
            self._view.box.setText(text)
        if text != self._results.listing.query:
            self._results.look_up(text)

    def _show_fresh(self) -> None:
        if not self._results.complete:
            self._view.list.hold()
        self._adjust()
        self._view.box.say("")
        rows = build(self._results.listing)
        self._view.list.show_new(rows, chosen_by_itself(self._results.listing, rows))
        self._say_reading()

    def _show_settled(self) -> None:
        self._adjust()
        self._view.box.say("")
        listing = self._results.listing
        self._view.list.set_empty("desk.nothing_found" if listing.query.strip() else "")
        self._settle()
        self._view.list.release()
        self._say_reading()

    def _settle(self) -> None:
        rows = build(self._results.listing)
        self._view.list.settle(rows, chosen_by_itself(self._results.listing, rows))
        self.rebuilt.emit()

    def _say_reading(self) -> None:
        """Say under the box how the words were taken."""
        self._view.line.show_reading(self._results.listing.reading, bool(category_of(self._view.list.current_row())))

    def _refill(self) -> None:
        """Build the rows again for another size of the list or another caller."""
        self._adjust()
        self._settle()

    def _unfold(self) -> None:
        self._results.adjust(unfolded=True)
        self._refill()

    def _adjust(self) -> None:
        listing = self._results.listing
        others = len(listing.people) + bool(listing.contacts)
        self._results.adjust(room=self._view.list.room(listing.answers, others), asked=self._caller.guess is None)

    def say_state(self, state: str) -> None:
        """Say quietly when the search process cannot answer yet, or no longer."""
        words = self._view.kit.words
        self._view.box.say(words(f"desk.index_{state}") if state in ("indexing", "failed") else "")

    def say_progress(self, done: int, total: int) -> None:
        """Say how far the answers are that are made ready for search; titles are found meanwhile."""
        self._view.box.say(self._view.kit.words("desk.index_building", done=f"{done:,}", total=f"{total:,}"))

    def _say_slow(self) -> None:
        self._view.box.say(self._view.kit.words("desk.searching", count=f"{len(self._results.titles.quick):,}"))


def number_in(query: str) -> str:
    """Return the number that was typed, alone or with a name; none where there are several."""
    if looks_like_number(query):
        return query
    new = read_new_person(query)
    return new.numbers[0].raw if len(new.numbers) == 1 and new.has_whole_number else ""


def category_of(row: Row | None) -> str:
    """Return the category of the answer in a row, where it has one."""
    match row:
        case AnswerRow(answer=answer):
            return answer.article.category
        case ShortRow(article=article):
            return article.category
        case _:
            return ""
