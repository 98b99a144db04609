"""Tests show no window, also on a machine that has a screen; a child process inherits this."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
