"""The process is killed, or the disk full, at each file operation of a build, a change and a rebuild."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

LEAST_RUNS = {"kill": 15, "full": 6, "short": 3}
"""So many runs at least met their fault; fewer would mean that the faults are not met."""
STRIDE = {"kill": 3, "full": 2, "short": 2}


@pytest.mark.skipif(os.name == "nt", reason="needs processes that are copies of another")
@pytest.mark.parametrize("fault", LEAST_RUNS)
@pytest.mark.parametrize("work", ["build", "apply", "merge", "rebuild"])
def test_the_next_start_answers_right_whatever_was_left(tmp_path: Path, work: str, fault: str) -> None:
    call = [sys.executable, "-m", "tests.search.faulty_program", str(tmp_path), work, fault, str(STRIDE[fault])]
    ran = subprocess.run(call, capture_output=True, encoding="utf-8", timeout=300, check=False)
    assert ran.returncode == 0, ran.stderr
    outcomes = ran.stdout.splitlines()
    assert [f"run {step}: {said}" for step, said in enumerate(outcomes) if said != "ok"] == []
    assert len(outcomes) >= LEAST_RUNS[fault]
