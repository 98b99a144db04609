"""Where imported people go. A row of somebody who was merged adds to the one who stayed, and replaces nothing there:
the file still has two rows for one person, and neither may wipe out what the other says.
"""

from collections.abc import Iterable
from dataclasses import replace

from frontdesk.domain.merging import joined
from frontdesk.domain.people import Person

from .repositories import Repositories


class PeopleShelf:
    """The people on file, as an import sees them."""

    def __init__(self, repos: Repositories) -> None:
        self._repos = repos

    def by_codes(self, codes: Iterable[str]) -> dict[str, Person]:
        """Find by codes; those merged are as they were then, or as the last row of theirs said."""
        found = self._repos.people.by_codes(codes)
        gone = {one.id: code for code, one in found.items() if one.archived}
        into = self._repos.merges.survivors(gone) if gone else {}
        return found | {gone[one]: replace(found[gone[one]], archived=False) for one in into}

    def save_many(self, items: Iterable[Person], by: str, batch: str = "") -> None:
        """Save many at once; of those merged, what is new goes to the survivor."""
        people = {one.id: one for one in items}
        into = self._repos.merges.survivors(people)
        merged = {key: people.pop(key) for key in into}
        people = self._repos.people.by_ids(set(into.values()) - people.keys()) | people
        for key, one in merged.items():
            before = people[into[key]]
            whole = joined(before, [replace(one, purchases=0)])
            people[into[key]] = replace(whole, updated_at=one.updated_at) if whole != before else before
        gone = [replace(one, archived=True) for one in merged.values()]
        self._repos.people.save_many([*people.values(), *gone], by, batch)
