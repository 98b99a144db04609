"""The normalised texts of a build and whose they are, in mapped arrays."""

from array import array
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from .arrays import ReadBytes, load_arrays, save_arrays

_GROUP = "texts"
_NAMES = ("letters", "starts", "ids", "id-starts")


class KeptTexts:
    """The documents of a build by their numbers."""

    def __init__(self, arrays: Mapping[str, Any]) -> None:
        self._arrays = arrays
        self._letters = arrays["letters"]
        self._starts, self._ids, self._id_starts = (memoryview(arrays[name]) for name in _NAMES[1:])

    @classmethod
    def load(cls, folder: Path) -> "KeptTexts":
        """Map the arrays of a build; raise OSError or ValueError if damaged."""
        return cls(load_arrays(folder, _GROUP, unmapped="letters"))

    def save(self, folder: Path) -> None:
        """Write the arrays beside the index."""
        save_arrays(folder, _GROUP, self._arrays)

    def close(self) -> None:
        """Let go of the file, if it was loaded from one."""
        if isinstance(self._letters, ReadBytes):
            self._letters.close()

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __iter__(self) -> Iterator[str]:
        return (self.text(document) for document in range(len(self)))

    def text(self, document: int) -> str:
        """Return the normalised text of a document."""
        span = slice(self._starts[document], self._starts[document + 1])
        return str(self._letters[span], "utf-16-le", "surrogatepass")

    def id(self, document: int) -> str:
        """Return the id of the answer that a document was made of."""
        return str(self._ids[self._id_starts[document] : self._id_starts[document + 1]], "utf-8")


class TextsToKeep:
    """Collects documents in the order of their numbers."""

    def __init__(self) -> None:
        self._letters, self._ids = bytearray(), bytearray()
        self._starts, self._id_starts = array("q", [0]), array("q", [0])

    def __len__(self) -> int:
        return len(self._starts) - 1

    def add(self, article_id: str, text: str) -> None:
        """Take in the next document."""
        self._letters += text.encode("utf-16-le", "surrogatepass")
        self._starts.append(len(self._letters))
        self._ids += article_id.encode()
        self._id_starts.append(len(self._ids))

    def done(self) -> KeptTexts:
        """Return all that was taken in; nothing can be added after."""
        both = (self._letters, np.uint8), (self._starts, np.int64), (self._ids, np.uint8), (self._id_starts, np.int64)
        arrays = (np.frombuffer(content, dtype=kind) for content, kind in both)
        return KeptTexts(dict(zip(_NAMES, arrays, strict=True)))
