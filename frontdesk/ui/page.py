"""What the window needs of a page."""

from typing import Protocol

from PySide6.QtWidgets import QWidget


class Page(Protocol):
    """One page. ``page_id`` is that of its command; ``focus_first`` puts the focus where work begins."""

    @property
    def page_id(self) -> str: ...
    @property
    def widget(self) -> QWidget: ...
    def focus_first(self) -> None: ...
