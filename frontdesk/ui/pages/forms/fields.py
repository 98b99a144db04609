"""What a form asks for: its fields, their places, and their values as typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from frontdesk.domain.errors import DeskError
from frontdesk.ui.widgets.choice import Option

Values = dict[str, str]
"""Field names with what stands in them; a choice by its value."""
Errors = Mapping[str, DeskError]

COLUMNS = 12


class FieldKind(StrEnum):
    """How something is entered."""

    LINE = "line"
    AREA = "area"
    CHOICE = "choice"
    SEGMENTS = "segments"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field: its row, and how many of twelve columns it takes. ``lines`` is an area's height.

    The label's text is ``AREA.field_NAME``; ``hint`` names an example shown in the empty field.
    ``private`` says how the value is masked where strangers can read along.
    """

    name: str
    row: int
    span: int
    kind: FieldKind = FieldKind.LINE
    lines: int = 1
    options: tuple[Option, ...] = ()
    hint: str = ""
    private: str = ""
