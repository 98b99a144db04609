"""What the box finds: the first rows from memory at once, the search process's rows when they come."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from frontdesk.domain.articles import Answer, Article
from frontdesk.domain.caller_ids import withheld
from frontdesk.domain.finding import Found
from frontdesk.domain.numbers import looks_like_number, parse_number
from frontdesk.domain.people import MatchReason, NumberKind, Person, PersonMatch
from frontdesk.domain.scopes import CATEGORY, DEPARTMENT, ScopeWord, meant_by, scope_words, without
from frontdesk.domain.segmentation import words
from frontdesk.domain.thai_text import normalise
from frontdesk.services.directory import Directory
from frontdesk.services.knowledge import Knowledge
from frontdesk.ui.pages.desk.reading import Reading, widened
from frontdesk.ui.pages.desk.row_builder import Listing
from frontdesk.ui.pages.desk.rows import DueRow, ShortRow
from frontdesk.ui.pages.desk.titles import Titles
from frontdesk.ui.search_client import SearchClient
from frontdesk.ui.tasks import Tasks

WHOLE_NUMBERS = {NumberKind.MOBILE, NumberKind.LANDLINE, NumberKind.TOLL_FREE, NumberKind.FOREIGN}
Act = Callable[[], None]

SLOW_MS, LATE_MS = 250, 2_000
MOST_ANSWERS, QUICK_ROWS, RECENT_ROWS, MOST_TRIES = 12, 5, 4, 4
LOOKED_THROUGH = 200
"""So many titles are looked through for those of one category, in the few milliseconds there are."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What an empty desk shows."""

    pinned: tuple[Article, ...]
    recent: tuple[ShortRow, ...]
    revision: int


