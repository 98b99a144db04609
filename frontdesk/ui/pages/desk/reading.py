"""How the words in the box were taken: as something else, literally, or within something only."""

from dataclasses import dataclass

from frontdesk.domain.scopes import CATEGORY, Narrowing, meant_by, scope_words, without


@dataclass(frozen=True, slots=True)
class Reading:
    """``typed`` is what the rest speaks of; ``understood`` what was looked up where that is something else."""

    typed: str = ""
    understood: str = ""
    literal: bool = False
    narrowed: tuple[Narrowing, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """What the answers are narrowed to."""
        return tuple(name for one in self.narrowed for name in one.names)


def widened(text: str, narrowed: tuple[Narrowing, ...]) -> str:
    """Return a text without the words that narrow it."""
    names = {one.sign: one.names for one in narrowed}
    words = (word for word in scope_words(text) if word.sign in names)
    return without(text, [word for word in words if word.sign != CATEGORY or meant_by(word.name, names[word.sign])])
