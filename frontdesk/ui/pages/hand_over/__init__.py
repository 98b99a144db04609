"""Handing over to the next shift (Ctrl+J)."""