class Results(QObject):
    """Keeps the ``Listing`` of the box's text.

    ``fresh``: the rows of a new text, perhaps still with old ones below the first. ``settled``:
    all that there is for the same text. ``slow``: nothing has come for a quarter of a second.
    """

    fresh = Signal()
    settled = Signal()
    slow = Signal()

    def __init__(
        self,
        search: SearchClient,
        knowledge: Knowledge,
        directory: Directory,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._search, self._knowledge, self._tasks = search, knowledge, tasks
        self.titles = Titles(knowledge, directory, tasks, self)
        self._waiting, self._next = list[Act](), list[Act]()
        self.listing, self.complete = Listing(), True
        self._knows_everybody = True
        self._patience = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._patience.timeout.connect(self.slow)
        self._deadline = QTimer(self, singleShot=True, interval=LATE_MS)
        self._deadline.timeout.connect(self.hurry)
        search.found.connect(self._take)
        search.state.connect(self._on_state)

    def reload(self, staff: str) -> None:
        """Read pinned and recent answers again, and all titles if any answer has changed."""
        self._tasks.run(lambda: self._read(staff), self._stand, latest="standing")

    def look_up(self, text: str, literal: bool = False) -> None:
        """Find another text, or the same one taken another way. What is in memory shows at once."""
        self._waiting.clear()
        again = text == self.listing.query
        self.listing = replace(self.listing, query=text, literal=literal, unfolded=False, tries=(), number="")
        self.listing = replace(self.listing, add_asked=False, alike=())
        self.complete = self._knows_everybody = not text.strip()
        if self.complete:
            self._patience.stop()
            self._search.forget()
            self.listing = replace(self.listing, answers=(), people=(), contacts=(), near=False, reading=Reading())
        else:
            if not again:
                self._show_first_rows(text)
            self._search.ask(text, MOST_ANSWERS, literal)
            self._patience.start()
        self.fresh.emit()

    def show_due(self, rows: tuple[DueRow, ...], count: int) -> None:
        """Show what is owed today on an empty desk; ``count`` is how much that is in all."""
        before, self.listing = self.listing, replace(self.listing, due=rows, due_count=count)
        if before != self.listing and not self.listing.query.strip():
            self.settled.emit()

    def when_complete(self, act: Act) -> None:
        """Act now, or as soon as the rows are those of the text; another text cancels it."""
        if self.complete:
            act()
        else:
            self._waiting.append(act)

    def in_turn(self, act: Act) -> None:
        """Act now, or right after what waits for the rows, or at the latest two seconds from now without them."""
        if self._waiting:
            self._next.append(act)
            self._deadline.start()
        else:
            act()

    def hurry(self) -> bool:
        """Let those whose turn comes next act without the rows; tell whether there were any."""
        self._waiting.clear()
        return self._act_next()

    def refuse(self, person_id: str) -> None:
        """Take a guess out of the list for this contact."""
        self.listing = replace(self.listing, refused=self.listing.refused | {person_id})
        self.settled.emit()

    def renew(self, people: Mapping[str, Person]) -> None:
        """Show people in the list as they are now; nobody comes or goes for that."""
        found = self.listing.people
        renewed = tuple(replace(one, person=people.get(one.person.id, one.person)) for one in found)
        if renewed != found:
            self.listing = replace(self.listing, people=renewed)
            self.settled.emit()

    def forget_refused(self) -> None:
        self.listing = replace(self.listing, refused=frozenset())

    def adjust(self, **values: object) -> None:
        """Change room, folding or asking without another look-up."""
        self.listing = replace(self.listing, **values)  # type: ignore[arg-type]

    def _show_first_rows(self, text: str) -> None:
        """Put the titles that begin so before the rows of the text before; those stay until better ones come."""
        scopes, old = scope_words(text), self.listing.answers
        asked = without(text, scopes)
        found = self.titles.quick.find(asked, LOOKED_THROUGH if scopes else QUICK_ROWS)
        marks = (normalise(asked).strip(),)
        quick = tuple(Answer(one, 0.0, marks) for one in found if within(one, scopes))[:QUICK_ROWS]
        known = {answer.article.id for answer in quick}
        rest = tuple(answer for answer in old if answer.article.id not in known)
        kept = tuple(answer for answer in rest if within(answer.article, scopes)) or (() if quick else rest)
        self.listing = replace(
            self.listing, answers=(*quick, *kept)[:MOST_ANSWERS], near=self.listing.near and not quick
        )

    def _on_state(self, state: str) -> None:
        """Ask again once the index is there, for words that were typed before."""
        if state == "ready" and not (self.complete and self._knows_everybody):
            self._search.ask(self.listing.query, MOST_ANSWERS, self.listing.literal)

    def _take_early(self, found: Found) -> None:
        """Show people and contacts beside the rows from memory while the index is being built."""
        self.listing = replace(self.listing, people=found.people.people, contacts=found.contacts)
        self.settled.emit()

    def _take(self, found: Found) -> None:
        if found.query != self.listing.query:
            return
        if not found.answers.ready:
            self._take_early(found)
            return
        self._patience.stop()
        told = found.answers
        meant = told.understood or widened(found.query, told.narrowed)
        self.listing = replace(
            self.listing,
            answers=_marked(told.answers, meant),
            near=told.near and bool(told.answers),
            reading=Reading(found.query, told.understood, self.listing.literal, told.narrowed),
            people=found.people.people,
            contacts=found.contacts,
            tries=() if told.answers and not told.near else self._tries(meant),
            found_for=found.query,
            number=found.query.strip() if unknown_number(found.query, found.people.people) else "",
        )
        self.complete, self._knows_everybody = True, found.people.ready
        self.settled.emit()
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()
        self._act_next()

    def _act_next(self) -> bool:
        self._deadline.stop()
        acts, self._next = self._next, []
        for act in acts:
            act()
        return bool(acts)

    def _tries(self, text: str) -> tuple[tuple[str, int], ...]:
        """Return single words of the text that titles begin with, and how many."""
        counted = (
            (word, len(self.titles.quick.find(word, 99))) for word in dict.fromkeys(words(text)) if len(word) > 1
        )
        return tuple((word, count) for word, count in counted if count)[:MOST_TRIES]

    def _read(self, staff: str) -> Standing:
        return Standing(self._knowledge.pinned(), self._recent(staff), self._knowledge.revision())

    def _recent(self, staff: str) -> tuple[ShortRow, ...]:
        found = self._knowledge.recent(staff, RECENT_ROWS)
        return tuple(ShortRow(article, 0, at) for article, at in found)

    def _stand(self, standing: Standing) -> None:
        pinned = tuple(ShortRow(article, n) for n, article in enumerate(standing.pinned, 1))
        after = len(pinned)
        recent = tuple(replace(row, number=after + n) for n, row in enumerate(standing.recent, 1))
        before, self.listing = self.listing, replace(self.listing, pinned=pinned, recent=recent)
        if before != self.listing and not self.listing.query.strip():
            self.settled.emit()
        if self.titles.follow(standing.revision):
            self._search.refresh()


def within(article: Article, scopes: tuple[ScopeWord, ...]) -> bool:
    """Tell whether an answer is in everything that words narrow to, as far as its own names tell."""
    names = {CATEGORY: article.category, DEPARTMENT: article.department}
    return all(meant_by(one.name, (names[one.sign],)) for one in scopes)


def _marked(answers: tuple[Answer, ...], text: str) -> tuple[Answer, ...]:
    """Let every word that was meant be shown bold, whatever pieces of it the index matched."""
    meant = [word for word in words(normalise(text)) if len(word) > 1]
    return tuple(replace(answer, marks=tuple(dict.fromkeys((*answer.marks, *meant)))) for answer in answers)


def unknown_number(text: str, people: tuple[PersonMatch, ...]) -> bool:
    """Tell whether a text is a whole telephone number that nobody found has."""
    if withheld(text) or not looks_like_number(text) or parse_number(text).kind not in WHOLE_NUMBERS:
        return False
    return not any(match.reason is MatchReason.NUMBER for match in people)
