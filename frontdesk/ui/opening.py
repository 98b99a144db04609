"""From a folder to a desk at work: open the database, make the demo, sign in, or say what stands in the way."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer

from frontdesk.domain.errors import DeskError
from frontdesk.paths import resources
from frontdesk.services.demo import RECEPTIONIST, DemoSize, make
from frontdesk.services.desk import Services
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.problem.page import ProblemPage
from frontdesk.ui.placing import bring_forward
from frontdesk.ui.preferences import Preferences
from frontdesk.ui.scenes import Scene
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.window_options import WindowOptions
from frontdesk.ui.windows import Windows
from frontdesk.ui.workplace import Workplace

PROBLEM_SIZE = (1024, 720)
"""Logical pixels; everything to read and to choose fits."""


class Opening(QObject):
    """Keeps whatever is in front until the desk is at work."""

    def __init__(
        self, kit: Kit, preferences: Preferences, folder: Path, options: WindowOptions,
        open_desk: Callable[[Path], Services],
    ) -> None:  # fmt: skip
        super().__init__()
        self._kit, self._preferences, self._folder = kit, preferences, folder
        self._options, self._open_desk = options, open_desk
        self.windows: Windows | None = None
        self.problem: ProblemPage | None = None
        self._tasks: Tasks | None = None
        self.error: DeskError | None = None

    def begin(self) -> None:
        """Open the desk and show it, or show why that cannot be; nobody reads a page when a picture is wanted."""
        try:
            services = self._opened()
        except DeskError as error:
            if self._options.screenshot is not None:
                raise
            self._show_problem(error)
            return
        self.windows = Windows(self._kit, services, self._preferences, self._folder)
        place = self.windows.open_first("" if self._options.screenshot else self._options.page)
        if self._options.screenshot is not None:
            self._take_picture(place, self._options.screenshot)
            return
        self._enter(place)
        place.show(self._options.size)

    def come_forward(self) -> None:
        """Bring the window used last to the front, as a second start asks."""
        if self.windows is not None:
            self.windows.come_forward()
        elif self.problem is not None:
            bring_forward(self.problem)

    def close(self) -> None:
        """Save what is under way and let everything go."""
        if self.windows is not None:
            self.windows.close()
        self._leave_problem()

    def _opened(self) -> Services:
        services = self._open_desk(self._folder)
        try:
            empty = not services.security.staff()
            if (self._options.demo or self._options.screenshot is not None) and empty:
                make(services, resources() / "demo", DemoSize())
        except BaseException:
            services.close()
            raise
        return services

    def _enter(self, workplace: Workplace) -> None:
        """Sign the demo's receptionist in; anybody else signs in, or sets the desk up."""
        staff = workplace.services.security.by_code(RECEPTIONIST) if self._options.demo else None
        if staff is not None:
            workplace.sign_in(staff)
        else:
            workplace.ask_who()

    def _take_picture(self, workplace: Workplace, file: Path) -> None:
        scene = Scene(workplace, self._options, file)
        scene.done.connect(self._leave)
        QTimer.singleShot(0, scene.begin)

    def _leave(self, error: DeskError | None) -> None:
        self.error = error
        QCoreApplication.quit()

    def _show_problem(self, error: DeskError) -> None:
        """Say what stands in the way, until it is gone or the window is closed."""
        self._tasks = Tasks(self)
        backups = self._open_desk(self._folder).backups
        self.problem = ProblemPage(self._kit, error, self._folder, backups, self._tasks)
        self.problem.retry_asked.connect(self._try_again)
        self.problem.folder_chosen.connect(_start_on)
        self.problem.resize(*(self._options.size or PROBLEM_SIZE))
        self.problem.show()

    def _try_again(self) -> None:
        self._leave_problem()
        self.begin()

    def _leave_problem(self) -> None:
        if self._tasks is not None:
            self._tasks.close()
        if self.problem is not None:
            self.problem.close()
        self._tasks, self.problem = None, None


def _start_on(folder: Path) -> None:
    """Start the program anew on another folder, and end this one."""
    QProcess.startDetached(sys.executable, ["-m", "frontdesk", "--data", str(folder)])
    QCoreApplication.quit()
