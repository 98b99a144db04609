"""What the desk needs of the services."""

from typing import Protocol

from frontdesk.services.attaching import Attaching
from frontdesk.services.contact_log import ContactLog
from frontdesk.services.directory import Directory
from frontdesk.services.gaps import Gaps
from frontdesk.services.knowledge import Knowledge
from frontdesk.services.new_person import NewPeople
from frontdesk.services.people_book import PeopleBook
from frontdesk.services.people_lookup import PeopleLookup
from frontdesk.services.ports import Clock
from frontdesk.services.promises import Promises
from frontdesk.services.site import SiteSettings
from frontdesk.services.transfers import Transfers


class DeskServices(Protocol):
    """The part of ``app.Desk`` that this page works with."""

    @property
    def clock(self) -> Clock: ...
    @property
    def knowledge(self) -> Knowledge: ...
    @property
    def directory(self) -> Directory: ...
    @property
    def people_book(self) -> PeopleBook: ...
    @property
    def people(self) -> PeopleLookup: ...
    @property
    def new_people(self) -> NewPeople: ...
    @property
    def promises(self) -> Promises: ...
    @property
    def attaching(self) -> Attaching: ...
    @property
    def transfers(self) -> Transfers: ...
    @property
    def gaps(self) -> Gaps: ...
    @property
    def contact_log(self) -> ContactLog: ...
    @property
    def site(self) -> SiteSettings: ...
