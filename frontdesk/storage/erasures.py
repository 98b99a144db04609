"""Erasing a person: what was personal goes for good, from the record too; the chain holds all the same."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, delete, insert, or_, select, update

from frontdesk.domain.chain import EntryKind
from frontdesk.domain.contacts import Contact
from frontdesk.domain.corrections import PERSONAL

from .chain import SqlChain
from .chain_tables import chain, contact_corrections, contacts_now, erasures
from .columns import utc_text
from .contact_rows import ContactRows
from .contact_words import reword
from .corrections import corrected_now, fields_of, fields_text, work_in
from .hand_over_erasure import forget_contacts, forget_people
from .person_erasure import erase_people
from .promise_erasure import erase_addressees, erase_promises
from .promise_tables import promises
from .rows import chunks, put
from .tables import attributions, contact_articles, contact_queries, contacts, gaps, merged_people, transfers
from .visit_erasure import erase_visitors

_BLANK = dict.fromkeys(sorted(PERSONAL), "")


class SqlErasures:
    """Implements the port ``Erasures``."""

    def __init__(self, connection: Connection, chain: SqlChain) -> None:
        self._connection, self._chain = connection, chain
        self._rows = ContactRows(connection)

    def contact_ids(self, person_ids: Sequence[str]) -> list[str]:
        """Return the ids of all contacts that are or were with any of these, and of those that proved to be."""
        written = select(contacts.c.id).where(contacts.c.person_id.in_(person_ids))
        stands = select(contacts_now.c.id).where(contacts_now.c.person_id.in_(person_ids))
        given = select(attributions.c.contact_id).where(attributions.c.person_id.in_(person_ids))
        found = {key for query in (written, stands, given) for key in self._connection.scalars(query)}
        return sorted(found - set(self._connection.scalars(select(erasures.c.contact_id))))

    def erase_contacts(self, contact_ids: Iterable[str], by: str, reason: str, at: datetime) -> None:
        """Take everything personal out of contacts: only what was done, when and by whom stays."""
        for ids in chunks(contact_ids):
            rows = [{"contact_id": key, "at": at, "by": by, "reason": reason} for key in ids]
            put(self._connection, insert(erasures), rows)
            before = corrected_now(self._rows, self._rows.as_written(ids))
            for one in before:
                reword(self._connection, one, replace(one, topic="", note=""))
            self._blank_rows(ids)
            self._blank_corrections(ids)
            self._forget_salts(ids)
            self._work_in_again([one.id for one in before if one.corrections])
            self._chain.append(EntryKind.ERASURE, [(one.id, utc_text(at)) for one in before])

    def erase_people(self, person_ids: Sequence[str], digits: Sequence[str], by: str) -> None:
        """Take people off every list, with their earlier states and all that they are found by."""
        alone = promises.c.digits.in_(digits) & (promises.c.contact_id == "") & (promises.c.person_id == "")
        erase_promises(self._connection, promises.c.person_id.in_(person_ids) | alone)
        erase_addressees(self._connection, person_ids)
        erase_visitors(self._connection, person_ids, digits)
        self._connection.execute(delete(attributions).where(attributions.c.person_id.in_(person_ids)))
        either = or_(merged_people.c.person_id.in_(person_ids), merged_people.c.into_id.in_(person_ids))
        self._connection.execute(delete(merged_people).where(either))
        erase_people(self._connection, person_ids, by)
        forget_people(self._connection, person_ids)

    def _blank_rows(self, ids: Sequence[str]) -> None:
        run, of = self._connection.execute, "contact_id"
        run(update(contacts).where(contacts.c.id.in_(ids)).values(_BLANK))
        run(update(contact_articles).where(contact_articles.c[of].in_(ids)).values(words="", missed=()))
        run(delete(contact_queries).where(contact_queries.c[of].in_(ids)))
        run(delete(attributions).where(attributions.c[of].in_(ids)))
        run(update(transfers).where(transfers.c[of].in_(ids)).values(slip=""))
        run(update(gaps).where(gaps.c[of].in_(ids)).values(words=""))
        erase_promises(self._connection, promises.c[of].in_(ids))
        forget_contacts(self._connection, ids)

    def _blank_corrections(self, ids: Sequence[str]) -> None:
        table = contact_corrections
        for row in self._connection.execute(select(table).where(table.c.contact_id.in_(ids))).all():
            left = {name: value for name, value in fields_of(row.fields).items() if name not in PERSONAL}
            one = (table.c.contact_id == row.contact_id) & (table.c.seq == row.seq)
            self._connection.execute(update(table).where(one).values(fields=fields_text(left)))

    def _forget_salts(self, ids: Sequence[str]) -> None:
        """Without its salt, a commitment cannot be tried out against a guess."""
        for key in ids:
            its = or_(chain.c.subject == key, chain.c.subject.between(f"{key}:", f"{key}:~"))
            spoken = chain.c.kind.in_((EntryKind.CONTACT, EntryKind.CORRECTION))
            self._connection.execute(update(chain).where(its, spoken).values(salt=None))

    def _work_in_again(self, ids: Sequence[str]) -> None:
        for one in corrected_now(self._rows, self._rows.as_written(ids)) if ids else ():
            work_in(self._connection, _wordless(one), _wordless(one))


def _wordless(contact: Contact) -> Contact:
    return replace(contact, topic="", note="")
