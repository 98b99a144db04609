"""Arrays in files beside the index: mapped, not read, so that only what is touched takes memory.

A file holds named arrays: the length of a list of them in 8 bytes, the list as JSON, then each array.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

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


def load_arrays(folder: Path, group: str) -> dict[str, Any]:
    """Map the arrays of a group; raise OSError, ValueError or TypeError where the file is damaged."""
    content = np.asarray(np.memmap(folder / f"{group}{_SUFFIX}", dtype=np.uint8, mode="r"))
    at = _LENGTH + int.from_bytes(content[:_LENGTH].tobytes(), "little")
    arrays = {}
    for name, kind, shape in json.loads(content[_LENGTH:at].tobytes()):
        start = at + -at % _ALIGNED
        at = start + int(np.dtype(kind).itemsize * np.prod(shape, dtype=np.int64))
        arrays[name] = content[start:at].view(kind).reshape(shape)
    return arrays
