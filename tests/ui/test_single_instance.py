"""One window a folder, over real locks and sockets; other windows are processes of their own."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.ui.single_instance import SingleInstance

SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from frontdesk.ui.single_instance import SingleInstance
app = QCoreApplication([])
held = SingleInstance(Path(sys.argv[1]))
print(held.acquire(), flush=True)
if len(sys.argv) > 2:
    app.exec()
"""


def other_window(folder: Path, *stay: str) -> "subprocess.Popen[str]":
    """Start another window's process; with ``stay`` it holds the folder until it is killed."""
    return subprocess.Popen([sys.executable, "-c", SCRIPT, str(folder), *stay], stdout=subprocess.PIPE, text=True)


def answer_of(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


@pytest.fixture
def holder(qapp: QApplication, tmp_path: Path) -> Iterator[SingleInstance]:
    made = SingleInstance(tmp_path / "โต๊ะ A")
    assert made.acquire()
    yield made
    made.release()


def test_a_second_process_is_refused_and_the_first_is_asked_forward(
    holder: SingleInstance, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(holder.raised, timeout=15_000), other_window(tmp_path / "โต๊ะ A") as second:
        assert answer_of(second) == "False"


def test_the_folder_is_free_after_the_first_has_gone(qapp: QApplication, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.acquire()
    first.release()
    with other_window(tmp_path) as second:
        assert answer_of(second) == "True"


def test_a_killed_window_holds_nothing(qapp: QApplication, tmp_path: Path) -> None:
    with other_window(tmp_path, "stay") as first:
        assert answer_of(first) == "True"
        first.kill()
        first.communicate()
    again = SingleInstance(tmp_path)
    assert again.acquire()
    again.release()


def test_a_folder_that_does_not_exist_yet_is_made(qapp: QApplication, tmp_path: Path) -> None:
    holder = SingleInstance(tmp_path / "new" / "desk")
    assert holder.acquire()
    assert (tmp_path / "new" / "desk").is_dir()
    holder.release()


@pytest.mark.parametrize("message", [b"", b"quit\n", b"\x00" * 10_000, "ขึ้นมา".encode(), b"raise raise"])
def test_other_messages_do_nothing(holder: SingleInstance, tmp_path: Path, qtbot: QtBot, message: bytes) -> None:
    with qtbot.assertNotEmitted(holder.raised):
        send(holder, message)
    with qtbot.waitSignal(holder.raised):
        send(holder, b"raise\n")


def send(holder: SingleInstance, message: bytes) -> None:
    """Write to the window's socket as any program of the same user can."""
    socket = QLocalSocket()
    socket.connectToServer(holder.name)
    assert socket.waitForConnected()
    socket.write(message)
    socket.waitForBytesWritten()
    socket.disconnectFromServer()
    QCoreApplication.processEvents()


def test_a_window_that_hangs_does_not_hold_up_the_second(holder: SingleInstance, tmp_path: Path) -> None:
    with other_window(tmp_path / "โต๊ะ A") as second:  # this process handles no event meanwhile
        assert second.wait(15) == 0
        assert answer_of(second) == "False"
