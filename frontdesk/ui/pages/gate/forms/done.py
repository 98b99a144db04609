"""What was done at the gate, to be said and to be taken back."""

from collections.abc import Callable
from dataclasses import dataclass, field

from frontdesk.domain.visits import Visit


@dataclass(frozen=True, slots=True)
class Done:
    """A sentence by its name, what stands in its gaps, the visit, and what takes it back, on the data thread."""

    sentence: str
    gaps: dict[str, object] = field(default_factory=dict)
    visit: Visit | None = None
    undo: Callable[[], object] | None = None
