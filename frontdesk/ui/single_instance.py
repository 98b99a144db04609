"""One process with windows per desk folder: a second start brings the first one's window to the front."""

import hashlib
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_MS = 2000
LONGEST_MESSAGE = 4096


class SingleInstance(QObject):
    """Holds a folder for this process, or hands over to the one that has it.

    The lock decides, because on Windows two servers could listen on one name; the socket only
    carries the wish to come to the front.
    """

    raised = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        with suppress(OSError):  # what cannot be written to is explained when the desk is opened
            folder.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / "window.lock"))
        self._lock.setStaleLockTime(0)
        self.name = "frontdesk-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:24]
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._take_message)

    def acquire(self) -> bool:
        """Take the folder; False means that another window has it and was asked to come forward.

        A folder in which no lock can be made is nobody's: opening it will say what is wrong.
        """
        if not self._lock.tryLock(0) and self._lock.error() == QLockFile.LockError.LockFailedError:
            self._call_first()
            return False
        QLocalServer.removeServer(self.name)
        self._server.listen(self.name)
        return True

    def release(self) -> None:
        """Let the folder go."""
        self._server.close()
        self._lock.unlock()

    def _call_first(self) -> None:
        socket = QLocalSocket()
        socket.connectToServer(self.name)
        if socket.waitForConnected(ANSWER_MS):
            socket.write(b"raise\n")
            socket.waitForBytesWritten(ANSWER_MS)
            socket.disconnectFromServer()

    def _take_message(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._read(socket))
        socket.disconnected.connect(socket.deleteLater)

    def _read(self, socket: QLocalSocket) -> None:
        if bytes(socket.read(LONGEST_MESSAGE).data()).strip() == b"raise":
            self.raised.emit()
