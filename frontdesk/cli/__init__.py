"""The command line: the same services as the window, for scripts, telephones and benchmarks."""

from frontdesk.cli.calls import WindowOptions
from frontdesk.cli.program import run

__all__ = ["WindowOptions", "run"]
