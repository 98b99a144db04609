"""How far changes on a card can be taken back: pure counting, the states themselves are kept as versions."""

from dataclasses import dataclass


@dataclass(slots=True)
class EditSteps:
    """Counts the changes of one person in a row, and how many of them were taken back."""

    person_id: str = ""
    made: int = 0
    back: int = 0

    def count(self, person_id: str) -> None:
        """A change was stored. After steps back, or with another person, the count begins anew."""
        fresh = person_id != self.person_id or self.back
        self.person_id, self.made, self.back = person_id, 1 if fresh else self.made + 1, 0

    def step_back(self, person_id: str) -> int | None:
        """Return how many steps were taken before this one, as ``PeopleBook.put_back`` wants it; None for none left."""
        if person_id != self.person_id or self.back >= self.made:
            return None
        self.back += 1
        return self.back - 1
