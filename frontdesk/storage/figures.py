"""What figures are made of: contacts as they stand, read in one go, in plain tuples."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, select

from frontdesk.domain.contacts import Channel, Feedback, Outcome
from frontdesk.domain.figures import DuePromise, Seen
from frontdesk.domain.promises import counts
from frontdesk.domain.thai_text import normalise

from .chain_tables import contacts_now
from .columns import utc_text
from .promises import SqlPromises
from .rows import chunks

_STANDS = "c.at >= ?1 AND c.at < ?2 AND c.id NOT IN (SELECT contact_id FROM withdrawals)"
_SEEN_OF = f"""
SELECT c.at, unixepoch(c.at), unixepoch(c.at) - unixepoch(c.started_at),
    unixepoch(c.answered_at) - unixepoch(c.started_at), c.channel, c.outcome, c.staff,
    coalesce(m.into_id, a.person_id, c.person_id), c.digits, c.topic, c.unanswered, c.feedback,
    EXISTS (SELECT 1 FROM promises p WHERE p.contact_id = c.id AND p.kind = 'promise' AND p.closed_at IS NULL)
FROM {{}} c
LEFT JOIN attributions a ON a.contact_id = c.id AND c.person_id = ''
LEFT JOIN merged_people m ON m.person_id = coalesce(a.person_id, c.person_id)
WHERE {_STANDS}
"""  # noqa: S608 our own words, as below
_UNCORRECTED = "AND c.id NOT IN (SELECT id FROM corrected_contacts)"
_SEEN = f"{_SEEN_OF.format('contacts')} {_UNCORRECTED} UNION ALL {_SEEN_OF.format('corrected_contacts')} ORDER BY c.at"
"""Both in the order of their own index: sorting a year of contacts would take as long as counting them."""
_USES = f"""
SELECT u.code, count(*) FROM contacts c JOIN contact_articles u ON u.contact_id = c.id
WHERE {_STANDS} {_UNCORRECTED} GROUP BY u.code
UNION ALL
SELECT u.code, count(*) FROM corrected_contacts c JOIN corrected_articles u ON u.contact_id = c.id
WHERE {_STANDS} GROUP BY u.code
"""  # noqa: S608
_UNANSWERED = f"""
SELECT c.at, coalesce((SELECT q.query FROM contact_queries q WHERE q.contact_id = c.id
    ORDER BY q.place DESC LIMIT 1), c.topic)
FROM contacts_now c WHERE c.unanswered AND {_STANDS} ORDER BY c.at
"""  # noqa: S608
_VERIFIED = "SELECT code FROM articles WHERE verified_on IS NOT NULL AND (review_by IS NULL OR review_by >= ?)"
_NAMED = "SELECT title, title_en, keywords FROM articles WHERE NOT archived"
_TITLES = "SELECT title, title_en FROM articles WHERE title != '' AND title_en != ''"


class SqlFigures:
    """Implements the port ``FiguresRecord``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def contacts(self, start: datetime, end: datetime, written: dict[str, str]) -> Iterator[Seen]:
        topics, titles = dict[str, str](), self._titles()
        outcomes = {one.value: one for one in Outcome}
        said = {None: None} | {one.value: one for one in Feedback}
        for row in self._rows(_SEEN, start, end):
            _, at, handling, answering, channel, outcome, staff, person, digits, topic, missed, feedback, owed = row
            known = topics.get(topic)
            if known is None:
                title = titles.get(normalise(topic), topic)
                known = topics[topic] = normalise(title)
                written[known] = title
            yield Seen(
                at, handling or None, answering, channel, outcomes[outcome], staff, person, digits, known,
                missed, said[feedback], owed,
            )  # fmt: skip

    def uses(self, start: datetime, end: datetime) -> Counter[str]:
        found: Counter[str] = Counter()
        for code, uses in self._rows(_USES, start, end):
            found[code] += uses
        return found

    def unanswered(self, start: datetime, end: datetime) -> list[tuple[datetime, str]]:
        return [(datetime.fromisoformat(at), words) for at, words in self._rows(_UNANSWERED, start, end) if words]

    def verified(self, today: date) -> set[str]:
        return {code for (code,) in self._run(_VERIFIED, today.isoformat())}

    def named(self) -> set[str]:
        """Return the titles and keywords of all answers, normalised."""
        found: set[str] = set()
        for title, title_en, keywords in self._run(_NAMED):
            found.update((title, title_en, *json.loads(keywords)))
        return {normalise(one) for one in found if one}

    def promises(
        self, start: datetime, end: datetime, moment: datetime, written: dict[str, str]
    ) -> Iterator[DuePromise]:
        due = SqlPromises(self._connection).due_between(start, end, moment)
        fallen = [one for one in due if counts(one, moment)]
        topics, titles = self._topics([one.contact_id for one in fallen if one.contact_id]), self._titles()
        for one in fallen:
            topic = topics.get(one.contact_id, "")
            topic = titles.get(normalise(topic), topic)
            written.setdefault(normalise(topic), topic)
            yield DuePromise(one.on_time, (one.channel or Channel.OTHER).value, one.owner, normalise(topic))

    def _titles(self) -> dict[str, str]:
        """Return the titles of answers by their English ones: a topic is the same in both languages."""
        found = defaultdict[str, set[str]](set)
        for title, title_en in self._run(_TITLES):
            found[normalise(title_en)].add(title)
        return {english: titles.pop() for english, titles in found.items() if len(titles) == 1}

    def _topics(self, contact_ids: Sequence[str]) -> dict[str, str]:
        """Return what contacts were about, as corrected."""
        table, found = contacts_now.c, dict[str, str]()
        for part in chunks(contact_ids):
            query = select(table.id, table.topic).where(table.id.in_(part))
            found |= {row.id: row.topic for row in self._connection.execute(query)}
        return found

    def _rows(self, query: str, start: datetime, end: datetime) -> Iterator[tuple[Any, ...]]:
        return self._run(query, utc_text(start), utc_text(end))

    def _run(self, query: str, *values: str) -> Iterator[tuple[Any, ...]]:
        """Yield plain rows: making SQLAlchemy's of them would take longer than counting."""
        cursor: Any = self._connection.exec_driver_sql(query, values).cursor
        yield from cursor
