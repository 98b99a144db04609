"""What the gate needs of the services."""

from typing import Protocol

from frontdesk.services.card_exchange import CardExchange
from frontdesk.services.contact_log import ContactLog
from frontdesk.services.gate_finding import GateFinder
from frontdesk.services.people_book import PeopleBook
from frontdesk.services.ports import Clock
from frontdesk.services.visits import Visits
from frontdesk.services.watch_list import WatchList


class GateServices(Protocol):
    """The part of ``app.Desk`` that this page works with."""

    @property
    def clock(self) -> Clock: ...
    @property
    def visits(self) -> Visits: ...
    @property
    def gate_finder(self) -> GateFinder: ...
    @property
    def card_exchange(self) -> CardExchange: ...
    @property
    def people_book(self) -> PeopleBook: ...
    @property
    def contact_log(self) -> ContactLog: ...
    @property
    def watch_list(self) -> WatchList: ...
