"""Tests show no window, also on a machine that has a screen; a child process inherits this. No test fails for time."""

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("frontdesk", deadline=None)
settings.load_profile("frontdesk")
