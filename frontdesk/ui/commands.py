"""Every command that has a key: its text, its keys and where they hold."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


class Scope(StrEnum):
    """Where a key holds: in the whole window, on one page, or only in the field or strip at hand."""

    WINDOW = "window"
    DESK = "desk"
    PEOPLE = "people"
    ANSWERS = "answers"
    GATE = "visitors"
    WATCH = "watch-list"
    PROMISES = "promises"
    HAND_OVER = "hand-over"
    LOG = "log"
    REPORT = "report"
    SUPERVISE = "supervise"
    EVACUATION = "evacuation"
    FORM = "form"
    SIGN_IN = "sign-in"


@dataclass(frozen=True, slots=True)
class Command:
    """A command; its text is ``commands.ID``. Several keys in ``numbered`` ones count from 0.

    ``shown`` is what the caps say where the keys themselves would be too many. A command that is
    not ``bound`` depends on what has the focus, so its widget reads the key itself.
    """

    id: str
    scope: Scope
    keys: tuple[str, ...]
    shown: str = ""
    numbered: bool = False
    bound: bool = True

    @property
    def text(self) -> str:
        return f"commands.{self.id}"

    @property
    def caps(self) -> str:
        return self.shown or self.keys[0]


def _run(form: str, first: int, last: int) -> tuple[str, ...]:
    return tuple(form.format(n) for n in range(first, last + 1))


W, D = Scope.WINDOW, Scope.DESK
COMMANDS: tuple[Command, ...] = (
    Command("keys", W, ("F1",)),
    Command("desk", W, ("F2",)),
    Command("people", W, ("F3",)),
    Command("visitors", W, ("F4",)),
    Command("answers", W, ("F5",)),
    Command("promises", W, ("F6",)),
    Command("log", W, ("F7",)),
    Command("supervise", W, ("F8",)),
    Command("settings", W, ("F9",)),
    Command("hand-over", W, ("Ctrl+J",)),
    Command("write_entry", W, ("Ctrl+Shift+J",)),
    Command("evacuation", W, ("Shift+F12",)),
    Command("watch-list", W, ("Shift+F4",)),
    Command("expect_visit", W, ("Ctrl+U",)),
    Command("change_seats", W, ("Ctrl+Q",)),
    Command("notices", W, ("Ctrl+O",)),
    Command("notice_read", W, ("Alt+O",)),
    Command("another_window", W, ("Ctrl+Shift+N",)),
    Command("box", W, ("Ctrl+K",)),
    Command("new_contact", W, ("Ctrl+N",)),
    Command("next_waiting", W, ("Ctrl+Tab",)),
    Command("language", W, ("Ctrl+L",)),
    Command("zoom_in", W, ("Ctrl++",)),
    Command("zoom_out", W, ("Ctrl+-",)),
    Command("zoom_reset", W, ("Ctrl+0",)),
    Command("use", D, ("Return",), bound=False),
    Command("back", D, ("Esc",), bound=False),
    Command("use_numbered", D, _run("Alt+{}", 1, 9), "Alt+1–9", numbered=True),
    Command("literal", D, ("Alt+0",)),
    Command("narrow", D, ("Ctrl+G",)),
    Command("could_not_answer", D, ("F10",)),
    Command("guess_yes", D, ("F11",)),
    Command("guess_no", D, ("F12",)),
    Command("add_caller", D, ("Ins",)),
    Command("finish", D, ("Ctrl+Return", "Ctrl+Enter")),
    Command("outcome", D, _run("Ctrl+{}", 1, 7), "Ctrl+1–7", numbered=True),
    Command("send_gap", D, ("Alt+Return",)),
    Command("copy_slip", D, ("Ctrl+C",), bound=False),
    Command("print_slip", D, ("Ctrl+P",)),
    Command("feedback", D, _run("Ctrl+{}", 8, 9), "Ctrl+8–9", numbered=True),
    Command("channel", D, _run("Ctrl+Shift+{}", 1, 6), "Ctrl+Shift+1–6", numbered=True),
    Command("edit", D, ("Ctrl+E",)),
    Command("flag", D, ("Ctrl+D",)),
    Command("attach_number", D, ("Ctrl+=",)),
    Command("take_up", D, ("Ctrl+B",)),
    Command("mask_id", D, ("Ctrl+Shift+X",)),
    Command("reveal", D, ("Ctrl+R",), bound=False),
    Command("undo_log", D, ("Ctrl+Z",), bound=False),
    Command("scroll_person", Scope.PEOPLE, ("Shift+PgDown", "Shift+PgUp"), "Shift+PgDn", bound=False),
    Command("start_with", Scope.PEOPLE, ("Return",), bound=False),
    Command("new_person", Scope.PEOPLE, ("Ins",)),
    Command("edit_person", Scope.PEOPLE, ("Ctrl+E",)),
    Command("add_fact", Scope.PEOPLE, ("Ctrl+I",)),
    Command("add_number", Scope.PEOPLE, ("Ctrl+=",)),
    Command("remove_value", Scope.PEOPLE, ("Del",), bound=False),
    Command("undo_change", Scope.PEOPLE, ("Ctrl+Z",), bound=False),
    Command("edit_whole_person", Scope.PEOPLE, ("Ctrl+Shift+E",)),
    Command("see_all", Scope.PEOPLE, ("Ctrl+Down",), "Ctrl+↓"),
    Command("merge_people", Scope.PEOPLE, ("Ctrl+M",)),
    Command("set_status", Scope.PEOPLE, ("Ctrl+T",)),
    Command("close_owed", Scope.PEOPLE, ("Ctrl+Return",), bound=False),
    Command("scroll_answer", Scope.ANSWERS, ("Shift+PgDown", "Shift+PgUp"), "Shift+PgDn", bound=False),
    Command("new_answer", Scope.ANSWERS, ("Ins",)),
    Command("edit_answer", Scope.ANSWERS, ("Ctrl+E",)),
    Command("verify_answer", Scope.ANSWERS, ("F11",)),
    Command("add_keyword", Scope.ANSWERS, ("Ctrl+=",)),
    Command("refuse_keyword", Scope.ANSWERS, ("F12",)),
    Command("reset_words", Scope.ANSWERS, ("Ctrl+Shift+Del",)),
    Command("find_contacts", Scope.LOG, ("Ctrl+F",)),
    Command("filter_by", Scope.LOG, _run("Alt+{}", 1, 6), "Alt+1–6", numbered=True),
    Command("save_filter", Scope.LOG, ("Ctrl+S",)),
    Command("saved_filter", Scope.LOG, ("1",), "1–9", bound=False),
    Command("open_contact", Scope.LOG, ("Return",), bound=False),
    Command("correct_contact", Scope.LOG, ("Ctrl+E",)),
    Command("pick_contact", Scope.LOG, ("Space",), bound=False),
    Command("pick_all", Scope.LOG, ("Ctrl+A",)),
    Command("print_log", Scope.LOG, ("Ctrl+P",)),
    Command("export_contacts", Scope.LOG, ("Ctrl+Shift+S",)),
    Command("export_full", Scope.LOG, ("Alt+R",)),
    Command("print", Scope.REPORT, ("Ctrl+P",)),
    Command("save_pdf", Scope.REPORT, ("Ctrl+S",)),
    Command("page_after", Scope.REPORT, ("PgDown",), "PgDn"),
    Command("page_before", Scope.REPORT, ("PgUp",)),
    Command("first_page", Scope.REPORT, ("Home",)),
    Command("last_page", Scope.REPORT, ("End",)),
    Command("enlarge_paper", Scope.REPORT, ("Alt+W",)),
    Command("paper_language", Scope.REPORT, ("Alt+L",)),
    Command("paper_numbers", Scope.REPORT, ("Alt+R",)),
    Command("choose_paper", Scope.REPORT, _run("Alt+{}", 1, 5), "Alt+1–5", numbered=True),
    Command("leave", Scope.REPORT, ("Esc",)),
    Command("gate_do", Scope.GATE, ("Return",), bound=False),
    Command("gate_back", Scope.GATE, ("Esc",), bound=False),
    Command("gate_numbered", Scope.GATE, _run("Alt+{}", 1, 9), "Alt+1–9", numbered=True),
    Command("next_column", Scope.GATE, ("Tab",), bound=False),
    Command("guess_yes", Scope.GATE, ("F11",)),
    Command("guess_no", Scope.GATE, ("F12",)),
    Command("new_visitor", Scope.GATE, ("Ins",)),
    Command("expect_visitor", Scope.GATE, ("Alt+Ins",)),
    Command("put_off", Scope.GATE, ("Del",), bound=False),
    Command("edit_visit", Scope.GATE, ("Ctrl+E",)),
    Command("tell_host", Scope.GATE, ("Ctrl+T",)),
    Command("at_reception", Scope.GATE, ("Ctrl+B",)),
    Command("exchange_card", Scope.GATE, ("Ctrl+G",)),
    Command("print_badge", Scope.GATE, ("Ctrl+P",)),
    Command("badge_size", Scope.GATE, ("Ctrl+Shift+P",)),
    Command("privacy_notice", Scope.GATE, ("Ctrl+I",)),
    Command("other_draft", Scope.GATE, ("Ctrl+Down",), "Ctrl+↓", bound=False),
    Command("throw_draft", Scope.GATE, ("Shift+Esc",), bound=False),
    Command("undo_gate", Scope.GATE, ("Ctrl+Z",), bound=False),
    Command("night", Scope.GATE, ("Ctrl+D",)),
    Command("new_watched", Scope.WATCH, ("Ins",)),
    Command("edit_watched", Scope.WATCH, ("Ctrl+E",)),
    Command("end_watched", Scope.WATCH, ("Del",), bound=False),
    Command("read_watched", Scope.WATCH, ("Ctrl+R",), bound=False),
    Command("leave_watched", Scope.WATCH, ("Esc",), bound=False),
    Command("open_promise", Scope.PROMISES, ("Return",), bound=False),
    Command("close_promise", Scope.PROMISES, ("Ctrl+Return", "Ctrl+Enter")),
    Command("move_promise", Scope.PROMISES, ("M",), bound=False),
    Command("tell_message", Scope.PROMISES, ("T",), bound=False),
    Command("show_promises", Scope.PROMISES, _run("Alt+{}", 1, 3), "Alt+1–3", numbered=True),
    Command("undo_promise", Scope.PROMISES, ("Ctrl+Z",), bound=False),
    Command("sign_hand_over", Scope.HAND_OVER, ("Ctrl+Return", "Ctrl+Enter")),
    Command("open_item", Scope.HAND_OVER, ("Return",), bound=False),
    Command("name_owner", Scope.HAND_OVER, ("O",), bound=False),
    Command("add_notice", Scope.HAND_OVER, ("Ins",)),
    Command("edit_notice", Scope.HAND_OVER, ("Ctrl+E",)),
    Command("remove_notice", Scope.HAND_OVER, ("Del",), bound=False),
    Command("must_read", Scope.HAND_OVER, ("Alt+M",)),
    Command("notice_for", Scope.HAND_OVER, ("Alt+R",)),
    Command("look_until", Scope.HAND_OVER, ("U",), bound=False),
    Command("show_hand_overs", Scope.HAND_OVER, _run("Alt+{}", 1, 4), "Alt+1–4", numbered=True),
    Command("log_entry", Scope.HAND_OVER, ("L",), bound=False),
    Command("close_entry", Scope.HAND_OVER, ("C",), bound=False),
    Command("entry_kind", Scope.HAND_OVER, _run("Ctrl+{}", 1, 7), "Ctrl+1–7", numbered=True),
    Command("follow_up", Scope.HAND_OVER, ("Alt+F",)),
    Command("pick_visit", Scope.HAND_OVER, ("Space",), bound=False),
    Command("assume_left", Scope.HAND_OVER, ("A",), bound=False),
    Command("print_hand_over", Scope.HAND_OVER, ("Ctrl+P",)),
    Command("tick_found", Scope.EVACUATION, ("Space",), bound=False),
    Command("count_found", Scope.EVACUATION, ("0",), "0–9", bound=False),
    Command("undo_tick", Scope.EVACUATION, ("Ctrl+Z",), bound=False),
    Command("print_roll", Scope.EVACUATION, ("Ctrl+P",)),
    Command("end_evacuation", Scope.EVACUATION, ("Ctrl+Return", "Ctrl+Enter")),
    Command("back", Scope.EVACUATION, ("Esc",), bound=False),
    Command("step_days", Scope.SUPERVISE, ("[", "]"), "[ ]", bound=False),
    Command("span_of_days", Scope.SUPERVISE, ("D", "W", "M"), "D W M", bound=False),
    Command("type_days", Scope.SUPERVISE, ("R",), bound=False),
    Command("switch_table", Scope.SUPERVISE, _run("{}", 1, 5), "1–5", bound=False),
    Command("fill_gap", Scope.SUPERVISE, ("Return",), bound=False),
    Command("print_figures", Scope.SUPERVISE, ("Ctrl+P",)),
    Command("mark_notice", Scope.SIGN_IN, _run("Alt+{}", 1, 9), "Alt+1–9", numbered=True),
    Command("save", Scope.FORM, ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter")),
    Command("open_alike", Scope.FORM, ("F11",)),
    Command("mask_id", Scope.FORM, ("Ctrl+Shift+X",)),
    Command("leave", Scope.FORM, ("Esc",)),
)

Handlers = Mapping[str, Callable[..., object]]


def in_scope(scope: Scope) -> list[Command]:
    """Return the commands of one scope in the order of the key list."""
    return [command for command in COMMANDS if command.scope is scope]


def bind_commands(owner: QWidget, scope: Scope, handlers: Handlers) -> None:
    """Connect keys to handlers by command id while ``owner`` lives.

    Keys of a page hold inside it, those of the window everywhere. Numbered commands call with the
    place of their key from 0. A handler for an unknown or unbound command is a bug: KeyError.
    """
    known = {command.id: command for command in in_scope(scope) if command.bound}
    for name, handler in handlers.items():
        command = known[name]
        for place, key in enumerate(command.keys):
            action = partial(handler, place) if command.numbered else partial(handler)
            _shortcut(owner, key, scope).activated.connect(action)


def _shortcut(owner: QWidget, key: str, scope: Scope) -> QShortcut:
    shortcut = QShortcut(QKeySequence(key), owner)
    whole = scope is Scope.WINDOW
    shortcut.setContext(Qt.ShortcutContext.WindowShortcut if whole else Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.setAutoRepeat(False)
    return shortcut
