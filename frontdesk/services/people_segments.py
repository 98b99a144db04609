"""Who belongs to a segment: likely ones by what the database counts at once, each then judged as their card is."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from frontdesk.domain.card_phrases import bought_words
from frontdesk.domain.people import Person, PersonKind
from frontdesk.domain.segments import Counted, Purchases, Segment, segment_of
from frontdesk.services.repositories import Repositories
from frontdesk.services.segments import rules_in

LOOKED_AT = 500
"""People of one source who are counted."""

JUDGED = 30
"""Likely members of one source who are judged at most, which takes a third of a millisecond each."""

KNOWN_WELL = (PersonKind.STAFF, PersonKind.DEPARTMENT)
"""The site's own people: how often they call says nothing."""

Source = tuple[Sequence[str], Callable[[Counted], bool]]
"""People who may be members, and who of them is likely to be one."""


class PeopleSegments:
    """Looks for people of a segment, in one view of the database."""

    def __init__(self, repos: Repositories, today: date) -> None:
        self._repos, self._people, self._today = repos, repos.people, today
        self._rules = rules_in(repos)

    def members(self, segment: Segment, few: int) -> list[str]:
        """Return some members of a segment, of each source those in contact last."""
        found: list[str] = []
        judged: set[str] = set()
        for ids, is_likely in self._sources(segment):
            counted = self._people.counted([one for one in ids if one not in judged], KNOWN_WELL)
            likely = [one.person_id for one in counted if is_likely(one)][:JUDGED]
            judged.update(likely)
            for at in range(0, len(likely), few):
                found += self._judged(likely[at : at + few], segment)
                if len(found) >= few:
                    return found[:few]
        return found

    def _sources(self, segment: Segment) -> Iterator[Source]:
        """Yield those who may well be members, the surest source first."""
        people, rules = self._people, self._rules

        def seems(one: Counted) -> bool:
            return segment_of(one.figures, one.sent, one.purchases, rules, self._today).segment is segment

        if segment is Segment.DORMANT:
            long_ago = self._today - timedelta(days=rules.dormant_days)
            yield people.ids_in_contact(LOOKED_AT, datetime.combine(long_ago, time.max, UTC)), seems
            yield people.ids_bought_before(long_ago, LOOKED_AT), seems
            return
        if segment is Segment.ADVOCATE:
            if rules.advocate_referrals:
                yield people.senders(rules.advocate_referrals, LOOKED_AT), seems
            if rules.advocate_compliments:
                yield self._repos.contacts.praising(LOOKED_AT), lambda _: True
        yield people.ids_in_contact(LOOKED_AT), seems
        if segment is Segment.FIRST_TIME:
            yield people.newest(LOOKED_AT), seems
        else:
            yield people.ids_by_card_words([bought_words()], LOOKED_AT), seems

    def _judged(self, ids: Sequence[str], segment: Segment) -> Iterator[str]:
        people, sent = self._people.by_ids(ids), self._people.sent_counts(ids)
        return (key for key in ids if self._segment(people[key], sent.get(key, 0)) is segment)

    def _segment(self, person: Person, sent: int) -> Segment:
        figures = self._repos.contacts.figures(person.id)
        purchases = Purchases(person.purchases, person.last_purchase)
        return segment_of(figures, sent, purchases, self._rules, self._today).segment
