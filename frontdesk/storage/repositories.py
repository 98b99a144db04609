"""Everything that one transaction can reach."""

from dataclasses import dataclass

from sqlalchemy import Connection

from .articles import SqlArticles
from .contacts import SqlContacts
from .drafts import SqlDrafts
from .imports import SqlImports
from .people import SqlPeople
from .site import SqlSite
from .staff import SqlStaff


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


def repositories_on(connection: Connection) -> SqlRepositories:
    """Make the repositories of one open transaction."""
    articles, people = SqlArticles(connection), SqlPeople(connection)
    return SqlRepositories(
        articles=articles,
        people=people,
        contacts=SqlContacts(connection),
        drafts=SqlDrafts(connection),
        staff=SqlStaff(connection),
        imports=SqlImports(connection, articles, people),
        site=SqlSite(connection),
    )
