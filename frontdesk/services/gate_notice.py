"""What the site says of itself in the notice of privacy for visitors."""

import json
from dataclasses import asdict, dataclass, fields

from frontdesk.domain.errors import DeskError
from frontdesk.domain.site import Site

from .gate_reports import Controller
from .repositories import Repositories, Storage

RULE = "gate_notice"
LEAST_DAYS, MOST_DAYS = 1, 3_650
LONGEST = 400


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """Who answers for visitors' data, for how long it is kept, and what this gate does; ``url`` goes into the code.

    Without a name the site's own stands in the notice. English stands beside Thai where it is not empty.
    """

    name: str = ""
    name_en: str = ""
    contact: str = ""
    contact_en: str = ""
    officer: str = ""
    officer_en: str = ""
    keep_days: int = 90
    url: str = ""
    belongings: bool = True
    cards: bool = True
    cameras: bool = False

    def thai(self, site: Site) -> Controller:
        return Controller(self.name or site.name, self.contact, self.officer)

    def english(self, site: Site) -> Controller:
        name = self.name_en or site.name_en or self.name or site.name
        return Controller(name, self.contact_en or self.contact, self.officer_en or self.officer)


class GateNotice:
    """The facts of the notice."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def get(self) -> NoticeFacts:
        with self._storage.read() as repos:
            return read_facts(repos)

    def controllers(self) -> tuple[NoticeFacts, Controller, Controller]:
        """Return the facts, and who answers for the data in Thai and in English."""
        with self._storage.read() as repos:
            facts, site = read_facts(repos), repos.site.get()
        return facts, facts.thai(site), facts.english(site)

    def save(self, facts: NoticeFacts, by: str) -> NoticeFacts:
        """Set the facts. Raise ``DeskError``: rules_not_allowed, bad_keep_days, bad_notice_url."""
        if not LEAST_DAYS <= facts.keep_days <= MOST_DAYS:
            raise DeskError("bad_keep_days", least=LEAST_DAYS, most=f"{MOST_DAYS:,}", field="keep_days")
        if facts.url and not facts.url.startswith(("https://", "http://")):
            raise DeskError("bad_notice_url", field="url")
        with self._storage.write() as repos:
            staff = repos.staff.get(by)
            if staff is None or staff.archived or not staff.role.manages_staff:
                raise DeskError("rules_not_allowed")
            repos.rules.put(RULE, json.dumps(asdict(facts), ensure_ascii=False))
        return facts


def read_facts(repos: Repositories) -> NoticeFacts:
    """Return the facts as they were set; what this version does not know is passed over."""
    text = repos.rules.get(RULE)
    own = json.loads(text) if text else {}
    return NoticeFacts(**{field.name: own[field.name] for field in fields(NoticeFacts) if field.name in own})
