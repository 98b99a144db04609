"""Questions that the desk could not answer: who should know, and who asked the like before."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from frontdesk.domain.articles import Article
from frontdesk.domain.inner_number import number_to_call
from frontdesk.domain.people import Person
from frontdesk.domain.similar_gaps import LOOK_BACK, SimilarGaps, similar_gaps

from .directory import Directory
from .ports import Clock
from .repositories import Storage


@dataclass(frozen=True, slots=True)
class Knower:
    """Who should know: a department and somebody of it, as far as can be guessed; ``number`` is theirs."""

    department: str = ""
    owner: str = ""
    number: str = ""


class Gaps:
    """Helps to send a question to whoever knows."""

    def __init__(self, storage: Storage, directory: Directory, clock: Clock) -> None:
        self._storage, self._directory, self._clock = storage, directory, clock

    def knower(self, departments: Sequence[str], nearest: Sequence[Article]) -> Knower:
        """Guess who should know: of the departments that the question was narrowed to, else of the one that most of
        the nearest answers belong to; of that department whoever owns the nearest of its answers."""
        counted = Counter(one.department for one in nearest if one.department)
        department = next(iter(departments), "") or next((name for name, _ in counted.most_common(1)), "")
        owners = (one.owner for one in nearest if one.department == department and one.owner)
        owner = self._directory.named(next(owners, ""))
        place = self._directory.named(department) if department else None
        return Knower(place.name if place else department, *_reached(owner or place, owner))

    def similar(self, text: str) -> SimilarGaps:
        """Return what was asked like it in the last weeks and could not be answered."""
        with self._storage.read() as repos:
            asked = repos.gaps.asked_since(self._clock.now() - LOOK_BACK)
        return similar_gaps(text, asked)


def _reached(who: Person | None, owner: Person | None) -> tuple[str, str]:
    return owner.name if owner else "", number_to_call(who) if who else ""
