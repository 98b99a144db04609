"""Everything that one transaction can reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from .articles import SqlArticles
from .chain import SqlChain
from .contacts import SqlContacts
from .drafts import SqlDrafts
from .imports import SqlImports
from .people import SqlPeople
from .site import SqlSite
from .staff import SqlStaff

if TYPE_CHECKING:
    from .answer_words import SqlAnswerWords
    from .attributions import SqlAttributions
    from .audit import SqlAudit
    from .browsing import SqlBrowsing
    from .erasures import SqlErasures
    from .evacuations import SqlEvacuations
    from .figures import SqlFigures
    from .gaps import SqlGaps
    from .gate_records import SqlCards, SqlShiftLog
    from .hand_overs import SqlHandOvers
    from .merges import SqlMerges
    from .notices import SqlNotices
    from .promises import SqlPromises
    from .site_rules import SqlSiteRules
    from .synonyms import SqlSynonyms
    from .visit_drafts import SqlVisitDrafts
    from .visits import SqlVisits
    from .watch_list import SqlWatchList


@dataclass(frozen=True, slots=True)
class SqlRepositories:
    """Implements the port ``Repositories``."""

    articles: SqlArticles
    people: SqlPeople
    contacts: SqlContacts
    drafts: SqlDrafts
    staff: SqlStaff
    imports: SqlImports
    site: SqlSite
    chain: SqlChain
    connection: Connection

    @property
    def answer_words(self) -> SqlAnswerWords:
        from .answer_words import SqlAnswerWords  # here: most commands never need it, and each start pays for it

        return SqlAnswerWords(self.connection)

    @property
    def figures(self) -> SqlFigures:
        from .figures import SqlFigures  # as above

        return SqlFigures(self.connection)

    @property
    def gaps(self) -> SqlGaps:
        from .gaps import SqlGaps  # as above

        return SqlGaps(self.connection)

    @property
    def hand_overs(self) -> SqlHandOvers:
        from .hand_overs import SqlHandOvers  # as above

        return SqlHandOvers(self.connection)

    @property
    def notices(self) -> SqlNotices:
        from .notices import SqlNotices  # as above

        return SqlNotices(self.connection)

    @property
    def visits(self) -> SqlVisits:
        from .visits import SqlVisits  # as above

        return SqlVisits(self.connection)

    @property
    def visit_drafts(self) -> SqlVisitDrafts:
        from .visit_drafts import SqlVisitDrafts  # as above

        return SqlVisitDrafts(self.connection)

    @property
    def cards(self) -> SqlCards:
        from .gate_records import SqlCards  # as above

        return SqlCards(self.connection)

    @property
    def shift_log(self) -> SqlShiftLog:
        from .gate_records import SqlShiftLog  # as above

        return SqlShiftLog(self.connection)

    @property
    def evacuations(self) -> SqlEvacuations:
        from .evacuations import SqlEvacuations  # as above

        return SqlEvacuations(self.connection)

    @property
    def watch(self) -> SqlWatchList:
        from .watch_list import SqlWatchList  # as above

        return SqlWatchList(self.connection)

    @property
    def browsing(self) -> SqlBrowsing:
        from .browsing import SqlBrowsing  # as above

        return SqlBrowsing(self.connection)

    @property
    def rules(self) -> SqlSiteRules:
        from .site_rules import SqlSiteRules  # as above

        return SqlSiteRules(self.connection)

    @property
    def erasures(self) -> SqlErasures:
        from .erasures import SqlErasures  # as above

        return SqlErasures(self.connection, self.chain)

    @property
    def merges(self) -> SqlMerges:
        from .merges import SqlMerges  # as above

        return SqlMerges(self.connection)

    @property
    def promises(self) -> SqlPromises:
        from .promises import SqlPromises  # as above

        return SqlPromises(self.connection)

    @property
    def attributions(self) -> SqlAttributions:
        from .attributions import SqlAttributions  # as above

        return SqlAttributions(self.connection)

    @property
    def synonyms(self) -> SqlSynonyms:
        from .synonyms import SqlSynonyms  # as above

        return SqlSynonyms(self.connection)

    @property
    def audit(self) -> SqlAudit:
        from .audit import SqlAudit  # as above

        return SqlAudit(self.connection)


def repositories_on(connection: Connection, chain: SqlChain) -> SqlRepositories:
    """Make the repositories of one open transaction."""
    articles, people = SqlArticles(connection), SqlPeople(connection)
    return SqlRepositories(
        articles=articles,
        people=people,
        contacts=SqlContacts(connection, chain),
        drafts=SqlDrafts(connection),
        staff=SqlStaff(connection),
        imports=SqlImports(connection, articles, people),
        site=SqlSite(connection),
        chain=chain,
        connection=connection,
    )
