"""Tests show no window, also on a machine that has a screen; a child process inherits this. No test fails for time."""

import os

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("frontdesk", deadline=None)
settings.load_profile("frontdesk")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--pictures", metavar="DIR", help="keep a picture of every window as a story in tests/features leaves it"
    )
