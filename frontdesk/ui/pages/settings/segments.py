"""The rules by which people are new, regular, advocate or long away."""

from collections.abc import Iterable
from dataclasses import fields

from frontdesk.domain.errors import DeskError
from frontdesk.domain.segments import SegmentRules
from frontdesk.services.segments import Segments
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.settings.rules import RuleSection
from frontdesk.ui.tasks import Tasks

NAMES = tuple(field.name for field in fields(SegmentRules))
DIGITS = 5


class SegmentsSection(RuleSection[SegmentRules]):
    """A count in each field."""

    id, icon = "segments", "tag"
    usual_rules = SegmentRules()

    def __init__(self, kit: Kit, segments: Segments, tasks: Tasks) -> None:
        super().__init__(kit, tasks, {name: f"settings.rule_{name}" for name in NAMES})
        self._segments = segments
        self.add_text("settings.rules_note")
        for field in self.fields.values():
            field.setMaxLength(DIGITS)
        self._labelled = {
            name: self.add_labelled(f"settings.rule_{name}", field) for name, field in self.fields.items()
        }
        self.end()

    def read(self) -> SegmentRules:
        return self._segments.rules()

    def write(self, rules: SegmentRules, by: str) -> SegmentRules:
        return self._segments.save(rules, by)

    def typed(self) -> SegmentRules:
        counts: dict[str, int] = {}
        for name, field in self.fields.items():
            text = field.text().strip()
            if not text.isdecimal():
                raise DeskError("bad_rule", field=name, least=0, most=9999)
            counts[name] = int(text)
        rules = SegmentRules(**counts)
        rules.check()
        return rules

    def texts(self, rules: SegmentRules) -> Iterable[tuple[str, str]]:
        return ((name, str(getattr(rules, name))) for name in NAMES)

    def say_wrong(self, name: str, error: DeskError | None) -> None:
        self._labelled[name].say_error(error)
