"""Finding people by words of their card: the note, quick facts, the birthday, hours and room, what they do now."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from sqlalchemy import Connection, Integer, String, bindparam, delete, func, insert, literal_column, select

from frontdesk.domain.card_phrases import bought_words
from frontdesk.domain.card_text import card_text
from frontdesk.domain.people import Person
from frontdesk.domain.thai_text import normalise

from .asked import Asked
from .columns import storable
from .rows import put
from .tables import people, person_texts, person_words

SHORTEST = 3
"""Letters that a word needs for the trigram index."""

LOOKED_AT = 5_000
"""Of so many who bought anything, those who have not for long are chosen."""

_BUYERS = (
    select(person_words.c.rowid)
    .where(person_words.c.words.op("MATCH")(bindparam("quoted")))
    .limit(literal_column(str(LOOKED_AT)))
)
_BEFORE = bindparam("before", type_=String)
_CALLED_SINCE = func.coalesce(people.c.last_contact_at, "") >= _BEFORE
_BOUGHT_BEFORE = Asked(
    select(person_texts.c.person_id)
    .join(people)
    .where(person_texts.c.id.in_(_BUYERS), people.c.last_purchase < _BEFORE, ~_CALLED_SINCE, ~people.c.archived)
    .limit(bindparam("most", type_=Integer))
)

_ROWS = select(person_texts.c.id).where(person_texts.c.person_id.in_(bindparam("ids", expanding=True)))


def index_card_words(connection: Connection, part: Sequence[Person], known: Sequence[str]) -> None:
    """Make people findable by their cards; ``known`` are the ids of those who were on file before."""
    if known:
        _forget(connection, known)
    said = {one.id: words for one in part if (words := _words_of(one))}
    if not said:
        return
    put(connection, insert(person_texts), [{"person_id": key} for key in said])
    places = select(person_texts.c.person_id, person_texts.c.id).where(person_texts.c.person_id.in_(list(said)))
    rows = [{"rowid": place, "words": said[key]} for key, place in connection.execute(places)]
    put(connection, insert(person_words), rows)


def holders(connection: Connection, words: Iterable[str], limit: int) -> list[str]:
    """Return the ids of people whose cards hold every word, one of which has to be long enough."""
    keys = [key for word in words if (key := normalise(storable(word).replace("\0", " ")).strip())]
    long = [key for key in keys if len(key) >= SHORTEST]
    if not long:
        return []
    quoted = " AND ".join('"' + key.replace('"', '""') + '"' for key in long)
    short = [key for key in keys if key not in long]
    values = {"quoted": quoted, "most": limit, **{f"short_{at}": key for at, key in enumerate(short)}}
    return [row[0] for row in _holding(len(short)).rows(connection, values)]


@lru_cache(8)
def _holding(short: int) -> Asked:
    """Return the query for words long enough for the index and a number of short ones."""
    parts = (func.instr(person_words.c.words, bindparam(f"short_{at}")) > 0 for at in range(short))
    matching = select(person_words.c.rowid).where(person_words.c.words.op("MATCH")(bindparam("quoted")), *parts)
    query = select(person_texts.c.person_id).join(people)
    return Asked(
        query.where(person_texts.c.id.in_(matching), ~people.c.archived).limit(bindparam("most", type_=Integer))
    )


def bought_before(connection: Connection, before: date, limit: int) -> list[str]:
    """Return some of those who bought something, and neither bought nor were in contact since a day."""
    values = {"quoted": f'"{bought_words()}"', "before": before.isoformat(), "most": limit}
    return [row[0] for row in _BOUGHT_BEFORE.rows(connection, values)]


def _forget(connection: Connection, ids: Sequence[str]) -> None:
    rows = connection.scalars(_ROWS, {"ids": list(ids)}).all()
    if rows:
        connection.execute(delete(person_words).where(person_words.c.rowid.in_(rows)))
        connection.execute(delete(person_texts).where(person_texts.c.id.in_(rows)))


def _words_of(person: Person) -> str:
    return normalise(card_text(person)).strip()
