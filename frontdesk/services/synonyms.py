"""Words that mean the same: those that come with the program, and the site's own."""

from collections.abc import Callable
from functools import cached_property

from frontdesk.domain.errors import DeskError
from frontdesk.domain.ids import new_id
from frontdesk.domain.synonyms import MOST_GROUPS, SynonymGroup, read_words, word_key
from frontdesk.services.repositories import Storage

Groups = tuple[tuple[str, ...], ...]


class Synonyms:
    """The site's groups and the shipped ones. ``read`` returns the latter; it is called once, when needed."""

    def __init__(self, storage: Storage, read: Callable[[], Groups]) -> None:
        self._storage, self._read = storage, read

    @cached_property
    def shipped(self) -> Groups:
        """The groups that come with the program."""
        return self._read()

    def own(self) -> tuple[SynonymGroup, ...]:
        """Return the site's own groups in the order of adding."""
        with self._storage.read() as repos:
            return repos.synonyms.all()

    def groups(self) -> Groups:
        """Return all groups that searching uses."""
        return self.shipped + tuple(group.words for group in self.own())

    def revision(self) -> int:
        """Return a number that changes whenever a group does."""
        with self._storage.read() as repos:
            return repos.synonyms.revision()

    def add(self, line: str) -> SynonymGroup:
        """Keep a new group, its words in a line with commas between them.

        Raises ``DeskError``: what ``read_words`` raises, synonyms_full, or synonyms_known where a group,
        perhaps a shipped one, has all of these words already.
        """
        group = SynonymGroup(new_id(), read_words(line))
        self._refuse_known(group)
        with self._storage.write() as repos:
            if repos.synonyms.count() >= MOST_GROUPS:
                raise DeskError("synonyms_full", most=MOST_GROUPS)
            repos.synonyms.save(group)
        return group

    def change(self, group_id: str, line: str) -> SynonymGroup:
        """Give a group other words; one removed meanwhile comes back. Raises ``DeskError`` as ``add`` does."""
        group = SynonymGroup(group_id, read_words(line))
        self._refuse_known(group)
        with self._storage.write() as repos:
            repos.synonyms.save(group)
        return group

    def remove(self, group_id: str) -> None:
        """Drop a group; one that is gone already is fine."""
        with self._storage.write() as repos:
            repos.synonyms.remove(group_id)

    def _refuse_known(self, group: SynonymGroup) -> None:
        keys = {word_key(word) for word in group.words}
        others = [one.words for one in self.own() if one.id != group.id]
        if any(keys <= {word_key(word) for word in words} for words in (*self.shipped, *others)):
            raise DeskError("synonyms_known")
