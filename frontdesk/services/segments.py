"""The rules by which people are first-time, regular, advocate or long away; a site sets its own."""

import json
from dataclasses import asdict, fields

from frontdesk.domain.errors import DeskError
from frontdesk.domain.segments import SegmentRules
from frontdesk.services.repositories import Repositories, Storage

NAME = "segments"


class Segments:
    """The site's rules."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def rules(self) -> SegmentRules:
        """Return the rules in force; those that come with the program where the site set none."""
        with self._storage.read() as repos:
            return rules_in(repos)

    def save(self, rules: SegmentRules, by: str) -> SegmentRules:
        """Set rules, in force at once. Raise ``DeskError``: rules_not_allowed, bad_rule."""
        rules.check()
        with self._storage.write() as repos:
            staff = repos.staff.get(by)
            if staff is None or not staff.role.manages_staff:
                raise DeskError("rules_not_allowed")
            if rules == SegmentRules():
                repos.rules.drop(NAME)
            else:
                repos.rules.put(NAME, json.dumps(asdict(rules)))
        return rules


def rules_in(repos: Repositories) -> SegmentRules:
    """Return the rules in force; a count that an older or newer version wrote and this one has not is passed over."""
    text = repos.rules.get(NAME)
    said = json.loads(text) if text else {}
    return SegmentRules(**{field.name: int(said[field.name]) for field in fields(SegmentRules) if field.name in said})
