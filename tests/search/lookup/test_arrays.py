"""Arrays in files: what is saved is mapped again, and damage is noticed."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from frontdesk.search.lookup.arrays import distinct, load_arrays, save_arrays

ARRAYS: dict[str, Any] = {
    "counts": np.array([3, 1, 2], dtype=np.int32),
    "empty": np.zeros(0, dtype=np.uint8),
    "table": np.arange(12, dtype=np.uint8).reshape(3, 4),
    "no-rows": np.zeros((0, 7), dtype=np.uint8),
    "starts": np.array([0, 1 << 40], dtype=np.int64),
}


def test_arrays_come_back_as_they_were(tmp_path: Path) -> None:
    save_arrays(tmp_path, "some", ARRAYS)
    loaded = load_arrays(tmp_path, "some")
    assert list(loaded) == list(ARRAYS)
    for name, array in ARRAYS.items():
        assert loaded[name].dtype == array.dtype
        assert loaded[name].shape == array.shape
        assert (loaded[name] == array).all()


@pytest.mark.parametrize("kept", [0, 5, 60, 200])
def test_a_cut_file_is_refused(tmp_path: Path, kept: int) -> None:
    save_arrays(tmp_path, "some", ARRAYS)
    file = tmp_path / "some.arrays"
    file.write_bytes(file.read_bytes()[:kept])
    with pytest.raises((ValueError, TypeError)):
        load_arrays(tmp_path, "some")


@pytest.mark.parametrize("numbers", [[], [5], [3, 1, 3, 3, 2, 1], [1 << 40, -1, 1 << 40]])
def test_each_number_is_kept_once(numbers: list[int]) -> None:
    assert distinct(np.array(numbers, dtype=np.int64)).tolist() == sorted(set(numbers))
