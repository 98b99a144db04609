"""The folder a window works in: the one named, this computer's own, or a throw-away demo."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from frontdesk.paths import default_data


@contextmanager
def working_folder(named: Path | None, demo: bool) -> Iterator[Path]:
    """Yield the folder; a demo's own one is removed afterwards."""
    if named is not None or not demo:
        yield named or default_data()
        return
    with tempfile.TemporaryDirectory(prefix="frontdesk-demo-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)
