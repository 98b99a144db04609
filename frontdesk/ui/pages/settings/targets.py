"""What the site aims at, in the four boxes of the scorecard."""

from collections.abc import Iterable, Mapping
from contextlib import suppress

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from frontdesk.domain.errors import DeskError
from frontdesk.services.reports import Unit
from frontdesk.services.targets import BOXES, MEASURES, USUAL, Targets, check
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.settings.rules import RuleSection
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.widgets.fields import LineField
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import TextBlock, TextLabel

Typed = Mapping[str, float | None]
LONGEST, FIELD, PAD, GAP = 8, 124, 14, 16
IN_A_ROW = 2
WHOLE = 100
"""Shares are typed as percents."""


class TargetField(LineField):
    """A narrow field that names its unit at the end."""

    def __init__(self, kit: Kit, code: str) -> None:
        super().__init__(kit, f"printing.figure_{code}")
        self.setMaxLength(LONGEST)
        self._unit = MEASURES[code].unit
        kit.words.bind(self, self.set_trailing, f"settings.target_{self._unit.value}")

    def refresh(self) -> None:
        super().refresh()
        self.setFixedWidth(self.kit.theme.px(FIELD))


class TargetsSection(RuleSection[Typed]):
    """A field for each figure, empty for none."""

    id, icon, widest = "targets", "chart-column", 860
    usual_rules: Typed = USUAL

    def __init__(self, kit: Kit, targets: Targets, tasks: Tasks) -> None:
        super().__init__(kit, tasks, {code: f"printing.figure_{code}" for code in MEASURES})
        self._targets = targets
        self.add_text("settings.targets_note")
        boxes = list(BOXES)
        for first in range(0, len(boxes), IN_A_ROW):
            self._add_boxes(boxes[first : first + IN_A_ROW])
        self.end()

    def make_field(self, name: str, label: str) -> LineField:
        return TargetField(self.kit, name)

    def read(self) -> Typed:
        return self._targets.get()

    def write(self, rules: Typed, by: str) -> Typed:
        self._targets.save(rules, by)
        return rules

    def typed(self) -> Typed:
        return {code: self._typed(code) for code in MEASURES}

    def texts(self, rules: Typed) -> Iterable[tuple[str, str]]:
        return ((code, _written(code, rules.get(code))) for code in MEASURES)

    def say_wrong(self, name: str, error: DeskError | None) -> None:
        self.fields[name].set_wrong(error is not None)
        if error is not None:
            self.state.say_error(error)

    def _typed(self, code: str) -> float | None:
        text = self.fields[code].text().strip().removesuffix("%").replace(",", "")
        if not text:
            return None
        scale = WHOLE if MEASURES[code].unit is Unit.SHARE else 1
        target = float("nan")
        with suppress(ValueError):
            target = round(float(text) / scale, 6)
        check(code, target)
        return target

    def _add_boxes(self, names: Iterable[str]) -> None:
        row = QHBoxLayout()
        self.space(row, gap=GAP)
        for name in names:
            row.addWidget(self._box(name), 1)
        self._column.addLayout(row)

    def _box(self, name: str) -> Ground:
        box, title = Ground(self.kit, "canvas"), TextLabel(self.kit, Ink("label", bold=True))
        self.kit.words.bind(title, title.set_text, f"printing.box_{name}")
        column = QVBoxLayout(box)
        box.space(column, (PAD, 10, PAD, 12), 6)
        column.addWidget(title)
        for code in BOXES[name]:
            column.addLayout(self._line(code))
        column.addStretch(1)
        return box

    def _line(self, code: str) -> QHBoxLayout:
        line, name = QHBoxLayout(), TextBlock(self.kit, Ink("label"), max_lines=2)
        sign = TextLabel(self.kit, Ink("label", "text_2"), text="≤" if MEASURES[code].less_is_better else "≥")
        self.kit.words.bind(name, name.set_text, f"printing.figure_{code}")
        line.addWidget(name, 1)
        line.addWidget(sign)
        line.addWidget(self.fields[code])
        self.space(line, gap=8)
        return line


def _written(code: str, target: float | None) -> str:
    if target is None:
        return ""
    return f"{target * WHOLE if MEASURES[code].unit is Unit.SHARE else target:.10g}"
