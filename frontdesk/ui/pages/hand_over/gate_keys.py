"""What the keys of the gate do on the page: an entry is settled or put right, visits are picked and closed together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from frontdesk.domain.hand_over import HandItem, ItemKind, Part
from frontdesk.ui.pages.hand_over.asking import Asking
from frontdesk.ui.pages.hand_over.gate_side import GateSide
from frontdesk.ui.pages.hand_over.hand_list import HandList


@dataclass(frozen=True, slots=True)
class Around:
    """What the keys need of the page: the selected thing where it can be changed, all that is open, and showing both
    anew, as known or as read again."""

    open_item: Callable[[], HandItem | None]
    items: Callable[[], Sequence[HandItem]]
    renew: Callable[[], None]
    refresh: Callable[[], None]


class GateKeys(QObject):
    """Joins the list and its strips to the gate's part."""

    def __init__(self, gate: GateSide, hand_list: HandList, asking: Asking, page: Around, parent: QObject) -> None:
        super().__init__(parent)
        self._gate, self._list, self._asking, self._page = gate, hand_list, asking, page
        self._list.closing_asked.connect(self._close_entry)
        self._list.assuming_asked.connect(self._ask_reason)
        self._list.pick_asked.connect(self._pick)
        asking.entry.accepted.connect(gate.write)
        asking.reason.accepted.connect(lambda reason: gate.assume_left(self._to_close(), reason))
        gate.read.connect(page.renew)
        gate.found.connect(asking.ask_entry)
        gate.failed.connect(asking.fail)
        gate.wrote.connect(self._on_done)
        gate.assumed.connect(lambda count: self._on_done("hand_over.assumed", count=f"{count:,}"))

    def edit_entry(self) -> bool:
        """Ask for other words of the selected entry; tell whether one is selected."""
        item, entry = self._list.item, self._list.entry
        if entry is not None:
            self._asking.ask_entry(entry)
        elif item is not None and item.part is Part.SHIFT_LOG:
            self._gate.find(item.key)
        return entry is not None or (item is not None and item.part is Part.SHIFT_LOG)

    def _close_entry(self) -> None:
        """Say that what waited has been seen to."""
        item, entry = self._list.item, self._list.entry
        key = entry.id if entry is not None and entry.open else ""
        if item is not None and item.kind is ItemKind.FOLLOW_UP and self._page.open_item() is not None:
            key = item.key
        if key:
            self._gate.close(key)
        elif entry is not None or (item is not None and item.kind is ItemKind.INCIDENT):
            self._asking.say("shift_log.not_open")

    def _pick(self) -> None:
        item = self._page.open_item() if self._list.item is not None else None
        if item is not None and self._gate.pick(item):
            self._page.renew()
            self._list.step(1)

    def _to_close(self) -> tuple[str, ...]:
        return self._gate.chosen(self._list.item, self._page.items())

    def _ask_reason(self) -> None:
        """Ask why the picked visits are closed, or the selected one."""
        if self._list.item is not None and self._page.open_item() is not None and (chosen := self._to_close()):
            self._asking.ask_reason(len(chosen))

    def _on_done(self, said: str, **gaps: object) -> None:
        self._asking.leave()
        self._asking.say(said, **gaps)
        self._page.refresh()
