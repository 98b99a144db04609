"""The gate's box: whoever is expected, inside or known from earlier, by anything that can be asked or scanned."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from frontdesk.domain.visit_matching import LEAST_INSIDE, Asked, Entry, VisitTable, read_asked, token_in
from frontdesk.domain.visitor_keys import heard_key, written_key
from frontdesk.domain.visits import CODE_LENGTH, EARLY, MatchedBy, Visit, VisitMatch

from .clock import SITE_ZONE
from .late_callers import LateCallers
from .ports import Clock
from .repositories import Repositories, Storage
from .timeline import last_call
from .visit_record import VisitKeys

EARLIER = 4
"""So many visitors of earlier days are offered at most."""
CALLED_WITHIN = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class GateFound:
    """The visits found for one text, likeliest first: those of today, known visitors from earlier, callers.

    ``called`` says by the id of a visit when its visitor telephoned last (UTC), if that was within a day. ``scanned``
    says that the text was the token of a badge and nothing else.
    """

    query: str
    matches: tuple[VisitMatch, ...] = ()
    called: Mapping[str, datetime] = field(default_factory=dict)
    scanned: bool = False


class GateFinder:
    """Finds visits. Visits of today are kept in memory and follow every change."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._storage, self._clock = storage, clock
        self._day: date | None = None
        self._step = 0
        self._entries: dict[str, Entry] = {}
        self._table, self._callers = VisitTable(), LateCallers()

    def find(self, text: str, limit: int = 8) -> GateFound:
        """Return what a text means. It is fast enough for every key; call it on the thread of the data."""
        now = self._clock.now()
        with self._storage.read() as repos:
            if token := token_in(text):
                visit = repos.visits.by_token(token)
                if visit is not None:
                    return self._found(repos, text, (_scanned(visit, now),), now, scanned=True)
            self._follow(repos, now)
            today = self._table.find(text, limit)
            coming = _coming(repos, read_asked(text), written_key(text), now.astimezone(SITE_ZONE).date())
            there = (*today, *coming)
            visits = (*there, *_earlier(repos, text, there, now))
            return self._found(repos, text, (*visits, *self._callers.find(repos, text, visits, now))[:limit], now)

    def _found(
        self, repos: Repositories, text: str, matches: tuple[VisitMatch, ...], now: datetime, scanned: bool = False
    ) -> GateFound:
        calls = {match.visit.id: last_call(repos, match.visit) for match in matches}
        lately = {key: at for key, at in calls.items() if at is not None and now - at < CALLED_WITHIN}
        return GateFound(text, matches, lately, scanned)

    def _follow(self, repos: Repositories, now: datetime) -> None:
        """Take in what has changed since the last question; on a new day begin anew."""
        today, step = now.astimezone(SITE_ZONE).date(), repos.visits.last_step()
        if today != self._day:
            self._begin(repos, today)
        elif step != self._step:
            self._take(repos, repos.visits.changed_since(self._step), today)
        self._step = step

    def _begin(self, repos: Repositories, today: date) -> None:
        self._entries, self._day = {}, today
        seen = {one.id: one for one in (*repos.visits.of_day(today), *repos.visits.inside())}
        waiting = repos.visits.by_ids({card.visit_id for card in repos.cards.open()} - seen.keys())
        self._take(repos, [*seen.values(), *waiting.values()], today)

    def _take(self, repos: Repositories, visits: Sequence[Visit], today: date) -> None:
        """Take visits in as they stand now; one that has nothing to do with today any more goes."""
        cards = repos.cards.of_visits([one.id for one in visits])
        for one in visits:
            slots = tuple(card.slot.lower() for card in cards.get(one.id, ()) if card.open)
            self._entries.pop(one.id, None)
            if one.day == today or one.inside or slots:
                self._entries[one.id] = Entry(one, slots)
        self._table = VisitTable(self._entries.values())


def _scanned(visit: Visit, now: datetime) -> VisitMatch:
    today = now.astimezone(SITE_ZONE).date()
    over = visit.state.ended or (visit.never_came(today) and not visit.awaited(now, today))
    return VisitMatch(visit, MatchedBy.QR, earlier=over)


def _coming(repos: Repositories, asked: Asked, name: str, today: date) -> list[VisitMatch]:
    """Return who is expected on one of the next days and stands here today: that visit is meant, not another."""
    until, found = today + EARLY, list[VisitMatch]()
    for keys, reason in (
        (VisitKeys(code=asked.sign if len(asked.sign) == CODE_LENGTH else ""), MatchedBy.CODE),
        (VisitKeys(plate=_long(asked.plates[0]) if asked.plates else ""), MatchedBy.PLATE),
        (VisitKeys(digits=_long(asked.digits)), MatchedBy.NUMBER),
        (VisitKeys(name="" if asked.digits else name), MatchedBy.NAME),
    ):
        found += [VisitMatch(one, reason, 0.75) for one in repos.visits.coming(keys, today, until, EARLIER)]
    return list({match.visit.id: match for match in reversed(found)}.values())[::-1]


def _earlier(repos: Repositories, text: str, there: Sequence[VisitMatch], now: datetime) -> list[VisitMatch]:
    """Return known visitors by their newest visit, each once, without those who are found already."""
    known, ids = {_who(match.visit) for match in there}, {match.visit.id for match in there}
    found, today = dict[tuple[str, str], VisitMatch](), now.astimezone(SITE_ZONE).date()
    for visit, reason, guess in _known(repos, text):
        who = _who(visit)
        if who not in known and visit.id not in ids:
            score = 0.4 if guess else 0.7
            earlier = not visit.awaited(now, today)
            found.setdefault(who, VisitMatch(visit, reason, score, guess=guess, earlier=earlier))
    return list(found.values())[:EARLIER]


def _known(repos: Repositories, text: str) -> list[tuple[Visit, MatchedBy, bool]]:
    asked, name = read_asked(text), written_key(text)
    found = _listed(repos, VisitKeys(digits=_long(asked.digits)), MatchedBy.NUMBER)
    found += _listed(repos, VisitKeys(plate=_long(asked.plates[0]) if asked.plates else ""), MatchedBy.PLATE)
    if len(name) >= LEAST_INSIDE and not asked.digits:
        begun = repos.visits.begun_name(name, 3 * EARLIER)
        found += [(one, MatchedBy.NAME, False) for one in begun]
        if not found and (heard := heard_key(text)) and len(heard) > 1:
            found += _listed(repos, VisitKeys(sound=heard), MatchedBy.SOUND, guess=True)
    return found


def _long(key: str) -> str:
    """Return a key that is long enough to be looked for among all visits, else an empty one."""
    return key if len(key) > LEAST_INSIDE else ""


def _listed(
    repos: Repositories, keys: VisitKeys, reason: MatchedBy, guess: bool = False
) -> list[tuple[Visit, MatchedBy, bool]]:
    return [(one, reason, guess) for one in repos.visits.known(keys, 3 * EARLIER)]


def _who(visit: Visit) -> tuple[str, str]:
    """Tell visitors apart: by their entry on file, else by name and number."""
    return (visit.person_id, "") if visit.person_id else (written_key(visit.name), visit.digits)
