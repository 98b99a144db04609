"""The open contacts as the tabs over every page show them."""

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.drafts import Draft
from frontdesk.domain.masking import mask_numbers_in
from frontdesk.domain.numbers import looks_like_number, mask
from frontdesk.domain.people import Person
from frontdesk.services.people_book import PeopleBook
from frontdesk.ui.contact_words import CHANNEL_ICONS
from frontdesk.ui.pages.desk.caller import Caller, CallerState
from frontdesk.ui.pages.desk.rows_paint.person_row import shown_name
from frontdesk.ui.pages.desk.session import DeskSession
from frontdesk.ui.shell.contact_tabs import ContactTab
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.words import Words

LONGEST_LABEL = 24


class OpenTabs(QObject):
    """``changed`` carries the tabs and the id of the one in hand."""

    changed = Signal(object, str)

    def __init__(
        self, session: DeskSession, caller: Caller, book: PeopleBook, tasks: Tasks, words: Words, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._book, self._tasks, self._words = session, book, tasks, words
        self._people: dict[str, Person] = {}
        self._asked: set[str] = set()
        self._told: tuple[tuple[ContactTab, ...], str] | None = None
        caller.changed.connect(self._learn)
        for signal in (session.changed, session.switched, session.waiting_changed, words.changed):
            signal.connect(self.tell)

    def tell(self) -> None:
        """Send the tabs as they are now."""
        draft = self._session.draft
        drafts = [*self._session.waiting, *([draft] if draft else [])]
        tabs = [self._tab(one, one is not draft) for one in sorted(drafts, key=lambda one: one.started_at)]
        if draft is None:
            tabs.append(ContactTab("", self._words("desk.tab_unknown")))
        told = (tuple(tabs), draft.id if draft else "")
        if told != self._told:
            self._told = told
            self.changed.emit(*told)

    def _tab(self, draft: Draft, waiting: bool) -> ContactTab:
        return ContactTab(draft.id, self._label(draft), CHANNEL_ICONS[draft.channel], waiting)

    def _label(self, draft: Draft) -> str:
        if draft.person_id in self._people:
            return shown_name(self._people[draft.person_id], self._words.language)
        if draft.person_id:
            self._ask(draft.person_id)
        query = draft.query.strip()
        if draft.number or looks_like_number(query):
            return mask(draft.number or query, self._words.language)
        label = mask_numbers_in(draft.topic or query, self._words.language)
        return label[:LONGEST_LABEL] or self._words("desk.tab_unknown")

    def _ask(self, person_id: str) -> None:
        if person_id in self._asked:
            return
        self._asked.add(person_id)
        self._tasks.run(lambda: self._book.get(person_id), self._keep)

    def _learn(self, state: CallerState) -> None:
        for card in filter(None, (state.card, *state.guesses)):
            self._keep(card.person)

    def _keep(self, person: Person | None) -> None:
        if person is not None and self._people.get(person.id) != person:
            self._people[person.id] = person
            self.tell()
