"""The gate's rules: how long visitors stay, when they are late, slots for cards, and what the notice says."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from PySide6.QtWidgets import QGridLayout

from frontdesk.domain.errors import DeskError
from frontdesk.domain.staff import Staff
from frontdesk.domain.visits import Stay
from frontdesk.services.evacuation import Evacuations
from frontdesk.services.gate_notice import LONGEST, GateNotice, NoticeFacts
from frontdesk.services.label_sizes import label_sizes
from frontdesk.services.visits import Visits
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.settings.rules import RuleSection
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.preferences import Preferences
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.widgets.choice import ChoiceList, Option, Segments
from frontdesk.ui.widgets.form import Labelled
from frontdesk.ui.widgets.labels import TextLabel

MINUTES = {"usual": (5, 44_640), "late_after": (1, 1_440)}
"""Fields in minutes, with their limits."""
MOST_SLOTS = 999
SWITCHES = ("staff_tracked", "belongings", "cards", "cameras")
WORDS = ("name", "name_en", "contact", "contact_en", "officer", "officer_en", "url")
FIELDS = (*MINUTES, "slots", "keep_days", "assembly", *WORDS)
SHAPE: tuple[tuple[str, ...], ...] = (
    ("usual", "late_after", "slots", "keep_days"), ("staff_tracked", "labels"), ("assembly",),
    ("name", "name_en"), ("contact", "contact_en"), ("officer", "officer_en"), ("url",), SWITCHES[1:],
)  # fmt: skip
"""The fields row by row, those of the notice from the fourth row on."""
RULES, COLUMNS, GAP = 3, 12, 14
YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class GateRules:
    """The rules of the gate, what the notice of privacy says of the site, and where people gather in an evacuation."""

    stay: Stay = field(default_factory=Stay)
    facts: NoticeFacts = field(default_factory=NoticeFacts)
    assembly: str = ""


class GateSection(RuleSection[GateRules]):
    """Rules of the site; only the size of labels is this computer's own, and anybody may choose it."""

    id, icon, widest = "gate", "door-open", 860
    usual_rules = GateRules()

    def __init__(
        self, kit: Kit, visits: Visits, notice: GateNotice, evacuations: Evacuations, preferences: Preferences,
        tasks: Tasks,
    ) -> None:  # fmt: skip
        super().__init__(kit, tasks, {name: f"settings.gate_{name}" for name in FIELDS})
        self._visits, self._notice, self._preferences = visits, notice, preferences
        self._evacuations = evacuations
        options = (Option(NO, "settings.gate_no"), Option(YES, "settings.gate_yes"))
        self.switches = {name: Segments(kit, f"settings.gate_{name}", options) for name in SWITCHES}
        self.labels = ChoiceList(kit, "settings.gate_labels")
        self._labelled = {name: Labelled(kit, f"settings.gate_{name}", line) for name, line in self.fields.items()}
        for name, line in self.fields.items():
            line.setMaxLength(LONGEST if name in (*WORDS, "assembly") else 8)
        others = {**self.switches, "labels": self.labels}
        self._labelled |= {name: Labelled(kit, f"settings.gate_{name}", one) for name, one in others.items()}
        self._add_rows(SHAPE[:RULES])
        self._add_title()
        self.add_text("settings.gate_notice_note")
        self._add_rows(SHAPE[RULES:])
        self.labels.chosen.connect(preferences.set_badge_size)
        kit.words.changed.connect(self._offer_labels)
        self._offer_labels()
        self.end()

    def sign_in(self, staff: Staff) -> None:
        super().sign_in(staff)
        for switch in self.switches.values():
            switch.setEnabled(staff.role.manages_staff)

    def refresh(self) -> None:
        super().refresh()
        self._offer_labels()

    def read(self) -> GateRules:
        return GateRules(self._visits.stay(), self._notice.get(), self._evacuations.assembly())

    def write(self, rules: GateRules, by: str) -> GateRules:
        self._notice.save(rules.facts, by)
        self._visits.save_stay(rules.stay, by)
        self._evacuations.save_assembly(rules.assembly, by)
        return rules

    def typed(self) -> GateRules:
        usual, late = (timedelta(minutes=self._count(name, *limits, "bad_minutes")) for name, limits in MINUTES.items())
        slots = self._count("slots", 1, MOST_SLOTS, "bad_slots")
        days = self._count("keep_days", 1, 3_650, "bad_keep_days")
        on = {name: switch.value == YES for name, switch in self.switches.items()}
        tracked = on.pop("staff_tracked")
        words = {name: " ".join(self.fields[name].text().split()) for name in WORDS}
        if words["url"] and not words["url"].startswith(("https://", "http://")):
            raise DeskError("bad_notice_url", field="url")
        facts = NoticeFacts(**words, keep_days=days, **on)  # type: ignore[arg-type]  # their names are those of fields
        return GateRules(Stay(usual, late, tracked, slots), facts, " ".join(self.fields["assembly"].text().split()))

    def texts(self, rules: GateRules) -> Iterable[tuple[str, str]]:
        stay, facts = rules.stay, rules.facts
        yield "usual", str(int(stay.usual.total_seconds()) // 60)
        yield "late_after", str(int(stay.late_after.total_seconds()) // 60)
        yield "slots", str(stay.slots)
        yield "keep_days", str(facts.keep_days)
        yield "assembly", rules.assembly
        for name in WORDS:
            yield name, getattr(facts, name)
        on = {"staff_tracked": stay.staff_tracked, **{name: getattr(facts, name) for name in SWITCHES[1:]}}
        for name, switch in self.switches.items():
            switch.set_value(YES if on[name] else NO)

    def say_wrong(self, name: str, error: DeskError | None) -> None:
        self._labelled[name].say_error(error)

    def _count(self, name: str, least: int, most: int, code: str) -> int:
        text = self.fields[name].text().strip()
        count = int(text) if text.isdecimal() else 0
        if not least <= count <= most:
            raise DeskError(code, least=least, most=f"{most:,}", field=name)
        return count

    def _offer_labels(self) -> None:
        sizes = label_sizes().values()
        options = [Option(one.code, one.name(self.kit.words.language), literal=True) for one in sizes]
        self.labels.set_options(options, self._preferences.window.badge_size)

    def _add_rows(self, rows: Iterable[tuple[str, ...]]) -> None:
        grid = QGridLayout()
        for place in range(COLUMNS):
            grid.setColumnStretch(place, 1)
        for row, names in enumerate(rows):
            width = COLUMNS // len(names)
            for place, name in enumerate(names):
                grid.addWidget(self._labelled[name], row, place * width, 1, width)
        self.space(grid, gap=GAP)
        self._column.addLayout(grid)

    def _add_title(self) -> None:
        title = TextLabel(self.kit, Ink("body", bold=True))
        self.kit.words.bind(title, title.set_text, "settings.gate_notice")
        self.add(title)
