"""Who belongs to a segment: likely ones by what the database has in order, each then judged as their card is."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from frontdesk.domain.card_phrases import bought_words
from frontdesk.domain.people import Person, PersonKind
from frontdesk.domain.segments import Purchases, Segment, SegmentRules, segment_of
from frontdesk.services.repositories import Repositories
from frontdesk.services.segments import rules_in

LIKELY = 300
"""People of one source who are taken for likely."""

JUDGED = 60
"""People of one source who are judged at most, those in contact last first: it takes a third of a millisecond each."""

KNOWN_WELL = (PersonKind.STAFF, PersonKind.DEPARTMENT)
"""The site's own people: how often they call says nothing."""


class PeopleSegments:
    """Looks for people of a segment, in one view of the database."""

    def __init__(self, repos: Repositories, today: date) -> None:
        self._repos, self._today = repos, today
        self._rules = rules_in(repos)

    def members(self, segment: Segment, few: int) -> list[str]:
        """Return some members of a segment, for most of them those in contact last."""
        found: dict[str, None] = {}
        seen: set[str] = set()
        for source in self._sources(segment):
            likely = [one for one in self._last_first(source) if one not in seen][:JUDGED]
            seen.update(likely)
            for at in range(0, len(likely), few):
                found |= dict.fromkeys(self._judged(likely[at : at + few], segment))
                if len(found) >= few:
                    return list(found)[:few]
        return list(found)

    def _sources(self, segment: Segment) -> Iterator[Sequence[str]]:
        """Yield those who may well be members, the surest source first."""
        people, rules = self._repos.people, self._rules
        if segment is Segment.DORMANT:
            yield people.ids_in_contact(LIKELY, self._long_ago(rules))
        if segment is Segment.ADVOCATE and rules.advocate_referrals:
            yield people.senders(rules.advocate_referrals, LIKELY)
        if segment is Segment.ADVOCATE and rules.advocate_compliments:
            yield self._repos.contacts.praising(LIKELY)
        if segment in (Segment.REPEAT, Segment.FIRST_TIME):
            yield people.ids_in_contact(LIKELY)
        yield people.ids_by_card_words([bought_words()], LIKELY)
        yield people.newest(JUDGED) if segment is Segment.FIRST_TIME else ()

    def _long_ago(self, rules: SegmentRules) -> datetime:
        """Return a moment before which the last contact of everybody long away was."""
        return datetime.combine(self._today - timedelta(days=rules.dormant_days), time.max, UTC)

    def _last_first(self, ids: Sequence[str]) -> list[str]:
        last = self._repos.people.last_contacts(ids)
        never = datetime.min.replace(tzinfo=UTC)
        return sorted(ids, key=lambda one: last.get(one, never), reverse=True)

    def _judged(self, ids: Iterable[str], segment: Segment) -> Iterator[str]:
        people, sent = self._repos.people.by_ids(ids), self._repos.people.sent_counts(ids)
        for key in ids:
            one = people.get(key)
            if one and not one.archived and one.kind not in KNOWN_WELL and self._of(one, sent) is segment:
                yield key

    def _of(self, person: Person, sent: dict[str, int]) -> Segment:
        figures = self._repos.contacts.figures(person.id)
        purchases = Purchases(person.purchases, person.last_purchase)
        return segment_of(figures, sent.get(person.id, 0), purchases, self._rules, self._today).segment
