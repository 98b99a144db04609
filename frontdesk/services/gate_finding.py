"""The gate's box: whoever is expected, inside or known from earlier, by anything that can be asked or scanned."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from frontdesk.domain.visit_matching import LEAST_INSIDE, Entry, VisitTable, read_asked, token_in
from frontdesk.domain.visitor_keys import heard_key, written_key
from frontdesk.domain.visits import MatchedBy, Visit, VisitMatch

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
            visits = (*today, *_earlier(repos, text, today))
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
            self._take(repos, [one for one in repos.visits.changed_since(self._step) if _of_today(one, today)])
        self._step = step

    def _begin(self, repos: Repositories, today: date) -> None:
        self._entries, self._day = {}, today
        seen = {one.id: one for one in (*repos.visits.of_day(today), *repos.visits.inside())}
        waiting = repos.visits.by_ids({card.visit_id for card in repos.cards.open()} - seen.keys())
        self._take(repos, [*seen.values(), *waiting.values()])

    def _take(self, repos: Repositories, visits: Sequence[Visit]) -> None:
        cards = repos.cards.of_visits([one.id for one in visits])
        for one in visits:
            slots = tuple(card.slot.lower() for card in cards.get(one.id, ()) if card.open)
            self._entries[one.id] = Entry(one, slots)
        self._table = VisitTable(self._entries.values())


def _of_today(visit: Visit, today: date) -> bool:
    return visit.day == today or visit.inside


def _scanned(visit: Visit, now: datetime) -> VisitMatch:
    over = visit.state.ended or visit.never_came(now.astimezone(SITE_ZONE).date())
    return VisitMatch(visit, MatchedBy.QR, earlier=over)


def _earlier(repos: Repositories, text: str, today: Sequence[VisitMatch]) -> list[VisitMatch]:
    """Return known visitors by their newest visit, each once, without those who are among today's visits."""
    there = {_who(match.visit) for match in today}
    found: dict[tuple[str, str], VisitMatch] = {}
    for visit, reason, guess in _known(repos, text):
        who = _who(visit)
        if who not in there and visit.id not in {match.visit.id for match in today}:
            score = 0.4 if guess else 0.7
            found.setdefault(who, VisitMatch(visit, reason, score, guess=guess, earlier=True))
    return list(found.values())[:EARLIER]


def _known(repos: Repositories, text: str) -> list[tuple[Visit, MatchedBy, bool]]:
    asked, name = read_asked(text), written_key(text)
    found: list[tuple[Visit, MatchedBy, bool]] = []
    if len(asked.digits) > LEAST_INSIDE:
        found += _listed(repos, VisitKeys(digits=asked.digits), MatchedBy.NUMBER)
    if asked.plates and len(asked.plates[0]) > LEAST_INSIDE:
        found += _listed(repos, VisitKeys(plate=asked.plates[0]), MatchedBy.PLATE)
    if len(name) >= LEAST_INSIDE and not asked.digits:
        begun = repos.visits.begun_name(name, 3 * EARLIER)
        found += [(one, MatchedBy.NAME, False) for one in begun]
        if not found and (heard := heard_key(text)) and len(heard) > 1:
            found += _listed(repos, VisitKeys(sound=heard), MatchedBy.SOUND, guess=True)
    return found


def _listed(
    repos: Repositories, keys: VisitKeys, reason: MatchedBy, guess: bool = False
) -> list[tuple[Visit, MatchedBy, bool]]:
    return [(one, reason, guess) for one in repos.visits.known(keys, 3 * EARLIER)]


def _who(visit: Visit) -> tuple[str, str]:
    """Tell visitors apart: by their entry on file, else by name and number."""
    return (visit.person_id, "") if visit.person_id else (written_key(visit.name), visit.digits)
