"""Starts the window: one process a folder, signed in or not, on a real or on a demo desk."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from frontdesk import logs
from frontdesk.domain.languages import Language
from frontdesk.paths import DeskFolder, resources
from frontdesk.services.desk import Services
from frontdesk.settings import Settings, load_settings, save_settings
from frontdesk.ui import memory
from frontdesk.ui.folders import working_folder
from frontdesk.ui.opening import Opening
from frontdesk.ui.preferences import KeptSettings, Preferences, kit_for
from frontdesk.ui.single_instance import SingleInstance
from frontdesk.ui.window_options import WindowOptions

OpenDesk = Callable[[Path], Services]


def run(options: WindowOptions, open_desk: OpenDesk) -> int:
    """Show the window until it is closed; return the exit status."""
    if options.screenshot is not None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = _application()
    with working_folder(options.data, options.demo or options.screenshot is not None) as folder:
        handler = logs.start(DeskFolder(folder).logs)
        try:
            return _run_on(app, folder, options, open_desk)
        finally:
            logs.stop(handler)


def _application() -> QApplication:
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("frontdesk")
    app.setWindowIcon(QIcon(str(resources() / "icons" / "headset.svg")))
    return app


def _run_on(app: QApplication, folder: Path, options: WindowOptions, open_desk: OpenDesk) -> int:
    """Hold the folder for this process, or bring the window that has it to the front.

    Raises the ``DeskError`` for which no picture could be taken.
    """
    holder = SingleInstance(folder)
    if not holder.acquire():
        return 0
    settings = _settings(options)
    kit = kit_for(settings)
    save = _keep if options.screenshot is None else _forget
    preferences = Preferences(kit, KeptSettings(settings, save))
    opening = Opening(kit, preferences, folder, options, open_desk)
    holder.raised.connect(opening.come_forward)
    try:
        opening.begin()
        collector = memory.settle()
        status = app.exec()
        collector.stop()
    finally:
        opening.close()
        holder.release()
    if opening.error is not None:
        raise opening.error
    return status


def _settings(options: WindowOptions) -> Settings:
    """Take this computer's settings; what the call says comes first. A picture has fixed defaults."""
    settings = load_settings() if options.screenshot is None else Settings(theme="light")
    if options.language:
        settings = msgspec.structs.replace(settings, language=Language(options.language))
    if options.theme:
        settings = msgspec.structs.replace(settings, theme=options.theme)
    return settings


def _keep(settings: Settings) -> None:
    save_settings(settings)


def _forget(_: Settings) -> None:
    """A picture leaves this computer's settings alone."""
