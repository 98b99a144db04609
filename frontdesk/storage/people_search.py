"""Finding people by B-tree keys; archived ones are never found."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from sqlalchemy import Connection, Select, func, select

from frontdesk.domain.names import name_key
from frontdesk.domain.people import ContactFigures, PersonKind
from frontdesk.domain.segments import Counted, Purchases

from . import people_queries as queries
from .asked import Asked
from .card_words import bought_before, holders
from .columns import storable, utc_text
from .people_queries import Values, begun
from .person_keys import ALIAS, CODE, FAMILY, GIVEN, ROMANISED
from .rows import chunks
from .tables import organisations, people, person_numbers

ANY = 2**31
"""No upper limit of a count."""

_NEVER = datetime.min.replace(tzinfo=UTC)


class PeopleSearch:
    """The look-ups of the port ``People``: each returns ids without repeats."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def ids_by_digits(self, digits: str, limit: int) -> list[str]:
        return self._ids((queries.DIGITS_BEGUN, queries.EXTENSION_BEGUN), begun(digits=digits), limit)

    def ids_by_digits_end(self, digits: str, limit: int) -> list[str]:
        values = begun(reversed=digits[::-1])
        found = self._ids((queries.DIGITS_ENDING,), values, limit)
        if len(found) < limit:
            return self._last_first(found)
        contacted = self._ids((queries.DIGITS_ENDING_CONTACTED,), values, limit)
        return list(dict.fromkeys((*contacted, *found)))[:limit]

    def ids_by_digits_inside(self, digits: str, limit: int) -> list[str]:
        return self._once(queries.owning(func.instr(person_numbers.c.digits, digits) > 0), limit)

    def ids_by_exact_number(self, digits: str, extension: str = "") -> list[str]:
        if digits and not extension:
            return self._ids((queries.NUMBER,), {"digits": digits}, -1)
        asked = queries.NUMBER_AND_EXTENSION if digits else queries.EXTENSION
        return self._ids((asked,), {"digits": digits, "extension": extension}, -1)

    def ids_by_names(self, given: Iterable[str], family: Iterable[str], limit: int) -> list[str]:
        return [row[0] for row in self.called(given, family, limit)]

    def called(self, given: Iterable[str], family: Iterable[str], limit: int) -> list[tuple[str, str, str]]:
        values = {"given": list(given), "family": list(family), "most": limit}
        return [(key, one, other) for key, one, other in queries.CALLED.rows(self._connection, values)]

    def ids_by_given(self, names: Iterable[str], limit: int) -> list[str]:
        return self._ids((queries.GIVEN_CONTACTED, queries.GIVEN_CALLED), {"given": list(names)}, limit)

    def ids_by_family(self, names: Iterable[str], limit: int) -> list[str]:
        return self._ids((queries.FAMILY_CONTACTED, queries.FAMILY_CALLED), {"family": list(names)}, limit)

    def ids_by_name_prefix(self, given: str, family: str, limit: int) -> list[str]:
        if given and family:
            return self._ids((queries.BOTH_BEGUN,), begun(given=given, family=family), limit)
        if given:
            return self._ids((queries.GIVEN_LATELY, queries.GIVEN_BEGUN), begun(given=given), limit)
        asked = (queries.FAMILY_LATELY, queries.FAMILY_BEGUN)
        return self._ids(asked, begun(family=family), limit) if family else []

    def ids_by_given_and(self, given: Iterable[str], family: str, limit: int) -> list[str]:
        return self._ids((queries.AMONG_GIVEN,), {"whole": list(given), **begun(rest=family)}, limit)

    def ids_by_family_and(self, family: Iterable[str], given: str, limit: int) -> list[str]:
        return self._ids((queries.AMONG_FAMILY,), {"whole": list(family), **begun(rest=given)}, limit)

    def ids_by_joined_prefix(self, joined: str, limit: int) -> list[str]:
        asked = (queries.GIVEN_BEGUN, queries.FAMILY_BEGUN)
        found = dict.fromkeys(self._ids(asked, begun(given=joined, family=joined), limit))
        for kind, whole in self._beginnings_called(joined):
            followed = self.ids_by_given_and if kind == GIVEN else self.ids_by_family_and
            found |= dict.fromkeys(followed([whole], joined[len(whole) :], limit))
        return list(found)[:limit]

    def ids_by_alias(self, prefix: str, limit: int) -> list[str]:
        return list(dict.fromkeys(key for key, _ in self.aliases(prefix, limit)))

    def aliases(self, prefix: str, limit: int) -> list[tuple[str, str]]:
        return self._keyed(ALIAS, prefix, limit)

    def ids_by_alias_and(self, alias: str, family: str, limit: int) -> list[str]:
        return self._ids((queries.NICKNAMED,), begun(key=alias, family=family), limit)

    def ids_by_key(self, key: str, limit: int) -> list[str]:
        return list(dict.fromkeys(one for one, _ in self.keyed(key, limit)))

    def keyed(self, key: str, limit: int) -> list[tuple[str, str]]:
        return self._keyed(CODE, key, limit)

    def ids_by_organisation(self, words: Iterable[str], limit: int) -> list[str]:
        keys = [key for word in words if (key := name_key(word))]
        if not keys:
            return []
        held = [func.instr(organisations.c.name_key, storable(key)) > 0 for key in keys]
        wanted = select(organisations.c.id).where(*held)
        return self._once(queries.standing(people.c.organisation_id.in_(wanted)), limit)

    def ids_by_card_words(self, words: Iterable[str], limit: int) -> list[str]:
        return holders(self._connection, words, limit)

    def ids_sent_by(self, senders: Iterable[str], limit: int) -> list[str]:
        values = {"senders": list(senders)}
        if not queries.HAVE_SENT.rows(self._connection, values):  # most have not, and this is told in no time
            return []
        return self._ids((queries.SENT_BY,), values, limit)

    def senders(self, least: int, limit: int, greatest: int = ANY) -> list[str]:
        return self._ids((queries.SENDERS,), {"least": least, "greatest": greatest}, limit)

    def sent_counts(self, senders: Iterable[str]) -> dict[str, int]:
        found = (queries.SENT_COUNTS.rows(self._connection, {"senders": part}) for part in chunks(senders))
        return {key: count for part in found for key, count in part}

    def ids_in_contact(self, limit: int, before: datetime | None = None) -> list[str]:
        if before is None:
            return self._ids((queries.IN_CONTACT,), {}, limit)
        return self._ids((queries.IN_CONTACT_BEFORE,), {"before": utc_text(before)}, limit)

    def ids_bought_before(self, before: date, limit: int) -> list[str]:
        return bought_before(self._connection, before, limit)

    def counted(self, ids: Iterable[str], without: Iterable[PersonKind]) -> list[Counted]:
        values = {"ids": list(ids), "without": [kind.value for kind in without]}
        return [_counted(*row) for row in queries.COUNTED.rows(self._connection, values)] if values["ids"] else []

    def newest(self, limit: int) -> list[str]:
        return self._ids((queries.NEWEST,), {}, limit)

    def ids_of_kind(self, kind: PersonKind, limit: int) -> list[str]:
        return self._ids(queries.OF_KIND, {"kind": kind.value}, limit)

    def ids_by_numbers(self, digits: Iterable[str], limit: int) -> list[str]:
        return self._ids((queries.NUMBERS,), {"numbers": list(digits)}, limit)

    def ids_in_organisations(self, ids: Iterable[int], limit: int) -> list[str]:
        return self._ids((queries.IN_ORGANISATIONS,), {"organisations": list(ids)}, limit)

    def organisation_keys(self) -> list[tuple[int, str]]:
        query = select(organisations.c.id, organisations.c.name_key).order_by(organisations.c.id)
        return [(row[0], row[1]) for row in self._connection.execute(query)]

    def last_contacts(self, ids: Iterable[str]) -> dict[str, datetime]:
        found = (queries.LAST.rows(self._connection, {"ids": part}) for part in chunks(ids))
        return {key: datetime.fromisoformat(at) for part in found for key, at in part}

    def _last_first(self, ids: list[str]) -> list[str]:
        """Put those who were in contact last in front; the others stay in their order."""
        last = self.last_contacts(ids) if len(ids) > 1 else {}
        return sorted(ids, key=lambda one: last.get(one, _NEVER), reverse=True)

    def distinct_digits(self) -> Iterator[str]:
        return (digits for (digits,) in queries.DISTINCT_DIGITS.stream(self._connection, {}))

    def distinct_names(self) -> tuple[list[str], list[str], list[str]]:
        found: dict[str, list[str]] = {GIVEN: [], FAMILY: [], ROMANISED: []}
        for kind, key in queries.DISTINCT_NAMES.stream(self._connection, {}):
            found[kind].append(key)
        return found[GIVEN], found[FAMILY], found[ROMANISED]

    def _beginnings_called(self, joined: str) -> list[tuple[str, str]]:
        """Return the whole names, and of which kind, that a text goes on after."""
        starts = [joined[:at] for at in range(1, len(joined))]
        values = {"kinds": [GIVEN, FAMILY], "keys": starts}
        return [(kind, key) for kind, key in queries.NAMED.rows(self._connection, values)] if starts else []

    def _keyed(self, kind: str, key: str, limit: int) -> list[tuple[str, str]]:
        values = {"kind": kind, "most": limit, **begun(key=key)}
        return [(one, found) for one, found in queries.KEYED.rows(self._connection, values)]

    def _once(self, query: Select[str], limit: int) -> list[str]:
        return list(self._connection.scalars(query, {"most": limit}))

    def _ids(self, asked: Iterable[Asked], values: Values, limit: int) -> list[str]:
        """Ask each and return the ids in order, each once, at most ``limit`` (-1: all)."""
        values = values | {"most": limit}
        found: dict[str, None] = {}
        for one in asked:
            found |= dict.fromkeys(row[0] for row in one.rows(self._connection, values))
            if 0 <= limit <= len(found):
                break
        return list(found)[: limit if limit >= 0 else None]


def _counted(key: str, last: str | None, bought: int, bought_last: str | None, total: int, sent: int) -> Counted:
    figures = ContactFigures(total, last=datetime.fromisoformat(last) if last else None)
    return Counted(key, figures, sent, Purchases(bought, date.fromisoformat(bought_last) if bought_last else None))
