"""When the desk works, in the words that people write hours in; read back as a week."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby

from frontdesk.domain.errors import DeskError
from frontdesk.domain.thai_dates import DateStyle, format_date
from frontdesk.domain.working_hours import WorkingHours
from frontdesk.services.site_hours import USUAL, SiteHours, read
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.settings.rules import RuleSection
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.widgets.labels import TextBlock
from frontdesk.ui.words import Words

FIELD, A_MONDAY, HOUR = "hours", date(2026, 11, 23), 60
DAY = 24 * HOUR


class SiteHoursSection(RuleSection[str]):
    """One field; below it how it is read, while it is typed."""

    id, icon = "hours", "clock"
    usual_rules = USUAL

    def __init__(self, kit: Kit, hours: SiteHours, tasks: Tasks) -> None:
        super().__init__(kit, tasks, {FIELD: "settings.hours_field"})
        self._hours, self.week = hours, TextBlock(kit, Ink("body"))
        self.add_text("settings.hours_note")
        self._labelled = self.add_labelled("settings.hours_field", self.fields[FIELD])
        self.add(self.week)
        self.add_text("settings.hours_example")
        self.end()
        self.fields[FIELD].textChanged.connect(self._read_back)
        kit.words.changed.connect(self._read_back)

    def read(self) -> str:
        return self._hours.get()

    def write(self, rules: str, by: str) -> str:
        return self._hours.save(rules, by)

    def typed(self) -> str:
        text = self.fields[FIELD].text().strip()
        try:
            read(text or USUAL)
        except DeskError as error:
            raise DeskError(error.code, **error.data, field=FIELD) from None
        return text

    def texts(self, rules: str) -> Iterable[tuple[str, str]]:
        return ((FIELD, rules),)

    def say_wrong(self, name: str, error: DeskError | None) -> None:
        self._labelled.say_error(error)

    def _read_back(self) -> None:
        try:
            self.week.set_text(week_word(self.kit.words, read(self.fields[FIELD].text() or USUAL)))
        except DeskError:
            self.week.set_text("")


def week_word(words: Words, hours: WorkingHours) -> str:
    """Say a week in few words: Mon–Fri 08:30–16:30 · Sat–Sun closed."""
    parts = []
    for spans, days in groupby(range(len(hours.days)), lambda day: hours.days[day]):
        numbers = list(days)
        ends = dict.fromkeys(_day(words, number) for number in (numbers[0], numbers[-1]))
        times = ", ".join(f"{_clock(span.start)}–{_clock(span.end)}" for span in spans)
        parts.append(f"{'–'.join(ends)} {times or words('settings.hours_closed')}")
    return " · ".join(parts)


def _day(words: Words, number: int) -> str:
    return format_date(A_MONDAY + timedelta(days=number), words.language, DateStyle.WEEKDAY).split()[0]


def _clock(minutes: int) -> str:
    if minutes > DAY:
        minutes -= DAY
    return f"{minutes // HOUR:02}:{minutes % HOUR:02}"
