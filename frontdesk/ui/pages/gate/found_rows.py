"""What the box has found, as rows: visits, people on file, answers. Pure, so that it can be tested without a window."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from frontdesk.domain.articles import Answer
from frontdesk.domain.finding import Found
from frontdesk.domain.people import MatchReason, Person, PersonKind, PersonMatch
from frontdesk.domain.segmentation import words
from frontdesk.domain.spoken_words import ENGLISH, THAI_CALLS
from frontdesk.domain.thai_text import normalise
from frontdesk.domain.visits import HeldCard, MatchedBy, VisitMatch, VisitState
from frontdesk.services.gate_finding import GateFound
from frontdesk.ui.pages.gate.board_rows import BoardRow

MOST_PEOPLE, MOST_ANSWERS = 5, 5
SURE = {
    MatchedBy.QR, MatchedBy.CODE, MatchedBy.BADGE, MatchedBy.SLOT, MatchedBy.PLATE, MatchedBy.NUMBER, MatchedBy.NAME,
}  # fmt: skip
"""What is nobody else's but the visitor's: such a visit comes first, whatever else is found."""
VAGUE = {MatchedBy.PLACE, MatchedBy.ORGANISATION}
"""What an answer may be about as well."""

BY_CHANCE = {
    MatchReason.ON_CARD, MatchReason.ORGANISATION, MatchReason.NUMBER_INSIDE, MatchReason.NUMBER_END, MatchReason.SOUND,
    MatchReason.SPELLING, MatchReason.LAYOUT,
}  # fmt: skip
"""Whoever is found so may well be another than the one who is meant: then answers come first."""

MANNER = frozenset(word for said in (*THAI_CALLS.values(), *ENGLISH.values()) for word in said.split())
"""How people ask, not what about: no answer has to hold such words."""
JUST_NOW = timedelta(seconds=30)
"""Somebody who came in so lately does not leave because the badge was scanned twice."""


class Act(StrEnum):
    """What Enter does with a row."""

    ARRIVE = "arrive"
    LEAVE = "leave"
    GIVE_BACK = "give-back"
    AGAIN = "again"
    CALLED = "called"
    """Somebody who telephoned a while ago has come, though nobody wrote down that they would."""
    BEGIN = "begin"
    SEE = "see"
    """Somebody comes to see this colleague or department."""
    ANSWER = "answer"
    CONFIRM = "confirm"


@dataclass(frozen=True, slots=True)
class VisitFound:
    """A visit with what the gate must know: whom to call, which cards it holds, when the visitor telephoned (UTC)."""

    match: VisitMatch
    host: Person | None = None
    cards: tuple[HeldCard, ...] = ()
    called: datetime | None = None

    @property
    def key(self) -> str:
        return self.match.visit.id

    @property
    def guess(self) -> bool:
        return self.match.guess

    @property
    def act(self) -> Act:
        if self.guess:
            return Act.CONFIRM
        if self.cards:
            return Act.GIVE_BACK
        if self.match.visit.inside:
            return Act.LEAVE
        if self.caller:
            return Act.CALLED
        return Act.AGAIN if self.match.earlier or self.match.visit.state.ended else Act.ARRIVE

    @property
    def caller(self) -> bool:
        """Whether there is no visit yet, only a call of the last hours: what is on file as a visit has a token."""
        visit = self.match.visit
        return self.match.earlier and visit.state is VisitState.EXPECTED and not visit.token

    def just_came(self, now: datetime) -> bool:
        """Tell whether the visitor was let in a moment ago."""
        came = self.match.visit.arrived_at
        return self.match.visit.inside and came is not None and now - came < JUST_NOW


@dataclass(frozen=True, slots=True)
class PersonFound:
    """Somebody on file who has no visit."""

    match: PersonMatch

    @property
    def key(self) -> str:
        return f"person {self.match.person.id}"

    @property
    def guess(self) -> bool:
        return self.match.guess

    @property
    def works_here(self) -> bool:
        return self.match.person.kind in (PersonKind.STAFF, PersonKind.DEPARTMENT)

    @property
    def act(self) -> Act:
        if self.guess:
            return Act.CONFIRM
        return Act.SEE if self.works_here else Act.BEGIN


@dataclass(frozen=True, slots=True)
class AnswerFound:
    """Something to say. ``near``: it does not hold all that was asked, and is only the nearest there is."""

    answer: Answer
    near: bool = False

    @property
    def key(self) -> str:
        return f"answer {self.answer.article.id}"

    @property
    def guess(self) -> bool:
        return self.near

    @property
    def act(self) -> Act:
        return Act.CONFIRM if self.near else Act.ANSWER

    def holds(self, query: str) -> bool:
        """Tell whether all telling words of a text stand in what is found: then it was this that was asked."""
        article = self.answer.article
        texts = (article.title, article.title_en, article.say, article.say_en, article.category, *article.keywords)
        told = normalise(" ".join(texts))
        asked = words(normalise(query))
        return all(word in told for word in [word for word in asked if word not in MANNER] or asked)


FoundRow = VisitFound | PersonFound | AnswerFound


@dataclass(frozen=True, slots=True)
class Look:
    """The visits found for one text, with what was read beside them."""

    found: GateFound
    hosts: Mapping[str, Person] = field(default_factory=dict)
    cards: Mapping[str, tuple[HeldCard, ...]] = field(default_factory=dict)


def build(
    look: Look | None,
    found: Found | None,
    confirmed: frozenset[str] = frozenset(),
    refused: frozenset[str] = frozenset(),
) -> tuple[FoundRow, ...]:
    """Return the rows, likeliest first. ``confirmed`` and ``refused`` are keys of guesses that were decided on."""
    visits = tuple(_visits(look)) if look else ()
    if look and look.found.scanned:
        return visits
    people, answers = (tuple(_people(found, visits)), tuple(_answers(found))) if found else ((), ())
    sure = tuple(row for row in visits if not row.guess and row.match.reason not in VAGUE)
    meant = tuple(row for row in people if row.match.reason not in BY_CHANCE)
    unsure = tuple(row for row in visits if row not in sure)
    others = tuple(row for row in people if row not in meant)
    rest: tuple[tuple[FoundRow, ...], ...] = (answers, (*unsure, *others))
    if not (answers and not answers[0].near):
        if look and look.found.query.isascii():  # a Thai name in Latin letters can be no more than a guess
            sure, unsure = (*sure, *(row for row in unsure if row.guess)), tuple(row for row in unsure if not row.guess)
        rest = ((*unsure, *others), answers)
    rows: tuple[FoundRow, ...] = (*sure, *meant, *rest[0], *rest[1])
    return tuple(_decided(row, confirmed) for row in rows if row.key not in refused)


def first_is_sure(look: Look | None) -> bool:
    """Tell whether the first visit found stays first, whatever people and answers are found besides."""
    first = next(iter(look.found.matches), None) if look else None
    return first is not None and not first.guess and first.reason in SURE


def _visits(look: Look) -> Iterator[VisitFound]:
    for match in look.found.matches:
        visit = match.visit
        yield VisitFound(
            match, look.hosts.get(visit.host_id), look.cards.get(visit.id, ()), look.found.called.get(visit.id)
        )


def _people(found: Found, visits: Iterable[VisitFound]) -> Iterator[PersonFound]:
    there = {row.match.visit.person_id for row in visits}
    others = [match for match in found.people.people if match.person.id not in there]
    return map(PersonFound, others[:MOST_PEOPLE])


def _answers(found: Found) -> Iterator[AnswerFound]:
    """Return the answers; what is only near to the words would be in the way of names that nobody has yet."""
    asked = found.answers.understood or found.query
    for answer in () if found.answers.near else found.answers.answers[:MOST_ANSWERS]:
        yield AnswerFound(answer, near=not AnswerFound(answer).holds(asked))


def _decided(row: FoundRow, confirmed: frozenset[str]) -> FoundRow:
    if row.key not in confirmed:
        return row
    match row:
        case VisitFound(match=match):
            return replace(row, match=replace(match, guess=False))
        case PersonFound(match=found):
            return PersonFound(replace(found, guess=False))
        case AnswerFound():
            return replace(row, near=False)


def found_in(row: BoardRow, host: Person | None = None) -> VisitFound:
    """Return a row of the board as if it had been found."""
    return VisitFound(VisitMatch(row.visit, MatchedBy.NAME, earlier=row.visit.state.ended), host, row.cards)
