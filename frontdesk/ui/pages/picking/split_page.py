"""A page with a list on the left, and on the right what is chosen there or the form to change it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.forms.pane import FormPane
from frontdesk.ui.pages.picking.pane import PickPane
from frontdesk.ui.watcher import Watcher
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.scroller import Scroller


class SplitPage(Ground):
    """What People and Answers share. A page behind others is read again only when it is shown."""

    def __init__(
        self, kit: Kit, pane: PickPane, card: QWidget, scroller: Scroller, form: FormPane, watcher: Watcher,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(kit, "surface", parent)
        self.pane, self.form, self._card, self._key, self._fresh = pane, form, card, "", False
        self.right = QStackedWidget()
        self.right.addWidget(card)
        self.right.addWidget(form)
        across = QHBoxLayout(self)
        across.addWidget(pane)
        across.addWidget(self.right, 1)
        self.space(across)
        self.setFocusProxy(pane)
        pane.turned.connect(scroller.turn)
        pane.list.moved.connect(self._on_moved)
        form.left.connect(self._on_left)
        watcher.changed.connect(self._on_news)

    @property
    def widget(self) -> QWidget:
        return self

    @property
    def unsaved(self) -> bool:
        """Tell whether a form holds typing that is not saved."""
        return self.form.unsaved

    def ask_about_unsaved(self) -> None:
        """Bring a form with unsaved typing forward; an open one asks what to do with it."""
        if self.form.put_by:
            self.reopen(self.form.put_by)
        else:
            self.show_form()
            self.form.back()

    def reopen(self, key: str) -> None:
        """Open the form for a key whose typing was put aside."""
        raise NotImplementedError

    @property
    def in_form(self) -> bool:
        return self.right.currentWidget() is self.form

    def focus_first(self) -> None:
        """Go on with an open form, else begin in the box."""
        target: QWidget = self.form if self.form.key else self.pane.box
        (target.focusWidget() or target).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_form(self) -> None:
        self.right.setCurrentWidget(self.form)

    def load(self, key: str) -> None:
        """Turn to a key, whether it is in the list or not; an empty one shows nothing."""
        self._key = key
        self.read(key)

    def read(self, key: str) -> None:
        """Read what a key stands for and show it."""
        raise NotImplementedError

    def reload(self) -> None:
        """Read the list again."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._fresh:
            self._fresh = True
            self.reload()
            self.read(self._key)

    def _on_moved(self, key: str) -> None:
        """Turn to something else; typing in the form is put aside for later."""
        self.form.put_aside()
        self.right.setCurrentWidget(self._card)
        self.load(key)

    def _on_left(self) -> None:
        self.right.setCurrentWidget(self._card)
        self.pane.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_news(self) -> None:
        self._fresh = self.isVisible()
        if self._fresh:
            self.reload()
            self.read(self._key)
