"""Signing in by name and PIN."""
