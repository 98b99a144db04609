"""What a call of the program asks for, and the desk it works on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from frontdesk.domain.languages import Language
from frontdesk.paths import default_data
from frontdesk.services.desk import Services
from frontdesk.texts import Texts


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """How to open the window. ``size`` is in logical pixels; empty texts mean "as set"."""

    data: Path | None = None
    demo: bool = False
    screenshot: Path | None = None
    page: str = ""
    state: str = "empty"
    language: str = ""
    theme: str = ""
    size: tuple[int, int] | None = None
    scale: float = 1.0


OpenDesk = Callable[[Path], Services]
OpenWindow = Callable[[WindowOptions], int]


@dataclass(slots=True)
class Call:
    """The state of one run: the desk is opened when a command first needs it."""

    open_desk: OpenDesk
    open_window: OpenWindow
    named: Path | None = None
    texts: Texts = field(default_factory=lambda: Texts(Language.EN))
    _desk: Services | None = None

    @property
    def data(self) -> Path:
        """The desk's folder: the one named, else this computer's own."""
        return self.named or default_data()

    @property
    def desk(self) -> Services:
        if self._desk is None:
            self._desk = self.open_desk(self.data)
        return self._desk

    def close(self) -> None:
        if self._desk is not None:
            self._desk.close()
