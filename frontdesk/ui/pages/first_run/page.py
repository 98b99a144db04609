"""The page that an empty folder opens with: who looks after the desk, and what to fill it with."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.domain.errors import DeskError
from frontdesk.domain.imports import ImportKind
from frontdesk.domain.staff import Staff
from frontdesk.paths import resources
from frontdesk.services import demo
from frontdesk.services.desk import Services
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.first_run.supervisor_form import FirstSupervisor, SupervisorForm
from frontdesk.ui.pages.sign_in.foot import SignInFoot
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.widgets.big_choice import BigChoice, BigChoices
from frontdesk.ui.widgets.form import Sentence
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import HairLine, TextBlock, TextLabel
from frontdesk.ui.widgets.scrolled import scrolled

LEFT, INSET, TOP, FOOT, GAP, NOTES = 600, 64, 40, 18, 10, 620
ARTICLES, PEOPLE, DEMO, EMPTY = range(4)


class FirstRunPage(Ground):
    """``finished`` carries the ``Staff`` who set the desk up, and the ``ImportKind`` to bring in next or None."""

    page_id = "first-run"
    finished = Signal(object, object)

    def __init__(self, kit: Kit, services: Services, tasks: Tasks, folder: Path) -> None:
        super().__init__(kit, "canvas")
        self._services, self._tasks = services, tasks
        self._staff: Staff | None = None
        self.form = SupervisorForm(kit)
        self.choices = BigChoices(kit, "first_run.choices", self._rows())
        self.state = Sentence(kit, boxed=True)
        self._title, self._lead = TextLabel(kit, Ink("gate_name")), TextBlock(kit, Ink("body", "text_2"))
        self._said = kit.words.bind(self, self._title.set_text, "first_run.title")
        self._said_more = kit.words.bind(self, self._lead.set_text, "first_run.lead")
        self._arrange(folder)
        kit.words.bind(self, self.setAccessibleName, "first_run.title")
        self.form.sent.connect(self._set_up)
        self.choices.chosen.connect(self._choose)

    @property
    def widget(self) -> QWidget:
        return self

    def focus_first(self) -> None:
        (self.form if self._staff is None else self.choices).focus_first()

    def _rows(self) -> list[BigChoice]:
        pin = demo.public_pin(resources() / "demo")
        icons = (("articles", "book-open"), ("people", "users"), ("demo", "building-2"), ("empty", "plus"))
        return [
            BigChoice(self.kit, icon, f"first_run.{name}", f"first_run.{name}_detail", str(place), pin=pin)
            for place, (name, icon) in enumerate(icons, 1)
        ]

    def _arrange(self, folder: Path) -> None:
        left, self._steps = Ground(self.kit, "surface"), QStackedWidget()
        column, row = QVBoxLayout(left), QHBoxLayout(self)
        left.space(column, (INSET, TOP, INSET, FOOT), GAP)
        self.space(row)
        for step in (self.form, self._second_step()):
            self._steps.addWidget(scrolled(step))
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addWidget(self._steps, 1)
        column.addWidget(SignInFoot(self.kit))
        for widget in (left, HairLine(self.kit, upright=True), self._notes(folder)):
            row.addWidget(widget)
        row.setStretch(2, 1)
        self._left = left
        self.measure()

    def _second_step(self) -> QWidget:
        step = Ground(self.kit)
        column = QVBoxLayout(step)
        step.space(column, gap=GAP)
        column.addWidget(self.choices)
        column.addWidget(self.state)
        column.addStretch()
        return step

    def _notes(self, folder: Path) -> QWidget:
        notes = Ground(self.kit)
        column = QVBoxLayout(notes)
        notes.space(column, (INSET, TOP + 8, INSET, FOOT), GAP)
        title = TextLabel(self.kit, Ink("title"))
        self.kit.words.bind(title, title.set_text, "first_run.about_data")
        column.addWidget(title)
        for name, tone in (("not_encrypted", "note"), ("where", "plain"), ("backups", "plain")):
            sentence = Sentence(self.kit, boxed=True)
            sentence.say(f"first_run.{name}", tone, folder=folder)
            column.addWidget(sentence)
        column.addStretch()
        return notes

    def measure(self) -> None:
        super().measure()
        if hasattr(self, "_left"):
            self._left.setFixedWidth(self.kit.theme.px(LEFT))

    def _set_up(self, first: FirstSupervisor) -> None:
        self.form.setEnabled(False)
        self._tasks.run(partial(self._store, first), self._go_on, self._refuse)

    def _store(self, first: FirstSupervisor) -> Staff:
        language = self.kit.words.language
        staff = self._services.security.add_first_supervisor(first.name, first.pin, language, first.particle)
        self._services.site.save(first.site)
        return staff

    def _refuse(self, error: DeskError) -> None:
        self.form.setEnabled(True)
        self.form.refuse(error)

    def _go_on(self, staff: Staff) -> None:
        self._staff = staff
        self._said.say("first_run.fill_title")
        self._said_more.say("first_run.fill_lead", name=staff.name)
        self._steps.setCurrentIndex(1)
        self.choices.focus_first()

    def _choose(self, place: int) -> None:
        if place == DEMO:
            self.choices.setEnabled(False)
            self.state.say("first_run.making_demo", "wait")
            self._tasks.run(self._make_demo, lambda _: self._finish(None), self._demo_failed)
        else:
            self._finish({ARTICLES: ImportKind.ARTICLES, PEOPLE: ImportKind.PEOPLE}.get(place))

    def _make_demo(self) -> None:
        own = self._services.site.get()
        demo.make(self._services, resources() / "demo", demo.DemoSize())
        if own.name or own.name_en:
            self._services.site.save(own)

    def _demo_failed(self, error: DeskError) -> None:
        self.choices.setEnabled(True)
        self.state.say_error(error)
        self.choices.focus_first()

    def _finish(self, kind: ImportKind | None) -> None:
        self.finished.emit(self._staff, kind)
