"""The program is started twice on one folder: the first window comes to the front."""

import subprocess
from pathlib import Path

from frontdesk.ui.single_instance import SingleInstance
from tests.features.conftest import OpenDesk
from tests.features.small_desk import ORN
from tests.features.terminal import environment, program


def test_a_second_start_brings_the_first_window_forward(open_desk: OpenDesk, folder: Path) -> None:
    driver = open_desk(folder)
    driver.sit_down(ORN)
    driver.type("บัตรหา")
    holder, raised = SingleInstance(folder), list[bool]()
    holder.raised.connect(lambda: raised.append(True))
    assert holder.acquire()

    with subprocess.Popen([*program(), "--data", str(folder)], env=environment()) as second:
        driver.wait_for(lambda: second.poll() is not None)

    driver.wait_for(lambda: raised)
    assert second.returncode == 0
    assert driver.draft.query == "บัตรหา"
    holder.release()


def test_two_folders_are_two_desks(open_desk: OpenDesk, folder: Path, tmp_path: Path) -> None:
    first, other = SingleInstance(folder), SingleInstance(tmp_path / "other")
    assert first.acquire()
    assert other.acquire()
    first.release()
    other.release()
