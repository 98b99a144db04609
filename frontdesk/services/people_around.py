"""Finding people by what a card says that is no field of theirs, and by who sent them."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from frontdesk.domain.card_phrases import (
    Bought,
    CardPhrase,
    SenderOf,
    SentBy,
    SentSoMany,
    bought_words,
)
from frontdesk.domain.people import MatchReason, Person, PersonKind, PersonMatch
from frontdesk.domain.person_grades import BESIDE, LIKE_A_LABEL, WITH_LABEL, Grade
from frontdesk.services.leads import Grader, Lead
from frontdesk.services.people_segments import PeopleSegments
from frontdesk.services.repositories import Repositories

Named = Callable[[str], Sequence[PersonMatch]]


class PeopleAround:
    """The steps of a look-up that follow from other people or from rules.

    ``named`` finds people by a name, code or number alone.
    """

    def __init__(self, repos: Repositories, today: Callable[[], date], few: int, named: Named) -> None:
        self._repos, self._people = repos, repos.people
        self._today, self._few, self._named = today, few, named

    def told(self, phrase: CardPhrase) -> Iterator[Lead]:
        """Look for those of whom a card says this."""
        match phrase:
            case SentBy(sender):
                yield self._sent_by(sender)
            case SenderOf(names):
                yield from map(self._sender_of, names)
            case SentSoMany(count):
                yield self._people.senders(count, self._few, count), self._sent(count)
            case Bought(count):
                found = self._people.ids_by_card_words([bought_words(count)], self._few)
                yield found, _labelled(lambda one: one.purchases == count)
            case PersonKind():
                yield self._people.ids_of_kind(phrase, self._few), _labelled(lambda one: one.kind is phrase)
            case _:
                members = PeopleSegments(self._repos, self._today()).members(phrase, self._few)
                yield members, _labelled(lambda _: True)

    def beside(self, certain: Sequence[Person]) -> Iterator[Lead]:
        """Look for those whom these sent, and who sent these."""
        grade = Grade(BESIDE, MatchReason.ON_CARD)
        yield self._people.ids_sent_by([one.id for one in certain], self._few), lambda _: grade
        senders = [one.referred_by for one in certain if one.referred_by]
        yield senders, lambda person: None if person.archived else grade

    def _sent_by(self, name: str) -> Lead:
        senders = {match.person.id: _through(match) for match in self._meant(name)}
        sent = self._people.ids_sent_by(senders, self._few) if senders else []
        return sent, lambda person: senders.get(person.referred_by)

    def _sender_of(self, name: str) -> Lead:
        senders = {match.person.referred_by: _through(match) for match in self._meant(name) if match.person.referred_by}
        return list(senders), lambda person: None if person.archived else senders.get(person.id)

    def _meant(self, name: str) -> Sequence[PersonMatch]:
        """Return who is certainly called so, or else all who may be."""
        matches = self._named(name)
        return [one for one in matches if _through(one) == _SURELY] or matches

    def _sent(self, count: int) -> Grader:
        return _labelled(lambda one: self._people.sent_counts([one.id]).get(one.id) == count)


_SURELY = Grade(WITH_LABEL, MatchReason.ON_CARD)


def _through(match: PersonMatch) -> Grade:
    """Grade whoever is found through another who was found."""
    return Grade(min(match.score, WITH_LABEL), MatchReason.ON_CARD, match.guess)


def _labelled(is_so: Callable[[Person], bool]) -> Grader:
    """Grade by what is so of a person; those who are archived are not found."""
    grade = Grade(LIKE_A_LABEL, MatchReason.ON_CARD)
    return lambda person: grade if not person.archived and is_so(person) else None
