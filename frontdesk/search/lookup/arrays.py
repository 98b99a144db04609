"""Arrays in files beside the index: mapped, not read, so that only what is touched takes memory.

A file holds named arrays: the length of a list of them in 8 bytes, the list as JSON, then each array.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_SUFFIX = ".arrays"
_LENGTH = 8
_ALIGNED = 64


def save_arrays(folder: Path, group: str, arrays: Mapping[str, Any]) -> None:
    """Write the arrays of one group into one file."""
    listed = json.dumps([[name, array.dtype.str, array.shape] for name, array in arrays.items()]).encode()
    with (folder / f"{group}{_SUFFIX}").open("wb") as file:
        file.write(len(listed).to_bytes(_LENGTH, "little") + listed)
        for array in arrays.values():
            file.write(bytes(-file.tell() % _ALIGNED))
            file.write(np.ascontiguousarray(array).reshape(-1).view(np.uint8).data)


class ReadBytes:
    """An array of bytes that is read from its file stretch by stretch, as a mapped one stays in memory."""

    def __init__(self, file: Path, start: int) -> None:
        self._file, self._start = file.open("rb", buffering=0), start

    def __getitem__(self, span: slice) -> bytes:
        self._file.seek(self._start + span.start)
        return self._file.read(span.stop - span.start)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def load_arrays(folder: Path, group: str, unmapped: str = "") -> dict[str, Any]:
    """Map the arrays of a group; raise OSError, ValueError or TypeError where the file is damaged.

    The one named by ``unmapped`` comes as ``ReadBytes``, which has to be closed.
    """
    file = folder / f"{group}{_SUFFIX}"
    content = np.asarray(np.memmap(file, dtype=np.uint8, mode="r"))
    at = _LENGTH + int.from_bytes(content[:_LENGTH].tobytes(), "little")
    arrays = {}
    for name, kind, shape in json.loads(content[_LENGTH:at].tobytes()):
        start = at + -at % _ALIGNED
        at = start + int(np.dtype(kind).itemsize * np.prod(shape, dtype=np.int64))
        arrays[name] = content[start:at].view(kind).reshape(shape) if name != unmapped else start
    if unmapped:
        arrays[unmapped] = ReadBytes(file, arrays[unmapped])
    return arrays


def distinct(numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return each number once, in order: ``np.unique`` loads masked arrays first, 15 ms of a start."""
    ordered = np.sort(numbers)
    first = np.ones(len(ordered), dtype=np.bool_)
    first[1:] = ordered[1:] != ordered[:-1]
    return ordered[first]
