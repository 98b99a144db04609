"""Making one of people who are the same, and parting them again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from frontdesk.domain.errors import DeskError
from frontdesk.domain.ids import new_id
from frontdesk.domain.merging import Conflict, Merge, MergeStates, conflicts, joined, parted
from frontdesk.domain.people import Person
from frontdesk.services.ports import Clock
from frontdesk.services.repositories import Repositories, Storage


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What a merge would make.

    ``survivor`` is the card as it would be, ``people`` are all of them as they are, the survivor first, with the
    ``contacts`` that each has. ``referred`` counts whom those sent who would be merged.
    """

    survivor: Person
    people: tuple[Person, ...]
    contacts: tuple[int, ...]
    conflicts: tuple[Conflict, ...]
    referred: int = 0


class Merging:
    """Merges people. Their contacts are never rewritten: they count for the one who stays."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._storage = storage
        self._clock = clock

    def preview(self, person_ids: Sequence[str]) -> MergePreview:
        """Tell what a merge would make; whoever has most contacts stays. Raise ``DeskError``: merge_too_few."""
        with self._storage.read() as repos:
            people = _most_contacts_first(repos, person_ids)
            survivor, *others = (person for person, _ in people)
            return MergePreview(
                joined(survivor, others),
                (survivor, *others),
                tuple(count for _, count in people),
                conflicts(survivor, others),
                len(_referrals(repos, [one.id for one in others])),
            )

    def merge(self, person_ids: Sequence[str], by: str) -> Merge:
        """Make one person of two or more. Raise ``DeskError`` as ``preview`` does."""
        with self._storage.write() as repos:
            people = [person for person, _ in _most_contacts_first(repos, person_ids)]
            merge = self._made(repos, people, by)
            repos.merges.add(merge)
            _put_in_force(repos, merge)
            return merge

    def undo(self, merge_id: str, by: str) -> Person:
        """Part people again, each as before; what was changed of the survivor since then stays. Return that one.

        Contacts logged since then stay with the survivor. Raise ``DeskError``: merge_undone, merged_again.
        """
        with self._storage.write() as repos:
            merge = repos.merges.get(merge_id)
            if merge is None or merge.undone_at is not None:
                raise DeskError("merge_undone")
            now = repos.people.get(merge.into_id)
            if now is None or repos.merges.survivors([merge.into_id]):
                raise DeskError("merged_again")
            survivor = parted(merge.states.people[0], merge.states.after, now)
            _part(repos, merge, survivor, by)
            repos.merges.mark_undone(merge.id, by, self._clock.now())
            return survivor

    def past(self, person_id: str) -> list[Merge]:
        """Return the merges into somebody that can be undone, newest first."""
        with self._storage.read() as repos:
            return repos.merges.into(person_id)

    def latest(self, limit: int = 50) -> list[Merge]:
        """Return all merges that can be undone, newest first."""
        with self._storage.read() as repos:
            return repos.merges.latest(limit)

    def _made(self, repos: Repositories, people: Sequence[Person], by: str) -> Merge:
        survivor, *others = people
        at, ids = self._clock.now(), tuple(one.id for one in others)
        after = replace(joined(survivor, others), updated_at=at)
        members = {one: tuple(repos.merges.members(one)) for one in ids}
        states = MergeStates(tuple(people), after, members, _referrals(repos, ids))
        return Merge(new_id(), at, by, survivor.id, ids, states)


def _most_contacts_first(repos: Repositories, person_ids: Sequence[str]) -> list[tuple[Person, int]]:
    """Return people with the number of their contacts; of equals, whoever was named first."""
    ids = list(dict.fromkeys(person_ids))
    found = repos.people.by_ids(ids)
    people = [found[one] for one in ids if one in found and not found[one].archived]
    if len(people) < 2:
        raise DeskError("merge_too_few")
    counted = [(person, repos.contacts.figures(person.id).total) for person in people]
    return sorted(counted, key=lambda pair: -pair[1])


def _referrals(repos: Repositories, ids: Sequence[str]) -> dict[str, str]:
    """Return who was sent by one of these, without themselves."""
    sent = {one.id: sender for sender in ids for one in repos.people.referred_by(sender)}
    return {one: sender for one, sender in sent.items() if one not in ids}


def _put_in_force(repos: Repositories, merge: Merge) -> None:
    states = merge.states
    gone = [replace(one, archived=True, updated_at=merge.at) for one in states.people[1:]]
    sent = repos.people.by_ids(set(states.referrals) - {merge.into_id}).values()
    repos.people.save_many([states.after, *gone], merge.by)
    repos.people.save_many([replace(one, referred_by=merge.into_id) for one in sent], merge.by)
    members = [one for taken_in in states.members.values() for one in taken_in]
    repos.merges.put_under([*merge.merged_ids, *members], merge.into_id)


def _part(repos: Repositories, merge: Merge, survivor: Person, by: str) -> None:
    states = merge.states
    sent = repos.people.by_ids(set(states.referrals) - {merge.into_id}).values()
    back = [replace(one, referred_by=states.referrals[one.id]) for one in sent if one.referred_by == merge.into_id]
    repos.people.save_many([survivor, *states.people[1:], *back], by)
    repos.merges.release(merge.merged_ids)
    for person_id, members in states.members.items():
        repos.merges.put_under(members, person_id)
