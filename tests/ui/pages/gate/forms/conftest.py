"""The forms of the gate on a real desk, standing on a bare widget."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.site import Site
from frontdesk.domain.visits import Visit
from frontdesk.settings import Settings
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.gate.forms.done import Done
from frontdesk.ui.pages.gate.forms.gate_forms import GateForms
from frontdesk.ui.preferences import KeptSettings, Preferences
from frontdesk.ui.tasks import Tasks

from ...conftest import ORN
from ..conftest import WANNA

WAIT_MS = 30_000
LetIn = Callable[[str], Visit]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "desk")
    with made.storage.write() as repos:
        repos.staff.save(ORN)
        repos.people.save_many([WANNA], ORN.id)
        repos.site.save(Site("โรงพยาบาลธารบุรี", "Tharaburi Hospital"))
    yield made
    made.close()


@pytest.fixture
def preferences(kit: Kit) -> Preferences:
    return Preferences(kit, KeptSettings(Settings(theme="light"), lambda _: None))


@pytest.fixture
def forms(desk: Desk, kit: Kit, tasks: Tasks, qtbot: QtBot, preferences: Preferences) -> Iterator[GateForms]:
    ground = QWidget()
    column = QVBoxLayout(ground)
    made = GateForms(kit, desk, tasks, lambda: "ป้อม 2", ground, preferences=preferences)
    column.addWidget(made.pane)
    column.addWidget(made.strip)
    qtbot.addWidget(ground)
    ground.resize(1246, 646)
    ground.show()
    ground.activateWindow()
    made.sign_in(ORN)
    yield made
    made.papers.job.close()


@pytest.fixture
def done(forms: GateForms) -> list[Done]:
    """What was done, as it is told to the page."""
    told: list[Done] = []
    forms.done.connect(told.append)
    return told


@pytest.fixture
def let_in(desk: Desk) -> LetIn:
    return lambda name: desk.visits.walk_in(Visit("", desk.visits.today(), name), ORN.id)


@pytest.fixture
def paper(forms: GateForms, tmp_path: Path) -> Path:
    """The file that the printer writes into."""
    file = tmp_path / "printed.pdf"

    def choose(printer: QPrinter) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
        return True

    forms.papers.choose = choose
    return file
